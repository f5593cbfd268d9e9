import CaucusTarget
import Foundation

/// Labeled quotations that a model answered before it had seen them, as the scorer gives its answers.
///
/// What a report needs to tell how often the model is right, which stances it confuses, and what shares would be
/// without its known errors.
public struct GoldSample: Sendable, Hashable {
    /// One labeled quotation.
    public struct Item: Sendable, Hashable {
        /// Calibrated probabilities from a model that was not fitted to this quotation.
        public var probabilities: StanceProbabilities
        /// The label.
        public var label: Stance
        /// The article or story; items of one group are not independent.
        public var group: Int
        /// Whether the scorer gives it a stance, as far as more is asked than the ``GoldSample/margin``.
        public var isAnswered: Bool

        /// Creates an item.
        public init(
            probabilities: StanceProbabilities, label: Stance, group: Int, isAnswered: Bool = true
        ) {
            self.probabilities = probabilities
            self.label = label
            self.group = group
            self.isAnswered = isAnswered
        }
    }

    /// The labeled quotations.
    public var items: [Item]
    /// The shares of against, neutral and favor that the probabilities are meant for. The items may be drawn with
    /// others.
    public var shares: [Double]
    /// The lead of the best stance over the next below which the scorer abstains.
    public var margin: Double
    /// How many labeled quotations the items were drawn from.
    public var examples: Int
    /// By how much shares are missed, on leaders held out; `nil` where that is not known.
    public var shareErrors: ShareErrors?
    /// The judged quotations that ``shareErrors`` are of: those that would count; `nil` where they are not at hand.
    package var judged: JudgedSample?
    /// How often answered sides are right in everything, from which probability on; empty where that is not known.
    public var precisions: [GateProvenance.AnswerPrecision] = []
    /// How those did that have no word for the leader; `nil` where that is not known.
    public var byContext: JudgedSlice?

    /// Creates a sample; `shares` are those of the items unless given.
    public init(
        items: [Item], shares: [Double]? = nil, margin: Double = 0, examples: Int? = nil
    ) {
        self.items = items
        let own = Stance.allCases.map { stance in
            Double(items.count { $0.label == stance }) / Double(max(items.count, 1))
        }
        self.shares = shares ?? own
        self.margin = margin
        self.examples = examples ?? items.count
    }
}

extension GoldSample {
    /// By how much the shares of quotations are missed that are at least so likely to be what they are taken for; `nil`
    /// where too few of them were judged.
    package func shareErrors(ofConfidence least: Double) -> ShareErrors? {
        judged.flatMap { ShareErrors($0, keeping: least) }
    }
}

extension StanceModel {
    /// What the model file keeps of its cross-validation; `nil` for a sentiment model and for one that was fitted
    /// without folds.
    public var gold: GoldSample? {
        guard task == .stance, let heldOut, !heldOut.rows.isEmpty else { return nil }
        let items = heldOut.rows.map { row in
            let p = row.probabilities.map(Double.init)
            return GoldSample.Item(
                probabilities: StanceProbabilities(against: p[0], neutral: p[1], favor: p[2]),
                label: Stance.allCases[row.label], group: row.group)
        }
        let raised = provenance.labelCounts.map {
            $0 > 0 ? pow(Double($0), 1 - provenance.balance) : 0
        }
        let total = raised.reduce(0, +)
        return GoldSample(
            items: items, shares: raised.map { $0 / total },
            margin: threshold?.margin ?? DocumentScorer.leastMargin,
            examples: provenance.examples)
    }
}

extension GateModel {
    /// Whether a judged quotation that counts is given a stance, by default; one whose side's probability to be right was
    /// not kept is taken to be.
    func isAnswered(_ row: JudgedSample.Row) -> Bool {
        let best = row.stances.indices.max { row.stances[$0] < row.stances[$1] } ?? 1
        let odds = best == 1 ? row.pass * row.stances[1] : row.right ?? 1
        return odds >= threshold(for: .standard, ofNeutral: best == 1)
    }

    /// Judged quotations that count, with what the stance model says of them when it is fitted to other leaders, and by
    /// how much shares are missed.
    public var gold: GoldSample {
        let items = judged.rows.filter { $0.pass >= provenance.keep && $0.label >= 0 }.map { row in
            GoldSample.Item(
                probabilities: StanceProbabilities(
                    against: row.stances[0], neutral: row.stances[1], favor: row.stances[2]),
                label: Stance.allCases[row.label], group: row.article,
                isAnswered: isAnswered(row))
        }
        var gold = GoldSample(items: items)
        gold.shareErrors = shareErrors
        gold.judged = JudgedSample(rows: judged.rows.filter { $0.pass >= provenance.keep })
        gold.precisions = provenance.precisions
        gold.byContext = provenance.slices?.first {
            $0.kind == .mention && $0.name == TargetMention.context.rawValue
        }
        return gold
    }
}
