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
    let evidenceLimit: Int
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
        evidenceLimit =
            report.options.evidence ?? max(3, min(12, 3000 / max(report.speakers.count, 1)))
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
        let numbered = Array(report.speakers.enumerated())
        let named = numbered.filter { $0.element.kind != .described }
        let unnamed = numbered.filter { $0.element.kind == .described }
        values["cards"] = (named + unnamed).map { card($1, number: $0) }
        values["leader"] = report.leader.map { [card($0, number: -1)] } ?? []
        values["unscored"] = unscored()
        values["browser"] = browser()
        values["appendix"] = appendix()
        return values
    }

    /// Only this page's own style and script run, and nothing is fetched.
    static let contentSecurityPolicy =
        "default-src 'none'; img-src data:; style-src \(PageSecurity.source(style)); "
        + "script-src \(PageSecurity.source(script)); base-uri 'none'; form-action 'none'"

    private func header() -> Values {
        let documents = Set(
            report.speakers.flatMap(\.counted).map { report.quotations[$0].documentID }
        ).count
        return Values([
            "lead": report.overall.map {
                Wording.sentence($0, about: target, documents: documents)
            } ?? "No quotation about \(target) could be given a stance.",
            "aliases": report.run.target.aliases.map {
                Values(["alias": Clipping.clipped($0, to: 80)])
            },
            "hasAliases": !report.run.target.aliases.isEmpty,
            "articles": Numbers.count(report.documents.count, "article"),
            "outlets": Numbers.count(facts.sources, "outlet"),
            "dates": facts.dates ?? "dates unknown",
            "speakers": Numbers.count(report.speakers.count, "speaker"),
            "corpusHash": String(facts.hash.prefix(16)),
            "model": Clipping.clipped(report.run.model, to: 120),
            "modelChecksum": String(report.run.modelChecksum.prefix(16)),
            "plain": report.labels.isEmpty ? nil : report.plain.map { plain($0) },
            "level": Numbers.percent(report.options.level),
            "unit": report.options.unit.rawValue,
        ])
    }

    /// What the numbers would be without the hand labels.
    private func plain(_ estimates: StanceEstimates) -> Values {
        Values([
            "labels": Numbers.count(report.labels.count, "quotation"),
            "net": Numbers.signed(report.overall?.net.value ?? 0),
            "interval": report.overall.flatMap { Numbers.interval($0.net) },
            "plainNet": Numbers.signed(estimates.net.value),
            "method": report.overall?.net.method,
        ])
    }

    private func audit() -> [Values] {
        let most = Double(max(report.audit.quotations, report.audit.documents, 1))
        let samples = lossSamples()
        var before = 0
        return report.auditSteps.enumerated().map { i, step in
            defer { before = step.count }
            let lost = i >= 2 ? max(before - step.count, 0) : 0
            return Values([
                "step": step.name, "count": Numbers.count(step.count),
                "width": Plot.percent(Double(step.count) / most),
                "lost": lost > 0 ? Numbers.count(lost) : nil, "reason": step.lost,
                "samples": lost > 0 ? samples[i] : [],
                "hasSamples": lost > 0 && !samples[i].isEmpty,
            ])
        }
    }

    /// Up to three quotations lost before each step of the audit.
    private func lossSamples() -> [[Values]] {
        var samples: [[Values]] = [[], [], [], [], []]
        for quotation in report.quotations {
            let step: Int
            if quotation.speaker == nil {
                step = 2
            } else if quotation.mention == .none || quotation.abstention == .noTarget {
                step = 3
            } else if quotation.stance == nil {
                step = 4
            } else {
                continue
            }
            guard samples[step].count < 3 else { continue }
            samples[step].append(
                Values([
                    "quote": Clipping.clipped(quotation.text, to: 160),
                    "where": Clipping.clipped(
                        report.document(of: quotation)?.title ?? quotation.documentID, to: 80),
                    "why": step == 4 ? quotation.abstention.map(Wording.abstention) : nil,
                ]))
        }
        return samples
    }

    private func unscored() -> Values {
        let shown = report.unscored.prefix(300)
        return Values([
            "any": !shown.isEmpty,
            "names": shown.map { speaker in
                Values([
                    "name": Clipping.clipped(speaker.name, to: 80),
                    "quotes": Numbers.count(speaker.abstained.count + speaker.repeated.count),
                ])
            },
            "more": report.unscored.count > 300
                ? Numbers.count(report.unscored.count - 300) : nil,
        ])
    }
}
