public import CaucusFeatures
import CaucusText

/// Which list of good and bad words a model was trained with.
public struct LexiconDescription: Sendable, Codable, Equatable {
    /// Words and phrases, with all their forms.
    public var words: Int
    /// Whether a user's file extends the built-in list; the whole list then stands in the model file.
    public var isExtended: Bool
    /// The SHA-256 of all words with their valences, in hexadecimal.
    public var digest: String

    /// The description of the built-in list.
    public static let builtIn = LexiconDescription(reading: .builtIn)

    /// The description of a lexicon.
    ///
    /// - Complexity: O(words · log words); the built-in list is described once.
    public init(_ lexicon: ValenceLexicon) {
        self = lexicon.isExtended ? LexiconDescription(reading: lexicon) : .builtIn
    }

    private init(reading lexicon: ValenceLexicon) {
        words = lexicon.count
        isExtended = lexicon.isExtended
        var digest = SHA256()
        digest.update(lexicon.payload)
        self.digest = digest.hex()
    }
}
