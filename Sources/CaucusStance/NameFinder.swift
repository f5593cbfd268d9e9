import CaucusLanguage
import CaucusText

/// Finds the places where a text speaks of a name by one of its words: “Democrats” for “Democratic Party”.
///
/// The last word of the name that occurs decides; it occurs where a word of the text is the same but for
/// its ending: five letters alike, or the whole of a shorter word.
struct NameFinder: Sendable {
    private let words: [[UInt8]]

    /// Creates a finder; words of fewer than three letters are left out.
    init(_ name: String) {
        let text = Reading(name)
        words = Self.parts(of: text).map { Self.letters(text.bytes[$0.start..<$0.end]) }
            .filter { $0.count >= 3 && !Self.common.contains($0) }
    }

    private static let common: Set<[UInt8]> = Set(
        ["the", "and", "for", "party", "president", "former", "minister", "senator", "new"].map {
            Array($0.utf8)
        })

    /// The places, in order; none where no word of the name occurs.
    func spans(in text: Reading) -> [Span] {
        let found = Self.parts(of: text)
        for word in words.reversed() {
            let places = found.filter {
                Self.isAlike(Self.letters(text.bytes[$0.start..<$0.end]), word)
            }
            if !places.isEmpty { return places }
        }
        return []
    }

    private static func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return shared >= 5 || shared >= 3 && shared == b.count && a.count <= b.count + 1
    }

    private static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
        word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func parts(of text: Reading) -> [Span] {
        text.words.indices.flatMap { WordParts(text, ofWord: $0) }.filter(\.isWord).map(\.span)
    }
}
