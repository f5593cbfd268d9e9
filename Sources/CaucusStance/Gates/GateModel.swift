@_spi(HashTable) import CaucusText
import Foundation

/// Three logistic models over the same features of a candidate, one a ``Gate``: is it speech, is it about the leader, is
/// the speaker right. Fitted on judged quotations (`make models`).
public struct GateModel: Sendable {
    /// How it was made.
    public let provenance: GateProvenance
    /// The digest of the model file's content, in hexadecimal.
    public internal(set) var checksum = ""
    /// The features that have a weight, in the order of their columns: key and name.
    let features: [(key: UInt64, name: String)]
    /// One for each feature, three numbers each, in the order of ``Gate``: log odds.
    let weights: [SIMD3<Float>]
    /// The log odds of a candidate without any feature.
    let levels: SIMD3<Float>
    /// From log odds to calibrated log odds: `slope · x + offset`.
    let slopes: SIMD3<Float>
    let offsets: SIMD3<Float>
    /// How its answers fell out on quotations that it had not seen.
    public let judged: JudgedSample
    private let columns: HashTable<Int32>

    init(
        provenance: GateProvenance, features: [(key: UInt64, name: String)],
        weights: [SIMD3<Float>], levels: SIMD3<Float>, slopes: SIMD3<Float>,
        offsets: SIMD3<Float>, judged: JudgedSample
    ) {
        precondition(features.count == weights.count, "a weight is missing")
        self.provenance = provenance
        self.features = features
        self.weights = weights
        self.levels = levels
        self.slopes = slopes
        self.offsets = offsets
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
    package func probabilities(for row: GateRow) -> GateProbabilities {
        var sum = levels
        for column in columns(of: row) { sum += weights[column] }
        let odds = slopes * sum + offsets
        return GateProbabilities(
            speech: Self.rounded(odds.x), about: Self.rounded(odds.y), speaker: Self.rounded(odds.z)
        )
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
        return columns(of: row).map { (features[$0].name, Double(slopes[k] * weights[$0][k])) }
            .sorted { (-abs($0.1), $0.0) < (-abs($1.1), $1.0) }.prefix(limit).map { $0 }
    }

    /// A probability to four digits.
    private static func rounded(_ odds: Float) -> Double {
        ((1 / (1 + exp(-Double(odds)))) * 1e4).rounded() / 1e4
    }
}
