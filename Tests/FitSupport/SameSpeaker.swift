import Foundation

/// Whether two names mean one speaker, as `eval_articles.py` judges: the same last word, or half of the shorter name's
/// words in common.
package enum SameSpeaker {
    package static func judge(_ a: String, _ b: String) -> Bool {
        let (a, b) = (words(a), words(b))
        guard let last = a.last, let other = b.last else { return false }
        let shared = Set(a).intersection(b).count
        return last == other || shared > 0 && 2 * shared >= min(a.count, b.count)
    }

    private static func words(_ name: String) -> [String] {
        let bare = name.lowercased().replacing("\u{2019}s", with: "").replacing("'s", with: "")
        return bare.split { !$0.isLetter && !$0.isNumber }.map { String($0) }
            .filter { !passedOver.contains($0) }
    }

    private static let passedOver = Set(
        """
        mr mrs ms miss dr sen rep gov president sir lady lord senator representative secretary former the a an \
        his her their of and jr sr ii iii
        """.split(separator: " ").map { String($0) })
}
