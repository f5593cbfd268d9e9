/// The tables of a store as other programs take them, its rows in an order that the writing has no part in.
///
/// `quotations` and `speakers` are made by the code of the report: of a store with one run they are the same bytes
/// as the files of that run's report without hand labels. Of several runs they hold the rows of all, by the runs'
/// names.
public struct StoreExport {
    /// A table.
    public enum Table: String, Sendable, CaseIterable {
        case runs
        case documents
        case quotations
        case speakers
        case diagnostics
    }

    private let store: Store
    private let runs: [RunDescription]
    /// The only run, or `nil` for all of them.
    private let run: String?
    private let filter: QuotationFilter

    /// Creates an export of one run, or of all, as a report under a filter has them.
    public init(
        of store: Store, run: String? = nil, filter: QuotationFilter = QuotationFilter()
    ) throws {
        self.store = store
        self.run = run
        self.filter = filter
        runs = try store.runs(named: run)
    }

    /// Writes a table to `write`, in pieces.
    ///
    /// - Complexity: O(rows) time. Of quotations one document is held at a time; of speakers one run, as in a report.
    public func write(
        _ table: Table, as format: TableFormat, to write: ([UInt8]) throws -> Void
    ) throws {
        switch table {
        case .runs: try store.export(.runs, as: format, run: run, to: write)
        case .documents: try store.export(.documents, as: format, run: run, to: write)
        case .diagnostics: try store.export(.diagnostics, as: format, run: run, to: write)
        case .quotations: try writeQuotations(as: format, to: write)
        case .speakers: try writeSpeakers(as: format, to: write)
        }
    }

    private func writeQuotations(
        as format: TableFormat, to write: ([UInt8]) throws -> Void
    ) throws {
        let columns = QuotationColumns(PassedColumns(try store.fieldNames(run: run)))
        var table = TableWriter(columns.names, as: format)
        for run in runs where filter.isActive {
            // Which speakers have a name all documents tell.
            let report = try report(of: run)
            for quotation in report.quotations {
                try table.row(
                    columns.cells(quotation, in: report.document(of: quotation), of: run),
                    to: write)
            }
        }
        for run in runs where !filter.isActive {
            try store.forEachDocument(run: run.id) { document, quotations in
                for quotation in quotations {
                    try table.row(columns.cells(quotation, in: document, of: run), to: write)
                }
            }
        }
        try table.finish(to: write)
    }

    private func writeSpeakers(
        as format: TableFormat, to write: ([UInt8]) throws -> Void
    ) throws {
        var table = TableWriter(Report.speakerColumns, as: format)
        for run in runs {
            for row in try report(of: run).speakerRows {
                try table.row(row, to: write)
            }
        }
        try table.finish(to: write)
    }

    private func report(of run: RunDescription) throws -> Report {
        try Pipeline.report(of: run, in: store, options: ReportOptions(filter: filter))
    }

    /// The outlets of the runs with how many documents each has.
    public func outlets() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for run in runs {
            for case let source? in try store.documents(run: run.id).map(\.source) {
                counts[source, default: 0] += 1
            }
        }
        return counts
    }
}
