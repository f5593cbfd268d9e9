import CaucusStance
import CaucusStatistics
import CaucusText
import Foundation

extension Report {
    /// The whole page: one file that needs no other and no network.
    func html(tables: [ReportFile], charts: [ReportFile]) throws(ReportError) -> String {
        let page = Page(report: self, tables: tables, charts: charts)
        return try Templates().rendered("page", page.values())
    }
}

/// The values behind the page's templates.
struct Page {
    let report: Report
    let tables: [ReportFile]
    let charts: [ReportFile]
    let facts: CorpusFacts
    /// The speakers who have a card, as positions in the report's.
    let carded: Set<Int>
    /// The speakers of full name, as positions in the report's, by the last word of their names.
    let bearers: [String: [Int]]

    init(report: Report, tables: [ReportFile], charts: [ReportFile]) {
        self.report = report
        self.tables = tables
        self.charts = charts
        facts = report.corpus
        carded = Page.carded(report.speakers)
        var bearers: [String: [Int]] = [:]
        for (i, speaker) in report.speakers.enumerated() where speaker.kind == .person {
            guard Page.loneSurname(speaker) == nil, speaker.name.contains(" "),
                let word = Page.lastWord(speaker.name)
            else { continue }
            bearers[word, default: []].append(i)
        }
        self.bearers = bearers
    }

    var target: String { Clipping.clipped(report.run.target.name, to: 120) }

    func values() -> Values {
        var values = Values([
            "target": target, "style": Page.style, "script": Page.script,
            "csp": Page.contentSecurityPolicy, "run": report.run.id, "version": report.run.version,
        ])
        values["header"] = header()
        values["overview"] = overview()
        values["timeline"] = timeline()
        values["tones"] = tones()
        values["audit"] = audit()
        values["sum"] = report.audit.sum
        let numbered = report.speakers.enumerated().filter { carded.contains($0.offset) }
        let named = numbered.filter { $0.element.kind != .described }
        let unnamed = numbered.filter { $0.element.kind == .described }
        // So many cards take long to lay out: a browser then draws those that are looked at.
        values["many"] = carded.count > 30
        values["cards"] = (named + unnamed).map { card($1, number: $0) }
        values["uncarded"] = Page.rest(report.speakers.count - carded.count)
        values["files"] = files()
        let citation = Citation(report)
        values["cite"] = Values([
            "plain": citation.plain, "bibtex": citation.bibtex, "csl": citation.csl,
        ])
        values["printing"] = report.options.printsAll ? "full" : "front"
        values["leader"] = report.leader.map(ownWords)
        values["unscored"] = unscored()
        values["browser"] = browser()
        values["appendix"] = appendix()
        return values
    }

    /// The most cards, and the most speakers of whom each has one however little they say.
    private static let mostCards = 40

    /// The speakers who have a card: all of a few, else the most quoted ones that are quoted more than once.
    private static func carded(_ speakers: [SpeakerSummary]) -> Set<Int> {
        guard speakers.count > mostCards else { return Set(speakers.indices) }
        let order = speakers.indices.filter { speakers[$0].counted.count > 1 }
            .sorted { (-speakers[$0].counted.count, $0) < (-speakers[$1].counted.count, $1) }
        return Set(order.prefix(mostCards))
    }

    /// The address of a speaker's card on this page, or `nil` where there is none.
    func anchor(ofCard number: Int) -> String? {
        carded.contains(number) ? Page.anchor(number) : nil
    }

    /// The files beside the page, as links.
    private func files() -> [Values] {
        let own = [("report.md", "this report as text"), ("report.json", "all of its numbers")]
        let shown = (tables + charts).map { ($0.name, "") } + own
        return shown.map { Values(["name": $0, "what": $1.isEmpty ? nil : $1]) }
    }

    /// Only this page's own style and script run, and nothing is fetched.
    static let contentSecurityPolicy =
        "default-src 'none'; img-src data:; style-src \(PageSecurity.source(style)); "
        + "script-src \(PageSecurity.source(script)); base-uri 'none'; form-action 'none'"

    /// Speakers without a stance: those who speak of the leader with their quotations, the others by name.
    private func unscored() -> Values {
        let near = report.unscored.filter { $0.speaksOfTarget(report.quotations) }
        let others = report.unscored.filter { !$0.speaksOfTarget(report.quotations) }
        let shown = others.prefix(300)
        return Values([
            "any": !report.unscored.isEmpty, "hasNames": !shown.isEmpty, "hasNear": !near.isEmpty,
            "near": near.prefix(Self.mostNear).map { speaker in
                Values([
                    "name": Clipping.clipped(speaker.name, to: 120),
                    "role": speaker.role.map { Clipping.clipped($0, to: 200) },
                    "abstained": lines(of: speaker, atMost: 3) { $0.speaksOfTarget },
                    "rest": Page.rest(count(of: speaker) { $0.speaksOfTarget } - 3),
                ])
            },
            "nearMore": Page.rest(near.count - Self.mostNear),
            "names": shown.map { speaker in
                Values([
                    "name": Clipping.clipped(speaker.name, to: 80),
                    "quotes": Numbers.count(speaker.others.count),
                ])
            },
            "more": Page.rest(others.count - 300),
        ])
    }

    /// The most speakers without a stance whose quotations the page shows.
    private static let mostNear = 60

    /// `3 more are`, `1 more is`, or `nil` where none is left.
    static func rest(_ count: Int) -> String? {
        count > 0 ? Numbers.count(count) + (count == 1 ? " more is" : " more are") : nil
    }
}
