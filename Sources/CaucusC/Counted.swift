import CCaucus
import Caucus

/// How a call counts: the options that a report and an estimate share.
struct Counted {
    static let options = ["level", "unit", "by", "column", "seed"]

    let options: ReportOptions

    init(_ given: CallOptions) throws {
        var options = ReportOptions()
        if let level: Double = try given.number("level", in: 0...1) {
            guard level > 0.5, level < 1 else {
                throw CallError.usage("level \(level): expected a number above 0.5 and below 1")
            }
            options.level = level
        }
        options.unit = try given.choice("unit", ReportOptions.Unit.self) ?? options.unit
        options.seed = try given.number("seed", in: 0...UInt64.max) ?? options.seed
        options.column = given["column"]
        if let by = given["by"], let period = ReportOptions.Period(rawValue: by) {
            options.period = period
        }
        self.options = options
    }
}

/// The hand labels of a table; none where there is none.
func handLabels(_ table: UnsafePointer<caucus_table>?) throws -> HandLabels {
    guard table != nil else { return HandLabels([]) }
    let labels = HandLabels(try InputTable(table, "labels").records)
    guard labels.labels.isEmpty else { return labels }
    throw CallError.data(
        labels.diagnostics.first?.description
            ?? "found no labels, expected quote_id, label and sampling_probability")
}
