import CaucusStance
import CaucusText

/// The counted quotations by outlet, by a column and by time.
extension Counting {
    /// The outlets of the quotations at `indices`, most quotations first.
    func sources(_ indices: [Int]) -> [SourceSummary] {
        breakdown(indices) { $0.source }
    }

    /// The values of the column that the options name, most quotations first; empty where they name none.
    func columnValues(_ indices: [Int]) -> [SourceSummary] {
        guard let column = options.column else { return [] }
        return breakdown(indices) { $0.value(of: column) }
    }

    private func breakdown(
        _ indices: [Int], by value: (DocumentSummary) -> String?
    ) -> [SourceSummary] {
        var groups: [String?: [Int]] = [:]
        for i in indices {
            groups[documents[quotations[i].documentID].flatMap(value), default: []].append(i)
        }
        let summaries = groups.compactMap { name, indices in
            estimates(indices, unit: options.unit).map {
                SourceSummary(
                    name: name, quotations: indices.count,
                    documents: Set(indices.map { quotations[$0].documentID }).count, estimates: $0)
            }
        }
        return summaries.sorted { ($1.quotations, $0.name ?? "") < ($0.quotations, $1.name ?? "") }
    }

    /// The timeline of the quotations at `indices`.
    ///
    /// Steps without quotations are listed as gaps, unless the dates span more than 240 steps: then only the
    /// steps that hold something are.
    func periods(_ indices: [Int]) -> [PeriodSummary] {
        var groups: [Int: [Int]] = [:]
        for i in indices {
            guard let day = day(quotations[i]) else { continue }
            let step =
                options.period == .month ? day.year * 12 + day.month - 1 : (day.monday + 3) / 7
            groups[step, default: []].append(i)
        }
        let present = groups.keys.sorted()
        guard let first = present.first, let last = present.last else { return [] }
        let steps = last - first < 240 ? Array(first...last) : present
        return steps.map { step in
            let indices = groups[step] ?? []
            return PeriodSummary(
                label: label(step), quotations: indices.count,
                estimates: estimates(indices, unit: options.unit))
        }
    }

    private func label(_ step: Int) -> String {
        if options.period == .week { return CalendarDay(ordinal: step * 7 - 3).iso }
        let month = String(step % 12 + 1)
        let year = String(step / 12)
        return String(repeating: "0", count: max(4 - year.count, 0)) + year + "-"
            + (month.count < 2 ? "0" : "") + month
    }
}
