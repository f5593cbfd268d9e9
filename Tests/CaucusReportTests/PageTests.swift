import CaucusStance
import Foundation
import Testing

@testable import CaucusReport

/// The structure of the page.
@Suite struct PageTests {
    @Test func thePageHoldsTheEvidenceInItsContext() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        #expect(html.contains("<h3><bdi>Ada</bdi></h3>"))
        #expect(html.contains("strongest contrary"))
        #expect(
            html.contains(
                "In the hall: </bdi> </span><q><bdi>“She has <mark class=\"a3\" title=\"−0.70\">lost"
                    + "</mark> the confidence"))
        #expect(html.contains("https://news.example/1#:~:text=She%20has%20lost%20the%20confidence"))
        #expect(html.contains("The Post</bdi>, <bdi>4 Mar 2031"))
    }

    @Test func thePageNeedsNoNetworkAndAllowsNone() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        #expect(html.contains("default-src &#39;none&#39;") || html.contains("default-src 'none'"))
        for bad in [" src=", "@import", "url(http", "fetch(", "XMLHttpRequest", " style="] {
            #expect(!html.contains(bad), "\(bad)")
        }
        #expect(html.components(separatedBy: "<script").count == 3)
    }

    @Test func everyLinkInsideThePageLeadsSomewhere() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        let anchors = html.matches(of: /href="#([a-z0-9]+)"/).map { String($0.output.1) }
        #expect(anchors.count > 6)
        for anchor in Set(anchors) {
            #expect(html.components(separatedBy: "id=\"\(anchor)\"").count == 2, "\(anchor)")
        }
    }

    @Test func chartsAreNamed() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        let images = html.components(separatedBy: "role=\"img\"").dropFirst()
        #expect(images.count >= 9)
        #expect(images.allSatisfy { $0.contains("<title") })
    }

    @Test func aModelCardBecomesHeadingsListsAndTables() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        #expect(html.contains("<h3>A card</h3>"))
        #expect(html.contains("<ul><li>one</li><li>two</li></ul>"))
        #expect(html.contains("<td>1</td><td>2</td>"))
    }

    @Test func lostQuotationsAreShownByExample() throws {
        var rows = Samples.rows
        rows[0].speaker = nil
        rows[0].text = "Nobody knows who said it"
        let html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains("1 lost: the article does not tell who speaks"))
        #expect(html.contains("Nobody knows who said it"))
    }

    @Test func theCalendarKnowsItsDays() {
        #expect(CalendarDay("1970-01-01")?.ordinal == 0)
        #expect(CalendarDay("2000-02-29")?.ordinal == 11_016)
        #expect(CalendarDay("2031-02-29") == nil)
        #expect(CalendarDay("203x-02-20") == nil)
        #expect(CalendarDay("2031-2-2") == nil)
        let monday = CalendarDay("2031-03-06").map { CalendarDay(ordinal: $0.monday).iso }
        #expect(monday == "2031-03-03")
    }
}
