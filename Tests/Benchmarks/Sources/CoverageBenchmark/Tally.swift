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

    var lines: [String] {
        names.map { name in
            let n = Double(counts[name] ?? 1)
            let coverage = String(format: "%.1f %%", 100 * Double(hits[name] ?? 0) / n)
            let width = String(format: "%.3f", (widths[name] ?? 0) / n)
            return "| \(name) | \(coverage) | \(width) |"
        }
    }
}
