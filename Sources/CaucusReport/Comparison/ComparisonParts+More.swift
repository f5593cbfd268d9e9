import CaucusStance
import CaucusStatistics

/// The parts of a page that only some comparisons have.
extension ComparisonParts {
    private var leaders: [ComparedLeader] { comparison.leaders }

    var periodsSection: ShownSection {
        let texts = comparison.options.periods.map(\.words)
        let whole = periods.filter { $0.outlet == nil }
        let outlets = periods.filter { $0.outlet != nil && $0.difference(.net) != nil }
        func heads(_ head: String) -> [String] { [head] + texts + ["the second less the first"] }
        func row(_ name: ShownCell, _ place: ComparedPeriods) -> [ShownCell] {
            [name, .net(place.first), .net(place.second), .difference(place.difference(.net))]
        }
        var tables = [
            ShownTable(
                title: "Net stance in the two periods",
                trace: "A cell counts the rows of quotations.csv with its target and period.",
                file: "periods.csv", head: heads("leader"),
                rows: whole.map { row(.name(leaders[$0.leader].name), $0) }),
            ShownTable(
                title: "Differences of shares",
                trace: "The two sides are the shares of periods.csv.", file: "differences.csv",
                head: ["leader"] + Measure.allCases.dropLast().map(\.words),
                rows: whole.map { place in
                    [.name(leaders[place.leader].name)]
                        + Measure.allCases.dropLast().map { .points(place.difference($0)) }
                }),
        ]
        for (number, name) in names.enumerated() {
            let own = outlets.filter { $0.leader == number }
            guard !own.isEmpty else { continue }
            tables.append(
                ShownTable(
                    title: "\(name) by outlet in the two periods",
                    trace:
                        "A cell counts the rows of quotations.csv with this target, its outlet and period.",
                    file: "periods.csv", head: heads("outlet"),
                    rows: own.prefix(25).map { row(.name($0.outlet ?? ""), $0) },
                    rest: periods.count { $0.leader == number && $0.outlet != nil }
                        - min(own.count, 25), isFolded: true))
        }
        return ShownSection(
            id: "periods", heading: "Two periods",
            how: [
                "The second period less the first, with an interval of its own. Shares of a part of the time are not corrected: an error of the model that is the same in both periods falls out of the difference, one that has changed does not. Quotations without a date are in neither."
            ], tables: tables)
    }

    var crossingSection: ShownSection {
        let columns = comparison.options.columns
        let found = leaders.indices.map { number in
            crossing.filter { $0.leader == number }.map { ($0.values, $0.cell) }
        }
        let cells = found.map { Dictionary($0, uniquingKeysWith: { a, _ in a }) }
        let keys = Set(crossing.map(\.values))
        func count(_ key: [String]) -> Int { cells.reduce(0) { $0 + ($1[key]?.count ?? 0) } }
        let often = keys.filter { key in cells.contains { $0[key]?.estimates != nil } }
            .map { (key: $0, count: count($0)) }
            .sorted { a, b in
                a.count != b.count ? a.count > b.count : a.key.lexicographicallyPrecedes(b.key)
            }
            .prefix(40)
        let words = columns.map { Clipping.clipped($0, to: 40) }.joined(separator: ", ")
        return ShownSection(
            id: "by", heading: "By " + words,
            how: ["The values of these columns together, most quotations first; not corrected."],
            tables: [
                ShownTable(
                    title: "Net stance by " + words,
                    trace:
                        "A cell counts the rows of quotations.csv with its target and these values.",
                    file: "by.csv", head: [words] + names,
                    rows: often.map { key, _ in
                        let name = key.map {
                            $0.isEmpty ? "not told" : Clipping.clipped($0, to: 40)
                        }
                        return [ShownCell(name.joined(separator: ", "))]
                            + cells.map { .net($0[key] ?? Self.nothing) }
                    }, rest: keys.count - often.count)
            ])
    }

    var modelsSection: ShownSection {
        let tables = comparison.models.flatMap { pair -> [ShownTable] in
            let target = Clipping.clipped(pair.first.name, to: 40)
            let (one, two) = pair.names
            let (first, second) = (Clipping.clipped(one, to: 40), Clipping.clipped(two, to: 40))
            let cells = [pair.first.cell(pair.own), pair.second.cell(pair.other)]
            let rows = Measure.allCases.map { measure -> [ShownCell] in
                let values = cells.map { cell -> ShownCell in
                    let estimate = cell.estimates.map(measure.estimate)
                    return measure == .net ? .difference(estimate) : .share(estimate)
                }
                let difference = pair.difference(measure)
                return [ShownCell(measure.words)] + values
                    + [measure == .net ? .difference(difference) : .points(difference)]
            }
            let same: [[ShownCell]] = [
                [ShownCell("the same answer (“not sure” is one)"), .share(pair.sameAnswer)],
                [
                    ShownCell("the same stance, where both give one"),
                    .share(pair.sameStance),
                ],
            ]
            let trace =
                "The quotations that count in both: quotations.csv has a row of each run for them, joined by quote_id. \(Numbers.count(pair.onlyFirst, "quotation")) count only in the first, \(Numbers.count(pair.onlySecond)) only in the second."
            return [
                ShownTable(
                    title:
                        "\(target): \(Numbers.count(pair.own.count, "quotation")) that count in both",
                    trace: trace, file: "models.csv",
                    head: ["", first, second, "the first less the second"], rows: rows),
                ShownTable(
                    title: "\(target): how often the two agree", trace: trace, file: "models.csv",
                    head: ["", "share"], rows: same),
                ShownTable(
                    title: "\(target): which answers", trace: trace, file: "models_answers.csv",
                    head: ["\(first) ↓ \(second) →"] + ModelPair.answers.map(Self.words),
                    rows: ModelPair.answers.map { a in
                        [ShownCell(Self.words(a))]
                            + ModelPair.answers.map { .count(pair.count(a, $0)) }
                    }),
            ]
        }
        return ShownSection(
            id: "models", heading: "Two models",
            how: [
                "Two runs of one leader on the same quotations. That two models agree does not make them right; where they do not, at least one is wrong."
            ], tables: tables)
    }

    private static func words(_ stance: Stance?) -> String {
        stance.map { Wording.symbol($0) + " " + Wording.stance($0) } ?? "○ not sure"
    }
}
