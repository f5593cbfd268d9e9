import CaucusStatistics
package import CaucusText

/// The shares of a report's counted quotations with their intervals, as a table: all together, or a row a part.
package struct EstimateTable {
    /// What the rows are rows of.
    package enum Part: Sendable, Hashable {
        case all, speaker, outlet
        /// The steps that ``ReportOptions/period`` names.
        case period
        /// The values of the column that ``ReportOptions/column`` names.
        case column
    }

    /// The columns, and whether their cells are of type string, integer or number.
    package static let columns: [(name: String, type: String)] =
        [("target", "string"), ("part", "string"), ("name", "string")]
        + ["n_quotes", "n_documents"].map { ($0, "integer") }
        + ["share_against", "share_neutral", "share_favor", "net"].flatMap { name in
            [(name, "number"), (name + "_low", "number"), (name + "_high", "number")]
        }
        + [("level", "number"), ("method", "string"), ("unit", "string"), ("run", "string")]

    private let report: Report
    private let part: Part

    /// The estimates of a report by a part of it.
    package init(_ report: Report, by part: Part) {
        self.report = report
        self.part = part
    }

    /// The rows, in the order of the report.
    package var rows: [[TableCell]] {
        switch part {
        case .all:
            let counted = Set(report.speakers.flatMap(\.counted))
            return [row(nil, nil, counted.count, report.countedDocuments, report.overall)]
        case .speaker:
            return report.speakers.map {
                row($0.id, $0.name, $0.counted.count, $0.documents, $0.estimates, ofSpeaker: true)
            }
        case .period:
            return report.periods.map { row($0.label, $0.label, $0.quotations, nil, $0.estimates) }
        case .outlet, .column:
            return (part == .outlet ? report.sources : report.columnValues).map {
                row($0.name, $0.name, $0.quotations, $0.documents, $0.estimates)
            }
        }
    }

    private func row(
        _ id: String?, _ name: String?, _ quotations: Int, _ documents: Int?,
        _ estimates: StanceEstimates?, ofSpeaker: Bool = false
    ) -> [TableCell] {
        var row: [TableCell] = [
            .text(report.run.target.name), TableCell(id), TableCell(name), .integer(quotations),
            TableCell(documents),
        ]
        for path in [\StanceEstimates.against, \.neutral, \.favor, \.net] {
            let estimate = estimates?[keyPath: path]
            row += [
                TableCell(estimate?.value), TableCell(estimate?.low), TableCell(estimate?.high),
            ]
        }
        // One speaker's quotations count as one speaker's, whatever the others are shares of.
        let unit: ReportOptions.Unit =
            ofSpeaker && report.options.unit == .speaker ? .quotation : report.options.unit
        return row + [
            TableCell(estimates.map { _ in report.options.level }),
            TableCell(estimates?.net.method), .text(unit.rawValue), .text(report.run.id),
        ]
    }
}
