import Foundation

/// What `caucus train --json` prints: counts, the fit, its cost and its metrics.
public struct TrainingRecord: Sendable {
    private let result: StanceTrainer.Result
    private let path: String
    private let gates: GatesRecord?

    /// Creates the record of a training whose model was written to `path`, with the gates that were fitted beside it.
    public init(_ result: StanceTrainer.Result, path: String, gates: GatesRecord? = nil) {
        self.result = result
        self.path = path
        self.gates = gates
    }

    /// The record as one line.
    public var json: String {
        let model = result.model
        let p = model.provenance
        var line = JSONWriter()
        line.object { line in
            line.member("model", path)
            line.member("checksum", model.checksum)
            line.member("task", model.task.rawValue)
            line.member("features", p.features.name)
            line.member("examples", p.examples)
            line.member("groups", p.groups)
            line.key("labels")
            line.object { line in
                for (label, count) in zip(model.task.labels, p.labelCounts) {
                    line.member(label, count)
                }
            }
            line.member("folds", p.folds)
            line.member("seed", Int(clamping: p.seed))
            line.member("columns", p.columns)
            line.member("nonzeros", p.nonzeros)
            line.member("c", exactly: p.c)
            line.member("objective", exactly: p.convergence.objective)
            line.key("gap")
            if let gap = p.convergence.relativeGap { line.number(gap) } else { line.null() }
            line.member("iterations", p.convergence.iterations)
            line.member("converged", p.convergence.reached)
            line.member("temperature", rounded: model.temperature)
            line.member("vectorize_cpu_seconds", rounded: result.vectorizeSeconds)
            line.member("fit_cpu_seconds", rounded: result.fitSeconds)
            line.member("peak_rss_mb", rounded: Self.peakMegabytes)
            line.key("metrics")
            if let metrics = p.metrics { line.metrics(metrics, model.labels) } else { line.null() }
            line.answered(model.threshold)
            line.key("baseline")
            if let baseline = p.baseline {
                line.metrics(baseline, model.labels)
            } else {
                line.null()
            }
            line.key("gates")
            if let gates { gates.write(into: &line) } else { line.null() }
        }
        return line.text
    }

    /// The most memory this process held at once, in megabytes of 2^20 bytes.
    private static var peakMegabytes: Double {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return Double(usage.ru_maxrss) / 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return Double(usage.ru_maxrss) / 1_048_576
        #endif
    }
}

extension JSONWriter {
    /// Metrics with their intervals; `names` are the classes, in the metrics' order. Answers that are `certain` have no
    /// probabilities to measure.
    mutating func metrics(_ metrics: Metrics, _ names: [String], certain: Bool = false) {
        object { line in
            line.member("macro_f1", metrics.macroF1)
            line.member("f_avg", metrics.averageF1)
            line.member("accuracy", metrics.accuracy)
            for (key, parts) in [
                ("f1", metrics.f1), ("precision", metrics.precision), ("recall", metrics.recall),
            ] {
                line.key(key)
                line.object { line in
                    for (name, part) in zip(names, parts) { line.member(name, part) }
                }
            }
            if certain {
                for name in ["log_loss", "brier", "ece"] {
                    line.key(name)
                    line.null()
                }
                return
            }
            line.member("log_loss", metrics.logLoss)
            line.member("brier", metrics.brier)
            line.key("ece")
            line.object { line in
                line.member("value", rounded: metrics.calibrationError.value)
                line.member("expected", rounded: metrics.calibrationError.expected)
                line.member("upper", rounded: metrics.calibrationError.upper)
            }
        }
    }

    /// A value with its 95 % interval.
    mutating func member(_ name: String, _ interval: Estimate) {
        key(name)
        object { line in
            line.member("value", rounded: interval.value)
            line.key("low")
            if let low = interval.low { line.number(rounding: low) } else { line.null() }
            line.key("high")
            if let high = interval.high { line.number(rounding: high) } else { line.null() }
        }
    }
}

extension JSONWriter {
    /// What the margin of a model gives, or null where it keeps none.
    fileprivate mutating func answered(_ threshold: AnswerThreshold?) {
        key("answered")
        guard let threshold else { return null() }
        object { line in
            line.member("maximum_error", exactly: threshold.maximumError)
            line.member("margin", exactly: threshold.margin)
            line.member("coverage", rounded: threshold.coverage)
            line.member("error", threshold.error)
        }
    }
}
