import CaucusStance
import CaucusStatistics

/// Positions in the charts, in percent of the width so that they fit a phone and a poster alike.
enum Plot {
    /// `40%`, of a share of the width.
    static func percent(_ share: Double) -> String {
        Numbers.table((min(max(share, 0), 1) * 10_000).rounded() / 100) + "%"
    }

    /// Where a net stance from −1 to 1 lies.
    static func position(_ net: Double) -> Double { (net + 1) / 2 }

    /// Which way an estimate points: `favor` or `against` where its interval leaves out 0, `open` otherwise.
    static func direction(_ estimate: Estimate) -> String {
        if let low = estimate.low, low > 0 { return "favor" }
        if let high = estimate.high, high < 0 { return "against" }
        return "open"
    }

    /// The values of a row's two charts: the dot with its interval, and the stacked bar.
    static func row(
        estimates: StanceEstimates, stances: [Stance], basis: String? = nil
    ) -> Values {
        let net = estimates.net
        var values = Values([
            "x": percent(position(net.value)), "net": Numbers.signed(net.value),
            "interval": Numbers.interval(net), "direction": direction(net),
            "basis": basis,
            "parts": stances.map { stance in
                Values([
                    "symbol": Wording.symbol(stance), "word": Wording.stance(stance),
                    "share": Numbers.percent(max(estimates[stance].value, 0)),
                ])
            },
            "wa": percent(estimates.against.value), "wn": percent(estimates.neutral.value),
            "wf": percent(estimates.favor.value),
            "xn": percent(estimates.against.value),
            "xf": percent(estimates.against.value + estimates.neutral.value),
            "sort": Numbers.table(net.value),
        ])
        if let low = net.low, let high = net.high {
            values["raw"] = Values([
                "x1": percent(position(low)), "x2": percent(position(high)),
            ])
        }
        return values
    }
}
