/// What `caucus evaluate` prints of the runs of a store.
public struct StoreEvaluationRecord: Sendable {
    private let evaluation: StoreEvaluation

    /// Creates the record of an evaluation.
    public init(_ evaluation: StoreEvaluation) { self.evaluation = evaluation }

    /// The record as one line of JSON.
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.labels(evaluation.labels)
            line.key("runs")
            line.array(evaluation.runs) { line, run in line.object { $0.run(run) } }
            line.key("differences")
            line.array(evaluation.differences) { line, difference in
                line.object { line in
                    line.member("target", evaluation.runs[difference.first].run.target.name)
                    line.member("first", evaluation.runs[difference.first].run.id)
                    line.member("second", evaluation.runs[difference.second].run.id)
                    line.pair(difference.answers)
                }
            }
        }
        return line.text
    }

    /// The record as tables for people.
    public var text: String { StoreEvaluationText(evaluation).text }
}

extension JSONWriter {
    fileprivate mutating func run(_ evaluation: RunEvaluation) {
        member("run", evaluation.run.id)
        member("target", evaluation.run.target.name)
        member("model", evaluation.run.model)
        member("imported", evaluation.run.isImported)
        member("labeled", evaluation.matched)
        member("articles", evaluation.documents)
        member("counted", evaluation.counted)
        member("unmatched", evaluation.unmatched)
        member("matched_by_place", evaluation.byPlace)
        key("what_counts")
        array(evaluation.questions) { line, question in
            line.object { line in
                line.member("question", question.gate?.rawValue ?? "all")
                line.member("passed", question.passed)
                line.member("passed_of", question.passed?.items ?? 0)
                line.key("foretold")
                guard let foretold = question.foretold else { return line.null() }
                line.foretold(foretold)
            }
        }
        key("stance")
        stance(evaluation)
        wrong(evaluation.worst)
    }

    private mutating func foretold(_ metrics: BinaryMetrics) {
        object { line in
            line.member("quotations", metrics.rows)
            line.member("passed", metrics.positives)
            line.member("articles", metrics.groups)
            line.member("share", metrics.share)
            line.member("mean_probability", metrics.mean)
            line.member("area_under_curve", metrics.area)
            line.member("log_loss", metrics.logLoss)
            line.member("log_loss_of_share", rounded: metrics.baseline)
        }
    }

    private mutating func stance(_ evaluation: RunEvaluation) {
        guard let metrics = evaluation.stance else { return null() }
        let names = StanceTask.stance.labels
        object { line in
            line.member("quotations", metrics.rows)
            line.member("articles", metrics.groups)
            line.member("unanswered", evaluation.unanswered)
            line.member("certain", evaluation.isCertain)
            line.key("metrics")
            line.metrics(metrics, names, certain: evaluation.isCertain)
            line.key("confusion")
            line.array(zip(names, metrics.confusion)) { line, row in
                line.object { line in
                    line.member("label", row.0)
                    for (name, count) in zip(names, row.1) { line.member(name, count) }
                }
            }
            if let calibration = evaluation.calibration { line.calibration(calibration) }
            line.member("answered", evaluation.answered)
            line.member("right_of_answered", evaluation.rightOfAnswered)
        }
    }
}
