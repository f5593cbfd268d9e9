import CaucusQuotes
import CaucusStance
import CaucusText
import Foundation

@testable import CaucusStore

/// A path that goes, with what SQLite puts beside it, when the test ends.
final class TemporaryStore {
    let directory: String
    var path: String { directory + "/store.sqlite" }

    init() throws {
        directory = NSTemporaryDirectory() + "/caucus-" + UUID().uuidString
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func write(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

/// Rows that look like those of a run.
enum Samples {
    static func run(_ id: String = "run-1", checksum: String = "c0ffee") -> RunDescription {
        RunDescription(
            id: id,
            target: StanceTarget(
                name: "Ana Adeyar", aliases: ["the prime minister", "“Boss”"], pronoun: .she),
            model: "shipped", modelChecksum: checksum, version: "0.1.0", modelCard: "# Card\n")
    }

    static func document(_ number: Int, hash: String = "h") -> DocumentSummary {
        DocumentSummary(
            id: "d\(number)", title: number % 2 == 0 ? nil : "Title “\(number)”",
            source: "Outlet \(number % 3)", published: "2031-01-0\(number % 9 + 1)", url: nil,
            fields: [Document.Field(name: "topic", value: "a/b \"c\"")], hash: "\(hash)\(number)")
    }

    static func quotations(_ number: Int, count: Int? = nil) -> [ScoredQuotation] {
        (0..<(count ?? number % 4)).map { i in
            let isScored = i % 2 == 0
            let speaker = Speaker(
                id: "lena-okello-\(number % 5)", name: "Lena Okello \(number % 5)",
                role: i == 0 ? nil : "teacher", aliases: ["Okello", "Ms. Okello"],
                kind: i == 2 ? .organization : .person)
            return ScoredQuotation(
                id: "d\(number):\(i * 50)-\(i * 50 + 40)", documentID: "d\(number)",
                start: i * 50, end: i * 50 + 40,
                pieces: i == 1 ? [Span(50, 60), Span(70, 90)] : [Span(i * 50, i * 50 + 40)],
                text: "She “must” go … now, \(number)", form: i == 0 ? .direct : .mixed,
                cue: i == 0 ? "said" : nil, source: i == 0 ? "she" : nil,
                speaker: i == 3 ? nil : speaker, rule: "cue", confidence: 0.1 * Double(number % 10),
                target: "Ana Adeyar", mention: isScored ? .explicit : .none,
                probabilities: isScored
                    ? StanceProbabilities(against: 0.7, neutral: 0.1 + 0.1, favor: 1.0 / 3) : nil,
                stance: isScored ? .against : nil, abstention: isScored ? nil : .noTarget,
                duplicateOf: i == 1 ? "d0:0-40" : nil, contextBefore: "before ", contextAfter: "",
                movingWords: isScored ? [MovingWord(start: 0, end: 3, weight: -0.125)] : [],
                act: i == 2 ? SpeechAct(direction: -1, strength: 3, isNegated: true) : nil,
                targetSpans: i == 2 ? [Span(3, 7), Span(9, 12)] : [],
                targetConfidence: i == 2 ? 0.98 : nil)
        }
    }

    static func batch(_ numbers: Range<Int>) -> StoreBatch {
        StoreBatch(
            entries: numbers.map { number in
                StoreBatch.Entry(
                    document: document(number), quotations: quotations(number),
                    diagnostics: number % 7 == 0
                        ? [Diagnostic(Place(file: "a.jsonl", line: number), "odd words")] : [])
            },
            diagnostics: numbers.lowerBound % 2 == 0
                ? [Diagnostic(Place(file: "a.jsonl", line: 1000 + numbers.lowerBound), "bad")] : [])
    }
}
