import CaucusMatrix
public import CaucusStatistics
package import CaucusText
import Foundation

/// What a model's recipe reaches with a number of labels, tested on all groups it did not draw from.
public struct LearningCurvePoint: Sendable, Equatable {
    /// The labels it was fitted to.
    public let labels: Int
    /// The draws that could be fitted.
    public let draws: Int
    /// The mean macro-F1 over the draws, with Student's interval of that mean.
    public let macroF1: Estimate
    /// The mean log loss over the draws, with Student's interval of that mean.
    public let logLoss: Estimate

    /// The sizes that are tried, as far as a fifth of the examples is left to test on.
    package static let sizes = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000]
    /// The draws of each size.
    package static let count = 5

    /// The curve of a model's features; the penalty is chosen anew by folds within each draw.
    package static func curve(
        of model: StanceModel, on examples: [LabeledExample], sizes: [Int] = sizes,
        draws: Int = count, seed: UInt64
    ) -> [LearningCurvePoint] {
        var groups: [[Int]] = []
        for (i, group) in EncodedExamples.numbered(examples.map(\.group)).enumerated() {
            if group == groups.count { groups.append([]) }
            groups[group].append(i)
        }
        return sizes.prefix { $0 * 5 <= examples.count * 4 }.compactMap { size in
            let results = (0..<draws).compactMap { draw in
                result(
                    model, examples, groups, size: size,
                    seed: seed &+ UInt64(draw) &* 1_000_003 &+ UInt64(size))
            }
            guard let macroF1 = mean(results.map(\.macroF1)),
                let logLoss = mean(results.map(\.logLoss))
            else { return nil }
            return LearningCurvePoint(
                labels: size, draws: results.count, macroF1: macroF1, logLoss: logLoss)
        }
    }

    /// The mean over draws; none of no draw, and no interval of one.
    private static func mean(_ values: [Double]) -> Estimate? {
        ClusteredMean(method: "mean over draws")
            .estimate(of: values, clusters: Array(values.indices))
    }

    /// One draw: groups in random order until there are enough labels; `nil` where it cannot be fitted.
    private static func result(
        _ model: StanceModel, _ examples: [LabeledExample], _ groups: [[Int]], size: Int,
        seed: UInt64
    ) -> (macroF1: Double, logLoss: Double)? {
        var random = SplitMix(seed: seed)
        var training: [LabeledExample] = []
        var test: [LabeledExample] = []
        for group in groups.shuffled(using: &random) {
            if training.count < size {
                training += group.prefix(size - training.count).map { examples[$0] }
            } else {
                test += group.map { examples[$0] }
            }
        }
        let distinct = Set(EncodedExamples.numbered(training.map(\.group))).count
        guard !test.isEmpty, distinct > 1 else { return nil }
        var trainer = StanceTrainer(
            task: model.task, features: model.provenance.features, folds: min(5, distinct),
            seed: seed, base: model.bases.first)
        trainer.lexicon = model.vectorizer.lexicon
        trainer.balance = model.balanceOfRefits
        (trainer.encoder, trainer.encoderChecksum) = (model.encoder, model.encoderChecksum)
        trainer.penaltyFollowsCounts = model.provenance.penaltyFollowsCounts
        trainer.aim = model.provenance.shift.isEmpty ? .likeliest : .averageF1
        guard let fitted = try? trainer.trained(on: training).model,
            let scored = try? ScoredExamples(fitted, test)
        else { return nil }
        let metrics = Metrics(
            probabilities: scored.probabilities, labels: scored.labels, resamples: 0, seed: seed)
        return (metrics.macroF1.value, metrics.logLoss.value)
    }
}

extension StanceModel {
    /// What ``StanceTrainer/balance`` is in refits of the model: as it was told, or left to their own number of
    /// examples where it was left to the model's.
    var balanceOfRefits: Double? {
        let own = provenance.balance
        let left = bases.isEmpty ? 0 : StanceTrainer.balance(examples: provenance.examples)
        return own == left ? nil : own
    }
}
