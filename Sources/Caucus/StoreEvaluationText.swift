/// The runs of a store beside labels, as tables for people.
struct StoreEvaluationText {
    private let evaluation: StoreEvaluation

    init(_ evaluation: StoreEvaluation) { self.evaluation = evaluation }

    var text: String {
        var parts = [evaluation.labels.sentence()]
        for target in targets { parts += of(target) }
        return parts.joined(separator: "\n\n")
    }

    /// The leaders, each once.
    private var targets: [String] {
        var seen: Set<String> = []
        return evaluation.runs.map(\.run.target.name).filter { seen.insert($0).inserted }
    }

    private func of(_ target: String) -> [String] {
        let places = evaluation.runs.indices.filter {
            evaluation.runs[$0].run.target.name == target
        }
        let runs = places.map { evaluation.runs[$0] }
        var parts = [head(target, runs), counts(runs)]
        if runs.contains(where: { $0.questions.contains { $0.foretold != nil } }) {
            parts.append(gates(runs))
        }
        if runs.contains(where: { $0.stance != nil }) { parts.append(stance(runs)) }
        for difference in evaluation.differences where places.contains(difference.first) {
            parts.append(self.difference(difference, places))
        }
        for (i, run) in runs.enumerated() where !run.worst.isEmpty {
            parts.append(
                "the surest errors" + (runs.count > 1 ? " of \(Self.mark(i))" : "") + "\n"
                    + run.worst.map(\.text).joined(separator: "\n"))
        }
        return parts
    }

    private static func mark(_ place: Int) -> String { "[\(place + 1)]" }

    private func head(_ target: String, _ runs: [RunEvaluation]) -> String {
        let lines = runs.enumerated().map { i, run in
            "  \(Self.mark(i)) \(run.run.model.onOneLine), the run \(run.run.id.onOneLine)"
                + (run.run.isImported ? ", brought along" : "")
        }
        return (["\(target.onOneLine):"] + lines).joined(separator: "\n")
    }

    /// A table with a column a run.
    private func table(
        _ title: String, _ runs: [RunEvaluation], _ rows: [(String, (RunEvaluation) -> String?)]
    ) -> String {
        var table = AlignedTable([""] + runs.indices.map(Self.mark), left: 1)
        for (name, cell) in rows {
            let cells = runs.map { cell($0) ?? "–" }
            if cells.contains(where: { $0 != "–" }) { table.add([name] + cells) }
        }
        return title + "\n" + table.text
    }

    private static let names: [Gate: String] = [
        .speech: "speech", .about: "about the leader", .speaker: "by the speaker named",
    ]

    private static func name(_ gate: Gate?) -> String {
        gate.map { names[$0] ?? $0.rawValue } ?? "what they are counted as"
    }

    private func counts(_ runs: [RunEvaluation]) -> String {
        var rows: [(String, (RunEvaluation) -> String?)] = [
            ("labeled quotations", { "\($0.matched)" }),
            ("articles", { "\($0.documents)" }),
            ("labels of none of its quotations", { $0.unmatched > 0 ? "\($0.unmatched)" : nil }),
            ("matched by place", { $0.byPlace > 0 ? "\($0.byPlace)" : nil }),
            ("of these count", { "\($0.counted)" }),
        ]
        for k in runs[0].questions.indices {
            let gate = runs[0].questions[k].gate
            let start = gate == nil ? "are " : gate == .speech ? "  are " : "  of these "
            rows.append((start + Self.name(gate), { $0.questions[k].passed.map(\.percent) }))
        }
        return table("what counts, by people (95 %)", runs, rows)
    }

    private func gates(_ runs: [RunEvaluation]) -> String {
        var rows: [(String, (RunEvaluation) -> String?)] = []
        for k in runs[0].questions.indices {
            let name = Self.name(runs[0].questions[k].gate)
            rows += [
                (
                    name + ": passed, of",
                    { run in
                        run.questions[k].foretold.map { "\($0.positives), \($0.rows)" }
                    }
                ),
                ("  area under the curve", { $0.questions[k].foretold?.area?.three }),
                ("  log loss", { $0.questions[k].foretold?.logLoss.three }),
                ("  log loss of the share alone", { $0.questions[k].foretold?.baseline.three }),
            ]
        }
        return table("how well its probabilities foretell that (95 %)", runs, rows)
    }

    private func stance(_ runs: [RunEvaluation]) -> String {
        var rows: [(String, (RunEvaluation) -> String?)] = [
            ("quotations", { $0.stance.map { "\($0.rows)" } }),
            ("without an answer", { $0.unanswered > 0 ? "\($0.unanswered)" : nil }),
            ("macro-F1", { $0.stance?.macroF1.three }),
        ]
        for (k, name) in StanceTask.stance.labels.enumerated() {
            rows.append(("F1 " + name, { $0.stance?.f1[k].three }))
        }
        func unless(
            _ part: @escaping (Metrics) -> String
        ) -> (RunEvaluation) -> String? {
            { run in run.isCertain ? nil : run.stance.map(part) }
        }
        rows += [
            ("accuracy", { $0.stance?.accuracy.three }),
            ("log loss", unless(\.logLoss.three)), ("Brier", unless(\.brier.three)),
            ("calibration error", unless(\.calibrationError.value.three)),
            ("  of a calibrated one, by chance", unless(\.calibrationError.expected.three)),
            ("  its 95 % bound", unless(\.calibrationError.upper.three)),
            ("given a stance", { $0.answered?.percent }),
            ("  of these right", { $0.rightOfAnswered?.percent }),
        ]
        let text = table(
            "the likeliest stance, of what people say is what it is counted as (95 %)", runs, rows)
        guard runs.contains(where: \.isCertain) else { return text }
        return text
            + "\n  answers without probabilities have no log loss and no calibration"
    }

    private func difference(_ difference: StoreEvaluation.Difference, _ places: [Int]) -> String {
        let marks = [difference.first, difference.second].map { place in
            Self.mark(places.firstIndex(of: place) ?? 0)
        }
        var table = AlignedTable(
            [""] + marks + ["\(marks[1]) − \(marks[0]) (95 %)"], left: 1)
        for line in difference.answers.lines() { table.add(line) }
        let paired = difference.answers.difference
        return "\(marks[1]) beside \(marks[0]), on the "
            + JudgedQuotations.count(paired.rows, "quotation") + " of "
            + JudgedQuotations.count(paired.groups, "article") + " that both answer\n" + table.text
    }
}
