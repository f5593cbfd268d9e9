import CaucusStance
import CaucusStatistics

extension ShownCell {
    /// A whole number.
    static func count(_ n: Int) -> ShownCell { ShownCell(Numbers.count(n)) }

    /// A name, cut where it is long.
    static func name(_ name: String, unknown: String = "not told") -> ShownCell {
        ShownCell(name.isEmpty ? unknown : Clipping.clipped(name, to: 40))
    }

    /// A net stance with its interval and the number of quotations; of too few the number alone.
    static func net(_ cell: ComparedCell) -> ShownCell {
        guard cell.count > 0 else { return ShownCell("–") }
        let quotes = Numbers.count(cell.count, "quotation")
        guard let net = cell.estimates?.net else { return ShownCell("–", count: quotes) }
        var shown = signed(net, Numbers.signed)
        shown.count = quotes
        return shown
    }

    /// A share with its interval, of small ones with digits after the point.
    static func share(_ share: Estimate?, digits: Int = 0) -> ShownCell {
        func percent(_ x: Double) -> String { Numbers.fixed(x * 100, digits) }
        guard let share else { return ShownCell("–") }
        guard let low = share.low, let high = share.high else {
            return ShownCell(percent(share.value) + "%", small: "no interval")
        }
        return ShownCell(
            percent(share.value) + "%", small: "\(percent(low)) to \(percent(high))%")
    }

    /// A difference of net stances.
    static func difference(_ estimate: Estimate?) -> ShownCell {
        estimate.map { signed($0, Numbers.signed) } ?? ShownCell("–")
    }

    /// A difference of shares, in percentage points.
    static func points(_ estimate: Estimate?) -> ShownCell {
        guard let estimate else { return ShownCell("–") }
        var cell = signed(estimate, points, unit: " points")
        // More of a share is not more favorable.
        cell.direction = nil
        return cell
    }

    private static func points(_ x: Double) -> String {
        let text = Numbers.fixed(x * 100, 0)
        return text == "0" ? text : (x < 0 ? "\u{2212}" : "+") + text
    }

    private static func signed(
        _ estimate: Estimate, _ text: (Double) -> String, unit: String = ""
    ) -> ShownCell {
        let direction = Plot.direction(estimate)
        let sign = unit.isEmpty ? symbols[direction] ?? "" : ""
        var small = "no interval"
        if let low = estimate.low, let high = estimate.high {
            small = text(low) + " to " + text(high)
        }
        return ShownCell(
            sign + text(estimate.value) + unit,
            small: small, direction: direction == "open" ? nil : direction)
    }

    private static let symbols = ["favor": "▲\u{A0}", "against": "▼\u{A0}"]
}
