import CaucusText

/// The steps in which a comparison counts time.
public enum TimeStep: String, Sendable, Hashable, CaseIterable {
    case week, month, quarter, year

    /// The number of the step that a day is in; steps that follow each other have numbers that do.
    func number(of day: CalendarDay) -> Int {
        switch self {
        case .week: (day.monday + 3) / 7
        case .month: day.year * 12 + day.month - 1
        case .quarter: day.year * 4 + (day.month - 1) / 3
        case .year: day.year
        }
    }

    /// `2031-03-03` (the Monday), `2031-03`, `2031-Q1`, `2031`.
    func label(_ number: Int) -> String {
        func year(_ number: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
        }
        switch self {
        case .week: return CalendarDay(ordinal: number * 7 - 3).iso
        case .month:
            let month = String(number % 12 + 1)
            return year(number / 12) + "-" + (month.count < 2 ? "0" : "") + month
        case .quarter: return year(number / 4) + "-Q" + String(number % 4 + 1)
        case .year: return year(number)
        }
    }

    /// The finest of month, quarter and year of which no more than two dozen lie between two days.
    static func suiting(_ first: CalendarDay, _ last: CalendarDay) -> TimeStep {
        let steps: [TimeStep] = [.month, .quarter]
        return steps.first { $0.number(of: last) - $0.number(of: first) < 24 } ?? .year
    }
}
