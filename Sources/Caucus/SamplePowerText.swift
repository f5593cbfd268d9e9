import Foundation

/// The widths of intervals to expect of a sample, as a table for people.
public struct SamplePowerText: Sendable {
    /// The table with what it says, without the end of the last line.
    public let text: String

    /// A table of `power`, of so many quotations to draw from.
    public init(_ power: [SamplePower], of frame: Int, level: Double) {
        var table = AlignedTable(["labels", "against", "favor", "net", "net by labels alone"])
        for row in power {
            let shares = [row.against, row.favor].map { widths in
                widths.map { String(format: "±%.0f %%", 100 * $0.corrected) } ?? "–"
            }
            let nets = [row.net?.corrected, row.net?.alone].map { width in
                width.map { String(format: "±%.2f", $0) } ?? "–"
            }
            table.add([String(row.count)] + shares + nets)
        }
        text = """
            \(frame) quotations to draw from; half the widths to expect of \(String(format: "%g", 100 * level)) % \
            intervals, as far as the program's probabilities are true:
            \(table.text)
            """
    }
}
