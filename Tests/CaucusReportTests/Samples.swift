import CaucusTarget
import CaucusQuotes
import CaucusReport
import CaucusStance
import CaucusText
import Foundation

/// Invented rows for the tests of this room.
enum Samples {
    static let target = StanceTarget(
        name: "Mara Adeyar", aliases: ["the prime minister"], pronoun: .she)

    static let run = RunDescription(
        id: "run-1", target: target, model: "stance-1", modelChecksum: "abc", version: "0.1.0",
        modelCard: "# A card\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")

    static func document(
        _ n: Int, published: String = "2031-03-04", source: String? = "The Post",
        url: String? = nil
    ) -> DocumentSummary {
        DocumentSummary(
            id: "d\(n)", title: "Title \(n)", source: source, published: published,
            url: url ?? "https://news.example/\(n)",
            fields: [Document.Field(name: "section", value: "politics")], hash: "h\(n)")
    }

    static func speaker(_ id: String, name: String? = nil) -> Speaker {
        Speaker(id: id, name: name ?? id.capitalized, role: "minister", aliases: ["Mx. \(id)"])
    }

    /// A quotation with the given probabilities; its stance is the likeliest.
    static func quotation(
        _ id: String, document: Int, by speaker: Speaker?, against: Double, neutral: Double,
        favor: Double, text: String = "She has lost the confidence of the house"
    ) -> ScoredQuotation {
        let stance: Stance =
            against >= max(neutral, favor) ? .against : favor >= neutral ? .favor : .neutral
        let facts = QuotationFacts(
            id: id, documentID: "d\(document)", start: 10, end: 10 + text.unicodeScalars.count,
            pieces: [Span(10, 50)], text: text, form: .direct, cue: "said", source: "she",
            speaker: speaker, speakerID: speaker?.id, rule: "cue", confidence: 0.9)
        return ScoredQuotation(
            facts: facts,
            score: QuotationScore(
                target: target.name, mention: .explicit,
                status: speaker == nil ? .noSpeaker : .counted,
                probabilities: StanceProbabilities(
                    against: against, neutral: neutral, favor: favor),
                stance: stance, contextBefore: "In the hall: “", contextAfter: "” she said.",
                movingWords: [MovingWord(start: 8, end: 12, weight: favor - against)]))
    }

    static func report(
        _ quotations: [ScoredQuotation], documents: [DocumentSummary]? = nil,
        faults: [String: String] = [:], options: ReportOptions = ReportOptions(draws: 99),
        labels: [HandLabel] = [], gold: GoldSample? = nil, proposals: String = "",
        isComplete: Bool = true
    ) -> Report {
        let numbers = Set(quotations.map(\.documentID)).sorted()
        let found = documents ?? numbers.compactMap { Int($0.dropFirst()).map { document($0) } }
        return Report(
            run: run, documents: found, quotations: quotations, faults: faults, options: options,
            labels: labels, gold: gold, proposals: proposals, isComplete: isComplete)
    }

    /// Three speakers over five articles; ada leans against, ben in favor, cem has one article.
    static var rows: [ScoredQuotation] {
        let (ada, ben, cem) = (speaker("ada"), speaker("ben"), speaker("cem"))
        return [
            quotation("q1", document: 1, by: ada, against: 0.8, neutral: 0.1, favor: 0.1),
            quotation("q2", document: 2, by: ada, against: 0.6, neutral: 0.2, favor: 0.2),
            quotation("q3", document: 3, by: ada, against: 0.1, neutral: 0.3, favor: 0.6),
            quotation("q4", document: 1, by: ben, against: 0.0, neutral: 0.1, favor: 0.9),
            quotation("q5", document: 4, by: ben, against: 0.1, neutral: 0.2, favor: 0.7),
            quotation("q6", document: 5, by: cem, against: 0.2, neutral: 0.5, favor: 0.3),
        ]
    }

    /// Forty articles of one quotation each, of five speakers, that lean one way or the other.
    static var many: [ScoredQuotation] {
        (1...40).map { n in
            quotation(
                "m\(n)", document: n, by: speaker("s\(n % 5)"), against: n % 3 == 0 ? 0.9 : 0.2,
                neutral: 0.05, favor: n % 3 == 0 ? 0.05 : 0.75)
        }
    }

    /// `report.json`, read.
    static func json(_ report: Report) throws -> [String: Any] {
        let text = try text("report.json", of: report)
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return value as? [String: Any] ?? [:]
    }

    static func text(_ name: String, of report: Report) throws -> String {
        let file = try report.files().first { $0.name == name }
        return String(decoding: file?.bytes ?? [], as: UTF8.self)
    }
}

extension ScoredQuotation {
    /// The row as the scorer leaves one that does not count.
    mutating func lose(_ status: QuotationStatus, to original: String? = nil) {
        score.status = status
        score.duplicateOf = original
        switch status {
        case .noSpeaker: (facts.speaker, facts.speakerID) = (nil, nil)
        case .notAbout: (score.mention, score.abstention) = (.none, .noTarget)
        case .nested: score.abstention = .nested
        case .tooShort: score.abstention = .tooShort
        case .lowMargin: score.abstention = .lowMargin
        default: return
        }
        if status != .noSpeaker { score.stance = nil }
    }
}
