public import CaucusMatrix

/// How far the probability of the foretold class is from how often it is right.
public struct CalibrationError: Sendable, Codable, Equatable {
    /// The mean distance between confidence and accuracy over the bins, weighted by their rows.
    public var value: Double
    /// What a perfectly calibrated model with these probabilities would show, in the mean.
    public var expected: Double
    /// What such a model would stay below 95 times in 100.
    public var upper: Double

    /// Whether the error is no larger than a perfectly calibrated model would show by chance.
    public var isConsistent: Bool { value <= upper }

    /// The error of `probabilities` against `labels`.
    ///
    /// - Parameters:
    ///   - weights: what each row counts; all alike where `nil`.
    ///   - bins: how many bins of equal mass, by rising confidence; fewer where there are fewer rows.
    ///   - draws: how many label sets are drawn for the consistency band.
    public init(
        probabilities: Matrix, labels: [Int], weights: [Double]? = nil, bins: Int = 15,
        draws: Int = 500, seed: UInt64 = 1
    ) {
        let best = probabilities.largestColumns
        let tops = labels.indices.map { probabilities[$0, best[$0]] }
        let order = tops.indices.sorted { (tops[$0], $0) < (tops[$1], $1) }
        let confidences = order.map { tops[$0] }
        let right = order.map { best[$0] == labels[$0] }
        let edges = Self.edges(rows: labels.count, bins: bins)
        let weights = weights.map { weights in order.map { weights[$0] } }
        let simulated: [Double]
        if let weights {
            value = Self.error(confidences, right, edges, weights)
            simulated = Self.simulated(confidences, edges, weights, draws: draws, seed: seed)
        } else {
            value = Self.error(confidences, right, edges)
            simulated = Self.simulated(confidences, edges, draws: draws, seed: seed)
        }
        expected = simulated.reduce(0, +) / Double(max(simulated.count, 1))
        upper = simulated.isEmpty ? 0 : simulated[(simulated.count * 95 + 99) / 100 - 1]
    }

    private static func edges(rows: Int, bins: Int) -> [Int] {
        let count = max(1, min(bins, rows))
        return (0...count).map { $0 * rows / count }
    }

    private static func error(
        _ confidences: [Double], _ right: [Bool], _ edges: [Int]
    ) -> Double {
        var total = 0.0
        for (start, end) in zip(edges, edges.dropFirst()) {
            let sure = confidences[start..<end].reduce(0, +)
            total += abs(Double(right[start..<end].count { $0 }) - sure)
        }
        return confidences.isEmpty ? 0 : total / Double(confidences.count)
    }

    /// The same where rows weigh differently.
    private static func error(
        _ confidences: [Double], _ right: [Bool], _ edges: [Int], _ weights: [Double]
    ) -> Double {
        let whole = weights.reduce(0, +)
        guard whole > 0 else { return 0 }
        var total = 0.0
        for (start, end) in zip(edges, edges.dropFirst()) {
            total += abs(
                (start..<end).reduce(0) { sum, i in
                    sum + weights[i] * ((right[i] ? 1 : 0) - confidences[i])
                })
        }
        return total / whole
    }

    /// The errors, ascending, of labels drawn as the confidences say, where rows weigh differently.
    private static func simulated(
        _ confidences: [Double], _ edges: [Int], _ weights: [Double], draws: Int, seed: UInt64
    ) -> [Double] {
        var random = SplitMix(seed: seed)
        guard !confidences.isEmpty else { return [] }
        return (0..<draws).map { _ in
            error(confidences, confidences.map { random.unit() < $0 }, edges, weights)
        }.sorted()
    }

    /// The errors, ascending, of labels drawn as the confidences say.
    private static func simulated(
        _ confidences: [Double], _ edges: [Int], draws: Int, seed: UInt64
    ) -> [Double] {
        guard !confidences.isEmpty else { return [] }
        var random = SplitMix(seed: seed)
        // A draw is below a confidence where its 53 bits, as a whole number, are below this.
        let limits = confidences.map { UInt64((max(0, min($0, 1)) * 0x1p53).rounded(.up)) }
        let bins = zip(edges, edges.dropFirst()).map { start, end in
            (start..<end, confidences[start..<end].reduce(0, +))
        }
        return limits.withUnsafeBufferPointer { limits in
            (0..<draws).map { _ in
                var total = 0.0
                for (range, sure) in bins {
                    var right = 0
                    // A sum, not a branch: nobody can foretell these draws.
                    for i in range {
                        right += random.next() & (1 << 53 - 1) < limits[i] ? 1 : 0
                    }
                    total += abs(Double(right) - sure)
                }
                return total / Double(confidences.count)
            }.sorted()
        }
    }
}
