public import CaucusStance
import CaucusStatistics

/// A labeled quotation that the model had not seen: what it said, and what was right.
public struct GoldItem: Sendable, Hashable, Codable {
    /// Out-of-fold calibrated probabilities.
    public var probabilities: StanceProbabilities
    /// The label.
    public var label: Stance

    /// Creates an item.
    public init(probabilities: StanceProbabilities, label: Stance) {
        self.probabilities = probabilities
        self.label = label
    }
}

/// The overall shares by one estimator, to be read beside the others.
public struct ShareCorrection: Sendable, Hashable {
    /// The estimator: “plain mean”, “PACC”, “EM (prior shift)”.
    public var method: String
    /// The shares, or `nil` where the estimator refuses.
    public var shares: StanceProbabilities?
    /// How much the estimator magnifies noise, or `nil` where that has no meaning.
    public var condition: Double?
    /// Why the estimator refuses, or `nil`.
    public var refusal: String?

    /// The plain mean of `rows`, PACC and EM; empty without gold items or rows. Each quotation counts once.
    static func all(_ rows: [StanceProbabilities], gold: [GoldItem]) -> [ShareCorrection] {
        guard !rows.isEmpty, !gold.isEmpty else { return [] }
        let posteriors = rows.map(vector)
        let order: [Stance] = [.against, .neutral, .favor]
        let items = gold.map {
            (posterior: vector($0.probabilities), label: order.firstIndex(of: $0.label) ?? 0)
        }
        let n = Double(gold.count)
        let training = order.map { stance in Double(gold.count { $0.label == stance }) / n }
        var result: [ShareCorrection] = []
        do throws(StatisticsError) {
            let pacc = try Quantification.adjustedCount(posteriors: posteriors, gold: items)
            let em = try Quantification.expectationMaximization(
                posteriors: posteriors, trainingShares: training)
            result.append(ShareCorrection(method: "plain mean", shares: shares(pacc.plainMean)))
            result.append(
                ShareCorrection(
                    method: pacc.method, shares: shares(pacc.shares), condition: pacc.condition))
            result.append(ShareCorrection(method: em.method, shares: shares(em.shares)))
        } catch {
            result.append(ShareCorrection(method: "PACC and EM", refusal: words(error, order)))
        }
        return result
    }

    private static func vector(_ p: StanceProbabilities) -> [Double] {
        [p.against, p.neutral, p.favor].map { min(max($0, 0), 1) }
    }

    private static func shares(_ values: [Double]) -> StanceProbabilities {
        StanceProbabilities(against: values[0], neutral: values[1], favor: values[2])
    }

    private static func words(_ error: StatisticsError, _ order: [Stance]) -> String {
        switch error {
        case .tooFewGold(let index, let found, let needed):
            "refused: \(found) labeled quotations \(Wording.stance(order[index])), at least \(needed) are needed"
        case .singular: "refused: the model cannot tell the stances apart"
        default: "refused: the probabilities are not ones"
        }
    }
}
