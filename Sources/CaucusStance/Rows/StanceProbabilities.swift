/// Three calibrated probabilities that sum to 1.
public struct StanceProbabilities: Sendable, Hashable, Codable {
    public var against: Double
    public var neutral: Double
    public var favor: Double

    /// Creates the three.
    public init(against: Double, neutral: Double, favor: Double) {
        self.against = against
        self.neutral = neutral
        self.favor = favor
    }

    /// `favor - against`, from -1 to 1.
    public var net: Double { favor - against }
}
