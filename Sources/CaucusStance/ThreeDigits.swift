package import CaucusStatistics
import Foundation

extension Double {
    /// With three digits after the point.
    package var three: String { String(format: "%.3f", self) }
}

extension Estimate {
    /// The value and its ends, with three digits.
    package var three: String {
        guard let low, let high else { return value.three }
        return "\(value.three) (\(low.three)–\(high.three))"
    }
}
