import CaucusStance
import CaucusStatistics
import CaucusText

/// The tables of what is set against each other.
extension ComparisonParts {
    private typealias Columns = ComparisonColumns

    private var leaders: [ComparedLeader] { comparison.leaders }

    var periodsTable: Table {
        Table(
            name: "periods", title: "Each leader in two periods",
            columns: [
                Columns.target,
                Columns.text("scope", "all: all outlets together; outlet: the one named"),
                Columns.outlet, Columns.text("period", "the days, as they were given"),
            ] + Columns.cell
        ) { body in
            for row in periods {
                for (period, cell) in zip(comparison.options.periods, [row.first, row.second]) {
                    body(
                        [
                            .text(leaders[row.leader].name),
                            .text(row.outlet == nil ? "all" : "outlet"),
                            Columns.outlet(row.outlet), .text(period.text),
                        ] + Columns.cells(cell))
                }
            }
        }
    }

    var crossingTable: Table {
        let columns = comparison.options.columns.map {
            Columns.text("by_" + PassedColumns.plain($0), "the column of that name")
        }
        return Table(
            name: "by", title: "Each leader by several columns",
            columns: [Columns.target] + columns + Columns.cell
        ) { body in
            for row in crossing {
                body(
                    [.text(leaders[row.leader].name)] + row.values.map(Columns.outlet)
                        + Columns.cells(row.cell))
            }
        }
    }

    var modelsTable: Table {
        Table(
            name: "models", title: "Two models on the same quotations",
            columns: [
                Columns.target, Columns.text("first_model", "the model of the first run"),
                Columns.text("first_run", "the first run"),
                Columns.text("second_model", "the model of the second run"),
                Columns.text("second_run", "the second run"),
                Columns.text(
                    "measure",
                    "against, neutral, favor or net: value is the first less the second; same_answer, same_stance: the share of quotations"
                ), Columns.whole("n_quotes", "quotations that count in both"),
                Columns.number("first", "what the first says of them"),
                Columns.number("second", "what the second says of them"),
                Columns.number("value", "the difference, or the share"),
                Columns.number("low", "lower end of its interval; empty: not estimable"),
                Columns.number("high", "upper end of its interval"),
                Columns.number("level", "the coverage that the interval claims"),
                Columns.text("method", "how it was estimated"),
            ]
        ) { body in
            for pair in comparison.models {
                let cells = [pair.first.cell(pair.own), pair.second.cell(pair.other)]
                for measure in Measure.allCases {
                    let values = cells.map {
                        TableCell($0.estimates.map { measure.estimate($0).value })
                    }
                    body(
                        names(pair) + [.text(measure.rawValue), .integer(pair.own.count)] + values
                            + Self.tail(pair.difference(measure)))
                }
                let same = [("same_answer", pair.sameAnswer), ("same_stance", pair.sameStance)]
                for (name, estimate) in same {
                    body(
                        names(pair)
                            + [.text(name), .integer(estimate?.items ?? pair.own.count)]
                            + [.empty, .empty] + Self.tail(estimate))
                }
            }
        }
    }

    var answersTable: Table {
        Table(
            name: "models_answers", title: "Which answers two models give to the same quotations",
            columns: [
                Columns.target, Columns.text("first_run", "the first run"),
                Columns.text("second_run", "the second run"),
                Columns.text("first_answer", "the first's stance, or not_sure"),
                Columns.text("second_answer", "the second's stance, or not_sure"),
                Columns.whole("n_quotes", "quotations that count in both"),
            ]
        ) { body in
            for pair in comparison.models {
                for a in ModelPair.answers {
                    for b in ModelPair.answers {
                        body([
                            .text(pair.first.name), .text(pair.first.run.id),
                            .text(pair.second.run.id), .text(a?.rawValue ?? "not_sure"),
                            .text(b?.rawValue ?? "not_sure"), .integer(pair.count(a, b)),
                        ])
                    }
                }
            }
        }
    }

    private func names(_ pair: ModelPair) -> [TableCell] {
        [
            .text(pair.first.name), .text(pair.first.run.model), .text(pair.first.run.id),
            .text(pair.second.run.model), .text(pair.second.run.id),
        ]
    }

    private static func tail(_ estimate: Estimate?) -> [TableCell] {
        Columns.estimate(estimate) + [TableCell(estimate?.level), TableCell(estimate?.method)]
    }

    var differencesTable: Table {
        Table(
            name: "differences",
            title: "What is set against each other, with an interval of its own",
            columns: [
                Columns.text(
                    "table", "where the two sides are: leaders, outlets, speakers, periods"),
                Columns.text("first", "a leader, or a period"),
                Columns.text("second", "what is taken off it"),
                Columns.text("target", "the leader, where periods are compared"), Columns.outlet,
            ] + Columns.speaker + [
                Columns.text("measure", "against, neutral, favor or net"),
                Columns.number("value", "the first less the second"),
                Columns.number("low", "lower end of its interval; empty: not estimable"),
                Columns.number("high", "upper end of its interval"),
                Columns.number("level", "the coverage that the interval claims"),
                Columns.whole("n_clusters", "articles or stories of both together"),
                Columns.text("method", "how it was estimated"),
            ]
        ) { body in
            for row in differences() { body(row) }
        }
    }

    private func differences() -> [[TableCell]] {
        func row(_ keys: [TableCell], _ measure: Measure, _ estimate: Estimate) -> [TableCell] {
            keys + [.text(measure.rawValue)] + Columns.estimate(estimate) + [
                .number(estimate.level), .integer(estimate.clusters), .text(estimate.method),
            ]
        }
        var rows: [[TableCell]] = []
        for pair in comparison.pairs {
            let (a, b) = (leaders[pair.first], leaders[pair.second])
            for measure in Measure.allCases {
                guard let estimate = comparison.difference(a, b, measure) else { continue }
                let keys: [TableCell] = [.text("leaders"), .text(a.name), .text(b.name)]
                rows.append(row(keys + [.empty, .empty, .empty, .empty], measure, estimate))
            }
        }
        for (table, places) in [("outlets", outlets), ("speakers", speakers)] {
            for place in places {
                for (leader, estimate) in zip(leaders, place.differences) {
                    guard let estimate else { continue }
                    let key: [TableCell] =
                        table == "outlets"
                        ? [Columns.outlet(place.key), .empty, .empty]
                        : [.empty, .text(place.key), .text(place.name)]
                    rows.append(
                        row(
                            [.text(table), .text(leader.name), .text(leaders[0].name), .empty]
                                + key, .net, estimate))
                }
            }
        }
        for place in periods {
            for (measure, estimate) in zip(Measure.allCases, place.differences) {
                guard let estimate else { continue }
                let texts = comparison.options.periods.map { TableCell.text($0.text) }
                rows.append(
                    row(
                        [.text("periods"), texts[1], texts[0], .text(leaders[place.leader].name)]
                            + [Columns.outlet(place.outlet), .empty, .empty], measure, estimate))
            }
        }
        return rows
    }
}
