/// How leaders are put side by side.
public struct ComparisonOptions: Sendable, Hashable {
    /// How each of them is counted: as a report counts.
    public var counting: ReportOptions
    /// The steps of time, or `nil` for the finest of month, quarter and year that gives no more than two dozen.
    public var step: TimeStep?
    /// The two periods to compare, or none.
    public var periods: [DayRange]
    /// The columns to cross: `outlet`, `speaker`, a step of time, or a column of the documents.
    public var columns: [String]

    /// Creates options.
    public init(
        counting: ReportOptions = ReportOptions(), step: TimeStep? = nil, periods: [DayRange] = [],
        columns: [String] = []
    ) {
        self.counting = counting
        self.step = step
        self.periods = periods
        self.columns = columns
    }
}
