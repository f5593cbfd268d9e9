import CaucusStance
import CaucusStatistics

extension Comparison {
    /// What a difference says it is made by.
    enum Basis {
        static let corrected =
            "difference of corrected shares: joint sandwich, clustered by article, and how far such shares are off from leader to leader"
        static let leaders =
            "difference of means: joint sandwich, clustered by article, and how far such shares are off from leader to leader"
        static let plain = "difference of means: joint sandwich, clustered by article"
    }

    /// All speakers together on one leader less those on another.
    ///
    /// The mean error is the same for both and falls out, but for what keeps shares above 0; how far leaders are off
    /// from it does not.
    func difference(
        _ first: ComparedLeader, _ second: ComparedLeader, _ measure: Measure
    ) -> Estimate? {
        guard let a = first.influences(first.counted, measure),
            let b = second.influences(second.counted, measure),
            let x = first.overall.map(measure.estimate),
            let y = second.overall.map(measure.estimate)
        else { return nil }
        let errors = errors(first, second)
        // Corrected by different errors, or only one of them, they are not alike.
        let value = errors == nil ? nil : x.value - y.value
        return estimator(measure, errors, errors == nil ? Basis.plain : Basis.corrected).estimate(
            a, less: b, value: value, items: first.counted.count + second.counted.count)
    }

    /// Some quotations about one leader less some about another.
    func difference(
        _ first: ComparedLeader, _ own: [Int], _ second: ComparedLeader, _ other: [Int],
        _ measure: Measure = .net
    ) -> Estimate? {
        guard let a = first.influences(own, measure), let b = second.influences(other, measure)
        else { return nil }
        let errors = first.name == second.name ? nil : errors(first, second)
        return estimator(measure, errors, errors == nil ? Basis.plain : Basis.leaders).estimate(
            a, less: b, items: own.count + other.count)
    }

    /// What is known of the errors of both, or `nil` where that is not the same.
    private func errors(_ first: ComparedLeader, _ second: ComparedLeader) -> ShareErrors? {
        first.errors == second.errors ? first.errors : nil
    }

    private func estimator(
        _ measure: Measure, _ errors: ShareErrors?, _ method: String
    ) -> ClusteredDifference {
        let error = errors.map(measure.error)
        return ClusteredDifference(
            level: options.counting.level, bounds: measure.bounds,
            beside: error.map { (variance: 2 * $0.between, studies: $0.studies) }, method: method)
    }

    /// All pairs of leaders, as positions.
    var pairs: [(first: Int, second: Int)] {
        leaders.indices.flatMap { i in leaders.indices.dropFirst(i + 1).map { (i, $0) } }
    }
}
