import CaucusLabeling
import CaucusQuotes
import CaucusStance
import CaucusTarget
import CaucusText
import Foundation

/// Invented quotations for the tests of this room.
enum LabelingSamples {
    static let run = RunDescription(
        id: "run-1", target: StanceTarget(name: "Mara Adeyar"), model: "m", modelChecksum: "c",
        version: "0", modelCard: "")

    /// A frame of `count` quotations, `favor` of them in favor, three in an article.
    static func frame(_ count: Int, favor: Int) -> SampleFrame {
        var frame = SampleFrame()
        let documents = (0...(count / 3)).map {
            DocumentSummary(
                id: "d\($0)", title: "Title \($0)", source: $0 % 2 == 0 ? "Post" : "Globe",
                published: "2031-0\($0 % 3 + 1)-04", hash: "h")
        }
        frame.add(
            (0..<count).map { quotation($0, isFavor: $0 < favor) }, of: documents, run: run
        ) { $0.status == .counted }
        return frame
    }

    static func quotation(_ i: Int, isFavor: Bool) -> ScoredQuotation {
        let text = "=the \u{1F6A2} harbor, \"number\" \(i)"
        let speaker = Speaker(id: "s\(i % 7)", name: "Person \(i % 7)")
        let facts = QuotationFacts(
            documentID: "d\(i / 3)", start: 20 + 40 * (i % 3),
            end: 20 + 40 * (i % 3) + text.unicodeScalars.count,
            pieces: [Span(20, 40)], text: text, form: i % 2 == 0 ? .direct : .indirect,
            speaker: speaker, speakerID: speaker.id, rule: "cue", confidence: 0.9)
        let probabilities =
            isFavor
            ? StanceProbabilities(against: 0.1, neutral: 0.2, favor: 0.7)
            : StanceProbabilities(
                against: i % 2 == 0 ? 0.6 : 0.1, neutral: 0.3, favor: i % 2 == 0 ? 0.1 : 0.2)
        return ScoredQuotation(
            facts: facts,
            score: QuotationScore(
                target: "Mara Adeyar", mention: .explicit, status: .counted,
                probabilities: probabilities, stance: isFavor ? .favor : nil,
                contextBefore: "In the hall: ", contextAfter: ", she <b>said</b>.\nNext",
                gates: GateProbabilities(speech: 0.9, about: 0.8, speaker: 0.9)))
    }

    /// Drawn rows.
    static func rows(_ count: Int) -> [SampleRow] {
        SampleDesign().drawn(count, of: frame(60, favor: 20)).map {
            SampleRow($0.row, probability: $0.probability)
        }
    }

    /// Answers of two people to rows, all kinds among them.
    static func answers(_ rows: [SampleRow]) -> [CodedAnswer] {
        var answers: [CodedAnswer] = []
        for (i, row) in rows.enumerated() {
            for who in ["ann", "ben"] where who == "ann" || i % 2 == 0 {
                let label =
                    i % 8 == 7
                    ? .skipped : CodedLabel.all[(i + (who == "ben" && i % 6 == 0 ? 1 : 0)) % 6]
                var answer = CodedAnswer(
                    to: row, by: who, label: label,
                    speaker: label == .fails(.speaker) ? "=Joan \"J\" Tull" : nil,
                    borders: i % 5 == 0 ? Span(row.start, row.end - 1) : nil,
                    note: i % 3 == 0 ? "+note, with\na line \u{1F6A2}" : nil,
                    seconds: 1.25 + Double(i))
                answer.turn = answers.count + 1
                answers.append(answer)
            }
        }
        return answers
    }

    /// A file with `text` that goes when the test is over.
    static func withFile<Value>(
        _ name: String, _ text: String, _ body: (String) throws -> Value
    ) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent(name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return try body(path)
    }
}
