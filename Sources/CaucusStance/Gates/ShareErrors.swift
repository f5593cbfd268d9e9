public import CaucusStatistics

/// By how much the mean of the model's probabilities misses the shares that coders find, leader by leader: what a count
/// of a new leader's quotations has to expect.
public struct ShareErrors: Sendable, Hashable {
    /// The error of each share, against, neutral and favor, and of the net stance, over leaders whom the model was not
    /// fitted to.
    public let against: RandomEffects
    public let neutral: RandomEffects
    public let favor: RandomEffects
    public let net: RandomEffects
    /// How many judged quotations, about how many leaders.
    public let quotations: Int
    public let leaders: Int

    /// Fewer quotations of a leader tell nothing about the shares.
    static let least = 8

    /// The errors over judged quotations that count, or `nil` where too few leaders have enough of them.
    package init?(_ sample: JudgedSample, keeping least: Double, without leader: Int? = nil) {
        let kept = sample.rows.filter { $0.pass >= least && $0.leader != leader }
        let byLeader = Dictionary(grouping: kept, by: \.leader).sorted { $0.key < $1.key }
            .map(\.value).filter { $0.count { $0.label >= 0 } >= Self.least }
        func effects(_ weights: [Double]) -> RandomEffects? {
            RandomEffects(byLeader.map { Self.error(of: $0, weights) })
        }
        guard let against = effects([1, 0, 0]), let neutral = effects([0, 1, 0]),
            let favor = effects([0, 0, 1]), let net = effects([-1, 0, 1])
        else { return nil }
        self.against = against
        self.neutral = neutral
        self.favor = favor
        self.net = net
        quotations = byLeader.reduce(0) { $0 + $1.count }
        leaders = byLeader.count
    }

    /// By how much shares of against, neutral and favor are moved, in this order: the mean errors, made to agree so that
    /// the three go on summing to 1 and none falls below 0.
    package func moves(of shares: [Double]) -> [Double] {
        let all = [against.mean, neutral.mean, favor.mean]
        let rest = all.reduce(0, +) / 3
        let raised = zip(shares, all).map { max(0, $0 + $1 - rest) }
        let total = raised.reduce(0, +)
        return zip(shares, raised).map { $1 / total - $0 }
    }

    /// What the model says of rows: the mean of each stance.
    static func said(of rows: [JudgedSample.Row]) -> [Double] {
        let whole = weight(of: rows)
        return (0..<3).map { k in
            rows.reduce(0) { $0 + $1.weight * $1.stances[k] } / max(whole, 1e-9)
        }
    }

    /// What coders find among the rows that are speech about the leader, less what the model says of all, with the
    /// variance of that difference over articles.
    static func error(
        of rows: [JudgedSample.Row], _ weights: [Double]
    ) -> (value: Double, variance: Double) {
        let good = rows.filter { $0.label >= 0 }
        let (wholes, goods) = (Self.weight(of: rows), Self.weight(of: good))
        let truth = good.reduce(0) { $0 + $1.weight * weights[$1.label] } / max(goods, 1e-9)
        func said(_ row: JudgedSample.Row) -> Double {
            zip(weights, row.stances).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let mean = rows.reduce(0) { $0 + $1.weight * said($1) } / max(wholes, 1e-9)
        var pulls: [Int: Double] = [:]
        for row in rows {
            pulls[row.article, default: 0] -= row.weight * (said(row) - mean) / wholes
            if row.label >= 0 {
                pulls[row.article, default: 0] +=
                    row.weight * (weights[row.label] - truth) / goods
            }
        }
        let variance = pulls.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        // All alike tell less than that they cannot differ.
        let floor = 0.25 / Double(rows.count * rows.count)
        return (truth - mean, variance + floor)
    }

    private static func weight(of rows: [JudgedSample.Row]) -> Double {
        rows.reduce(0) { $0 + $1.weight }
    }
}

extension GateModel {
    /// By how much shares of quotations that count are missed, on leaders held out; `nil` where too little is judged.
    public var shareErrors: ShareErrors? { ShareErrors(judged, keeping: provenance.keep) }

    /// Of how many leaders the share of `label` lies in its interval, when the errors of all other leaders make it as they
    /// make a report's; `least` is the least probability to count, where a report asks for more than the model does.
    package func coverage(
        of label: Int, keeping least: Double? = nil, level: Double = 0.95
    ) -> (covered: Int, leaders: Int) {
        let least = least ?? provenance.keep
        var weights = [0.0, 0, 0]
        weights[label] = 1
        let byLeader = Dictionary(grouping: judged.rows.filter { $0.pass >= least }, by: \.leader)
        var (covered, leaders) = (0, 0)
        for (leader, rows) in byLeader.sorted(by: { $0.key < $1.key })
        where rows.count(where: { $0.label >= 0 }) >= ShareErrors.least {
            guard
                let errors = ShareErrors(judged, keeping: least, without: leader)
            else { continue }
            let effects = [errors.against, errors.neutral, errors.favor][label]
            let own = ShareErrors.error(of: rows, weights)
            leaders += 1
            let isCovered = effects.expects(
                own.value, by: errors.moves(of: ShareErrors.said(of: rows))[label],
                variance: own.variance, clusters: Set(rows.map(\.article)).count, level: level)
            if isCovered { covered += 1 }
        }
        return (covered, leaders)
    }
}
