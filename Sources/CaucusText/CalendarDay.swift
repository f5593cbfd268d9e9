/// A day of the Gregorian calendar, read from the start of an ISO 8601 date.
package struct CalendarDay: Comparable, Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// The day, or `nil` where the calendar has none such.
    package init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(year, month)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `YYYY-MM-DD`, whatever follows; `nil` where the text does not begin with a real day.
    package init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ CalendarDay($0) }) else { return nil }
        self = day
    }

    /// The same of the text's bytes.
    package init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        var digits = 0
        for i in 0..<10 where i != 4 && i != 7 {
            guard bytes[i] >= 0x30, bytes[i] <= 0x39 else { return nil }
            digits = digits * 10 + Int(bytes[i] - 0x30)
        }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    private static func days(_ year: Int, _ month: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days since 1970-01-01 (Hinnant's days_from_civil).
    package var ordinal: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The Monday on or before this day, counted as ``ordinal``.
    package var monday: Int { ordinal - ((ordinal + 3) % 7 + 7) % 7 }

    /// The day with the given ordinal.
    package init(ordinal: Int) {
        let z = ordinal + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let m = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * m + 2) / 5 + 1
        month = m < 10 ? m + 3 : m - 9
        year = yearOfEra + era * 400 + (m >= 10 ? 1 : 0)
    }

    package static func < (a: CalendarDay, b: CalendarDay) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    private static func padded(_ n: Int, _ width: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }

    /// `YYYY-MM-DD`.
    package var iso: String { isoMonth + "-" + Self.padded(day, 2) }
    /// `YYYY-MM`.
    package var isoMonth: String { Self.padded(year, 4) + "-" + Self.padded(month, 2) }

    package static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    /// `3 Jan 2031`.
    package var words: String { "\(day) \(Self.months[month - 1]) \(year)" }
}
