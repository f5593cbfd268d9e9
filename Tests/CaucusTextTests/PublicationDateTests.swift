import CaucusText
import Testing

/// Issue 17: dates of publication are read as people and programs write them, and never guessed.
struct PublicationDateTests {
    private func iso(_ text: String, _ order: DateOrder? = nil) -> String? {
        PublicationDate(text, order: order).iso
    }

    @Test(arguments: [
        "2031/03/05", "2031.03.05", "2031-3-5", "2031. 3. 5.", "2031-Mar-05", "2031 March 5",
        "Wed, 05 Mar 2031 10:00:00 GMT", "Wed, 5 Mar 2031 23:30:00 -0500", "5 Mar 31 10:00:00 EST",
        "Wednesday, 05-Mar-31 10:15:00 GMT", "Wed Mar  5 10:15:00 2031",
        "Wed Mar 05 10:15:00 +0000 2031", "Wed Mar  5 10:15:00 UTC 2031",
        "Wed Mar 05 2031 10:15:00 GMT+0000 (Coordinated Universal Time)",
        "March 5, 2031", "Mar 5, 2031", "Mar. 5, 2031", "MARCH 5, 2031", "March 5th, 2031",
        "March 5, 2031 Wednesday", "Wednesday, March 5, 2031", "Wednesday March 5 2031",
        "March 5, 2031 Wednesday Correction Appended", "Mar 5 2031 at 10:15 AM",
        "March 5, 2031, 10:15\u{202F}a.m. ET", "Published: March 5, 2031", "Updated on Mar-05-2031",
        "10:15 AM, March 5, 2031", "10.15am Wednesday 5 March 2031", "10:15 EST, 5 March 2031",
        "March 5, 10:15 AM, 2031", "5 March 2031", "5th March 2031", "the 5th of March, 2031",
        "05-Mar-2031", "05-MAR-31", "5 Mar 2031 10.15 GMT", "5\u{A0}March\u{A0}2031",
        "Wed 5 March 2031 – 10:15", "5. März 2031", "Mittwoch, den 5. März 2031", "5 mars 2031",
        "mar. 5 mars 2031", "5 de marzo de 2031", "20310305", "20310305T101500Z",
        "20310305 10:15:00", "20310305101500", "203103051015", "20310305101500123",
        "1930472100", "1930472100.0", "1930472100000", "1930472100000.0", "1930472100123456",
        "1930472100123456789", "/Date(1930472100000)/", "3/5/2031 ", "Date: 2031-03-05T10:00",
        "March 5, 2031 – March 9, 2031", "2031-03-05",
    ])
    func aDayLeavesNoDoubt(_ text: String) {
        let order: DateOrder? = text.contains("3/5") ? .mdy : nil
        #expect(iso(text, order) == "2031-03-05")
    }

    /// What the time tells is kept where the text is ISO already.
    @Test func isoIsKeptAsItIs() {
        for text in [
            "2031-03-05", "2031-03-05T14:30:00+02:00", "2031-03-05 14:30:00.5", "2031-03-05Z",
        ] {
            #expect(PublicationDate(text) == .day(CalendarDay("2031-03-05")!, iso: text))
        }
    }

    @Test(arguments: [
        "03/05/2031", "3.5.2031", "5/3/31", "05-03-2031", "Wednesday 3/5/2031 10:15", "11/03/05",
    ])
    func numbersAloneNeedAnOrder(_ text: String) {
        #expect(PublicationDate(text) == .ambiguous)
        #expect(iso(text, .mdy) != nil)
        #expect(iso(text, .dmy) != nil)
    }

    @Test func theOrderDecides() {
        #expect(iso("03/05/2031", .mdy) == "2031-03-05")
        #expect(iso("03/05/2031", .dmy) == "2031-05-03")
        #expect(iso("3.5.31", .dmy) == "2031-05-03")
        #expect(iso("5/3/99", .mdy) == "1999-05-03")
        #expect(iso("31/03/05", .dmy) == "2005-03-31")
    }

