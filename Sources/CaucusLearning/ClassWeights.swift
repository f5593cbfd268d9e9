/// What each example counts, so that rare classes are not drowned.
public enum ClassWeights {
    /// Weights under which every class that occurs counts alike, and which average 1.
    ///
    /// - Precondition: each label lies in `0..<classes`.
    public static func balanced(labels: [Int], classes: Int) -> [Double] {
        var counts = [Int](repeating: 0, count: classes)
        for label in labels { counts[label] += 1 }
        return weights(
            labels: labels,
            perClass: counts.map { count in
                let occurring = counts.count { $0 > 0 }
                return count == 0 ? 0 : Double(labels.count) / Double(occurring * count)
            })
    }

    /// The weight of its class for each label.
    public static func weights(labels: [Int], perClass: [Double]) -> [Double] {
        labels.map { perClass[$0] }
    }
}
