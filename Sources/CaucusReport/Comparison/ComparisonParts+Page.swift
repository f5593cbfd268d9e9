extension ComparisonParts {
    /// The page: one file that needs no other, without a script.
    func html(_ sections: [ShownSection], files: [ReportFile]) throws(ReportError) -> String {
        let style = Page.style + "\n" + Self.style
        var values = Values([
            "title": comparison.title, "style": style,
            "csp":
                "default-src 'none'; img-src data:; style-src \(PageSecurity.source(style)); base-uri 'none'; form-action 'none'",
            "lead": comparison.lead(), "warnings": comparison.warnings,
            "undated": comparison.undatedNote,
            "level": Numbers.level(comparison.options.counting.level),
            "unit": comparison.options.counting.unit.words,
            "articles": Wording.corpus(
                comparison.documents.count, CorpusFacts(comparison.documents).sources),
            "dates": CorpusFacts(comparison.documents).dates ?? "dates not told",
            "cautions": comparison.cautions, "citation": comparison.citation,
            "version": comparison.leaders.first?.run.version,
        ])
        values["runs"] = comparison.leaders.map {
            Values([
                "name": Clipping.clipped($0.name, to: 120), "run": $0.run.id,
                "model": Clipping.clipped($0.run.model, to: 120),
            ])
        }
        values["sections"] = sections.map(Self.values)
        values["files"] = files.map { Values(["name": $0.name]) }
        return try Templates().rendered("comparison", values)
    }

    private static func values(_ section: ShownSection) -> Values {
        Values([
            "id": section.id, "heading": section.heading, "how": section.how,
            "charts": section.charts.map {
                Values(["svg": String(decoding: $0.bytes, as: UTF8.self), "name": $0.name])
            },
            "tables": section.tables.map(values),
        ])
    }

    private static func values(_ table: ShownTable) -> Values {
        Values([
            "title": table.title, "trace": table.trace, "file": table.file,
            "rest": Page.rest(table.rest), "folded": table.isFolded, "open": !table.isFolded,
            "first": table.head.first, "head": Array(table.head.dropFirst()),
            "rows": table.rows.map { row in
                Values([
                    "name": row.first?.main,
                    "cells": row.dropFirst().map {
                        Values([
                            "main": $0.main, "small": $0.small, "count": $0.count,
                            "direction": $0.direction,
                        ])
                    },
                ])
            },
        ])
    }

    /// What the page has beside the style of a report: charts in the colors of the page.
    static let style = #"""
        .beside{width:100%}.beside th,.beside td{vertical-align:top}.wide .beside thead th{white-space:normal;vertical-align:bottom;min-width:7rem;overflow-wrap:break-word}.wide .beside tbody th,.wide .beside thead th:first-child{font-weight:600;min-width:8rem;max-width:16rem;white-space:normal;overflow-wrap:break-word;position:sticky;left:0;background:var(--paper)}
        .beside td.favor{color:var(--favor)}.beside td.against{color:var(--against)}.beside td small{color:var(--soft)}.beside caption{font-weight:600;padding:.9rem 0 .3rem}
        .trace{font-size:.84rem;color:var(--soft);margin:.4rem 0 1rem;max-width:46em}
        .chart{overflow-x:auto;margin:.6rem 0}.chart svg{display:block;min-width:34rem;width:100%;max-width:48rem;height:auto}
        .chart [fill="#fff"]{fill:var(--paper)}.chart [fill="#1a1a1a"]{fill:var(--ink)}.chart [fill="#595959"]{fill:var(--soft)}.chart [fill="#a84b00"]{fill:var(--against)}.chart [fill="#1b5e9e"]{fill:var(--favor)}.chart [fill="#c3c3c0"]{fill:var(--neutral-fill)}
        .chart [stroke="#c9c9c4"]{stroke:var(--line)}.chart [stroke="#595959"]{stroke:var(--soft)}.chart [stroke="#a84b00"]{stroke:var(--against)}.chart [stroke="#1b5e9e"]{stroke:var(--favor)}
        @media screen and (max-width:46rem){.wide .beside tbody th,.wide .beside thead th:first-child{min-width:6.5rem;max-width:8rem}.wide .beside thead th{min-width:5rem}.chart svg{min-width:30rem}}
        @media print{.beside{font-size:7.5pt}.wide{overflow:visible}.beside th,.beside td{white-space:normal!important;min-width:0!important}.beside tr{break-inside:avoid}.chart svg{min-width:0}}
        """#
}
