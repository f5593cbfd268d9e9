import CaucusStance
import CaucusStatistics
import CaucusText
import Foundation

extension Report {
    /// The whole page: one file that needs no other and no network.
    func html(tables: [ReportFile]) throws(ReportError) -> String {
        let page = Page(report: self, tables: tables)
        return try Templates().rendered("page", page.values())
    }
}

/// The values behind the page's templates.
struct Page {
    let report: Report
    let tables: [ReportFile]
    let facts: CorpusFacts
    /// The speakers of full name, as positions in the report's, by the last word of their names.
    let bearers: [String: [Int]]

    init(report: Report, tables: [ReportFile]) {
        self.report = report
        self.tables = tables
        facts = report.corpus
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
        let numbered = Array(report.speakers.enumerated())
        let named = numbered.filter { $0.element.kind != .described }
        let unnamed = numbered.filter { $0.element.kind == .described }
        // So many cards take long to lay out: a browser then draws those that are looked at.
        values["many"] = report.speakers.count > 60
        values["cards"] = (named + unnamed).map { card($1, number: $0) }
        values["leader"] = report.leader.map(ownWords)
        values["unscored"] = unscored()
        values["browser"] = browser()
        values["appendix"] = appendix()
        return values
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
