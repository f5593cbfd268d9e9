import Foundation

/// An evaluation as tables for people.
struct EvaluationText {
    private let evaluation: StanceEvaluation
    private let conflicts: Int

    init(_ evaluation: StanceEvaluation, conflicts: Int) {
        self.evaluation = evaluation
        self.conflicts = conflicts
    }

    var text: String {
        var parts = [heading]
        parts.append(
            MetricsTable(
                evaluation.metrics, names: evaluation.names, baseline: evaluation.baseline
            ).text)
        parts.append("confusion (rows: labeled, columns: answered)\n" + confusion)
        parts.append(reliability)
        parts.append(coverage)
        if !evaluation.slices.isEmpty { parts.append("by slice\n" + slices) }
        if !evaluation.refits.isEmpty { parts.append(refits) }
        if let probe = evaluation.nameProbe { parts.append(Self.text(probe)) }
        if let probe = evaluation.targetProbe { parts.append(Self.text(probe)) }
        if !evaluation.learningCurve.isEmpty { parts.append(curve) }
        if !evaluation.worst.isEmpty { parts.append(errors) }
        if let tones = Self.text(evaluation.conflicts, limit: conflicts) { parts.append(tones) }
        return parts.joined(separator: "\n\n")
    }

    private var heading: String {
        let metrics = evaluation.metrics
        let head =
            "\(evaluation.examples) \(evaluation.examples == 1 ? "example" : "examples") in "
            + "\(metrics.groups) \(metrics.groups == 1 ? "group" : "groups")"
        guard evaluation.isTrainingData else { return head }
        return head + "\nthe model was trained on these very examples: its own figures flatter it, "
            + "those of the refits do not"
    }

    private var confusion: String {
        var table = AlignedTable([""] + evaluation.names)
        for (name, row) in zip(evaluation.names, evaluation.metrics.confusion) {
            table.add([name] + row.map(String.init))
        }
        return table.text
    }

    private var reliability: String {
        var table = AlignedTable(["examples", "predicted", "observed", "calibrated: 95 %", ""])
        let bins = evaluation.calibration.bins
        for bin in bins {
            table.add([
                "\(bin.items)", bin.predicted.three, bin.observed.three,
                "\(bin.low.three)–\(bin.high.three)", bin.isInside ? "" : "outside",
            ])
        }
        let error = evaluation.metrics.calibrationError
        return "reliability (probability of the answer, bins of equal mass): "
            + "\(evaluation.calibration.inside) of \(bins.count) bins inside the band\n"
            + table.text
            + "\n  calibration error \(error.value.three); \(error.expected.three) is what a "
            + "calibrated model shows by chance, \(error.upper.three) its 95 % bound"
    }

    private var coverage: String {
        var table = AlignedTable(["answered", "margin", "wrong (95 %)"])
        for row in evaluation.coverage.rows {
            table.add([row.coverage.percent, row.margin.three, row.error.three])
        }
        var text = "errors where only the surest are answered\n" + table.text
        if let threshold = evaluation.threshold, let row = evaluation.answered {
            text +=
                "\n  the model's margin \(threshold.margin.three), kept for at most "
                + "\(threshold.maximumError.percent) wrong: here \(row.coverage.percent) answered, "
                + "\(row.error.three) wrong"
        }
        return text
    }

    private var slices: String {
        var table = AlignedTable(["", "examples", "macro-F1 (95 %)", "log loss"], left: 1)
        for slice in evaluation.slices {
            table.add([
                slice.name, "\(slice.examples)", slice.metrics.macroF1.three,
                slice.metrics.logLoss.value.three,
            ])
        }
        return table.text
    }

    private var refits: String {
        var table = AlignedTable(
            ["held out", "of", "macro-F1 (95 %)", "log loss (95 %)", "accuracy"], left: 1)
        func add(_ name: String, _ of: String, _ metrics: Metrics) {
            table.add([
                name, of, metrics.macroF1.three, metrics.logLoss.three,
                metrics.accuracy.value.three,
            ])
        }
        var missing: [String] = []
        for refit in evaluation.refits {
            switch refit.outcome {
            case .measured(let metrics, _): add(refit.name, "\(refit.units)", metrics)
            case .impossible(let reason): missing.append("  \(refit.name): \(reason)")
            }
        }
        add("the majority", "", evaluation.baseline)
        add("this model, as it is", "", evaluation.metrics)
        return
            (["the model's features and penalty fitted anew to these examples", table.text]
            + missing).joined(separator: "\n")
    }

    private static func text(_ probe: NameProbe) -> String {
        guard probe.examples > 0 else {
            return "other names: no example names its target or speaker"
        }
        return """
            other names for target and speaker, in \(probe.examples) examples that name them
              \(probe.changed) labels change, \(probe.share.percent); a probability moves by \
            \(String(format: "%.4f", probe.meanShift)) in the mean, \(probe.largestShift.three) at most
            """
    }

    private static func text(_ probe: TargetProbe) -> String {
        guard probe.examples > 0 else {
            return "another target: no example's target stands in its text"
        }
        let kinds = TargetShift.Kind.allCases.compactMap { kind in
            probe.moved[kind].map { "\($0) a \(kind.rawValue)" }
        }
        return """
            another target marked, the labels kept, in \(probe.examples) examples (\
            \(kinds.joined(separator: ", ")))
              macro-F1 \(probe.before.three) falls to \(probe.after.three), by \(probe.fall.three)
            """
    }

    private var curve: String {
        var table = AlignedTable(["labels", "draws", "macro-F1 (95 %)", "log loss (95 %)"])
        for point in evaluation.learningCurve {
            table.add([
                "\(point.labels)", "\(point.draws)", point.macroF1.three, point.logLoss.three,
            ])
        }
        return "learning curve: the model's features fitted to some groups, tested on all others\n"
            + table.text
    }

    private var errors: String {
        let lines = evaluation.worst.map { error in
            let reasons = error.reasons.map {
                "\($0.feature.onOneLine) \(String(format: "%+.2f", $0.weight))"
            }
            return "  \(error.example.id.onOneLine): labeled \(error.example.label ?? "-") (p "
                + "\(error.labelProbability.three)), answered \(error.answer) (p "
                + "\(error.answerProbability.three))\n    \(error.example.text.onOneLine.cut)\n"
                + (error.gates.map { "    \(GateRecord.sentence($0))\n" } ?? "")
                + "    for \(error.answer): " + reasons.joined(separator: ", ")
        }
        return "the worst errors, and what spoke for the answer\n" + lines.joined(separator: "\n")
    }
}
