import CaucusMatrix

/// Krippendorff's α: how far coders agree beyond chance, with missing values.
public struct KrippendorffAlpha: Sendable {
    /// How far apart two values are.
    public enum Scale: String, Sendable, Hashable, CaseIterable {
        /// Equal or not.
        case nominal
        /// By how many values lie between.
        case ordinal
    }

    /// How far apart two values are.
    public var scale: Scale

    /// Creates the measure.
    public init(_ scale: Scale = .nominal) { self.scale = scale }

    /// α of the units, 1 for perfect agreement and 0 for chance.
    ///
    /// - Parameter units: for each unit, what each coder said; `nil` where a coder did not see it. Values are
    ///   whole numbers whose order matters on the ordinal scale alone.
    /// - Throws: ``StatisticsError/nothingPairable`` where no unit has two values. Where all values are the
    ///   same one, α is 1.
    public func value(of units: [[Int?]]) throws(StatisticsError) -> Double {
        let units = units.map { $0.compactMap { $0 } }.filter { $0.count > 1 }
        guard !units.isEmpty else { throw .nothingPairable }
        let values = Set(units.joined()).sorted()
        let index = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
        return alpha(units.map { unit in unit.map { index[$0] ?? 0 } }, values: values.count)
    }

    /// α with the percentile interval of a bootstrap over units.
    public func estimate(
        of units: [[Int?]], level: Double = 0.95, draws: Int = 1000, seed: UInt64 = 1
    ) throws(StatisticsError) -> Estimate {
        let point = try value(of: units)
        let kept = units.filter { $0.count(where: { $0 != nil }) > 1 }
        var generator = SplitMix(seed: seed)
        var sample: [Double] = []
        for _ in 0..<draws {
            let drawn = kept.indices.map { _ in kept[generator.below(kept.count)] }
            if let drawnValue = try? value(of: drawn) { sample.append(drawnValue) }
        }
        return Estimate(
            point, draws: kept.count < 2 ? [] : sample, level: level, items: kept.count,
            clusters: kept.count, method: "Krippendorff's alpha (\(scale.rawValue))")
    }

    /// 1 − observed / expected disagreement, from the coincidences of the values.
    private func alpha(_ units: [[Int]], values: Int) -> Double {
        var coincidence = [Double](repeating: 0, count: values * values)
        for unit in units {
            var counts = [Double](repeating: 0, count: values)
            for v in unit { counts[v] += 1 }
            let present = counts.indices.filter { counts[$0] > 0 }
            for c in present {
                for k in present {
                    let pairs = counts[c] * (c == k ? counts[k] - 1 : counts[k])
                    coincidence[c * values + k] += pairs / Double(unit.count - 1)
                }
            }
        }
        let totals = (0..<values).map { c in
            (0..<values).reduce(0) { $0 + coincidence[c * values + $1] }
        }
        let n = totals.reduce(0, +)
        var observed = 0.0
        var expected = 0.0
        for c in 0..<values {
            for k in 0..<values where k != c {
                let distance = squaredDistance(c, k, totals)
                observed += coincidence[c * values + k] * distance
                expected += totals[c] * totals[k] * distance
            }
        }
        return expected > 0 ? 1 - (n - 1) * observed / expected : 1
    }

    private func squaredDistance(_ c: Int, _ k: Int, _ totals: [Double]) -> Double {
        guard scale == .ordinal else { return c == k ? 0 : 1 }
        let between = totals[min(c, k)...max(c, k)].reduce(0, +)
        let d = between - (totals[c] + totals[k]) / 2
        return d * d
    }
}
