/// What `caucus evaluate --labels-of` prints.
public struct TrainedEvaluationRecord: Sendable {
    private let evaluation: TrainedEvaluation
    private let answers: PairedAnswers
    private let model: String

    /// Creates the record of an evaluation of the model of that name, or `nil` where nothing was measured.
    public init?(_ evaluation: TrainedEvaluation, model: String) {
        guard let answers = evaluation.answers else { return nil }
        self.evaluation = evaluation
        self.answers = answers
        self.model = model
    }

    /// The record as one line of JSON.
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.member("model", model)
            line.key("runs")
            line.array(evaluation.runs) { line, run in
                line.object { line in
                    line.member("run", run.id)
                    line.member("target", run.target.name)
                    line.member("model", run.model)
                }
            }
            line.labels(evaluation.labels)
            line.member("without_stance", evaluation.withoutStance)
            line.member("unmatched", evaluation.unmatched)
            line.member("unanswered", evaluation.unanswered)
            line.key("learned_from")
            if let learned = evaluation.learned {
                line.object { line in
                    line.member("quotations", learned.quotations)
                    line.member("articles", learned.documents)
                    line.member("measured", evaluation.keepsLearned)
                }
            } else {
                line.null()
            }
            line.pair(answers, first: "metrics_before", second: "metrics_after")
            for (name, curve) in [("before", evaluation.before), ("after", evaluation.after)] {
                line.key(name)
                guard let curve else {
                    line.null()
                    continue
                }
                line.object { $0.calibration(curve) }
            }
            line.wrong(evaluation.worst)
        }
        return line.text
    }

    /// The record as tables for people.
    public var text: String {
        var table = AlignedTable(["", "before", "after", "after − before (95 %)"], left: 1)
        for line in answers.lines() { table.add(line) }
        for (k, name) in StanceTask.stance.labels.enumerated() {
            table.add([
                "F1 " + name, answers.first.f1[k].value.three, answers.second.f1[k].value.three, "",
            ])
        }
        if !answers.isCertain {
            let errors = (answers.first.calibrationError, answers.second.calibrationError)
            table.add(["calibration error", errors.0.value.three, errors.1.value.three, ""])
            table.add(["  by chance", errors.0.expected.three, errors.1.expected.three, ""])
        }
        var parts = [
            evaluation.labels.sentence(),
            (runs + ["after:  \(model.onOneLine)"] + notes)
                .joined(separator: "\n"), table.text,
        ]
        if !evaluation.worst.isEmpty {
            parts.append(
                "the surest errors after\n"
                    + evaluation.worst.map(\.text).joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }

    private var runs: [String] {
        evaluation.runs.map { run in
            "before: \(run.model.onOneLine), the run \(run.id.onOneLine) toward \(run.target.name.onOneLine)"
        }
    }

    private var notes: [String] {
        let count = JudgedQuotations.count
        var notes = [
            "measured on \(count(evaluation.quotations, "quotation")) of \(count(evaluation.documents, "article")); "
                + "intervals draw articles, the same for both"
        ]
        let left = [
            (evaluation.withoutStance, "without a stance"),
            (evaluation.unmatched, "not in the store"),
            (evaluation.unanswered, "that the run has no answer to"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !left.isEmpty { notes.append("left out: " + left.joined(separator: ", ")) }
        switch evaluation.learned {
        case nil:
            notes.append(
                "the model does not keep what it learned from: whether it knows these articles cannot be told"
            )
        case (0, 0)?: notes.append("the model has learned from none of these articles")
        case (let quotations, let documents)?:
            let what = "\(count(quotations, "quotation")) of \(count(documents, "article"))"
            notes.append(
                evaluation.keepsLearned
                    ? "\(what) from which the model has learned are among them and flatter it"
                    : "left out: \(what) from which the model has learned")
        }
        return notes
    }
}
