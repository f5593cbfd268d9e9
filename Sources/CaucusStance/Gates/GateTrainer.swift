package import CaucusLearning
import CaucusMatrix
import Foundation

/// Fits the gates to judged candidates.
package struct GateTrainer {
    /// A candidate with what coders say of it.
    package struct Example {
        package var row: GateRow
        /// Whether it is speech; and, if it is, whether it is about the leader and its speaker right.
        package var isSpeech: Bool
        package var isAbout: Bool
        package var isSpeaker: Bool
        /// How many candidates of the whole it stands for, by whose shares the answers are calibrated; 0 where it was not
        /// drawn at random.
        package var weight: Double
        /// The leader it was judged toward, by number.
        package var leader: Int

        /// Creates an example.
        package init(
            row: GateRow, isSpeech: Bool, isAbout: Bool, isSpeaker: Bool, weight: Double,
            leader: Int
        ) {
            self.row = row
            self.isSpeech = isSpeech
            self.isAbout = isAbout
            self.isSpeaker = isSpeaker
            self.weight = weight
            self.leader = leader
        }

        fileprivate func passes(_ gate: Gate) -> Bool {
            switch gate {
            case .speech: isSpeech
            case .about: isAbout
            case .speaker: isSpeaker
            }
        }
        /// Speech alone has a speaker and is about somebody.
        fileprivate func teaches(_ gate: Gate) -> Bool { gate == .speech || isSpeech }
    }

    /// What a fit gave.
    package struct Result {
        package var features: [(key: UInt64, name: String)]
        package var weights: [SIMD4<Float>]
        package var levels: SIMD4<Float>
        package var slopes: SIMD4<Float>
        package var offsets: SIMD4<Float>
        /// What an answer weighs beside the features; all 0 before ``GateTrainer/fitAnswers(_:of:_:)``.
        package var answerWeights: [Float]
        /// What an encoder's opinion weighs; empty where none was read.
        package var opinionWeights: [SIMD4<Float>]
        /// The calibrated probabilities of each example from a fit to other leaders.
        package var heldOut: [GateProbabilities]
        package var c: Double
        /// The area under the curve of each gate on what was drawn at random.
        package var areas: [Double]
    }

    /// In how many candidates a feature must occur to have a weight.
    package var minimum = 5
    /// The penalties that are tried.
    package var penalties: [Double] = [0.01, 0.03, 0.1, 0.3]
    /// The fold of each example; no leader is in two.
    package var folds: Folds

    /// Creates a trainer.
    package init(folds: Folds) { self.folds = folds }

    /// Fits the three gates at the penalty under which held-out leaders have the least log loss in all.
    package func fitted(to examples: [Example]) throws -> Result {
        let features = vocabulary(examples)
        let rows = Self.rows(examples, features.map(\.key))
        var best: (c: Double, loss: Double, odds: [[Double]])?
        for c in penalties {
            let odds = try Gate.allCases.map { try heldOutOdds($0, examples, rows, c) }
            let loss = zip(Gate.allCases, odds).reduce(0) { $0 + Self.loss($1.0, $1.1, examples) }
            if best.map({ loss < $0.loss }) ?? true { best = (c, loss, odds) }
        }
        guard let best else { preconditionFailure("no penalty to try") }
        var result = Result(
            features: features, weights: Array(repeating: .zero, count: features.count),
            levels: .zero, slopes: .zero, offsets: .zero,
            answerWeights: Array(repeating: 0, count: AnswerInputs.count),
            opinionWeights: Array(repeating: .zero, count: rows.columns - features.count),
            heldOut: [], c: best.c,
            areas: [])
        var calibrated: [[Double]] = []
        for (k, gate) in Gate.allCases.enumerated() {
            let taught = examples.indices.filter { examples[$0].teaches(gate) }
            let model = try Self.fit(gate, examples, rows, taught, best.c)
            result.levels[k] = Float(model.intercepts[1] - model.intercepts[0])
            for column in features.indices {
                result.weights[column][k] =
                    Float(model.weights[column, 1] - model.weights[column, 0])
            }
            for i in result.opinionWeights.indices {
                let column = features.count + i
                result.opinionWeights[i][k] =
                    Float(model.weights[column, 1] - model.weights[column, 0])
            }
            let drawn = taught.filter { examples[$0].weight > 0 }
            let (slope, offset) = try Self.line(
                drawn.map { best.odds[k][$0] }, drawn.map { examples[$0].passes(gate) },
                drawn.map { examples[$0].weight })
            result.slopes[k] = Float(slope)
            result.offsets[k] = Float(offset)
            calibrated.append(best.odds[k].map { 1 / (1 + exp(-(slope * $0 + offset))) })
            result.areas.append(
                Self.area(
                    drawn.map { best.odds[k][$0] }, drawn.map { examples[$0].passes(gate) }))
        }
        result.heldOut = examples.indices.map {
            GateProbabilities(
                speech: calibrated[0][$0], about: calibrated[1][$0], speaker: calibrated[2][$0])
        }
        return result
    }

    /// The features that enough candidates share, by key.
    private func vocabulary(_ examples: [Example]) -> [(key: UInt64, name: String)] {
        var counts: [UInt64: (count: Int, name: String)] = [:]
        for example in examples {
            var seen: Set<UInt64> = []
            for (key, name) in zip(example.row.keys, example.row.names)
            where seen.insert(key).inserted {
                counts[key, default: (0, name)].count += 1
            }
        }
        return counts.filter { $0.value.count >= minimum }
            .map { ($0.key, $0.value.name.replacing("\n", with: " ")) }.sorted { $0.0 < $1.0 }
    }

    /// The features of examples as columns, and after them what an encoder says of each, where one has read them.
    static func rows(_ examples: [Example], _ keys: [UInt64]) -> SparseMatrix {
        var columns: [UInt64: Int32] = [:]
        for (column, key) in keys.enumerated() { columns[key] = Int32(column) }
        var starts = [0]
        var indices: [Int32] = []
        for example in examples {
            indices += Set(example.row.keys.compactMap { columns[$0] }).sorted()
            starts.append(indices.count)
        }
        let sparse = SparseMatrix(
            columns: keys.count, rowStarts: starts, indices: indices,
            values: [Float](repeating: 1, count: indices.count))
        let opinions = examples.map(\.row.opinion)
        guard opinions.contains(where: { !$0.isEmpty }) else { return sparse }
        return sparse.beside(SparseMatrix(opinions: opinions))
    }

    private static func fit(
        _ gate: Gate, _ examples: [Example], _ rows: SparseMatrix, _ places: [Int], _ c: Double
    ) throws -> LogisticModel {
        try LogisticRegression(c: c / 2).fitted(
            to: rows.rows(at: places), labels: places.map { examples[$0].passes(gate) ? 1 : 0 },
            classes: 2)
    }

    /// The log odds of each example from a fit to other leaders.
    private func heldOutOdds(
        _ gate: Gate, _ examples: [Example], _ rows: SparseMatrix, _ c: Double
    ) throws -> [Double] {
        var odds = [Double](repeating: 0, count: examples.count)
        for fold in 0..<folds.count {
            let training = folds.training(fold).filter { examples[$0].teaches(gate) }
            let model = try Self.fit(gate, examples, rows, training, c)
            let held = folds.heldOut(fold)
            let logits = model.logits(for: rows.rows(at: held))
            for (i, place) in held.enumerated() { odds[place] = logits[i, 1] - logits[i, 0] }
        }
        return odds
    }

    /// The mean log loss of the examples that were drawn at random.
    private static func loss(_ gate: Gate, _ odds: [Double], _ examples: [Example]) -> Double {
        var (sum, count) = (0.0, 0.0)
        for (i, example) in examples.enumerated()
        where example.teaches(gate) && example.weight > 0 {
            sum += example.weight * log1p(exp(example.passes(gate) ? -odds[i] : odds[i]))
            count += example.weight
        }
        return sum / max(count, 1)
    }

    /// The slope and offset that calibrate log odds (Platt 1999).
    package static func line(
        _ odds: [Double], _ labels: [Bool], _ weights: [Double]
    ) throws -> (Double, Double) {
        let rows = SparseMatrix(
            columns: 1, rowStarts: Array(0...odds.count),
            indices: [Int32](repeating: 0, count: odds.count), values: odds.map(Float.init))
        let model = try LogisticRegression(c: 1e3).fitted(
            to: rows, labels: labels.map { $0 ? 1 : 0 }, classes: 2, weights: weights)
        return (
            model.weights[0, 1] - model.weights[0, 0], model.intercepts[1] - model.intercepts[0]
        )
    }

    /// The chance that an example that passes has the higher odds than one that does not.
    private static func area(_ odds: [Double], _ labels: [Bool]) -> Double {
        let order = odds.indices.sorted { odds[$0] < odds[$1] }
        var (below, pairs, passed) = (0.0, 0.0, 0.0)
        var i = 0
        while i < order.count {
            var j = i
            while j < order.count, odds[order[j]] == odds[order[i]] { j += 1 }
            let yes = Double(order[i..<j].count { labels[$0] })
            let no = Double(j - i) - yes
            pairs += yes * (below + no / 2)
            below += no
            passed += yes
            i = j
        }
        return passed > 0 && below > 0 ? pairs / (passed * below) : 0.5
    }
}

extension GateModel {
    /// The model of a fit, as its file gives it back.
    package init(
        _ fit: GateTrainer.Result, provenance: GateProvenance, judged: JudgedSample
    ) {
        // What no gate weighs need not be kept.
        let used = fit.features.indices.filter { fit.weights[$0] != .zero }
        self.init(
            provenance: provenance, features: used.map { fit.features[$0] },
            weights: used.map { fit.weights[$0] }, levels: fit.levels, slopes: fit.slopes,
            offsets: fit.offsets, answerWeights: fit.answerWeights,
            opinionWeights: fit.opinionWeights, judged: judged)
    }
}
