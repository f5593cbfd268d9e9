public import CaucusStatistics

/// Metrics as a table for people, with a baseline beside them.
public struct MetricsTable: Sendable {
    /// One line: a name, the value with its interval, and the baseline's value.
    private let lines: [(name: String, value: String, baseline: String)]

    /// Creates the table; `names` are the classes of the metrics, in their order.
    public init(_ metrics: Metrics, names: [String], baseline: Metrics? = nil) {
        func line(_ name: String, _ part: (Metrics) -> Estimate) -> (String, String, String) {
            (name, part(metrics).three, baseline.map { part($0).value.three } ?? "")
        }
        var lines = [
            line("macro-F1") { $0.macroF1 }, line("F_avg") { $0.averageF1 },
            line("accuracy") { $0.accuracy },
        ]
        for (k, name) in names.enumerated() { lines.append(line("F1 " + name) { $0.f1[k] }) }
        lines.append(line("log loss") { $0.logLoss })
        lines.append(line("Brier") { $0.brier })
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
