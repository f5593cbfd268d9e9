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
            let explained = model.explanation(of: try #require(row.scoredPassage))
            let stored = try #require(row.probabilities)
            // Stored probabilities are rounded to six decimals.
            #expect(abs(explained.probabilities[0] - stored.against) < 1e-6)
        }
    }

    /// What the speaker does by speaking is a feature beside the words, and the explanation tells it.
    @Test func anActIsAFeature() throws {
        let passages = StanceModelTests.examples.map { example in
            var passage = PassageMaker.passages(of: [example])[0]
            passage.facts = example.label == "against" ? [.against3] : [.favor2]
            return passage
        }
        let model = try StanceTrainer(folds: 0, c: 3)
            .trained(on: StanceModelTests.examples, as: passages).model
        let text = "Bo Lind spoke of Ada Okello."
        let span = Span(17, 27)
        var accused = Passage(text: text, targets: [span])
        let plain = model.explanation(of: accused)
        accused.facts = [.against3]
        let explained = model.explanation(of: accused)
        let term = try #require(
            explained.terms.first { $0.feature.contains("against3") })
        #expect(term.logits[0] > term.logits[explained.labels.count - 1])
        #expect(explained.probabilities[0] > plain.probabilities[0])
    }
}
