/// A number with its uncertainty: what a share, a net stance or an agreement is, and how sure it is.
public struct Estimate: Sendable, Hashable, Codable {
    /// The estimate itself.
    public var value: Double
    /// Its standard error, or `nil` where it is not estimable.
    public var standardError: Double?
    /// The lower end of the interval, or `nil` where the interval is not estimable.
    public var low: Double?
    /// The upper end of the interval, or `nil` where the interval is not estimable.
    public var high: Double?
    /// The coverage that the interval claims, 0.95 for 95 %.
    public var level: Double
    /// How many values went in.
    public var items: Int
    /// How many independent clusters (articles, stories) they came from.
    public var clusters: Int
    /// The estimator, in words a table can show: “mean of probabilities, clustered by article”.
    public var method: String

    /// Creates an estimate.
    public init(
        value: Double, standardError: Double? = nil, low: Double? = nil, high: Double? = nil,
        level: Double = 0.95, items: Int, clusters: Int, method: String
    ) {
        self.value = value
        self.standardError = standardError
        self.low = low
        self.high = high
        self.level = level
        self.items = items
        self.clusters = clusters
        self.method = method
    }

    /// Whether the interval could be estimated at all.
    public var hasInterval: Bool { low != nil && high != nil }
}

extension Estimate {
    /// An estimate whose interval is the value ± a Student quantile times the standard error, cut to
    /// `bounds`; without freedom (`degrees` < 1) the interval stays open.
    static func student(
        _ value: Double, variance: Double, degrees: Int, level: Double,
        bounds: ClosedRange<Double>?, items: Int, clusters: Int, method: String
    ) -> Estimate {
        guard degrees >= 1, variance.isFinite, variance >= 0 else {
            return Estimate(
                value: value, level: level, items: items, clusters: clusters, method: method)
        }
        let error = variance.squareRoot()
        let reach = error * StudentT.quantile((1 + level) / 2, degrees: Double(degrees))
        let limits = bounds ?? -Double.infinity...Double.infinity
        return Estimate(
            value: value, standardError: error, low: max(value - reach, limits.lowerBound),
            high: min(value + reach, limits.upperBound), level: level, items: items,
            clusters: clusters, method: method)
    }
}
