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

    /// The lines of an alias file that join the names: comments but where two given names are most likely one, and no
    /// line before says otherwise.
    fileprivate func lines(beside joined: inout JoinedNames) -> [String] {
        let joins = candidates.prefix(Self.mostCandidates).map { candidate in
            let line = "\(Self.cell(candidate.name)), \(Self.cell(name.name))"
            return reason == .given && joined.join(name.name, into: candidate.name)
                ? line : "# " + line
        }
        return ["# " + sentence] + joins
    }

    /// A name without the commas that part the names of an alias file.
    private static func cell(_ name: String) -> String { name.replacing(",", with: "") }
}

/// Which names the lines of an alias file have joined so far: of two lines that contradict each other a reader of the file
/// would hear an error.
private struct JoinedNames {
    private var primaries: [String: String] = [:]

    /// Joins a name into another, or is `false` where it is a third one's already, or the other one is its own.
    mutating func join(_ name: String, into primary: String) -> Bool {
        let name = SpeakerAliases.key(name)
        var root = SpeakerAliases.key(primary)
        while let next = primaries[root] { root = next }
        guard primaries[name] == nil, root != name else { return false }
        primaries[name] = root
        return true
    }
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
            "# join is right, and delete the lines that are wrong. For reports, \"merge: A = B\" joins as well, and",
            "# \"exclude: name\" leaves a speaker out.",
        ]
        var joined = JoinedNames()
        return (head + flatMap { [""] + $0.lines(beside: &joined) }).map { $0 + "\n" }.joined()
    }
}
