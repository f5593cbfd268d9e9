public import CaucusLearning
import Foundation

/// Gates fitted anew to labels of quotations that they have judged: a line each, from what they said to what people say.
///
/// A few hundred labels cannot weigh thousands of features; they can tell that on these articles the gates say too much, too
/// little or too surely.
public struct GateRefit: Sendable, Hashable, Codable {
    /// A labeled quotation, and what the gates said of it.
    public struct Verdict: Sendable {
        public var gates: GateProbabilities
        /// What the label says of each gate; none for a gate of which it says nothing.
        public var passes: [Gate: Bool]
        /// The article, by number.
        public var group: Int

        /// Creates a verdict.
        public init(gates: GateProbabilities, passes: [Gate: Bool], group: Int) {
            self.gates = gates
            self.passes = passes
            self.group = group
        }

        fileprivate func point(_ gate: Gate) -> GateLine.Point? {
            // The probabilities have four digits.
            let p = min(max(gates[gate], 1e-4), 1 - 1e-4)
            return passes[gate].map { GateLine.Point(odds: log(p / (1 - p)), passes: $0) }
        }

        /// The first gate that it does not pass, by number, for folds of like shares.
        fileprivate var kind: Int {
            Gate.allCases.firstIndex { passes[$0] == false } ?? Gate.allCases.count
        }
    }

    /// What became of one gate.
    public struct Part: Sendable, Hashable, Codable {
        public var gate: Gate
        /// How many labels tell of it, and how many say that it is passed.
        public var labels: Int
        public var passed: Int
        /// The mean log loss of what the gate said, and of lines that had not seen the article, in nats.
        public var before: Double
        public var after: Double
        public var line: GateLine
    }

    /// The gates, in the order of ``Gate``.
    public let parts: [Part]
    /// How many quotations are labeled, in how many articles.
    public let quotations: Int
    public let articles: Int
    /// How strongly the lines were drawn to those that change nothing; `nil` where held-out labels gave no reason to move.
    public let pull: Double?

    /// The pulls that are tried, strongest first: equals keep what is there.
    private static let pulls: [Double] = [.infinity, 100, 30, 10, 3, 1]

    /// Fits the lines; how strongly they are drawn is chosen by articles held out, and what that is worth by others.
    ///
    /// - Throws: ``CaucusLearning/FitError`` where there are no verdicts, or of one article alone.
    public init(_ verdicts: [Verdict], folds: Int = 5, seed: UInt64 = 1) throws(FitError) {
        let groups = verdicts.map(\.group)
        articles = Set(groups).count
        quotations = verdicts.count
        let outer = try Folds.grouped(
            labels: verdicts.map(\.kind), groups: groups, count: max(2, min(folds, articles)),
            seed: seed)
        let chosen = try Self.best(verdicts, folds, seed)
        pull = chosen.isFinite ? chosen : nil
        var after = [Double](repeating: 0, count: Gate.allCases.count)
        for fold in 0..<outer.count {
            let training = outer.training(fold).map { verdicts[$0] }
            let held = outer.heldOut(fold).map { verdicts[$0] }
            // What one article is left of chooses nothing.
            let pull = (try? Self.best(training, folds, seed)) ?? .infinity
            for (k, gate) in Gate.allCases.enumerated() {
                let line = GateLine.fitted(
                    to: training.compactMap { $0.point(gate) }, pull: pull)
                after[k] += held.compactMap { $0.point(gate) }.reduce(0) { $0 + line.loss($1) }
            }
        }
        parts = Gate.allCases.enumerated().map { k, gate in
            let points = verdicts.compactMap { $0.point(gate) }
            let count = Double(max(points.count, 1))
            return Part(
                gate: gate, labels: points.count, passed: points.count(where: \.passes),
                before: points.reduce(0) { $0 + GateLine.same.loss($1) } / count,
                after: after[k] / count, line: GateLine.fitted(to: points, pull: chosen))
        }
    }

    /// The pull under which lines foretell articles that they have not seen best, all gates together.
    private static func best(
        _ verdicts: [Verdict], _ count: Int, _ seed: UInt64
    ) throws(FitError) -> Double {
        let groups = verdicts.map(\.group)
        let folds = try Folds.grouped(
            labels: verdicts.map(\.kind), groups: groups,
            count: max(2, min(count, Set(groups).count)), seed: seed)
        let points = Gate.allCases.map { gate in verdicts.map { $0.point(gate) } }
        var best = (pull: Double.infinity, loss: Double.infinity)
        for pull in pulls {
            var loss = 0.0
            for fold in 0..<folds.count {
                for points in points {
                    let line = GateLine.fitted(
                        to: folds.training(fold).compactMap { points[$0] }, pull: pull)
                    loss += folds.heldOut(fold).compactMap { points[$0] }
                        .reduce(0) { $0 + line.loss($1) }
                }
            }
            if loss < best.loss - 1e-9 { best = (pull, loss) }
        }
        return best.pull
    }

    /// Whether its numbers are what they are called.
    var isSound: Bool {
        parts.map(\.gate) == Gate.allCases && quotations >= 0 && articles >= 0
            && parts.allSatisfy { part in
                [part.before, part.after, part.line.slope, part.line.offset].allSatisfy {
                    $0.isFinite && abs($0) < 1e6
                }
            }
    }
}

extension GateModel {
    /// These gates with the lines of a refit behind them, under a name of their own.
    ///
    /// Thresholds and errors that were measured with the old ones are not theirs: a side is answered as with any model that
    /// the gates were not measured with, and shares are corrected by labels alone.
    public func refitted(by refit: GateRefit, name: String, version: String) throws -> GateModel {
        var (slopes, offsets) = (slopes, offsets)
        for (k, part) in refit.parts.enumerated() {
            slopes[k] *= Float(part.line.slope)
            offsets[k] = Float(part.line.slope) * offsets[k] + Float(part.line.offset)
        }
        var made = provenance
        made.name = name
        made.version = version
        made.refits = (provenance.refits ?? []) + [.init(of: provenance.name, checksum, refit)]
        made.stanceModel = ""
        made.precisions = []
        made.neutralPrecisions = []
        made.slices = nil
        // As its file gives it back.
        return try GateModel(
            bytes: GateModel(
                provenance: made, features: features, weights: weights, levels: levels,
                slopes: slopes, offsets: offsets, answerWeights: answerWeights,
                opinionWeights: opinionWeights, judged: JudgedSample(rows: [])
            ).encoded())
    }
}
