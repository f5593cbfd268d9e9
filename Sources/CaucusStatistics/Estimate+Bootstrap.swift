extension Estimate {
    /// What ``method`` says where groups of rows were drawn anew.
    static let bootstrap = "bootstrap over groups"

    /// `value`, between the ends of the middle share `level` of what it was in resamples; fewer than two of them
    /// leave the interval open.
    init(
        _ value: Double, draws: [Double], level: Double = 0.95, items: Int, clusters: Int,
        method: String = bootstrap
    ) {
        let middle = Quantiles(draws).middle(level)
        self.init(
            value: value, low: middle?.low, high: middle?.high, level: level, items: items,
            clusters: clusters, method: method)
    }

    /// The share of rows that are true, with a bootstrap over groups.
    package init(shareOf rows: [Bool], groups: [Int], resamples: Int = 1000, seed: UInt64) {
        let parts = GroupBootstrap.Part.of(groups, counting: rows.map { $0 ? 1 : 0 })
        self.init(
            Double(rows.count { $0 }) / Double(max(rows.count, 1)),
            draws: GroupBootstrap.ratios(parts, resamples, seed: seed), items: rows.count,
            clusters: parts.count)
    }
}
