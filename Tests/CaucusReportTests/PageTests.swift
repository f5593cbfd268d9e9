import CaucusStance
import CaucusText
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
        #expect(html.components(separatedBy: "<script").count == 4)
    }

    @Test func everyLinkInsideThePageLeadsSomewhere() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        let anchors = html.matches(of: /href="#([^"]+)"/).map { String($0.output.1) }
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
        for image in html.components(separatedBy: "<svg").dropFirst()
        where image.contains("role=\"img\"") {
            let svg = image.components(separatedBy: "</svg>")[0]
            #expect(svg.contains("<desc"), "\(svg.prefix(200))")
        }
        #expect(html.contains("Drawn toward what is common among all speakers"))
    }

    @Test func aModelCardBecomesHeadingsListsAndTables() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        #expect(html.contains("<h4>A card</h4>"))
        #expect(html.contains("<ul><li>one</li><li>two</li></ul>"))
        #expect(html.contains("<td>1</td><td>2</td>"))
    }

    @Test func lostQuotationsAreShownByExample() throws {
        var rows = Samples.rows
        rows[0].lose(.noSpeaker)
        rows[0].text = "Nobody knows who said it"
        let html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains("1 lost: the article does not tell well enough who speaks"))
        #expect(html.contains("Nobody knows who said it"))
    }

    /// Issue 7: a link's fragment is made of the article's own words.
    @Test func aSplitQuotationIsShownAndLinkedInTheArticlesWords() throws {
        var rows = Samples.rows
        let (first, last) = ("He is honest,", "and he never lied to anybody in this house")
        rows[0].text = first + " … " + last
        rows[0].pieces = [Span(10, 10 + first.count), Span(60, 60 + last.count)]
        rows[0].passage = KeptPassage(
            text: "“\(first)” said Ada, the \n critic. “\(last).”", targets: [Span(3, 5)])
        rows[0].movingWords = []
        var html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains("#:~:text=He%20is%20honest%2C,anybody%20in%20this%20house"))
        #expect(
            html.contains(
                "He is honest,<span class=\"context\">” said Ada, the critic. “</span>and he"))
        rows[0].passage = nil
        html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains("He is honest,<span class=\"context\"> […] </span>and he"))
        #expect(SafeLink.fragment(["one two\n\nthree"]) == "one%20two,three")
        #expect(SafeLink.fragment(["one two … three"]) == "one%20two%20%E2%80%A6%20three")
        #expect(SafeLink.fragment(["", " "]) == nil)
    }

    @Test func formsOfTheLeaderAreCounted() throws {
        var rows = Samples.rows
        for i in rows.indices {
            let text =
                i < 4 ? "Mara Adeyar lied, and she knows" : "the Prime Minister and Ms. Adeyar"
            rows[i].text = text
            rows[i].movingWords = []
            rows[i].passage = KeptPassage(
                text: nil,
                targets: i < 4 ? [Span(0, 11), Span(22, 25)] : [Span(0, 18), Span(23, 33)])
        }
        let forms = MentionForms(rows, Samples.target)
        #expect(
            forms.forms.map { "\($0.words) \($0.kind) \($0.count)" } == [
                "Mara Adeyar name 4", "she pronoun 4", "Ms. Adeyar title 2",
                "the Prime Minister role 2",
            ])
        #expect(forms.unmatched.isEmpty)
        let html = try Samples.text("report.html", of: Samples.report(rows))
        #expect(html.contains("<bdi>Ms. Adeyar</bdi> <b>2</b>"))
    }

    @Test func onlyWhatIsJoinedIsSaidToBeJoined() throws {
        let html = try Samples.text("report.html", of: Samples.report(Samples.rows))
        #expect(html.contains("joined over 3\u{A0}articles by name"))
        #expect(!html.contains("joined over 1"))
        #expect(AliasRule.words("Ms. Vail", of: "Ada Vail") == "title and surname")
        #expect(AliasRule.words("Ada", of: "Ada Vail") == "part of the name")
        #expect(AliasRule.words("the critic", of: "Ada Vail").contains("--aliases"))
    }

    @Test func emphasisOfAModelCardIsRendered() {
        let blocks = MarkdownBlocks.values("a *b* and **c** 2 * 3 * 4")
        let runs = (blocks.first?["paragraph"] as? Values)?["runs"] as? [Values] ?? []
        #expect(runs.compactMap { $0["em"] as? String } == ["b"])
        #expect(runs.compactMap { $0["strong"] as? String } == ["c"])
        #expect(runs.last?["t"] as? String == " 2 * 3 * 4")
    }

    @Test func longNamesAreCutInTheTextAsWell() throws {
        var rows = Samples.rows
        rows[0].speaker = Samples.speaker("long", name: String(repeating: "x", count: 100_000))
        let text = try Samples.text("report.md", of: Samples.report(rows))
        #expect(!text.contains(String(repeating: "x", count: 200)))
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
