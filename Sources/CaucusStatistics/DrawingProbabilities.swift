/// How likely each of some items is to be drawn: in proportion to weights, never above 1, as many in all as are wanted.
public struct DrawingProbabilities: Sendable, Hashable {
    /// By item; they sum to the number that is drawn.
    public let values: [Double]
    /// How many are drawn.
    public let count: Int

    /// The probabilities of drawing `count` of the items with these weights, all of them where there are no more.
    ///
    /// What a great weight would lift above 1 is drawn for certain, and the others share the rest
    /// (Särndal, Swensson & Wretman 1992, 3.6).
    /// - Precondition: the weights are finite and positive, and `count` is not negative.
    /// - Complexity: O(n × rounds), a round for each step at which some reach 1.
    public init(weights: [Double], count: Int) {
        precondition(count >= 0, "\(count) items to draw, expected 0 or more")
        precondition(
            weights.allSatisfy { $0.isFinite && $0 > 0 }, "a weight is not finite and positive")
        guard count < weights.count else {
            values = weights.map { _ in 1 }
            self.count = weights.count
            return
        }
        self.count = count
        var isCertain = weights.map { _ in false }
        while true {
            let left = count - isCertain.count { $0 }
            let total = zip(weights, isCertain).reduce(0) { $0 + ($1.1 ? 0 : $1.0) }
            let scale = left > 0 ? Double(left) / total : 0
            let lifted = weights.indices.filter { !isCertain[$0] && weights[$0] * scale >= 1 }
            guard !lifted.isEmpty else {
                values = zip(weights, isCertain).map { $1 ? 1 : $0 * scale }
                return
            }
            for i in lifted { isCertain[i] = true }
        }
    }

    /// The items that are drawn, in ascending order, by a systematic draw from `order`: each with exactly its
    /// probability, and of neighbors in `order` as many as they sum to, give or take less than one (Madow 1949).
    ///
    /// - Parameter start: a random number from 0 up to 1.
    /// - Precondition: `order` holds each item once.
    public func drawn(in order: [Int], start: Double) -> [Int] {
        precondition(order.count == values.count, "\(order.count) places, \(values.count) items")
        var drawn: [Int] = []
        var sum = start
        for (place, item) in order.enumerated() {
            let before = sum.rounded(.down)
            sum += values[item]
            // Rounding must not lose the last one: all together sum to a whole number.
            let isLast = place == order.count - 1
            let after = isLast ? Double(count) : sum.rounded(.down)
            if after > before || values[item] >= 1 { drawn.append(item) }
        }
        return drawn.sorted()
    }
}
