import CaucusLanguage
import CaucusQuotes
import CaucusText

/// Whether a role in somebody's words is the target's.
extension TargetResolver {
    /// The words by which an article says what the target is, as keys: “harbor” and “party” where it calls
    /// the target “leader of the Harbor Party”.
    func descriptors(in article: ArticleView) -> Set<UInt64> {
        var keys: Set<UInt64> = []
        for (speaker, isOwn) in zip(article.extraction.entities, article.isOwn) where isOwn {
            for text in [speaker.role ?? ""] + speaker.aliases {
                keys.formUnion(WordParts(text).map(\.key))
            }
        }
        return keys
    }

    /// Whether “of …” after a role makes it somebody else's: “the leader of the opposition”, unless the article
    /// calls the target so or the words are the speakers' country or party at large.
    func isOfOthers(_ role: Span, in article: ArticleView) -> Bool {
        let bytes = article.reading.bytes
        // “the president-elect”
        if role.end < bytes.count, bytes[role.end] == UInt8(ascii: "-") { return true }
        var words = WordsAfter(article.reading, role.end)
        guard words.next() == Self.of else { return false }
        for _ in 0..<5 {
            guard let key = words.next() else { return true }
            if roles.determinersOf.contains(key) { continue }
            return !article.descriptors.contains(key) && !roles.led.contains(key)
        }
        return true
    }

    private static let of = LetterFolding.key(of: "of")

    /// Whether a speaker may have the target for a boss: somebody of politics, or of whom nothing is said.
    func mayWorkForTarget(_ speaker: Speaker?, _ article: ArticleView) -> Bool {
        guard let role = speaker?.role else { return true }
        return WordParts(role).contains {
            roles.politics.contains($0.key) || article.descriptors.contains($0.key)
        }
    }

    /// “Solberg Street”, “the Solberg family”: a place that bears the name, or others who do.
    func isPlaceOrFamily(after end: Int, in reading: Reading) -> Bool {
        var words = WordsAfter(reading, end)
        guard let key = words.next() else { return false }
        let known = LeaderWords.standard
        return known.families.contains(key) || words.isCapitalized && known.places.contains(key)
    }
}
