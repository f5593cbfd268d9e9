extension Folds {
    /// Folds that are stretches of time, earliest first; rows of one moment stay together.
    ///
    /// `times` may be anything that sorts like time, ISO 8601 dates for one.
    public static func byTime<Time: Comparable>(
        _ times: [Time], count: Int
    ) throws(FitError) -> Folds {
        guard count >= 2 else { throw .badSetting(name: "folds", value: Double(count)) }
        guard !times.isEmpty else { throw .noRows }
        let order = times.indices.sorted { times[$0] < times[$1] }
        var moments = 1
        for (a, b) in zip(order, order.dropFirst()) where times[a] < times[b] { moments += 1 }
        guard moments >= count else { throw .tooFewGroups(groups: moments, folds: count) }
        var assignment = [Int](repeating: 0, count: times.count)
        var (fold, inFold, moment) = (0, 0, 1)
        for (n, row) in order.enumerated() {
            if n > 0, times[order[n - 1]] < times[row] {
                moment += 1
                let isFilled = (n * count) >= (fold + 1) * times.count
                let isForced = moments - moment < count - 1 - fold
                if inFold > 0, fold < count - 1, isFilled || isForced {
                    fold += 1
                    inFold = 0
                }
            }
            assignment[row] = fold
            inFold += 1
        }
        return Folds(assignment: assignment, count: count)
    }
}
