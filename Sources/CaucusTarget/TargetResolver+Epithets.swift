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
            if Self.determiners.contains(key) { continue }
            return !article.descriptors.contains(key) && !Self.common.contains(key)
        }
        return true
    }

    private static let of = LetterFolding.key(of: "of")
    private static let determiners = keys(
        "the a an our this that his her my their your its great whole")
    /// Whose leader may well be meant where the article does not say what the target leads.
    private static let common = keys(
        """
        country nation party government state land republic people world all us ours day hour city federation
        kingdom house moment everyone everybody change course
        """)

    /// Whether a speaker may have the target for a boss: somebody of politics, or of whom nothing is said.
    func mayWorkForTarget(_ speaker: Speaker?, _ article: ArticleView) -> Bool {
        guard let role = speaker?.role else { return true }
        return WordParts(role).contains {
            Self.politics.contains($0.key) || article.descriptors.contains($0.key)
        }
    }

    private static let politics = keys(
        """
        minister secretary deputy spokesman spokeswoman spokesperson aide adviser advisor chief staff campaign
        director manager senator lawmaker mp member party treasurer whip chair chairman chairwoman president vice
        governor general ambassador envoy strategist leader cabinet office official press
        """)

    /// “Solberg Street”, “the Solberg family”: a place that bears the name, or others who do.
    func isPlaceOrFamily(after end: Int, in reading: Reading) -> Bool {
        var words = WordsAfter(reading, end)
        guard let key = words.next() else { return false }
        let known = LeaderWords.standard
        return known.families.contains(key) || words.isCapitalized && known.places.contains(key)
    }

    private static func keys(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { LetterFolding.key(of: $0) })
    }
}
