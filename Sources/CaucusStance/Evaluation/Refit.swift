import CaucusFeatures
import CaucusLearning
import CaucusMatrix
public import CaucusStatistics
import CaucusText

/// A model's recipe (its features and its penalty) fitted anew to labeled examples, each part held out
/// once: how well such a model does on what it has not seen, by what it has not seen.
public struct Refit: Sendable {
    /// How it went.
    public enum Outcome: Sendable {
        /// The metrics of the held-out probabilities, of the labels that occur, in the task's order.
        case measured(Metrics, labels: [String])
        /// Why the examples cannot be split so.
        case impossible(String)
    }

    /// What is held out: `random`, `by group`, `by speaker`, `by target`, or a baseline's name.
    public let name: String
    /// How many different values are held out in turn.
    public let units: Int
    /// How many parts they were put in.
    public let folds: Int
    /// How it went.
    public let outcome: Outcome

    /// Folds of each refit.
    static let count = 5

    /// The four ways and the lexicon's baseline; intervals are always over groups.
    static func all(of model: StanceModel, on examples: [LabeledExample], seed: UInt64) -> [Refit] {
        let encoded: EncodedExamples
        let rows: TrainingRows
        let passages = PassageMaker.passages(of: examples)
        do {
            encoded = try EncodedExamples(examples, task: model.task)
            let fitted = try Features(model.provenance.features, lexicon: model.vectorizer.lexicon)
                .fittedRows(to: passages)
            rows = TrainingRows(
                fitted.features, model.completed(fitted.rows, passages),
                followsCounts: model.provenance.penaltyFollowsCounts)
        } catch {
            return [Refit(name: "random", units: 0, folds: 0, outcome: .impossible("\(error)"))]
        }
        let recipe = Recipe(
            rows: rows, encoded: encoded, penalties: [model.provenance.c],
            temperature: model.temperature, shift: model.provenance.shift, task: model.task,
            seed: seed)
        var refits = [recipe.refit("random", Array(examples.indices))]
        for slice in [StanceEvaluation.Slice.group, .speaker, .target] {
            refits.append(recipe.refit(slice, examples))
        }
        refits.append(
            lexicon(passages, model.vectorizer.lexicon, encoded, model.task, seed: seed))
        return refits
    }

    /// The valence lexicon alone, held out by group, at the penalty that suits it best.
    private static func lexicon(
        _ passages: [Passage], _ lexicon: ValenceLexicon, _ encoded: EncodedExamples,
        _ task: StanceTask, seed: UInt64
    ) -> Refit {
        let name = "lexicon only, by group"
        guard let settings = FeatureSettings(named: "lexicon"),
            let (features, rows) = try? Features(settings, lexicon: lexicon)
                .fittedRows(to: passages)
        else {
            return Refit(
                name: name, units: 0, folds: 0,
                outcome: .impossible("no word of the lexicon occurs"))
        }
        return Recipe(
            rows: TrainingRows(features, rows), encoded: encoded,
            penalties: StanceTrainer.candidates, temperature: nil, shift: [], task: task,
            seed: seed
        ).refit(name, encoded.groups)
    }
}

/// Rows and how to fit them.
private struct Recipe {
    let rows: TrainingRows
    let encoded: EncodedExamples
    let penalties: [Double]
    /// What logits are divided by; fitted to the held-out logits where `nil`.
    let temperature: Double?
    /// What is added to the calibrated logits; empty for nothing.
    let shift: [Double]
    let task: StanceTask
    let seed: UInt64

    /// A refit that holds out the values of a column.
    func refit(_ slice: StanceEvaluation.Slice, _ examples: [LabeledExample]) -> Refit {
        let name = "by \(slice.rawValue)"
        let values = examples.map { slice.value(of: $0) }
        let known = values.compactMap(\.self)
        let distinct = Set(known).count
        guard distinct > 1 else {
            let why =
                known.isEmpty ? "no example has a \(slice.rawValue)" : "one \(slice.rawValue) only"
            return Refit(name: name, units: distinct, folds: 0, outcome: .impossible(why))
        }
        return refit(name, EncodedExamples.numbered(values))
    }

    /// A refit that holds out units, whole.
    func refit(_ name: String, _ units: [Int]) -> Refit {
        let distinct = Set(units).count
        let count = min(Refit.count, distinct)
        do {
            let folds = try Folds.grouped(
                labels: encoded.labels, groups: units, count: count, seed: seed)
            let scale = StanceTrainer.penaltyScale(classes: encoded.classes.count)
            let logits = try rows.validated(
                encoded, penalties: penalties.map { $0 * scale }, folds: folds,
                weights: encoded.weights
            ).logits
            let t =
                temperature
                ?? Calibration.temperature(
                    logits: logits, labels: encoded.labels, weights: encoded.weights)
            var probabilities = Softmax.probabilities(logits: logits, temperature: t)
            if shift.count == probabilities.columns {
                probabilities = LabelShift(logits: shift).applied(to: probabilities)
            }
            let metrics = encoded.metrics(probabilities, seed: seed)
            return Refit(
                name: name, units: distinct, folds: count,
                outcome: .measured(metrics, labels: encoded.classes.map { task.labels[$0] }))
        } catch {
            return Refit(
                name: name, units: distinct, folds: count, outcome: .impossible("\(error)"))
        }
    }
}
