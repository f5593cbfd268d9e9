/// How a fit ended.
public struct Convergence: Sendable, Codable, Equatable {
    /// The passes or steps it took.
    public var iterations: Int
    /// The objective that was reached.
    public var objective: Double
    /// How far the objective is above the optimum at most, or `nil` where nothing certifies it.
    public var gap: Double?
    /// Whether the fit reached the gap it was asked for.
    public var reached: Bool

    /// Creates a record.
    public init(iterations: Int, objective: Double, gap: Double?, reached: Bool) {
        self.iterations = iterations
        self.objective = objective
        self.gap = gap
        self.reached = reached
    }

    /// The certified gap as a share of the objective, or `nil` where nothing certifies it.
    public var relativeGap: Double? { gap.map { $0 / max(abs(objective), 1e-300) } }
}
