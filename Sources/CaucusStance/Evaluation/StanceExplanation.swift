public import CaucusActs
public import CaucusFeatures
import CaucusLearning
import CaucusMatrix
public import CaucusStatistics
import Foundation

/// Why a model gives a passage the probabilities it gives: a sum, term by term.
///
/// The intercepts and the terms of a label add up to its logit; the logits divided by the temperature are
/// what the probabilities are made of.
public struct StanceExplanation: Sendable {
    /// What one feature adds.
    public struct Term: Sendable, Equatable {
        /// The feature.
        public var feature: String
        /// The feature's value in the passage.
        public var value: Double
        /// Value × weight for each label that the model was trained on.
        public var logits: [Double]

        /// How far the term sets the labels apart; what it adds to all of them alike changes nothing.
        public var effect: Double { (logits.max() ?? 0) - (logits.min() ?? 0) }
    }

    /// What the scorer of articles adds after the model.
    public struct Step: Sendable, Equatable {
        /// Why: the shares of quotations, or what the speaker does.
        public var reason: String
        /// What is added to the logit, divided by the temperature, of each label that the model knows.
        public var logits: [Double]
    }

    /// The passage.
    public let passage: Passage
    /// The labels that the model was trained on, from the hostile to the friendly end.
    public let labels: [String]
    /// What each label has before a word is read.
    public let intercepts: [Double]
    /// Every feature of the passage that the model knows, that with the largest effect first.
    public let terms: [Term]
    /// The sums.
    public let logits: [Double]
    /// What the logits are divided by.
    public let temperature: Double
    /// What the speaker does by speaking, where the article tells by a verb (“accused her of”).
    public let act: SpeechAct?
    /// What is added to the logits once they are divided by the temperature; the probabilities are those of
    /// the sums.
    public let steps: [Step]
    /// The probabilities of ``labels``, after all steps.
    public let probabilities: [Double]
    /// The words of the text that moved the score toward the friendly end, strongest first.
    public let words: [MovingWord]
    /// The margin below which the model does not answer, or `nil` where it keeps none.
    public let threshold: AnswerThreshold?

    /// The position in ``labels`` of the most probable one.
    public var answer: Int {
        probabilities.indices.max { (probabilities[$0], $1) < (probabilities[$1], $0) } ?? 0
    }

    /// How far the most probable label stands above the next.
    public var margin: Double {
        let falling = probabilities.sorted(by: >)
        return falling.count > 1 ? falling[0] - falling[1] : falling.first ?? 0
    }
}

extension StanceModel {
    /// The sum that makes the probabilities of a passage.
    ///
    /// An act raises the odds of its stance over what the words say, as it does where articles are scored.
    ///
    /// - Complexity: O(bytes of the passage).
    public func explanation(of passage: Passage, act: SpeechAct? = nil) -> StanceExplanation {
        explanation(of: passage, act: act, shift: nil, tone: nil)
    }

    /// The sum that makes the stored probabilities of a quotation: the model's logits, the shares of
    /// quotations in place of those of the training data, and what the speaker does by speaking.
    ///
    /// - Complexity: O(bytes of the passage).
    public func explanation(of passage: Passage, storedAs row: ScoredQuotation) -> StanceExplanation
    {
        guard task == .stance else { return explanation(of: passage) }
        let act = QuotationPrior.isReport(row.speaker) ? nil : row.act
        return explanation(
            of: passage, act: act, shift: prior(for: row.speaker)?.logits,
            tone: toneLogits(of: row.score, by: row.speaker))
    }

    private func explanation(
        of passage: Passage, act: SpeechAct?, shift: [Double]?, tone: [Double]?
    ) -> StanceExplanation {
        let terms = contributions(of: passage).map {
            StanceExplanation.Term(feature: $0.name, value: $0.value, logits: $0.amounts)
        }
        let logits = classes.indices.map { k in
            terms.reduce(intercepts[k]) { $0 + $1.logits[k] }
        }
        var sums = logits.map { $0 / temperature }
        var steps: [StanceExplanation.Step] = []
        func add(_ reason: String, _ all: [Double]) {
            let added = classes.map { all[$0] }
            steps.append(.init(reason: reason, logits: added))
            sums = zip(sums, added).map { $0 + $1 }
        }
        if let shift { add("shares of quotations", shift) }
        if let tone { add("the tone, as a second opinion of the side", tone) }
        if let act {
            // An act does more than add: it is told by what it makes of the probabilities.
            var before = [0.0, 0, 0]
            for (k, label) in classes.enumerated() {
                before[label] = exp(Softmax.logProbabilities(sums)[k])
            }
            let change = zip(act.applied(to: before), before).map { log($0 / max($1, 1e-300)) }
            if change.contains(where: { abs($0) > 1e-12 }) {
                add("what the speaker does by speaking", change.map { $0.isFinite ? $0 : 0 })
            }
        }
        return StanceExplanation(
            passage: passage, labels: labels, intercepts: intercepts, terms: terms,
            logits: logits, temperature: temperature, act: act, steps: steps,
            probabilities: Softmax.logProbabilities(sums).map { exp($0) },
            words: movingWords(in: passage, limit: 30), threshold: threshold)
    }
}

extension Softmax {
    /// The logarithms of the probabilities that logits stand for.
    fileprivate static func logProbabilities(_ logits: [Double]) -> [Double] {
        let most = logits.max() ?? 0
        let sum = logits.reduce(0) { $0 + exp($1 - most) }
        return logits.map { $0 - most - log(sum) }
    }
}
