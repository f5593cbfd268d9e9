/// Words of a list that are alike: `[verb against 3]` and what follows up to the next group.
///
/// | line | what |
/// |---|---|
/// | `# …` | a comment |
/// | `[verb against 3]`, `[noun against 3: on upon]` | opens a group: what its words are, and after a colon the words that belong to each |
/// | `lie/lied refer+ take/took/taken_aim_at` | words, parted by white space (``VerbForms``) |
/// | `> Roe {said} it was late.` | an example: the words in braces are found as the group says |
/// | `< The say is ours.` | a counterexample: nothing is |
package struct WordGroup: Sendable, Equatable {
    /// What its words are: `verb`, `against`, `3`.
    package var fields: [String]
    /// The words after the colon.
    package var companions: [String] = []
    /// Its words, as the file spells them.
    package var words: [String] = []
    /// Sentences in which one of the words is found as ``fields`` say.
    package var examples: [String] = []
    /// Sentences in which none is.
    package var counterexamples: [String] = []

    /// What the group is for: the first of ``fields``.
    package var name: String { fields.first ?? "" }

    /// The groups of a list; words before the first group are in none.
    ///
    /// - Complexity: O(bytes).
    package static func groups(in text: String) -> [WordGroup] {
        var groups: [WordGroup] = []
        // By bytes: each command reads these lists when it starts, and characters would take ten times as long.
        for bytes in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = Substring(bytes)
            guard let first = line.utf8.first, first != UInt8(ascii: "#") else { continue }
            if first == UInt8(ascii: "["), let group = WordGroup(header: line) {
                groups.append(group)
                continue
            }
            guard let last = groups.indices.last else { continue }
            switch first {
            case UInt8(ascii: ">"): groups[last].examples.append(sentence(line))
            case UInt8(ascii: "<"): groups[last].counterexamples.append(sentence(line))
            default: groups[last].words += words(of: line)
            }
        }
        return groups
    }

    /// The group that a line such as `[noun against 3: on upon]` opens; `nil` where it opens none.
    init?(header line: Substring) {
        guard line.first == "[", line.last == "]" else { return nil }
        let parts = line.dropFirst().dropLast().split(separator: ":", maxSplits: 1)
        fields = parts.first.map { Self.words(of: $0) } ?? []
        companions = parts.count > 1 ? Self.words(of: parts[1]) : []
    }

    private static func words(of line: Substring) -> [String] {
        line.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    private static func sentence(_ line: Substring) -> String {
        String(line.dropFirst().drop { $0 == " " })
    }
}
