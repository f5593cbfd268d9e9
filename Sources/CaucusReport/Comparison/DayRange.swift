import CaucusText

/// The days from one to another, both among them.
public struct DayRange: Sendable, Hashable {
    /// As it was given: `2031-01:2031-06`.
    public let text: String
    /// In words: `1 Jan 2031 – 30 Jun 2031`.
    public let words: String
    let first: CalendarDay
    let last: CalendarDay

    /// Reads two days, months or years, or one of them, with a colon between: `2031-01:2031-06`, `2031`, `2031-04-01:2031-04-09`.
    public init(_ text: String) throws(ComparingError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, let start = Self.days(parts[0]),
            let end = parts.count > 1 ? Self.days(parts[1]) : start, start.first <= end.last
        else { throw .badPeriod(text) }
        self.init(
            text: text, first: start.first, last: end.last,
            words: start.first == end.last
                ? start.first.words : start.first.words + " – " + end.last.words)
    }

    private init(text: String, first: CalendarDay, last: CalendarDay, words: String) {
        self.text = text
        self.first = first
        self.last = last
        self.words = words
    }

    /// All days before a day, and those from it on.
    public static func split(at text: String) throws(ComparingError) -> [DayRange] {
        guard let day = CalendarDay(text), day.iso == text, day.ordinal > earliest.ordinal else {
            throw .badPeriod(text)
        }
        let before = CalendarDay(ordinal: day.ordinal - 1)
        return [
            DayRange(
                text: "before \(text)", first: earliest, last: before, words: "before \(day.words)"),
            DayRange(
                text: "from \(text)", first: day, last: latest, words: "from \(day.words) on"),
        ]
    }

    private static let earliest = CalendarDay(ordinal: -719_528)
    private static let latest = CalendarDay(ordinal: 2_932_896)

    /// Whether a day is one of these.
    func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

    /// Whether two have a day in common.
    public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

    /// The first and last day of a year, a month or a day.
    private static func days(_ text: String) -> (first: CalendarDay, last: CalendarDay)? {
        let digits = text.split(separator: "-", omittingEmptySubsequences: false)
        guard zip(digits, [4, 2, 2]).allSatisfy({ $0.utf8.count == $1 }), digits.count <= 3
        else { return nil }
        let numbers = digits.compactMap { Int($0) }
        guard numbers.count == digits.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        let (month, day) = (numbers.dropFirst().first, numbers.dropFirst(2).first)
        guard
            let first = CalendarDay(year: numbers[0], month: month ?? 1, day: day ?? 1)
        else { return nil }
        if day != nil { return (first, first) }
        let last = (28...31).reversed().lazy.compactMap {
            CalendarDay(year: numbers[0], month: month ?? 12, day: $0)
        }.first
        return last.map { (first, $0) }
    }
}
