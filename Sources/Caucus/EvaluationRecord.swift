import Foundation

/// What `caucus evaluate` prints.
public struct EvaluationRecord: Sendable {
    private let evaluation: StanceEvaluation
    private let conflicts: Int

    /// Creates the record of an evaluation; as text it lists `conflicts` of each kind, as JSON all.
    public init(_ evaluation: StanceEvaluation, conflicts: Int = 10) {
        self.evaluation = evaluation
        self.conflicts = conflicts
    }

    /// The record as one line of JSON.
    public var json: String {
        let names = evaluation.names
        var line = JSONWriter()
        line.object { line in
            line.member("examples", evaluation.examples)
            line.member("groups", evaluation.metrics.groups)
            line.member("is_training_data", evaluation.isTrainingData)
            line.member("in_training_data", evaluation.trainingOverlap)
            line.key("metrics")
            line.metrics(evaluation.metrics, names)
            line.key("baseline")
            line.metrics(evaluation.baseline, names)
            line.key("confusion")
            line.array(zip(names, evaluation.metrics.confusion)) { line, row in
                line.object { line in
                    line.member("label", row.0)
                    for (name, count) in zip(names, row.1) { line.member(name, count) }
                }
            }
            line.calibration(evaluation.calibration)
            line.coverage(evaluation)
            line.key("slices")
            line.array(evaluation.slices) { line, slice in
                line.object { line in
                    line.member("name", slice.name)
                    line.member("examples", slice.examples)
                    line.key("metrics")
                    line.metrics(slice.metrics, names)
                }
            }
            line.refits(evaluation.refits)
            line.probes(evaluation)
            line.curve(evaluation.learningCurve)
            line.errors(evaluation.worst)
            if let conflicts = evaluation.conflicts { line.conflicts(conflicts) }
        }
        return line.text
    }

    /// The record as tables for people.
    public var text: String { EvaluationText(evaluation, conflicts: conflicts).text }
}

extension JSONWriter {
    mutating func calibration(_ curve: CalibrationCurve) {
        member("reliability_inside", curve.inside)
        key("reliability")
        array(curve.bins) { line, bin in
            line.object { line in
                line.member("examples", bin.items)
                line.member("predicted", rounded: bin.predicted)
                line.member("observed", rounded: bin.observed)
                line.member("band_low", rounded: bin.low)
                line.member("band_high", rounded: bin.high)
                line.member("inside", bin.isInside)
            }
        }
    }

    fileprivate mutating func coverage(_ evaluation: StanceEvaluation) {
        key("coverage")
        array(evaluation.coverage.rows) { $0.coverage($1) }
        key("answered")
        if let threshold = evaluation.threshold, let row = evaluation.answered {
            object { line in
                line.member("maximum_error", rounded: threshold.maximumError)
                line.key("training")
                line.object { line in
                    line.member("coverage", rounded: threshold.coverage)
                    line.member("error", threshold.error)
                }
                line.key("here")
                line.coverage(row)
            }
        } else {
            null()
        }
    }

    private mutating func coverage(_ row: CoverageRisk.Row) {
        object { line in
            line.member("margin", rounded: row.margin)
            line.member("examples", row.answered)
            line.member("coverage", rounded: row.coverage)
            line.member("error", row.error)
        }
    }

    fileprivate mutating func refits(_ refits: [Refit]) {
        key("refits")
        array(refits) { line, refit in
            line.object { line in
                line.member("name", refit.name)
                line.member("units", refit.units)
                line.member("folds", refit.folds)
                switch refit.outcome {
                case .measured(let metrics, let labels):
                    line.key("metrics")
                    line.metrics(metrics, labels)
                case .impossible(let reason):
                    line.member("skipped", reason)
                }
            }
        }
    }

    fileprivate mutating func probes(_ evaluation: StanceEvaluation) {
        if let probe = evaluation.nameProbe {
            key("name_swap")
            object { line in
                line.member("examples", probe.examples)
                line.member("changed", probe.changed)
                line.member("share", probe.share)
                line.member("mean_shift", rounded: probe.meanShift)
                line.member("largest_shift", rounded: probe.largestShift)
            }
        }
        if let probe = evaluation.targetProbe {
            key("target_shuffle")
            object { line in
                line.member("examples", probe.examples)
                for kind in TargetShift.Kind.allCases {
                    line.member("to_\(kind.rawValue)", probe.moved[kind] ?? 0)
                }
                line.member("macro_f1_before", rounded: probe.before)
                line.member("macro_f1_after", rounded: probe.after)
                line.member("fall", probe.fall)
            }
        }
    }

    fileprivate mutating func curve(_ points: [LearningCurvePoint]) {
        key("learning_curve")
        array(points) { line, point in
            line.object { line in
                line.member("labels", point.labels)
                line.member("draws", point.draws)
                line.member("macro_f1", point.macroF1)
                line.member("log_loss", point.logLoss)
            }
        }
    }

    fileprivate mutating func errors(_ errors: [WorstError]) {
        key("worst_errors")
        array(errors) { line, error in
            line.object { line in
                line.member("id", error.example.id)
                line.member("text", error.example.text)
                line.member("target", error.example.target)
                line.member("label", error.example.label)
                line.member("answer", error.answer)
                line.member("p_answer", rounded: error.answerProbability)
                line.member("p_label", rounded: error.labelProbability)
                if let gates = error.gates { line.gates(gates) }
                line.key("reasons")
                line.array(error.reasons) { line, reason in
                    line.object { line in
                        line.member("feature", reason.feature)
                        line.member("weight", rounded: reason.weight)
                    }
                }
            }
        }
    }
}
