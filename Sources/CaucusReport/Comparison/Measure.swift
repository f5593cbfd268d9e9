import CaucusStance
import CaucusStatistics

/// What is compared: a share, or the net stance.
enum Measure: String, CaseIterable {
    case against, neutral, favor, net

    func value(_ p: StanceProbabilities) -> Double {
        switch self {
        case .against: p.against
        case .neutral: p.neutral
        case .favor: p.favor
        case .net: p.net
        }
    }

    func estimate(_ estimates: StanceEstimates) -> Estimate {
        switch self {
        case .against: estimates.against
        case .neutral: estimates.neutral
        case .favor: estimates.favor
        case .net: estimates.net
        }
    }

    /// How far the measure is off from leader to leader.
    func error(_ errors: ShareErrors) -> RandomEffects {
        switch self {
        case .against: errors.against
        case .neutral: errors.neutral
        case .favor: errors.favor
        case .net: errors.net
        }
    }

    /// Where a difference of two can lie.
    var bounds: ClosedRange<Double> { self == .net ? -2...2 : -1...1 }

    /// The heading of a column.
    var words: String {
        switch self {
        case .against: "▼ against"
        case .neutral: "● neutral"
        case .favor: "▲ in favor"
        case .net: "net stance"
        }
    }
}
