/// Values in ascending order, for the value below which a share of them lies.
struct Quantiles {
    private let sorted: [Double]

    /// Sorts `values`; what is infinite or not a number does not count.
    init(_ values: [Double]) { sorted = values.filter(\.isFinite).sorted() }

    /// The ends of the middle share `level` of the values, or `nil` where there are fewer than two.
    func middle(_ level: Double) -> (low: Double, high: Double)? {
        guard sorted.count > 1 else { return nil }
        return (value(at: (1 - level) / 2), value(at: (1 + level) / 2))
    }

    /// On a line between neighbors: type 7 of Hyndman & Fan (1996), the one of R and NumPy.
    private func value(at share: Double) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
