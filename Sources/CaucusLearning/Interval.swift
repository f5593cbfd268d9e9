/// A number and the interval that holds the truth with 95 % confidence.
public struct Interval: Sendable, Codable, Equatable {
    /// The number.
    public var value: Double
    /// The lower end, or `nil` where the interval cannot be estimated.
    public var low: Double?
    /// The upper end, or `nil` where the interval cannot be estimated.
    public var high: Double?

    /// Creates an interval.
    public init(value: Double, low: Double? = nil, high: Double? = nil) {
        self.value = value
        self.low = low
        self.high = high
    }

    /// The middle 95 % of `draws`, linearly interpolated, around `value`.
    init(_ value: Double, draws: [Double]) {
        let sorted = draws.filter(\.isFinite).sorted()
        guard sorted.count > 1 else {
            self.init(value: value)
            return
        }
        func quantile(_ q: Double) -> Double {
            let place = q * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        self.init(value: value, low: quantile(0.025), high: quantile(0.975))
    }
}
