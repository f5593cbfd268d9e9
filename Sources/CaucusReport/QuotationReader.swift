package import CaucusQuotes
package import CaucusStance
import CaucusTarget
import CaucusText

/// Reads the rows of `quotations.csv` back: enough of each quotation, and of its document, to count it.
///
/// Only `quote_id` must be there, and what a count needs: `status` and the probabilities. Numbers are as exact as the
/// table has them, which is six digits after the point.
package struct QuotationReader {
    /// A cell that is missing where it is needed, or holds something else.
    package struct OddCell: Error, CustomStringConvertible {
        var column: String
        var row: Int
        var found: String?
        var expected: String

        package var description: String {
            "row \(row) of the quotations: \(found.map { "\(column) is \"\($0)\"" } ?? "found no \(column)"); "
                + "expected \(expected)"
        }
    }

    /// The quotations, in the order of the rows.
    package private(set) var quotations: [ScoredQuotation] = []
    /// Their documents, in the order of the first of each.
    package private(set) var documents: [DocumentSummary] = []
    /// The run and model that each leader's rows name, in the order of the first of each.
    package private(set) var runs: [(target: String, run: String, model: String)] = []
    private var seen: Set<String> = []
    /// What documents call those who speak alone, and which ones have been counted.
    private var called: [String: SpeakerIdentity.Merger] = [:]
    private var told: Set<[String]> = []

    /// Nothing is read yet.
    package init() {}

    /// What speakers are called across documents, by their id: each document counts once, as in a store.
    package var identities: [String: SpeakerIdentity] { called.mapValues(\.identity) }

    /// Reads the row number `row`, counted from 1, whose cells `value` gives by the names of their columns.
    ///
    /// - Parameter fields: the columns that are the document's own.
    package mutating func read(
        row: Int, fields: [String], _ value: (String) -> String?
    ) throws(OddCell) {
        func needed(_ column: String, _ expected: String) throws(OddCell) -> String {
            guard let text = value(column), !text.isEmpty else {
                throw OddCell(column: column, row: row, found: nil, expected: expected)
            }
            return text
        }
        func number(_ column: String) throws(OddCell) -> Double? {
            guard let text = value(column), !text.isEmpty else { return nil }
            guard let number = Double(text), (0...1).contains(number) else {
                throw OddCell(
                    column: column, row: row, found: text, expected: "a number from 0 to 1")
            }
            return number
        }
        let id = try needed("quote_id", "the id of a quotation")
        let status = try needed("status", "counted, or why it counts nowhere")
        guard let known = QuotationStatus(rawValue: status) else {
            throw OddCell(
                column: "status", row: row, found: status,
                expected: QuotationStatus.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let document = value("doc_id") ?? String(id[..<(id.lastIndex(of: ":") ?? id.endIndex)])
        let target = value("target") ?? ""
        let speaker = Self.speaker(value)
        var facts = QuotationFacts(
            id: id, documentID: document, start: value("start").flatMap { Int($0) } ?? 0,
            end: value("end").flatMap { Int($0) } ?? 0, pieces: [], text: value("quote") ?? "",
            form: value("form").flatMap(Quotation.Form.init(rawValue:)) ?? .direct,
            speaker: speaker, speakerID: speaker?.id, rule: value("rule") ?? "",
            confidence: try number("confidence") ?? 0, status: known)
        if let speaker { remember(speaker, &facts) }
        var score = QuotationScore(
            target: target,
            mention: value("target_mention").flatMap(TargetMention.init(rawValue:)) ?? .none,
            status: known, stance: value("stance").flatMap(Stance.init(rawValue:)),
            sentiment: value("sentiment"))
        if let against = try number("p_against"), let neutral = try number("p_neutral"),
            let favor = try number("p_favor")
        {
            score.probabilities = StanceProbabilities(
                against: against, neutral: neutral, favor: favor)
        }
        guard known != .counted || score.probabilities != nil else {
            throw OddCell(
                column: "p_against, p_neutral or p_favor", row: row, found: nil,
                expected: "probabilities, since it counts")
        }
        score.duplicateOf = value("duplicate_of")
        if let speech = try number("p_speech"), let about = try number("p_about"),
            let by = try number("p_speaker")
        {
            score.gates = GateProbabilities(
                speech: speech, about: about, speaker: by, right: try number("p_right"))
        }
        quotations.append(ScoredQuotation(facts: facts, score: score))
        if !runs.contains(where: { $0.target == target }) {
            runs.append((target, value("run") ?? "", value("model") ?? ""))
        }
        guard seen.insert(document).inserted else { return }
        documents.append(
            DocumentSummary(
                id: document, title: value("title"), source: value("outlet") ?? value("source"),
                published: value("published"), url: value("url"),
                fields: fields.compactMap { name in
                    value(name).map { Document.Field(name: name, value: $0) }
                }, hash: ""))
    }

    /// The speaker of a row, or `nil` where it names none.
    private static func speaker(_ value: (String) -> String?) -> Speaker? {
        guard let id = value("speaker_id"), !id.isEmpty else { return nil }
        return Speaker(
            id: id, name: value("speaker") ?? id, role: value("role"),
            kind: id.hasPrefix("org:") ? .organization : .person)
    }

    /// Keeps what a document calls a speaker, and tells those apart who speak as one.
    private mutating func remember(_ speaker: Speaker, _ facts: inout QuotationFacts) {
        let ids = speaker.id.components(separatedBy: "; ")
        guard ids.count == 1 else {
            facts.joint = ids.map { Speaker(id: $0, name: $0) }
            return
        }
        guard told.insert([facts.documentID, speaker.id, speaker.name]).inserted else { return }
        called[speaker.id, default: SpeakerIdentity.Merger()].add(speaker)
    }
}
