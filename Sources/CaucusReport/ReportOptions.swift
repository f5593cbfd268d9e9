import CaucusText

/// How a report counts.
public struct ReportOptions: Sendable, Hashable, Codable {
    /// What a share is a share of.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Each quotation counts once.
        case quotation
        /// Each article counts once, however many quotations it holds.
        case document
        /// Each speaker counts once in the overall numbers.
        case speaker
    }

    /// The steps of the timeline.
    public enum Period: String, Sendable, Hashable, Codable, CaseIterable {
        /// Calendar months.
        case month
        /// Weeks from Monday (ISO 8601).
        case week
    }

    /// The coverage of all intervals.
    public var level: Double
    /// What shares are shares of.
    public var unit: Unit
    /// The steps of the timeline.
    public var period: Period
    /// Bootstrap draws for the rank intervals.
    public var draws: Int
    /// The seed of the bootstrap.
    public var seed: UInt64
    /// A passed-through column to compare the values of, beside the outlets: `section`; or `nil`.
    public var column: String?
    /// How many quotations a speaker's card shows, or `nil` for as many as keep the page light: 12, fewer
    /// where many speakers have a card, but never under 4. The tables always hold all.
    public var evidence: Int?
    /// The day of making, as an ISO 8601 date, for who cites the report; or `nil` where it is not told.
    public var date: String?
    /// Whether print holds everything; else the front: the answer, who matters, the timeline, the outlets.
    public var printsAll: Bool
    /// Which of the quotations that count the report is about.
    public var filter: QuotationFilter

    /// Creates options; the defaults suit a newspaper.
    public init(
        level: Double = 0.95, unit: Unit = .quotation, period: Period = .month, draws: Int = 999,
        seed: UInt64 = 1, column: String? = nil, evidence: Int? = nil, date: String? = nil,
        printsAll: Bool = false,
        filter: QuotationFilter = QuotationFilter()
    ) {
        self.level = level
        self.unit = unit
        self.period = period
        self.draws = draws
        self.seed = seed
        self.column = column
        self.evidence = evidence
        self.date = date
        self.printsAll = printsAll
        self.filter = filter
    }
}

extension ReportOptions {
    /// Whether `text` is a day, as ``date`` takes it.
    public static func isDay(_ text: String) -> Bool { CalendarDay(text)?.iso == text }

    /// The day of a moment in UTC, as ``date`` takes it, where it is one of the years 1 to 9999.
    public static func day(secondsSince1970 seconds: Int) -> String? {
        guard (0...253_402_300_799).contains(seconds) else { return nil }
        return CalendarDay(ordinal: seconds / 86_400).iso
    }
}

extension ReportOptions.Unit {
    /// What the shares are shares of, and what is one piece of evidence.
    var words: String {
        switch self {
        case .quotation: "quotation, with each article as one piece of evidence"
        case .document: "article, each counted once"
        case .speaker: "speaker, each counted once, with each article as one piece of evidence"
        }
    }
}
