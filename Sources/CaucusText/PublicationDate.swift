/// A date of publication, read as people and programs write it.
///
/// The day is the one that is written: times and time zones after it are passed over, so that
/// “Wed, 5 Mar 2031 23:30:00 -0500” is the fifth, as its readers had it. Seconds since 1970 name no zone, and are
/// read in UTC. A day of numbers alone whose order is not certain (03/05/2031) is read by a given order, or not at
/// all; months without a day, relative dates (“3 hours ago”) and days that no calendar has are unknown.
package enum PublicationDate: Hashable, Sendable {
    /// A real day, and its date in ISO 8601: the text itself where it begins with `YYYY-MM-DD`, else the day.
    case day(CalendarDay, iso: String)
    /// Month and day could stand in either order.
    case ambiguous
    /// No date, as far as is known.
    case unknown

    /// The years that a day may have.
    static let years = 1500...2199

    /// Reads `text`; where a date is ambiguous, `order` decides, if it is given.
    ///
    /// - Complexity: O(bytes); nothing is allocated for a text that begins with `YYYY-MM-DD`.
    package init(_ text: String, order: DateOrder? = nil) {
        var text = text
        if let day = text.withUTF8(Self.isoDay) {
            self = .day(day, iso: text)
        } else {
            self = text.withUTF8 { DateReader($0, order).date() }
        }
    }

    /// The day at the start of a text that is kept as it is.
    private static func isoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDay? {
        guard let day = CalendarDay(bytes), years.contains(day.year) else { return nil }
        return bytes.count > 10 && DateToken.isDigit(bytes[10]) ? nil : day
    }

    /// The ISO 8601 date, or `nil` where no day was read.
    package var iso: String? {
        if case .day(_, let iso) = self { iso } else { nil }
    }
}
