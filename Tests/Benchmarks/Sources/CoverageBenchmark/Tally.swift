import CaucusStatistics
import Foundation

/// How often intervals held the truth, and how wide they were.
struct Tally {
    private var names: [String] = []
    private var hits: [String: Int] = [:]
    private var counts: [String: Int] = [:]
    private var widths: [String: Double] = [:]

    mutating func note(_ name: String, _ low: Double?, _ high: Double?, truth: Double) {
        guard let low, let high else { return }
        if counts[name] == nil { names.append(name) }
        counts[name, default: 0] += 1
        if low <= truth, truth <= high { hits[name, default: 0] += 1 }
        widths[name, default: 0] += high - low
    }

    mutating func note(_ name: String, _ estimate: Estimate, truth: Double) {
        note(name, estimate.low, estimate.high, truth: truth)
    }

    /// A line a name; `expected` says where its coverage, in percent, has to lie.
    func lines(_ expected: (String) -> ClosedRange<Double>?) -> [Line] {
        names.map { name in
            let n = Double(counts[name] ?? 1)
            return Line(
                name, value: 100 * Double(hits[name] ?? 0) / n, width: (widths[name] ?? 0) / n,
                expected: expected(name))
        }
    }
}
