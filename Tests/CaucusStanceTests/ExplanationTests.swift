import CaucusTarget
import CaucusFeatures
import CaucusQuotes
import CaucusText
import Foundation
import Testing

@testable import CaucusStance

@Suite("explanations")
struct ExplanationTests {
    @Test(arguments: ["stance", "plain", "tweets"])
    func whatIsListedAddsUpToTheLogits(features: String) throws {
        let settings = try #require(FeatureSettings(named: features))
        let examples = StanceModelTests.examples
        let model = try StanceTrainer(features: settings, folds: 0, c: 1).trained(on: examples)
            .model
        let passages = PassageMaker.passages(of: examples)
        let logits = model.regression.logits(for: model.rows(for: passages))
        for (i, passage) in passages.enumerated() {
            let explanation = model.explanation(of: passage)
            for k in explanation.labels.indices {
                let sum = explanation.terms.reduce(explanation.intercepts[k]) { $0 + $1.logits[k] }
                // The issue's own bound; rows are Floats, sums of some hundred of them Doubles.
                #expect(abs(sum - logits[i, k]) < 1e-6)
                #expect(abs(sum - explanation.logits[k]) < 1e-9)
            }
            let row = try #require(model.probabilities(for: [passage]).first)
            #expect(zip(row, explanation.probabilities).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    @Test func whatSetsTheLabelsApartComesFirst() throws {
        let model = try StanceTrainer(folds: 0, c: 3).trained(on: StanceModelTests.examples).model
        let passage = Passage(
            text: "We are proud of Okello", target: StanceTarget(name: "Ada Okello"))
        let explanation = model.explanation(of: passage)
        let effects = explanation.terms.map(\.effect)
        #expect(effects == effects.sorted(by: >) && !effects.isEmpty)
        #expect(explanation.labels[explanation.answer] == "favor")
        #expect(explanation.passage.targets == [Span(16, 22)])
    }

    @Test func anEmptyTextIsItsIntercepts() throws {
        let model = try StanceTrainer(folds: 0, c: 3).trained(on: StanceModelTests.examples).model
        let explanation = model.explanation(of: Passage(text: ""))
        #expect(explanation.logits.count == 3 && explanation.words.isEmpty)
    }

    /// Every quotation that is scored is explained from its row as it was scored.
    @Test func aStoredQuotationIsExplainedAsItWasScored() throws {
        let model = try StanceTrainer(folds: 0, c: 3).trained(on: StanceModelTests.examples).model
        let target = StanceTarget(name: "Ada Okello", pronoun: .she)
        let document = Document(
            id: "a",
            text: """
                “We are proud of Ada Okello and trust her,” said Bo Lind, a teacher.

                Cy Moss, a nurse, was less sure. “We are tired of her and she must resign,” Moss said.
                """)
        let scorer = DocumentScorer(model: model, target: target)
        let rows = scorer.scored(document).quotations.filter { $0.probabilities != nil }
        try #require(!rows.isEmpty)
        for row in rows {
            let explained = model.explanation(
                of: try #require(row.scoredPassage), storedAs: row)
            let stored = try #require(row.probabilities)
            // Stored probabilities are rounded to six decimals.
            #expect(abs(explained.probabilities[0] - stored.against) < 1e-6)
        }
    }

    /// Mostly neutral training data and a verb that accuses: both steps count, and all of it is a sum.
    @Test func theStepsOfAStoredQuotationSumToWhatWasStored() throws {
        let neutral = (0..<240).map { i in
            LabeledExample(
                id: "n\(i)", text: "Okello will present to the house on Monday item \(i)",
                target: "Ada Okello", label: "neutral", group: "n\(i)")
        }
        let model = try StanceTrainer(folds: 0, c: 3)
            .trained(on: StanceModelTests.examples + neutral).model
        let document = Document(
            id: "a",
            text: """
                Bo Lind, a teacher, accused Ada Okello of lying to the town about the pier.

                “We are proud of Ada Okello and trust her,” said Cy Moss, a nurse.
                """)
        let scorer = DocumentScorer(
            model: model, target: StanceTarget(name: "Ada Okello", pronoun: .she))
        let rows = scorer.scored(document).quotations.filter { $0.probabilities != nil }
        #expect(rows.contains { $0.act != nil })
        for row in rows {
            let passage = try #require(row.scoredPassage)
            let explained = model.explanation(of: passage, storedAs: row)
            #expect(
                explained.steps.count
                    == (row.act.map { $0.direction != 0 || $0 == .reported } ?? false ? 2 : 1))
            let sums = explained.steps.reduce(explained.logits.map { $0 / explained.temperature }) {
                sums, step in zip(sums, step.logits).map { $0 + $1 }
            }
            let most = try #require(sums.max())
            let total = sums.reduce(0) { $0 + exp($1 - most) }
            let stored = model.adjusted(
                model.probabilities(for: [passage])[0], for: row.score, by: row.speaker)
            for k in 0..<3 {
                #expect(abs(exp(sums[k] - most) / total - stored[k]) < 1e-6)
                #expect(abs(explained.probabilities[k] - stored[k]) < 1e-6)
            }
        }
    }
}
