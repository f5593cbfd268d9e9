import CaucusMatrix

/// A division of the rows into folds that never splits a group.
public struct Folds: Sendable, Equatable {
    /// The fold of each row.
    public let assignment: [Int]
    /// The number of folds.
    public let count: Int

    /// Folds as they were decided elsewhere.
    ///
    /// - Precondition: each number of `assignment` lies in `0..<count`.
    public init(assignment: [Int], count: Int) {
        precondition(
            assignment.allSatisfy { $0 >= 0 && $0 < count }, "a fold lies outside 0..<\(count)")
        self.assignment = assignment
        self.count = count
    }

    /// The rows that a fold holds out.
    public func heldOut(_ fold: Int) -> [Int] {
        assignment.indices.filter { assignment[$0] == fold }
    }

    /// The rows that train for a fold.
    public func training(_ fold: Int) -> [Int] {
        assignment.indices.filter { assignment[$0] != fold }
    }

    /// Folds that keep the groups whole and the share of each label nearly equal.
    ///
    /// The groups go, the most lopsided first, each to the fold where the shares of the labels then
    /// differ least between the folds; `seed` settles ties. The answer depends on labels, groups and
    /// seed only.
    ///
    /// - Complexity: O(rows + groups × folds × classes).
    public static func grouped(
        labels: [Int], groups: [Int], count: Int, seed: UInt64
    ) throws(FitError) -> Folds {
        guard count >= 2 else { throw .badSetting(name: "folds", value: Double(count)) }
        guard !labels.isEmpty else { throw .noRows }
        guard groups.count == labels.count else {
            throw .lengthMismatch(name: "groups", expected: labels.count, found: groups.count)
        }
        if let row = labels.firstIndex(where: { $0 < 0 }) {
            throw .labelOutOfRange(row: row, label: labels[row], classes: 0)
        }
        var numbers: [Int: Int] = [:]
        for group in groups where numbers[group] == nil { numbers[group] = numbers.count }
        let dense = groups.map { numbers[$0] ?? 0 }
        guard numbers.count >= count else {
            throw .tooFewGroups(groups: numbers.count, folds: count)
        }
        let classes = (labels.max() ?? 0) + 1
        var tallies = [[Int]](
            repeating: [Int](repeating: 0, count: classes), count: numbers.count)
        for (i, group) in dense.enumerated() { tallies[group][labels[i]] += 1 }
        let folds = assigned(tallies, classes: classes, count: count, seed: seed)
        return Folds(assignment: dense.map { folds[$0] }, count: count)
    }

    /// Folds that keep the rows of one key together, say of one article, speaker or target; a row whose
    /// key is `nil` is a group of its own.
    public static func grouped<Key: Hashable>(
        labels: [Int], by keys: [Key?], count: Int, seed: UInt64
    ) throws(FitError) -> Folds {
        var numbers: [Key: Int] = [:]
        var groups: [Int] = []
        groups.reserveCapacity(keys.count)
        for (i, key) in keys.enumerated() {
            groups.append(key.map { numbers[$0] ?? i } ?? i)
            if let key, numbers[key] == nil { numbers[key] = i }
        }
        return try grouped(labels: labels, groups: groups, count: count, seed: seed)
    }

    /// The fold of each group.
    private static func assigned(
        _ tallies: [[Int]], classes: Int, count: Int, seed: UInt64
    ) -> [Int] {
        var random = SplitMix(seed: seed)
        var order = Array(tallies.indices)
        order.shuffle(using: &random)
        let spreads = tallies.map { spread($0.map(Double.init)) }
        // Swift's sort is stable, so the shuffle settles ties.
        order.sort { spreads[$0] > spreads[$1] }
        var totals = [Double](repeating: 0, count: classes)
        for tally in tallies {
            for k in 0..<classes { totals[k] += Double(tally[k]) }
        }
        var filled = [[Double]](
            repeating: [Double](repeating: 0, count: classes), count: count)
        var groupsIn = [Int](repeating: 0, count: count)
        var folds = [Int](repeating: 0, count: tallies.count)
        for (n, group) in order.enumerated() {
            // The last groups go to folds that would stay empty.
            let empty = groupsIn.indices.filter { groupsIn[$0] == 0 }
            let allowed = order.count - n <= empty.count ? empty : Array(0..<count)
            let fold = best(tallies[group], filled, totals, allowed)
            folds[group] = fold
            groupsIn[fold] += 1
            for k in 0..<classes { filled[fold][k] += Double(tallies[group][k]) }
        }
        return folds
    }

    /// The fold where one more group disturbs the balance least; of equals, the emptiest.
    private static func best(
        _ tally: [Int], _ filled: [[Double]], _ totals: [Double], _ allowed: [Int]
    ) -> Int {
        var best = allowed[0]
        var least = (Double.infinity, Double.infinity)
        for fold in allowed {
            // Only this fold changes, so the change of the sum of squared shares decides.
            var change = 0.0
            for k in totals.indices where totals[k] > 0 && tally[k] > 0 {
                let after = (filled[fold][k] + Double(tally[k])) / totals[k]
                let before = filled[fold][k] / totals[k]
                change += after * after - before * before
            }
            let candidate = (change, filled[fold].reduce(0, +))
            if candidate.0 < least.0 - 1e-12
                || (candidate.0 < least.0 + 1e-12 && candidate.1 < least.1)
            {
                best = fold
                least = candidate
            }
        }
        return best
    }

    private static func spread(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
}
