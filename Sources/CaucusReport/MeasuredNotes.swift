import CaucusStance
import CaucusTarget

/// What judged quotations about other leaders tell of a report's numbers, in sentences.
struct MeasuredNotes: Sendable, Hashable {
    /// How many quotations are given a side, and how often such answers are right; and what the shares are without their
    /// correction. Empty where nothing has been judged.
    let sentences: [String]

    /// The notes on counted quotations.
    init(
        _ gold: GoldSample?, _ counted: [ScoredQuotation], overall: StanceEstimates?,
        plain: StanceEstimates?, _ filter: QuotationFilter = QuotationFilter()
    ) {
        guard let gold, !counted.isEmpty else {
            sentences = []
            return
        }
        let answers = Self.answers(gold.precisions, counted, filter)
        let context = Self.context(gold.byContext, counted)
        let errors = filter.leastConfidence.map { gold.shareErrors(ofConfidence: $0) }
        let shares = overall == plain ? nil : Self.shares(errors ?? gold.shareErrors, plain)
        sentences = [answers, context, shares].compactMap { $0 }
    }

    private static func answers(
        _ precisions: [GateProvenance.AnswerPrecision], _ counted: [ScoredQuotation],
        _ filter: QuotationFilter
    ) -> String? {
        let odds = counted.compactMap { quotation -> Double? in
            guard let stance = quotation.stance, stance != .neutral else { return nil }
            return quotation.gates?.right
        }
        guard let least = odds.min(),
            let measured = precisions.last(where: { $0.threshold <= least + 1e-6 })
        else { return nil }
        let open = counted.count { $0.stance == nil }
        return """
            \(Numbers.count(odds.count)) of \(Numbers.count(counted.count, "counted quotation")) are given a side, favor \
            or against, and \(Numbers.count(open)) are left open because no stance is sure enough. On judged quotations \
            about other leaders\(filter.isActive ? ", of all kinds and not of those of the filter alone," : "") such answers were right in everything (speech, speaker, leader and side) in \
            \(Numbers.percent(measured.precision)) of cases (\(Numbers.percent(measured.low)) to \
            \(Numbers.percent(measured.high))).
            """
    }

    /// How many have no word for the leader, and how often such are right.
    private static func context(
        _ judged: JudgedSlice?, _ counted: [ScoredQuotation]
    ) -> String? {
        let count = counted.count { $0.mention == .context }
        guard count > 0, let judged, judged.counted > 0 else { return nil }
        return """
            \(Numbers.count(count)) of \(Numbers.count(counted.count, "counted quotation")) have no word for the leader and \
            count by what stands around them. Of \(Numbers.count(judged.counted, "judged quotation")) of that kind about other \
            leaders \(Numbers.percent(judged.right)) were speech of the speaker named about the leader.
            """
    }

    private static func shares(_ errors: ShareErrors?, _ plain: StanceEstimates?) -> String? {
        guard let errors, let plain else { return nil }
        return """
            These shares of all speakers together are corrected by \(Numbers.count(errors.quotations, "judged quotation")) \
            about \(Numbers.count(errors.leaders, "other leader")), and their intervals hold how far such shares are off \
            from leader to leader. As the model counts they would be \(Numbers.percent(plain.against.value)) against, \
            \(Numbers.percent(plain.neutral.value)) neutral and \(Numbers.percent(plain.favor.value)) in favor. Shares of \
            single speakers and outlets are not corrected.
            """
    }
}
