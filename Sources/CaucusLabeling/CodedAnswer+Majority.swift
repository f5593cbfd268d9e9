extension [CodedAnswer] {
    /// The label that most people gave, or `nil` where none is given more often than another.
    package var majority: CodedLabel? {
        var counts: [CodedLabel: Int] = [:]
        for answer in self { counts[answer.label, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        let winners = counts.filter { $0.value == most }
        return winners.count == 1 ? winners.first?.key : nil
    }
}
