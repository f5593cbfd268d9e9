import CaucusFeatures
import CaucusLearning
import CaucusMatrix
import CaucusStatistics
import CaucusText
import Foundation

/// The choice of penalty, temperature and margin by cross-validation.
extension StanceTrainer {
    /// What the cross-validation chose.
    struct Search {
        var c: Double
        var temperature = 1.0
        var threshold: AnswerThreshold?
        var metrics: Metrics?
        var baseline: Metrics?
        var heldOut: HeldOutSample?
        /// The calibrated out-of-fold probabilities, as the model will give them.
        var calibrated: Matrix?
        /// What is added to the calibrated logits for ``aim``; empty for nothing.
        var shift: [Double] = []
        /// Whether the penalty followed the counts.
        var followsCounts = false
    }

    /// ``aim`` where it is set, else what suits the features.
    private var chosenAim: LabelAim { aim ?? (features.readsPosts ? .averageF1 : .likeliest) }

    /// How far rare labels are raised where a base knows the task and ``balance`` says nothing: the shares of a few
    /// labels, from a few articles, tell little of the shares elsewhere.
    ///
    /// 0.75 at 100 examples, 0.38 at 500, 0.03 at 10,000; chosen on NewsMTSC's training part, five draws of 100.
    public static func balance(examples: Int) -> Double {
        let half = 300.0
        return (half / (half + Double(examples)) * 100).rounded() / 100
    }

    /// ``balance`` where it is set, else what suits the number of examples.
    func settledBalance(examples: Int) -> Double {
        if let balance { return balance }
        return base == nil || chosenAim != .likeliest ? 0 : Self.balance(examples: examples)
    }

    /// The weights of the examples with ``balance``.
    func balanced(_ encoded: EncodedExamples) -> [Double] {
        guard balance ?? 0 > 0 else { return encoded.weights }
        let totals = Self.totals(encoded)
        let total = totals.reduce(0, +)
        let raised = raises(totals)
        // The weights sum to what they summed to.
        let sum = zip(totals, raised).reduce(0) { $0 + $1.0 * $1.1 }
        return zip(encoded.labels, encoded.weights).map { $1 * raised[$0] * total / sum }
    }

    /// Probabilities of a model trained with ``balance``, for a population with the examples' own shares of labels
    /// (Saerens et al. 2002).
    func unraised(_ probabilities: Matrix, _ encoded: EncodedExamples) -> Matrix {
        guard balance ?? 0 > 0 else { return probabilities }
        return LabelShift(logits: raises(Self.totals(encoded)).map { $0 > 0 ? -log($0) : 0 })
            .applied(to: probabilities)
    }

    /// How many times an example of each class counts, up to a factor they share.
    private func raises(_ totals: [Double]) -> [Double] {
        let total = totals.reduce(0, +)
        return totals.map { $0 > 0 ? pow(total / $0, balance ?? 0) : 0 }
    }

    /// The summed weights of the examples of each class.
    private static func totals(_ encoded: EncodedExamples) -> [Double] {
        var totals = [Double](repeating: 0, count: encoded.classes.count)
        for (label, weight) in zip(encoded.labels, encoded.weights) { totals[label] += weight }
        return totals
    }

    func searched(
        _ rows: TrainingRows, _ encoded: EncodedExamples, _ weights: [Double]
    ) throws -> Search {
        guard folds > 0 else {
            return Search(
                c: c ?? 1, followsCounts: features.hasPenaltyScales && penaltyFollowsCounts == true)
        }
        let folding = try Folds.grouped(
            labels: encoded.labels, groups: encoded.groups, count: folds, seed: seed)
        let scale = Self.penaltyScale(classes: encoded.classes.count)
        let penalties = c.map { [$0] } ?? Self.candidates
        let (result, followsCounts) = try validated(
            rows, encoded, penalties: penalties.map { $0 * scale }, folds: folding, weights: weights
        )
        let temperature = Calibration.temperature(
            logits: result.logits, labels: encoded.labels, weights: weights)
        let (calibrated, shift) = aimed(
            Softmax.probabilities(logits: result.logits, temperature: temperature), encoded,
            folding)
        let prior = encoded.priorProbabilities()
        return Search(
            c: result.bestC / scale, temperature: temperature,
            threshold: try threshold(calibrated, encoded),
            metrics: encoded.metrics(calibrated, seed: seed),
            baseline: encoded.metrics(prior, seed: seed),
            heldOut: HeldOutSample(
                probabilities: calibrated, labels: encoded.labels, groups: encoded.groups,
                classes: encoded.classes, task: task), calibrated: calibrated, shift: shift,
            followsCounts: followsCounts)
    }

    /// Calibrated probabilities as ``aim`` wants them, and what is added to the model's logits for it.
    ///
    /// The shift of a fold's probabilities is chosen on the other folds, so that metrics do not flatter.
    private func aimed(
        _ calibrated: Matrix, _ encoded: EncodedExamples, _ folds: Folds
    ) -> (probabilities: Matrix, shift: [Double]) {
        guard chosenAim == .averageF1 else { return (calibrated, []) }
        let ends = task.interest(among: encoded.classes)
        var shifted = calibrated
        for fold in 0..<folds.count {
            let (others, rows) = (folds.training(fold), folds.heldOut(fold))
            let shift = LabelShift(
                probabilities: calibrated.rows(at: others),
                labels: others.map { encoded.labels[$0] }, ends: ends)
            let part = shift.applied(to: calibrated.rows(at: rows))
            for (i, row) in rows.enumerated() {
                for k in 0..<part.columns { shifted[row, k] = part[i, k] }
            }
        }
        let shift = LabelShift(probabilities: calibrated, labels: encoded.labels, ends: ends)
        return (shifted, shift.logits)
    }

    /// What scikit-learn's C is multiplied by for the learner here. With two labels scikit-learn penalizes the
    /// difference of the two weights, `½‖w‖²`; both weights of the learner then carry half of it each, and
    /// half the C gives the same optimum at half the objective.
    static func penaltyScale(classes: Int) -> Double { classes == 2 ? 0.5 : 1 }

    /// The margin that keeps the errors of held-out answers at ``maximumError``.
    private func threshold(
        _ calibrated: Matrix, _ encoded: EncodedExamples
    ) throws(TrainingError) -> AnswerThreshold? {
        guard let maximumError else { return nil }
        guard
            let threshold = AnswerThreshold(
                probabilities: calibrated, labels: encoded.labels, groups: encoded.groups,
                maximumError: maximumError, seed: seed)
        else {
            throw .errorOutOfReach(maximumError: maximumError, examples: encoded.labels.count)
        }
        return threshold
    }
}
