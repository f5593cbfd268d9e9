import CaucusQuotes
import CaucusStance
import CaucusText

/// A run's quotations under a report's filter: what is left out has the status for it.
struct Selection {
    private(set) var quotations: [ScoredQuotation]
    private let filter: QuotationFilter
    private let test: FilterTest
    /// How many of those that are left out have no date that can be read.
    private var undated = 0

    /// Leaves nothing out.
    init() {
        filter = QuotationFilter()
        test = FilterTest(filter)
        quotations = []
    }

    init(
        _ filter: QuotationFilter, of edited: EditedSpeakers,
        _ documents: [String: DocumentSummary]
    ) {
        self.filter = filter
        test = FilterTest(filter)
        quotations = edited.quotations
        guard filter.isActive else { return }
        let asksForDates = filter.from != nil || filter.to != nil
        for i in quotations.indices where quotations[i].status == .counted {
            let document = documents[quotations[i].documentID]
            let kinds = quotations[i].facts.speakers.map {
                edited.identities[$0.id]?.kind ?? $0.kind
            }
            guard !test.keeps(quotations[i], in: document, by: kinds) else { continue }
            quotations[i].status = .filtered
            if asksForDates, document?.published.flatMap({ CalendarDay($0) }) == nil {
                undated += 1
            }
        }
    }

    /// Whether the leader's own words are asked for.
    func keepsWords(_ quotation: ScoredQuotation, _ documents: [String: DocumentSummary]) -> Bool {
        !filter.isActive || test.keepsWords(quotation, in: documents[quotation.documentID])
    }

    /// What became of the filter, or `nil` without one.
    func use(_ counting: Counting, _ errors: MeasuredShares, _ options: ReportOptions) -> FilterUse?
    {
        guard filter.isActive else { return nil }
        let whole = quotations.indices.filter {
            let status = quotations[$0].status
            return (status == .counted || status == .filtered)
                && !quotations[$0].facts.speakers.isEmpty
        }
        let estimates = counting.estimates(whole, unit: options.unit)
        return FilterUse(
            filter: filter, whole: whole.count,
            kept: whole.count { quotations[$0].status == .counted }, undated: undated,
            estimates: errors.unfiltered.corrected(estimates, whole.map { quotations[$0] }))
    }
}
