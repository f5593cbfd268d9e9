import CaucusStatistics
import CaucusText

/// The columns that the tables of a comparison share.
enum ComparisonColumns {
    static func text(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "string", description: description)
    }
    static func whole(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "integer", description: description)
    }
    static func number(_ name: String, _ description: String) -> Table.Column {
        Table.Column(name: name, type: "number", description: description)
    }

    static let target = text("target", "the leader")
    static let outlet = text("outlet", "the outlet; empty: not told")
    static let step = text("time_step", "the week (its Monday), month, quarter or year")
    static let speaker = [
        text("speaker_id", "who the speaker is across documents"), text("speaker", "the name"),
    ]

    /// Shares and net stance with their intervals.
    static let cell =
        [
            whole(
                "n_quotes",
                "counted quotations: so many rows of quotations.csv have the values of this row"),
            whole("n_documents", "documents they come from"),
        ]
        + Measure.allCases.flatMap { measure -> [Table.Column] in
            let name = measure == .net ? "net" : "share_" + measure.rawValue
            let what =
                measure == .net
                ? "share_favor − share_against" : "estimated share \(measure.rawValue)"
            return [
                number(name, what + "; empty: too few quotations"),
                number(name + "_low", "lower end of its interval; empty: not estimable"),
                number(name + "_high", "upper end of its interval"),
            ]
        } + [
            number("level", "the coverage that the intervals claim"),
            text("method", "how shares and intervals were estimated"),
        ]

    /// The cells under ``cell``.
    static func cells(
        _ count: Int, _ documents: Int, _ estimates: StanceEstimates?
    ) -> [TableCell] {
        [.integer(count), .integer(documents)]
            + Measure.allCases.flatMap { measure in
                estimate(estimates.map(measure.estimate))
            } + [TableCell(estimates?.net.level), TableCell(estimates?.net.method)]
    }

    static func cells(_ cell: ComparedCell) -> [TableCell] {
        cells(cell.count, cell.documents, cell.estimates)
    }

    /// An outlet, or nothing where it is not told.
    static func outlet(_ name: String?) -> TableCell {
        name?.isEmpty == false ? TableCell(name) : .empty
    }

    /// A value and the ends of its interval.
    static func estimate(_ estimate: Estimate?) -> [TableCell] {
        [TableCell(estimate?.value), TableCell(estimate?.low), TableCell(estimate?.high)]
    }
}
