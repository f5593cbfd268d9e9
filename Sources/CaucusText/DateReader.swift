/// Finds the first date in a text that does not begin with `YYYY-MM-DD`.
///
/// Before the date only words that dates are written with, and times, may stand; after it anything may, as
/// “March 5, 2031 Wednesday Correction Appended” shows.
struct DateReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let tokens: [DateToken]
    private let order: DateOrder?

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ order: DateOrder?) {
        self.bytes = bytes
        self.order = order
        tokens = DateToken.tokens(bytes)
    }

    /// The date.
    ///
    /// - Complexity: O(bytes) for the tokens, of which there are at most ``DateToken/limit``.
    func date() -> PublicationDate {
        var i = 0
        while i < tokens.count {
            if let date = date(at: i) { return date }
            guard let next = passed(i) else { return .unknown }
            i = next
        }
        return .unknown
    }

    /// The date that begins with the `i`-th token, or `nil`.
    private func date(at i: Int) -> PublicationDate? {
        switch kind(i) {
        case .month(let month): return read(monthFirst(month, i))
        case .number(let value, let digits):
            switch digits {
            case 8, 12, 14, 17: return read(compact(i))
            case 10, 13, 16, 19: return epoch(value, digits, i)
            case 4: return read(yearFirst(Int(value), i))
            case 1, 2:
                return read(dayFirst(Int(value), i)) ?? numbers(i)
            default: return nil
            }
        default: return nil
        }
    }

    private func read(_ day: CalendarDay?) -> PublicationDate? {
        guard let day, PublicationDate.years.contains(day.year) else { return nil }
        return .day(day, iso: day.iso)
    }

    private func kind(_ i: Int) -> DateToken.Kind? {
        tokens.indices.contains(i) ? tokens[i].kind : nil
    }

    /// Whether the `i`-th token is one of `marks`.
    private func isMark(_ i: Int, _ marks: StaticString) -> Bool {
        guard case .mark(let byte) = kind(i) else { return false }
        return marks.withUTF8Buffer { $0.contains(byte) }
    }

    private func touches(_ i: Int) -> Bool {
        i > 0 && i < tokens.count && tokens[i].range.lowerBound == tokens[i - 1].range.upperBound
    }

    /// A number of so many digits.
    private func number(_ i: Int, _ digits: ClosedRange<Int>) -> Int? {
        guard case .number(let value, let count) = kind(i), digits.contains(count) else {
            return nil
        }
        return Int(truncatingIfNeeded: value)
    }

    /// One past the token at `i` that may stand before a date, or `nil`: a filler, a mark, a time.
    private func passed(_ i: Int) -> Int? {
        switch kind(i) {
        case .filler, .mark, .half: return i + 1
        // “mar. 5 mars 2031”: a Tuesday.
        case .month(3): return i + 1
        case .number: return time(i)
        default: return nil
        }
    }

    /// One past a time of day, with its seconds and its distance from UTC, or `nil`: 10:15, 10.15am, 10 am.
    private func time(_ i: Int) -> Int? {
        guard number(i, 1...2) != nil else { return nil }
        var next = i + 1
        var digits = 2...2
        while isMark(next, ":."), touches(next), touches(next + 1), number(next + 1, digits) != nil
        {
            next += 2
            digits = 1...9
        }
        if kind(next) == .half {
            // a.m.
            while kind(next) == .half || isMark(next, ".") { next += 1 }
        } else if next == i + 1 {
            return nil
        }
        if kind(next) == .filler, isMark(next + 1, "+"), touches(next + 1) { next += 1 }
        guard isMark(next, "+-"), touches(next + 1), number(next + 1, 2...4) != nil else {
            return next
        }
        next += 2
        return isMark(next, ":") && number(next + 1, 2...2) != nil ? next + 2 : next
    }

    /// One past the marks and words that may stand between the parts of a date: commas, hyphens, “of”, “th”.
    private func joined(_ i: Int) -> Int {
        var next = i
        while isMark(next, ",.-/'") || kind(next) == .filler || isEnding(next) { next += 1 }
        return next
    }

    /// `th` of 5th, `er` of 1er.
    private func isEnding(_ i: Int) -> Bool {
        kind(i) == .word && touches(i) && number(i - 1, 1...2) != nil && tokens[i].range.count <= 2
    }

    /// A year of four digits or two; not the hour of a time.
    private func year(_ i: Int) -> Int? {
        if let year = number(i, 4...4) { return year }
        guard let year = number(i, 2...2), time(i) == nil else { return nil }
        return Self.century(year)
    }

    /// The year that two digits mean, as POSIX has it: 69 to 99 are of the twentieth century.
    private static func century(_ year: Int) -> Int { year < 69 ? 2000 + year : 1900 + year }

    /// March 5, 2031; Mar 05 10:15:00 +0000 2031.
    private func monthFirst(_ month: Int, _ i: Int) -> CalendarDay? {
        var next = joined(i + 1)
        guard let day = number(next, 1...2), time(next) == nil else { return nil }
        next = joined(next + 1)
        if let after = time(next) { next = joined(after) }
        return year(next).flatMap { CalendarDay(year: $0, month: month, day: day) }
    }

    /// 5 March 2031, 05-Mar-31.
    private func dayFirst(_ day: Int, _ i: Int) -> CalendarDay? {
        let next = joined(i + 1)
        guard case .month(let month) = kind(next) else { return nil }
        let last = joined(next + 1)
        // “10 on March 05, 2031” is no tenth of March 2005.
        if number(last, 2...2) != nil, isYear(joined(last + 1)) { return nil }
        return year(last).flatMap { CalendarDay(year: $0, month: month, day: day) }
    }

    private func isYear(_ i: Int) -> Bool {
        number(i, 4...4).map(PublicationDate.years.contains) ?? false
    }

    /// 2031/03/05, 2031. 3. 5., 2031-Mar-05.
    private func yearFirst(_ year: Int, _ i: Int) -> CalendarDay? {
        let next = joined(i + 1)
        if case .month(let month) = kind(next) {
            let last = joined(next + 1)
            // “1830 March 5, 2031” begins with a time.
            guard let day = number(last, 1...2), !isYear(joined(last + 1)) else { return nil }
            return CalendarDay(year: year, month: month, day: day)
        }
        guard let (month, day) = twoMore(i), number(i + 4, 1...2) != nil else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// The second and third of three numbers with the same mark between.
    private func twoMore(_ i: Int) -> (Int, Int)? {
        guard isMark(i + 1, "/.-"), kind(i + 1) == kind(i + 3), let second = number(i + 2, 1...2),
            let third = number(i + 4, 1...4)
        else { return nil }
        return (second, third)
    }

    /// 03/05/2031, 3.5.31: a day where only one order gives any, or where the order is given. What contradicts the given
    /// order is unknown: where the first row says 25/12, the order of the others may be wrong too.
    private func numbers(_ i: Int) -> PublicationDate? {
        guard let first = number(i, 1...2), let (second, third) = twoMore(i),
            case .number(_, let digits) = kind(i + 4), digits == 2 || digits == 4
        else { return nil }
        let year = digits == 2 ? Self.century(third) : third
        let monthFirst = CalendarDay(year: year, month: first, day: second)
        let dayFirst = CalendarDay(year: year, month: second, day: first)
        switch order {
        case .mdy: return read(monthFirst) ?? .unknown
        case .dmy: return read(dayFirst) ?? .unknown
        case nil: break
        }
        // 31/03/05 may begin with its year.
        let yearFirst =
            digits == 2 && number(i, 2...2) != nil && number(i + 2, 2...2) != nil
            ? CalendarDay(year: Self.century(first), month: second, day: third) : nil
        let days = Set([monthFirst, dayFirst, yearFirst].compactMap { $0 })
        return days.count > 1 ? .ambiguous : read(days.first)
    }

    /// 20310305, 203103051015, 20310305101500; the time is not looked at, but must be one.
    private func compact(_ i: Int) -> CalendarDay? {
        var digits: [Int] = []
        for byte in bytes[tokens[i].range] { digits.append(Int(byte &- 0x30)) }
        func value(_ start: Int, _ count: Int) -> Int {
            digits[start..<(start + count)].reduce(0) { $0 * 10 + $1 }
        }
        if digits.count > 8 {
            guard value(8, 2) < 25, value(10, 2) < 60 else { return nil }
            if digits.count > 12, value(12, 2) > 60 { return nil }
        }
        return CalendarDay(year: value(0, 4), month: value(4, 2), day: value(6, 2))
    }

    /// The seconds from 1990 to 2099: other numbers of as many digits are numbers of something else.
    private static let epochs: Range<UInt64> = 631_152_000..<4_102_444_800

    /// Seconds since 1970, or thousandths, millionths, billionths, with nothing but a fraction after them.
    private func epoch(_ value: UInt64, _ digits: Int, _ i: Int) -> PublicationDate? {
        if isMark(i - 1, "-") { return nil }
        var next = i + 1
        if isMark(next, "."), number(next + 1, 1...19) != nil { next += 2 }
        while case .mark = kind(next) { next += 1 }
        guard next == tokens.count else { return nil }
        let units: [Int: UInt64] = [10: 1, 13: 1000, 16: 1_000_000, 19: 1_000_000_000]
        guard let unit = units[digits], bytes[tokens[i].range.lowerBound] != UInt8(ascii: "0"),
            Self.epochs.contains(value / unit)
        else { return nil }
        return read(CalendarDay(ordinal: Int(value / unit / 86_400)))
    }
}
