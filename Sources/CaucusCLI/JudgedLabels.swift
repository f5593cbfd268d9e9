import Caucus

/// Takes the labels that a task has and counts the others.
struct JudgedLabels {
    private let spellings: LabelSpellings
    private var outside: [String: Int] = [:]
    private var firstOutside: Place?
    private var leftOut: [String: Int] = [:]
    private var firstLeftOut: Place?
    private(set) var unlabeled = 0

    init(_ spellings: LabelSpellings) { self.spellings = spellings }

    /// How many examples were left out.
    var count: Int { countOutside + countLeftOut }

    private var countOutside: Int { outside.values.reduce(0, +) }
    private var countLeftOut: Int { leftOut.values.reduce(0, +) + unlabeled }

    /// The example with its label as the task spells it, or `nil` where it has none of the task's.
    mutating func judged(_ example: LabeledExample) -> LabeledExample? {
        guard let label = example.label else {
            unlabeled += 1
            firstLeftOut = firstLeftOut ?? example.place
            return nil
        }
        switch spellings.reading(of: label) {
        case .label(let label):
            var example = example
            example.label = label
            return example
        case .gate(let gate):
            leftOut["labeled \(gate.name)", default: 0] += 1
            firstLeftOut = firstLeftOut ?? example.place
        case .outside:
            let label = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            outside[Self.clipped(label), default: 0] += 1
            firstOutside = firstOutside ?? example.place
        }
        return nil
    }

    /// Counts a record that people left without a label.
    mutating func note(_ record: LeftOutExample) {
        leftOut[record.reason.description, default: 0] += 1
        firstLeftOut = firstLeftOut ?? record.place
    }

    /// The labels outside the set in one line, or `nil` where there are none.
    var outsideLine: String? {
        guard let firstOutside else { return nil }
        let count = countOutside
        let labels = Self.ordered(outside)
        let listed = labels.prefix(Self.listed).map { count == 1 ? $0.0 : "\($0.0) \($0.1)" }
        let rest = labels.count - listed.count
        let all = labels.map(\.0)
        let pairs = all.prefix(Self.proposed).map {
            "\($0)=\(spellings.proposal(for: $0, among: all) ?? "LABEL")"
        }
        return "\(firstOutside): \(count) \(count == 1 ? "label" : "labels") outside the set"
            + (count == 1 ? ": " : ", the first one here: ") + listed.joined(separator: ", ")
            + (rest > 0 ? " and \(rest) others" : "") + "; expected "
            + spellings.expected.joined(separator: ", ") + ", or --label-map \""
            + pairs.joined(separator: ",") + "\""
    }

    /// What was left out and why in one line, or `nil` where nothing was.
    var leftOutLine: String? {
        let count = countLeftOut
        guard count > 0, let firstLeftOut else { return nil }
        var reasons = Self.ordered(leftOut)
        if unlabeled > 0 { reasons.append(("without a label", unlabeled)) }
        return "\(firstLeftOut): \(count) \(count == 1 ? "example" : "examples") left out"
            + (count == 1 ? ": " : ", the first one here: ")
            + reasons.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    }

    /// How many labels are listed, and how many stand in the map that a message proposes.
    private static let listed = 8
    private static let proposed = 4

    /// The commonest first, then by name.
    private static func ordered(_ counts: [String: Int]) -> [(String, Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func clipped(_ text: String) -> String {
        text.unicodeScalars.count <= 40
            ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(40))) + "…"
    }
}
