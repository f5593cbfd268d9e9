import CaucusText

/// The words that documents are read with: the built-in lists of English, and what a user adds to them.
///
/// A file of a user's is in the notation of the built-in lists (`WordGroup`), and its groups are called as theirs:
///
/// ```
/// [say]
/// yammer rasp
/// [title]
/// portreeve
/// [verb against 2]
/// zing drag+_through
/// ```
///
/// What a word can be is added to what it was. Where a word can be one thing only, the class of a reporting verb or the
/// side of an act, the user's comes before the built-in one, and the first of two of the user's.
public struct WordLists: Sendable {
    /// The built-in lists alone.
    public static let standard = WordLists(
        digest: nil, lexicon: .standard, acts: [])

    /// The most bytes of a file.
    public static let largestFile = 8 << 20

    /// A digest of what the user adds, which does not depend on comments; `nil` where nothing is added.
    public let digest: String?
    package let lexicon: Lexicon
    /// The user's groups of words by which somebody takes a side.
    package let acts: [WordGroup]

    /// The built-in lists with the words of `files` added.
    ///
    /// - Complexity: O(bytes of the files).
    public init(adding files: [(name: String, bytes: [UInt8])]) throws(WordListError) {
        var groups: [WordGroup] = []
        for file in files { groups += try WordListReader.groups(in: file.bytes, file: file.name) }
        guard !groups.isEmpty else {
            self = .standard
            return
        }
        guard let lexicon = Lexicon(adding: groups) else {
            throw .tooMany(file: files.map(\.name).joined(separator: ", "))
        }
        let lines = groups.map { $0.fields + [":"] + $0.companions + [":"] + $0.words }
        self.init(
            digest: SHA256.hex(
                of: lines.map { $0.joined(separator: " ") }.joined(separator: "\n")),
            lexicon: lexicon, acts: groups.filter { WordListReader.use(of: $0) == .act })
    }

    private init(digest: String?, lexicon: Lexicon, acts: [WordGroup]) {
        self.digest = digest
        self.lexicon = lexicon
        self.acts = acts
    }
}

/// Why a file is no list of words.
public enum WordListError: Error, Equatable, Sendable {
    /// A line that means nothing, or a word that no text holds.
    case badLine(file: String, line: Int, found: String, expected: String)
    /// Not one word.
    case empty(file: String)
    /// More bytes than a list may have.
    case tooLarge(file: String, limit: Int)
    /// More than 65,535 words that no other is like.
    case tooMany(file: String)
}

extension WordListError: CustomStringConvertible {
    /// One line in lower case: the place, what was found and what would be right.
    public var description: String {
        switch self {
        case .badLine(let file, let line, let found, let expected):
            "\(file):\(line): found \(found), expected \(expected)"
        case .empty(let file): "\(file): found no words, expected at least one"
        case .tooLarge(let file, let limit):
            "\(file): found more than \(limit) bytes, expected at most so many"
        case .tooMany(let file):
            "\(file): found too many words that are each in groups of their own, expected at most 65,535"
        }
    }
}
