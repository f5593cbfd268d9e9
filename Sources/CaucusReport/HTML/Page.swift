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
    /// The quotations of the front.
    let key: [Int]
    /// How many quotations a card shows.
    let evidenceLimit: Int
    /// By quotation, the card that has its anchor: what several say as one is in the cards of each.
    let carriers: [Int: Int]
    /// The speakers of full name, as positions in the report's, by the last word of their names.
    let bearers: [String: [Int]]

    init(report: Report, tables: [ReportFile], charts: [ReportFile]) {
        self.report = report
        self.tables = tables
        self.charts = charts
        facts = report.corpus
        let carded = report.cardedSpeakers
        let limit = report.evidenceLimit(cards: carded.count)
        var carriers: [Int: Int] = [:]
        for number in carded.sorted() {
            let shown = report.shownEvidence(
                of: report.speakers[number], open: Page.open, limit: limit)
            for index in shown where carriers[index] == nil { carriers[index] = number }
        }
        self.carded = carded
        self.carriers = carriers
        evidenceLimit = limit
        key = report.keyQuotations
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
        values["cardCount"] = Numbers.count(carded.count, "speaker")
        values["uncarded"] = Page.rest(report.speakers.count - carded.count)
        values["key"] = key.map { evidence($0, in: .front) }
        values["hasKey"] = !key.isEmpty
        values["cautions"] = Explanations.cautions
        values["files"] = files()
        let citation = Citation(report)
        values["cite"] = Values([
            "plain": citation.plain, "bibtex": citation.bibtex, "csl": citation.csl,
        ])
        values["charts"] = chartData()
        values["isFull"] = report.options.printsAll
        values["printing"] = report.options.printsAll ? "full" : "front"
        values["matched"] = matched()
        values["leader"] = report.leader.map(ownWords)
        values["unscored"] = unscored()
        values["browser"] = browser()
        values["appendix"] = appendix()
        return values
    }

    /// The address of a speaker's card on this page, or `nil` where there is none.
    func anchor(ofCard number: Int) -> String? {
        carded.contains(number) ? Page.anchor(number) : nil
    }

    /// The files beside the page, as links, and what is in them.
    private func files() -> [Values] {
        let words = [
            "speakers.csv": "every speaker, with shares and intervals",
            "quotations.csv":
                "every quotation found, with its place in the article and why it counts or not",
            "contributions.csv": "the words that moved each score",
        ]
        let own = [
            ("report.json", "all numbers, for programs"), ("report.md", "this report as text"),
            ("aliases.proposed.txt", "names that may be one speaker’s"),
            ("datapackage.json", "what every column means, and checksums"),
        ]
        let shown = tables.map { ($0.name, words[$0.name] ?? "") } + own
        return shown.map { Values(["name": $0, "what": $1]) }
    }

    /// The charts as the script copies and draws them, by name.
    private func chartData() -> String {
        var json = JSONWriter(.embedded)
        json.object { json in
            for chart in charts where chart.name.hasSuffix(".svg") {
                json.member(
                    String(chart.name.dropLast(4)), String(decoding: chart.bytes, as: UTF8.self))
            }
        }
        return json.text
    }

    /// What there is to take of a chart: its files, and what the script adds; `nil` where the chart is not drawn.
    func chart(_ name: String) -> Values? {
        let files = charts.map(\.name).filter { $0.hasPrefix(name + ".") }
        guard !files.isEmpty else { return nil }
        return Values([
            "chart": name,
            "links": files.map {
                Values(["name": $0, "kind": $0.dropFirst(name.utf8.count + 1).uppercased()])
            },
            "hasPicture": files.contains(name + ".png"),
        ])
    }

    /// Only this page's own style and script run, and nothing is fetched.
    static let contentSecurityPolicy =
        "default-src 'none'; img-src data:; style-src \(PageSecurity.source(style)); "
        + "script-src \(PageSecurity.source(script)); base-uri 'none'; form-action 'none'"

    /// Speakers without a stance: those who speak of the leader with their quotations, the others by name.
    private func unscored() -> Values {
        let (leftOut, unscored) = report.unscoredByReason
        let near = unscored.filter { $0.speaksOfTarget(report.quotations) }
        let others = unscored.filter { !$0.speaksOfTarget(report.quotations) }
        let shown = others.prefix(300)
        return Values([
            "any": !report.unscored.isEmpty, "without": Wording.without(leftOut.count),
            "hasNames": !shown.isEmpty, "hasNear": !near.isEmpty,
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
    private static let mostNear = 10

    /// `3 more are`, `1 more is`, or `nil` where none is left.
    static func rest(_ count: Int) -> String? {
        count > 0 ? Numbers.count(count) + (count == 1 ? " more is" : " more are") : nil
    }
}
