import CaucusStatistics

/// Who gets quoted about a leader, as people read it.
extension ComparisonParts {
    var voicesSection: ShownSection? {
        let tables = comparison.leaders.indices.compactMap(voicesTable(about:))
        guard !tables.isEmpty else { return nil }
        return ShownSection(
            id: "voices", heading: "Who gets quoted",
            how: [
                "Of the counted quotations about a leader, the share that each of the most quoted speakers has: in all outlets, and in those with at least \(Report.fewestListed) quotations. Where several speak as one, each has the quotation, so shares may sum to more than 100%. Whom an outlet quotes is found by the program, which misses some speakers and mistakes others."
            ], tables: tables)
    }

    private func voicesTable(about number: Int) -> ShownTable? {
        let own = voices.filter { $0.leader == number }
        let often = own.filter { $0.outlet == nil && comparison.isNamed($0.speaker) }
            .prefix(Comparison.mostVoices)
        guard let all = often.first?.all, all >= Report.fewestListed else { return nil }
        // All outlets together come first.
        var scopes: [String?] = []
        for voice in own where voice.all >= Report.fewestListed {
            if scopes.isEmpty || scopes[scopes.count - 1] != voice.outlet {
                scopes.append(voice.outlet)
            }
        }
        let bySpeaker = Dictionary(
            own.map { ([$0.outlet ?? "\0", $0.speaker], $0) }, uniquingKeysWith: { a, _ in a })
        let sizes = Dictionary(own.map { ($0.outlet, $0.all) }, uniquingKeysWith: { a, _ in a })
        let shown = scopes.prefix(Self.mostInGrid + 1)
        return ShownTable(
            title: "Share of quotations about \(names[number])",
            trace:
                "A cell counts the rows of quotations.csv with this target, its outlet and the speaker’s speaker_id.",
            file: "voices.csv",
            head: ["outlet", "quotations"] + often.map { Clipping.clipped($0.name, to: 40) },
            rows: shown.map { scope in
                [
                    scope.map { .name($0) } ?? ShownCell("all outlets"),
                    .count(sizes[scope] ?? 0),
                ]
                    + often.map { voice in
                        .share(bySpeaker[[scope ?? "\0", voice.speaker]]?.share, digits: 1)
                    }
            }, rest: Set(own.map(\.outlet)).count - shown.count)
    }
}
