import CaucusStance

/// When the shares of all speakers together are corrected by what judged quotations about other leaders tell of such
/// shares.
///
/// The errors were measured on all quotations of a leader that count. They are those of a selection only where it is made
/// by the confidence, since the judged quotations know theirs, or where it leaves out next to nothing.
struct MeasuredShares {
    private let errors: ShareErrors?
    /// The same without the filter.
    var unfiltered: MeasuredShares { MeasuredShares(errors: whole, whole: whole) }
    private let whole: ShareErrors?

    /// Of the quotations that would count so many may be of excluded speakers: a share that is missed by e in those that
    /// are left and by f in those that are not is missed by e + 0.05 (f − e) in all, a fraction of what leaders differ by.
    static let mostExcluded = 0.05

    private init(errors: ShareErrors?, whole: ShareErrors?) {
        self.errors = errors
        self.whole = whole
    }

    init(_ gold: GoldSample?, options: ReportOptions, excluded quotations: [ScoredQuotation]) {
        let left = quotations.count { $0.status == .excluded }
        let all = quotations.count { $0.status == .counted || $0.status.isLeftOut }
        // The errors are those of shares in which each quotation counts once.
        let isMeasured =
            options.unit == .quotation && Double(left) <= Self.mostExcluded * Double(all)
        whole = isMeasured ? gold?.shareErrors : nil
        if !options.filter.isActive {
            errors = whole
        } else if isMeasured, options.filter.isConfidenceAlone {
            errors = gold?.shareErrors(ofConfidence: options.filter.leastConfidence ?? 0)
        } else {
            errors = nil
        }
    }

    /// What is known of the errors of the estimates of quotations, or `nil` where hand labels correct these or some have
    /// passed no gates.
    func errors(of estimates: StanceEstimates?, _ counted: [ScoredQuotation]) -> ShareErrors? {
        guard estimates?.isCorrected == false, counted.allSatisfy({ $0.gates != nil }) else {
            return nil
        }
        return errors
    }

    /// The estimates of quotations with their correction, where one is known.
    func corrected(_ estimates: StanceEstimates?, _ counted: [ScoredQuotation]) -> StanceEstimates?
    {
        estimates?.corrected(by: errors(of: estimates, counted))
    }
}
