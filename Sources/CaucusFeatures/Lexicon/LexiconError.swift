/// Why a file is no lexicon.
public enum LexiconError: Error, Equatable, Sendable {
    /// None of the known formats; `found` is its first line with words.
    case unknownFormat(file: String, line: Int, found: String)
    /// A line that the file's format does not allow.
    case badLine(file: String, line: Int, found: String, expected: String)
    /// Not one word.
    case empty(file: String)
    /// More bytes than a lexicon may have.
    case tooLarge(file: String, bytes: Int, limit: Int)
    /// The lexicon within a saved model is damaged or foreign.
    case damaged(reason: String)
}

extension LexiconError: CustomStringConvertible {
    /// One line in lower case: the place, what was found and what would be right.
    public var description: String {
        switch self {
        case .unknownFormat(let file, let line, let found):
            "\(file):\(line): not a lexicon: found “\(found)”; expected a group like "
                + "“[conflict verb -3]”, columns parted by tabs (word, valence), or a section "
                + "like “positive:”"
        case .badLine(let file, let line, let found, let expected):
            "\(file):\(line): found “\(found)”; expected \(expected)"
        case .empty(let file): "\(file): no words; expected at least one"
        case .tooLarge(let file, let bytes, let limit):
            "\(file): \(bytes) bytes; a lexicon may have \(limit)"
        case .damaged(let reason): "damaged lexicon: \(reason)"
        }
    }
}
