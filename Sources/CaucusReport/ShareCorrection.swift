import CaucusStance
public import CaucusStatistics

/// The overall shares by one estimator, to be read beside the others.
public struct ShareCorrection: Sendable, Hashable {
    /// The estimator: “plain mean”, “PACC”, “EM (prior shift)”.
    public var method: String
    /// What the shares are shares of.
    public var unit: ReportOptions.Unit
    /// The share against, or `nil` where the estimator refuses; and the other numbers.
    public var against: Estimate?
    public var neutral: Estimate?
    public var favor: Estimate?
    /// `favor − against`.
    public var net: Estimate?
    /// How much the estimator magnifies noise, or `nil` where that has no meaning.
    public var condition: Double?
    /// Why the estimator refuses, or `nil`.
    public var refusal: String?
    /// The stances that the model knows; one of two labels gives the third no share.
    var known = Stance.allCases

    /// Whether a correction gives a stance no share at all: these articles are not worded as the training was, or
    /// are too few.
    public var isAtEdge: Bool {
        guard method != Self.plainMean else { return false }
        let shares = [(Stance.against, against), (.neutral, neutral), (.favor, favor)]
        return shares.contains { stance, share in
            known.contains(stance) && share.map { $0.value < 0.002 } == true
        }
    }

    private static let plainMean = "plain mean"

    /// The plain mean, PACC and EM over the same rows; empty without gold items or rows.
    ///
    /// - Parameter plain: the mean without any correction.
    static func all(
        _ rows: [CountedRow], plain: StanceEstimates?, gold: GoldSample?, options: ReportOptions
    ) -> [ShareCorrection] {
        guard let gold, let plain, !rows.isEmpty, !gold.items.isEmpty else { return [] }
        let maker = Maker(rows: rows, gold: gold, options: options)
        let mean = ShareCorrection(
            method: plainMean, unit: options.unit, against: plain.against,
            neutral: plain.neutral, favor: plain.favor, net: plain.net)
        return [mean, maker.adjustedCount(), maker.expectationMaximization()]
    }

    /// What both estimators start from.
    private struct Maker {
        var options: ReportOptions
        /// The stances that the gold items know; a model of two labels has no third.
        var stances: [Stance]
        var posteriors: [[Double]]
        var clusters: [Int]
        var weights: [Double]
        var gold: [Quantification.Gold]
        /// The shares of the stances where the probabilities were calibrated.
        var trainingShares: [Double]

        init(rows: [CountedRow], gold sample: GoldSample, options: ReportOptions) {
            self.options = options
            let order = Stance.allCases
            let stances = order.filter { stance in sample.items.contains { $0.label == stance } }
            func vector(_ p: StanceProbabilities) -> [Double] {
                let values = stances.map { min(max(p[$0], 0), 1) }
                let total = values.reduce(0, +)
                return total > 0 ? values.map { $0 / total } : values
            }
            // Below the margin of a model without gates a row is too close to call and does not count; nor may a gold
            // item. What gates leave open counts, here and there.
            let gold = sample.items.filter { $0.probabilities.margin >= sample.margin }.map {
                Quantification.Gold(
                    posterior: vector($0.probabilities),
                    label: stances.firstIndex(of: $0.label) ?? 0, group: $0.group)
            }
            let weights = sample.stanceWeights
            let mass = stances.enumerated().map { k, stance in
                (weights[stance] ?? 0) * Double(gold.count { $0.label == k })
            }
            let total = mass.reduce(0, +)
            trainingShares = mass.map { total > 0 ? $0 / total : 0 }
            self.gold = gold
            self.stances = stances
            posteriors = rows.map { vector($0.probabilities) }
            clusters = rows.map(\.cluster)
            self.weights = rows.map(\.weight)
        }

        func adjustedCount() -> ShareCorrection {
            do throws(StatisticsError) {
                return correction(
                    try Quantification.adjustedCount(
                        posteriors: posteriors, clusters: clusters, weights: weights, gold: gold))
            } catch {
                return refusal("PACC", error)
            }
        }

        func expectationMaximization() -> ShareCorrection {
            do throws(StatisticsError) {
                for k in stances.indices {
                    let found = gold.count { $0.label == k }
                    guard found >= Quantification.leastGold else {
                        throw .tooFewGold(
                            class: k, found: found, needed: Quantification.leastGold)
                    }
                }
                return correction(
                    try Quantification.expectationMaximization(
                        posteriors: posteriors, clusters: clusters, weights: weights,
                        trainingShares: trainingShares))
            } catch {
                return refusal("EM (prior shift)", error)
            }
        }

        private func correction(_ found: Quantification) -> ShareCorrection {
            func estimate(
                _ bounds: ClosedRange<Double>, _ weight: (Stance) -> Double
            ) -> Estimate {
                found.estimate(stances.map(weight), level: options.level, bounds: bounds)
            }
            return ShareCorrection(
                method: found.method, unit: options.unit,
                against: estimate(0...1) { $0 == .against ? 1 : 0 },
                neutral: estimate(0...1) { $0 == .neutral ? 1 : 0 },
                favor: estimate(0...1) { $0 == .favor ? 1 : 0 },
                net: estimate(-1...1) { $0 == .favor ? 1 : $0 == .against ? -1 : 0 },
                condition: found.condition, known: stances)
        }

        private func refusal(_ method: String, _ error: StatisticsError) -> ShareCorrection {
            ShareCorrection(
                method: method, unit: options.unit, refusal: Self.words(error, stances))
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
}

extension StanceProbabilities {
    /// The probability of one stance.
    subscript(_ stance: Stance) -> Double {
        switch stance {
        case .against: against
        case .neutral: neutral
        case .favor: favor
        }
    }

    /// The lead of the likeliest stance over the next.
    var margin: Double {
        let sorted = [against, neutral, favor].sorted(by: >)
        return sorted[0] - sorted[1]
    }

    /// The likeliest stance; ties go to the first of against, neutral, favor.
    var leading: Stance {
        let order = Stance.allCases
        return order.dropFirst().reduce(order[0]) { self[$1] > self[$0] ? $1 : $0 }
    }
}

extension GoldSample {
    /// What an item of each stance counts, so that the stances have the shares the probabilities are meant for.
    var stanceWeights: [Stance: Double] {
        let pairs = zip(Stance.allCases, shares).map { stance, share in
            let count = items.count { $0.label == stance }
            return (stance, count > 0 ? share * Double(items.count) / Double(count) : 0)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