    /// What only one order can mean is read where none is given; so is a day that both mean. Where one is given, what
    /// contradicts it is unknown, and told.
    @Test(arguments: [
        ("3/25/2031", DateOrder.mdy), ("3-25-31", .mdy), ("25/3/2031", .dmy), ("25.03.2031", .dmy),
        ("25-3-2031", .dmy), ("25.03.2031 10:15", .dmy),
    ])
    func theOrderMayBeCertain(_ text: String, _ order: DateOrder) {
        #expect(iso(text) == "2031-03-25")
        #expect(iso(text, order) == "2031-03-25")
        #expect(PublicationDate(text, order: order == .mdy ? .dmy : .mdy) == .unknown)
        #expect(iso("5/5/2031") == "2031-05-05")
    }

    @Test(arguments: [
        "", " ", "undateable", "n.d.", "yesterday", "3 hours ago", "Spring 2031", "March 2031",
        "2031", "2031-03", "2031-W10-3", "March 5", "5 March", "5 March 10:15", "March 5, 10 a.m.",
        "30 February 2031", "2031-02-29", "2031-13-05", "31 April 2031", "31/04/2031", "32/1/2031",
        "20311305", "20310305256000", "2031-03-051", "0001-01-01T00:00:00", "5 March 1066",
        "5 March 2931", "9999999999", "0000000001", "0631152001", "4102444800",
        "0001930472100", "9999999999999", "-1930472100", "1930472100 March", "193047210012345",
        "47912",
        "Vol. 5 March 2031", "page 5", "1/2", "1/2/3", "1.2.3.4", "10:15", "//", "March", "–",
        "5\u{2E}",
        "99999999999999999999999", "00000000", "0/0/2031", "00000000000000", "1015 March 5, 2031",
        "1830 March 5, 2031",
    ])
    func whatIsNoDateIsUnknown(_ text: String) {
        for order in [nil, DateOrder.mdy, .dmy] {
            #expect(PublicationDate(text, order: order) == .unknown)
        }
    }

    @Test func aLeapDayIsReal() {
        #expect(iso("29 February 2032") == "2032-02-29")
        #expect(iso("02/29/2000") == "2000-02-29")
        #expect(PublicationDate("29 February 1900") == .unknown)
        #expect(PublicationDate("February 29, 2031") == .unknown)
    }

    /// Every day of ten years in every spelling is the day it was.
    @Test func everyDayComesBack() throws {
        let first = try #require(CalendarDay("2027-12-28")).ordinal
        for ordinal in first..<(first + 1500) {
            let day = CalendarDay(ordinal: ordinal)
            let (y, m, d) = (day.year, day.month, day.day)
            let name = CalendarDay.months[m - 1]
            let two = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
            for text in [
                day.iso, "\(name) \(d), \(y)", "\(d) \(name) \(y)", "\(two(d))-\(name)-\(y)",
                "\(y)\(two(m))\(two(d))", "\(ordinal * 86_400 + 86_399)", "\(y)/\(m)/\(d)",
            ] { #expect(iso(text) == day.iso) }
            #expect(iso("\(m)/\(d)/\(y)", .mdy) == day.iso)
            #expect(iso("\(d).\(m).\(y)", .dmy) == day.iso)
        }
    }

    /// Hostile text takes time in its length alone, and no number in it traps.
    @Test func noiseIsHarmless() {
        let long = String(repeating: "9", count: 1_000_000)
        #expect(PublicationDate(long) == .unknown)
        #expect(PublicationDate(String(repeating: "1/", count: 500_000)) == .unknown)
        #expect(
            PublicationDate(String(repeating: ",", count: 1_000_000) + "5 March 2031") == .unknown)
        #expect(PublicationDate(String(repeating: "monday ", count: 100_000)) == .unknown)
        let parts = [
            "5", "March", "2031", "/", "-", ".", ":", " ", "+", "99", "0000", "am", "th", "é", "–",
            "'", "(",
            "20310305", "18446744073709551615", "GMT", "\u{FEFF}", "\0", "T", "º", "13",
        ]
        var state: UInt64 = 17
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += parts[Int(state >> 33) % parts.count]
            }
            if case .day(let day, let iso) = PublicationDate(text, order: .dmy) {
                #expect(iso.hasPrefix(day.iso) && (1500...2199).contains(day.year))
            }
        }
    }
}
