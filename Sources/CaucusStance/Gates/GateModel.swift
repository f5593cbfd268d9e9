@_spi(HashTable) import CaucusText
import Foundation

/// Four logistic models over the same features of a candidate: one a ``Gate`` (is it speech, is it about the leader, is
/// the speaker right), and one that asks of an answered side whether it is right in everything, which reads the answers of
/// the three and of the stance model beside the features (``AnswerInputs``). Fitted on judged quotations (`make models`).
public struct GateModel: Sendable {
    /// How it was made.
    public let provenance: GateProvenance
    /// The digest of the model file's content, in hexadecimal.
    public internal(set) var checksum = ""
    /// The features that have a weight, in the order of their columns: key and name.
    let features: [(key: UInt64, name: String)]
    /// One for each feature, four numbers each, in the order of ``Gate`` and then of the answer: log odds.
    let weights: [SIMD4<Float>]
    /// The log odds of a candidate without any feature.
    let levels: SIMD4<Float>
    /// From log odds to calibrated log odds: `slope · x + offset`.
    let slopes: SIMD4<Float>
    let offsets: SIMD4<Float>
    /// What the answer weighs beside the features, one for each of ``AnswerInputs/values``.
    let answerWeights: [Float]
    /// What an encoder's opinion weighs beside the features, four numbers for each of its numbers; empty where none is read.
    let opinionWeights: [SIMD4<Float>]
    /// How its answers fell out on quotations that it had not seen.
    public let judged: JudgedSample
    private let columns: HashTable<Int32>

    init(
        provenance: GateProvenance, features: [(key: UInt64, name: String)],
        weights: [SIMD4<Float>], levels: SIMD4<Float>, slopes: SIMD4<Float>,
        offsets: SIMD4<Float>, answerWeights: [Float], opinionWeights: [SIMD4<Float>] = [],
        judged: JudgedSample
    ) {
        precondition(features.count == weights.count, "a weight is missing")
        precondition(answerWeights.count == AnswerInputs.count, "an answer's weight is missing")
        self.provenance = provenance
        self.features = features
        self.weights = weights
        self.levels = levels
        self.slopes = slopes
        self.offsets = offsets
        self.answerWeights = answerWeights
        self.opinionWeights = opinionWeights
        self.judged = judged
        var columns = HashTable<Int32>(expected: features.count, room: 3)
        for (column, feature) in features.enumerated() where !columns.contains(feature.key) {
            columns.updateValue(Int32(column), forKey: feature.key)
        }
        self.columns = columns
    }

    /// The calibrated probabilities of a candidate.
    ///
    /// - Complexity: O(features of the row).
    package func probabilities(for row: GateRow) -> GateProbabilities { judgment(of: row).gates }

    /// The calibrated probabilities of a candidate, and what its features say of an answer, as log odds.
    ///
    /// - Complexity: O(features of the row).
    func judgment(of row: GateRow) -> (gates: GateProbabilities, answer: Float) {
        var sum = levels
        for column in columns(of: row) { sum += weights[column] }
        for (value, weight) in zip(row.opinion, opinionWeights) { sum += value * weight }
        let odds = slopes * sum + offsets
        let gates = GateProbabilities(
            speech: Self.rounded(odds.x), about: Self.rounded(odds.y), speaker: Self.rounded(odds.z)
        )
        return (gates, sum.w)
    }

    /// How likely the likelier of the two sides is right in everything.
    ///
    /// - Parameter features: What the features say of it (``judgment(of:)``).
    func right(_ features: Float, _ gates: GateProbabilities, _ stances: [Double]) -> Double {
        let inputs = AnswerInputs(gates, stances).values
        let sum = zip(answerWeights, inputs).reduce(features) { $0 + $1.0 * $1.1 }
        return Self.rounded(slopes.w * sum + offsets.w)
    }

    /// The columns of the features of a row that have one, each once, in rising order.
    ///
    /// The order makes sums of floats the same whatever the order of the features.
    private func columns(of row: GateRow) -> [Int] {
        var found: [Int] = []
        found.reserveCapacity(row.keys.count)
        for key in row.keys {
            if let column = columns[key] { found.append(Int(column)) }
        }
        found.sort()
        var last = -1
        found.removeAll { column in
            defer { last = column }
            return column == last
        }
        return found
    }

    /// The features of a row that moved the log odds of one gate most, strongest first.
    package func contributions(
        to gate: Gate, of row: GateRow, limit: Int = 6
    ) -> [(name: String, weight: Double)] {
        let k = Gate.allCases.firstIndex(of: gate) ?? 0
        var all = columns(of: row).map { (features[$0].name, Double(slopes[k] * weights[$0][k])) }
        let read = zip(row.opinion, opinionWeights).reduce(0) { $0 + $1.0 * $1.1[k] }
        // The encoder's numbers are one reading.
        if !row.opinion.isEmpty, !opinionWeights.isEmpty {
            all.append((GateFeature.encoder, Double(slopes[k] * read)))
        }
        return all.sorted { (-abs($0.1), $0.0) < (-abs($1.1), $1.0) }.prefix(limit).map { $0 }
    }

    /// A probability to four digits.
    private static func rounded(_ odds: Float) -> Double {
        ((1 / (1 + exp(-Double(odds)))) * 1e4).rounded() / 1e4
    }
}
