import Caucus
import CaucusMatrix
import CaucusTestSupport
import Foundation
import Testing

/// The promises, kept by every type of a kind, on the sample and on random input.
@Suite("promises")
struct PromiseTests {
    private static func examples() throws -> [LabeledExample] {
        let path = SharedPaths.root.appendingPathComponent("Corpus/sample/labels/test.jsonl").path
        return try LabeledExampleReader(paths: [path]).compactMap { reading in
            guard case .example(let example) = reading else { return nil }
            return example
        }
    }

    @Test(arguments: ["plain", "masked"])
    func vectorizersKeepTheirPromises(name: String) throws {
        let settings = try #require(FeatureSettings(named: name))
        let passages = PassageMaker.passages(of: try Self.examples().prefix(60))
        try checkVectorizer(settings, on: passages + [Passage(text: ""), Passage(text: "é 🗳 ’")])
    }

    @Test(arguments: [0.01, 1, 100])
    func classifiersKeepTheirPromises(c: Double) throws {
        let examples = try Self.examples()
        let encoded = try EncodedExamples(examples, task: .stance)
        let rows = try Features(.stance).fittedRows(to: PassageMaker.passages(of: examples)).rows
        try checkClassifier(
            LogisticRegression(c: c), rows: rows, labels: encoded.labels, classes: 3)
    }

    @Test func quotationsOfTheSampleKeepTheirPromises() throws {
        let path = SharedPaths.root.appendingPathComponent("Corpus/sample/articles.jsonl").path
        for case .document(let document) in try DocumentReader(paths: [path]) {
            checkQuotations(QuotationExtractor(), on: document.text)
        }
    }

    @Test(arguments: 0..<40)
    func quotationsOfRandomTextKeepTheirPromises(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let pieces = [
            "“", "”", "\"", "'", "‘", "’", "«", "»", "''", "``", "\n", "\n\n", "\r\n", " ", ", ",
            ". ",
            "said", "Ada Okello", "she", "Mr. Li", "according to", "that", "é", "🗳", "\u{301}",
            "\u{0}", "the mayor", "told", ":", "—", "…", "U.S.", "3.5", "I am here", "asked",
        ]
        let count = Int.random(in: 0..<200, using: &random)
        let words = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
        checkQuotations(QuotationExtractor(), on: words.joined(separator: seed % 2 == 0 ? " " : ""))
    }
}
