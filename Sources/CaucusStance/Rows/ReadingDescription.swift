public import CaucusQuotes
import CaucusText

/// How documents were read: which extractor found the quotations, by which words, and whom the user says is one speaker.
///
/// Two runs of one description share what was read, however many leaders there are.
public struct ReadingDescription: Sendable, Hashable, Codable {
    /// A name made from the version, the aliases and the user's words: the same inputs give the same name.
    public var id: String
    /// The version of Caucus, which is that of its extractor.
    public var version: String
    /// The primary name of every name that the user has joined, by ``CaucusQuotes/SpeakerAliases``' keys.
    public var aliases: [String: String]
    /// The digest of the words that the user added to the lists, or `nil` where there are none.
    public var lexicon: String?

    /// The description of reading with an extractor of `version`, speakers joined by `aliases`, and words of the user's
    /// whose digest is `lexicon`.
    public init(
        version: String = "", aliases: SpeakerAliases = SpeakerAliases(), lexicon: String? = nil
    ) {
        self.version = version
        self.aliases = aliases.primaries
        self.lexicon = lexicon
        let names = self.aliases.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        // Names come in pairs, so that a digest is none of them.
        let parts = [version] + names + (lexicon.map { [$0] } ?? [])
        let digest = SHA256.hex(of: parts.joined(separator: "\u{1F}"))
        id = "reading-\(digest.prefix(8))"
    }
}

extension SpeakerAliases {
    /// The speakers whom the user had joined in a reading.
    public init(_ reading: ReadingDescription) { self.init(primaries: reading.aliases) }
}
