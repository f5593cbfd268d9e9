import Foundation

/// What `caucus evaluate` prints.
public struct EvaluationRecord: Sendable {
    private let evaluation: StanceEvaluation

    /// Creates the record of an evaluation.
    public init(_ evaluation: StanceEvaluation) {
        self.evaluation = evaluation
    }

    /// The record as one line of JSON.
    public var json: String {
        let metrics = evaluation.metrics
        var line = JSONLine()
        line.object { line in
            line.member("examples", evaluation.examples)
            line.key("metrics")
            line.metrics(metrics, evaluation.names)
            line.key("baseline")
            line.metrics(evaluation.baseline, evaluation.names)
            line.key("confusion")
            line.array(zip(evaluation.names, metrics.confusion)) { line, row in
                line.object { line in
                    line.member("label", row.0)
                    for (name, count) in zip(evaluation.names, row.1) { line.member(name, count) }
                }
            }
            line.key("reliability")
            line.array(metrics.calibrationError.bins) { line, bin in
                line.object { line in
                    line.member("examples", bin.count)
                    line.member("predicted", rounded: bin.confidence)
                    line.member("observed", rounded: bin.accuracy)
                }
            }
            line.key("slices")
            line.array(evaluation.slices) { line, slice in
                line.object { line in
                    line.member("name", slice.name)
                    line.member("examples", slice.examples)
                    line.key("metrics")
                    line.metrics(slice.metrics, evaluation.names)
                }
            }
            line.key("splits")
            line.array(evaluation.splits) { line, split in
                line.object { line in
                    line.member("name", split.name)
                    line.key("metrics")
                    line.metrics(split.metrics, split.labels)
                }
            }
        }
        return line.text
    }

    /// The record as tables for people.
    public var text: String {
        var parts = [
            "\(evaluation.examples) examples",
            MetricsTable(
                evaluation.metrics, names: evaluation.names, baseline: evaluation.baseline
            ).text,
            "confusion (rows: labeled, columns: answered)\n" + confusion,
            "reliability (probability of the answer, equal-mass bins)\n" + reliability,
        ]
        if !evaluation.slices.isEmpty {
            let lines = evaluation.slices.map { slice in
                "  \(slice.name): \(slice.examples) examples, " + summary(slice.metrics)
            }
            parts.append("by slice\n" + lines.joined(separator: "\n"))
        }
        if !evaluation.splits.isEmpty {
            let lines = evaluation.splits.map { "  \($0.name): " + summary($0.metrics) }
            parts.append(
                "the same recipe fitted to these examples, held out\n"
                    + lines.joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }

    private func summary(_ metrics: Metrics) -> String {
        String(format: "macro-F1 %.3f, log loss %.3f", metrics.macroF1.value, metrics.logLoss.value)
    }

    private var confusion: String {
        let metrics = evaluation.metrics
        func padded(_ cells: [String]) -> String {
            "  "
                + cells.map { String(repeating: " ", count: max(0, 10 - $0.count)) + $0 }
                .joined()
        }
        return
            ([padded([""] + evaluation.names)]
            + zip(evaluation.names, metrics.confusion).map { name, row in
                padded([name] + row.map(String.init))
            }).joined(separator: "\n")
    }

    private var reliability: String {
        evaluation.metrics.calibrationError.bins.map { bin in
            String(
                format: "  %5d examples  predicted %.3f  observed %.3f", bin.count, bin.confidence,
                bin.accuracy)
        }.joined(separator: "\n")
    }
}
