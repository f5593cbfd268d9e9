import Foundation

/// What the extractions of many documents hold, in numbers.
///
/// Quotations inside quotations are counted apart and nowhere else.
public struct ExtractionSummary: Sendable, Hashable {
    /// How many documents were read.
    public private(set) var documents = 0
    /// How many quotations have each form.
    public private(set) var forms: [Quotation.Form: Int] = [:]
    /// How many quotations stand inside another.
    public private(set) var nested = 0
    /// How many quotations each rule gave its speaker to.
    public private(set) var rules: [String: Int] = [:]
    /// How many direct quotations have no speaker.
    public private(set) var directWithoutSpeaker = 0
    /// How many quotations of any form have no speaker.
    public private(set) var withoutSpeaker = 0
    /// How many quotations come from a source that is only described.
    public private(set) var described = 0
    /// How many stretches between quotation marks are no speech, by reason.
    public private(set) var rejected: [String: Int] = [:]

    /// Counts nothing.
    public init() {}

    /// Counts one document.
    public init(_ extraction: Extraction) {
        documents = 1
        for quotation in extraction.quotations {
            guard quotation.parent == nil else {
                nested += 1
                continue
            }
            forms[quotation.form, default: 0] += 1
            rules[quotation.rule, default: 0] += 1
            if quotation.speaker == nil {
                withoutSpeaker += 1
                if quotation.form == .direct { directWithoutSpeaker += 1 }
            }
            if quotation.speaker?.kind == .described { described += 1 }
        }
        for words in extraction.rejected { rejected[words.reason, default: 0] += 1 }
    }

    /// How many quotations there are, nested ones apart.
    public var quotations: Int { forms.values.reduce(0, +) }

    /// The share of direct quotations without a speaker, or `nil` where none is direct.
    public var unattributedShare: Double? {
        guard let direct = forms[.direct], direct > 0 else { return nil }
        return Double(directWithoutSpeaker) / Double(direct)
    }

    /// Adds the counts of `other`.
    public mutating func add(_ other: ExtractionSummary) {
        documents += other.documents
        nested += other.nested
        directWithoutSpeaker += other.directWithoutSpeaker
        withoutSpeaker += other.withoutSpeaker
        described += other.described
        forms.merge(other.forms, uniquingKeysWith: +)
        rules.merge(other.rules, uniquingKeysWith: +)
        rejected.merge(other.rejected, uniquingKeysWith: +)
    }

    /// The counts as aligned lines, each with its end.
    public var text: String {
        var rows: [(name: String, count: Int, share: String)] = [
            ("documents", documents, ""), ("quotations", quotations, ""),
        ]
        for form in Quotation.Form.allCases {
            let count = forms[form] ?? 0
            rows.append(("  \(form.rawValue)", count, Self.percent(count, of: quotations)))
        }
        rows.append(("  nested in them", nested, ""))
        let direct = forms[.direct] ?? 0
        rows.append(
            (
                "direct without a speaker", directWithoutSpeaker,
                Self.percent(directWithoutSpeaker, of: direct) + " of direct"
            ))
        rows.append(
            ("without a speaker", withoutSpeaker, Self.percent(withoutSpeaker, of: quotations)))
        rows.append(("described sources", described, Self.percent(described, of: quotations)))
        rows.append(("by rule", quotations, ""))
        rows += Self.sorted(rules).map {
            ("  \($0.key)", $0.value, Self.percent($0.value, of: quotations))
        }
        let refused = rejected.values.reduce(0, +)
        rows.append(("marked words that are no speech", refused, ""))
        rows += Self.sorted(rejected).map {
            ("  \($0.key)", $0.value, Self.percent($0.value, of: refused))
        }
        let width = rows.map(\.name.count).max() ?? 0
        let digits = rows.map { String($0.count).count }.max() ?? 0
        return rows.map { row in
            let count = String(row.count)
            let line =
                row.name.padding(toLength: width, withPad: " ", startingAt: 0) + "  "
                + String(repeating: " ", count: digits - count.count) + count
            return row.share.isEmpty ? line + "\n" : line + "  " + row.share + "\n"
        }.joined()
    }

    /// The largest first, those of one count by name.
    private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
        counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    }

    private static func percent(_ count: Int, of whole: Int) -> String {
        whole > 0 ? String(format: "%5.1f %%", 100 * Double(count) / Double(whole)) : "    –  "
    }
}
