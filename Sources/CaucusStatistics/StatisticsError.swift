/// Why an estimate is refused.
public enum StatisticsError: Error, Hashable, Sendable {
    /// A class has fewer gold items than the estimator needs.
    case tooFewGold(class: Int, found: Int, needed: Int)
    /// Nothing to estimate from.
    case noItems
    /// A probability, weight or sampling probability that is not one.
    case notAProbability(index: Int, value: Double)
    /// The misclassification matrix cannot be inverted.
    case singular
    /// No two values can be compared.
    case nothingPairable
}
