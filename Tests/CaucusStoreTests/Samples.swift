import CaucusActs
import CaucusTarget
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
            model: "shipped", modelChecksum: checksum, gatesChecksum: "9a7e5", version: "0.1.0",
            modelCard: "# Card\n", reading: ReadingDescription(lexicon: "1e81c0"))
    }

    static func document(_ number: Int, hash: String = "h") -> DocumentSummary {
        DocumentSummary(
            id: "d\(number)", title: number % 2 == 0 ? nil : "Title “\(number)”",
            source: "Outlet \(number % 3)", published: "2031-01-0\(number % 9 + 1)", url: nil,
            fields: [Document.Field(name: "topic", value: "a/b \"c\"")], hash: "\(hash)\(number)")
    }

    /// The facts of a document's quotations.
    static func facts(_ number: Int, count: Int? = nil) -> [QuotationFacts] {
        (0..<(count ?? number % 4)).map { i in
            let name = "Lena Okello \(letters(number % 5))"
            let speaker = Speaker(
                id: "", name: name, role: i == 0 ? nil : "teacher",
                aliases: ["Okello", "Ms. Okello"], kind: i == 2 ? .organization : .person,
                gender: .female)
            return QuotationFacts(
                documentID: "d\(number)", start: i * 50, end: i * 50 + 40,
                pieces: i == 1 ? [Span(50, 60), Span(70, 90)] : [Span(i * 50, i * 50 + 40)],
                text: "She “must” go … now, \(number)", form: i == 0 ? .direct : .mixed,
                cue: i == 0 ? "said" : nil, source: i == 0 ? "she" : nil,
                speaker: i == 3 ? nil : speaker,
                speakerID: i == 3 ? nil : SpeakerKey.id(of: speaker, in: "d\(number)"),
                rule: "cue", confidence: 0.1 * Double(number % 10),
                status: i == 3 ? .noSpeaker : .notAbout)
        }
    }

    /// A name that is no number.
    private static func letters(_ number: Int) -> String {
        ["Ash", "Birch", "Cedar", "Dogwood", "Elm"][number]
    }

    /// What a run says of every other quotation, and of an act.
    static func run(of number: Int, count: Int? = nil) -> ScoredDocument.Run {
        let rows = facts(number, count: count).enumerated().compactMap { i, facts in
            i % 2 == 0 ? row(i, facts) : nil
        }
        return ScoredDocument.Run(target: "Ana Adeyar", rows: rows)
    }

    private static func row(_ i: Int, _ facts: QuotationFacts) -> ScoredDocument.Row {
        let score = QuotationScore(
            target: "Ana Adeyar", mention: .explicit, status: .counted,
            probabilities: StanceProbabilities(
                against: 0.7, neutral: 0.1 + 0.1, favor: 1.0 / 3), stance: .against,
            contextBefore: "before ", movingWords: [MovingWord(start: 0, end: 3, weight: -0.125)],
            act: i == 2 ? SpeechAct(direction: -1, strength: 3, isNegated: true) : nil,
            passage: KeptPassage(
                text: nil, targets: [Span(0, 3)], opinion: i == 2 ? [0.5, -0.25, 0.125] : []),
            targetSpans: i == 2 ? [Span(3, 7), Span(9, 12)] : [],
            gates: i == 2 ? GateProbabilities(speech: 0.98, about: 0.5, speaker: 1) : nil)
        return ScoredDocument.Row(place: .fact(i), score: score)
    }

    /// A document with what a run says of it.
    static func scored(_ number: Int, hash: String = "h", count: Int? = nil) -> ScoredDocument {
        ScoredDocument(
            summary: document(number, hash: hash), facts: facts(number, count: count),
            people: [NamedPerson(name: "Lena Okello \(letters(number % 5))", gender: .female)],
            runs: [run(of: number, count: count)])
    }

    /// The rows of a document as a store gives them back.
    static func quotations(_ number: Int, count: Int? = nil) -> [ScoredQuotation] {
        scored(number, count: count).quotations.map { row in
            var row = row
            // A store names a speaker by its identity.
            if let id = row.facts.speakerID { row.facts.speaker?.id = id }
            return row
        }
    }

    static func batch(_ numbers: Range<Int>) -> StoreBatch {
        StoreBatch(
            documents: numbers.map { scored($0) },
            diagnostics: (numbers.lowerBound % 2 == 0
                ? [Diagnostic(Place(file: "a.jsonl", line: 1000 + numbers.lowerBound), "bad")] : [])
                + numbers.filter { $0 % 7 == 0 }.map {
                    Diagnostic(Place(file: "a.jsonl", line: $0), "odd words")
                })
    }
}
