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
    /// The probabilities of ``labels``.
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
    /// - Complexity: O(bytes of the passage).
    public func explanation(of passage: Passage) -> StanceExplanation {
        // What an encoder says is one reading, in several numbers.
        let all = contributions(of: passage)
        let read = all.filter { isOpinion(column: $0.column) }
        var terms = all.filter { !isOpinion(column: $0.column) }.map {
            StanceExplanation.Term(feature: $0.name, value: $0.value, logits: $0.amounts)
        }
        if !read.isEmpty {
            let amounts = classes.indices.map { k in read.reduce(0) { $0 + $1.amounts[k] } }
            func spread(_ amounts: [Double]) -> Double {
                (amounts.max() ?? 0) - (amounts.min() ?? 0)
            }
            let place = terms.firstIndex { spread($0.logits) < spread(amounts) } ?? terms.count
            terms.insert(
                StanceExplanation.Term(feature: "encoder", value: 1, logits: amounts), at: place)
        }
        let logits = classes.indices.map { k in
            terms.reduce(intercepts[k]) { $0 + $1.logits[k] }
        }
        return StanceExplanation(
            passage: passage, labels: labels, intercepts: intercepts, terms: terms,
            logits: logits, temperature: temperature,
            probabilities: Softmax.logProbabilities(logits.map { $0 / temperature }).map {
                exp($0)
            },
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
