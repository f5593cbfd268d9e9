public import CaucusLearning
import Foundation

/// Metrics as a table for people, with a baseline beside them.
public struct MetricsTable: Sendable {
    /// One line: a name, the value with its interval, and the baseline's value.
    private let lines: [(name: String, value: String, baseline: String)]

    /// Creates the table.
    public init(_ metrics: Metrics, baseline: Metrics? = nil) {
        func cell(_ value: Double, _ interval: Interval?) -> String {
            let number = String(format: "%.3f", value)
            guard let interval else { return number }
            return number + String(format: " (%.3f–%.3f)", interval.low, interval.high)
        }
        func plain(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "" }
        var lines = [
            (
                "macro-F1", cell(metrics.macroF1, metrics.macroF1Interval),
                plain(baseline?.macroF1)
            ),
            (
                "accuracy", cell(metrics.accuracy, metrics.accuracyInterval),
                plain(baseline?.accuracy)
            ),
        ]
        for (k, name) in metrics.names.enumerated() {
            lines.append(("F1 " + name, plain(metrics.f1[k]), plain(baseline?.f1[k])))
        }
        lines.append(
            ("log loss", cell(metrics.logLoss, metrics.logLossInterval), plain(baseline?.logLoss)))
        lines.append(
            ("Brier", cell(metrics.brier, metrics.brierInterval), plain(baseline?.brier)))
        self.lines = lines.map { (name: $0.0, value: $0.1, baseline: $0.2) }
    }

    /// As a Markdown table.
    public var markdown: String {
        (["| | value (95 %) | baseline |", "|---|---|---|"]
            + lines.map { "| \($0.name) | \($0.value) | \($0.baseline) |" })
            .joined(separator: "\n")
    }

    /// As aligned text.
    public var text: String {
        let rows = [(name: "", value: "value (95 %)", baseline: "baseline")] + lines
        let width = rows.map(\.name.count).max() ?? 0
        let middle = rows.map(\.value.count).max() ?? 0
        return rows.map { row in
            let name = row.name + String(repeating: " ", count: width - row.name.count)
            let value = row.value + String(repeating: " ", count: middle - row.value.count)
            return "  \(name)  \(value)  \(row.baseline)"
        }.joined(separator: "\n")
    }
}
