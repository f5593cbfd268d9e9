/// A join of two names that a person should decide.
public struct SpeakerProposal: Sendable, Hashable {
    /// Why the names may be one speaker's.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// A surname alone, which several people bear.
        case surname
        /// A name that several fuller ones may stand behind: “George Roe” beside “George W. Roe” and “George H. Roe”.
        case shorter
        /// Names of one surname whose given names are forms of one (“Bill”, “William”) or a letter apart (“Jon”, “John”).
        case given
        /// Names of one given name whose surnames are a letter apart (“Smith”, “Smyth”), or one is a part of the other
        /// (“Voss”, “Ellery-Voss”).
        case spelling
        /// Names that differ by “Jr.” or the like.
        case suffix
    }

    /// A name and how often it speaks.
    public struct Name: Sendable, Hashable {
        /// The spelling met most often.
        public var name: String
        /// In how many documents it speaks.
        public var documents: Int
        /// How many quotations it has.
        public var quotations: Int
    }

    public var reason: Reason
    /// The name in doubt: the rarer one, where they are similar.
    public var name: Name
    /// Whom it may mean, those with most quotations first.
    public var candidates: [Name]

    /// The proposal in words: “Penn (1 document, 2 quotations) may be Ann Penn (3 quotations) or Orla Penn (1)”.
    public var sentence: String {
        let count = name.documents == 1 ? "1 document" : "\(name.documents) documents"
        let shown = candidates.prefix(Self.mostCandidates)
        var others = shown.enumerated().map { i, candidate in
            let unit = candidate.quotations == 1 ? " quotation" : " quotations"
            return "\(candidate.name) (\(candidate.quotations)\(i == 0 ? unit : ""))"
        }
        if candidates.count > shown.count {
            others.append("\(candidates.count - shown.count) others")
        }
        let unit = name.quotations == 1 ? "quotation" : "quotations"
        return "\(name.name) (\(count), \(name.quotations) \(unit)) may be "
            + (others.count > 1
                ? others.dropLast().joined(separator: ", ") + " or " + others[others.count - 1]
                : others.joined())
    }

    private static let mostCandidates = 6

    /// The lines of an alias file that join the names: comments but where two given names are most likely one.
    fileprivate var lines: [String] {
        let joins = candidates.prefix(Self.mostCandidates).map {
            "\(Self.cell($0.name)), \(Self.cell(name.name))"
        }
        return ["# " + sentence] + (reason == .given ? joins : joins.map { "# " + $0 })
    }

    /// A name without the commas that part the names of an alias file.
    private static func cell(_ name: String) -> String { name.replacing(",", with: "") }
}

extension Collection<SpeakerProposal> {
    /// The proposals as an alias file: edited, it can be given to `--aliases`.
    ///
    /// A line joins names, the first of them the one to keep. Doubtful lines are comments, and the reader takes the `#`
    /// off those that are right.
    public var aliasLines: String {
        let head = [
            "# Names that may be one speaker's, with the reasons. Edit, and give the file to --aliases.",
            "# A line \"Primary, alias\" joins; a line that begins with # does not: take the mark off where the",
            "# join is right, and delete the lines that are wrong.",
        ]
        return (head + flatMap { [""] + $0.lines }).map { $0 + "\n" }.joined()
    }
}
