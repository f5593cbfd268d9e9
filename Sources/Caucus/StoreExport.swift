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
        var writer: TableWriter?
        try forEachRow(of: table) { columns in
            writer = TableWriter(columns.map(\.name), as: format)
        } row: { cells in
            try writer?.row(cells, to: write)
        }
        try writer?.finish(to: write)
    }

    /// A column: its name, and whether its cells are of type string, integer, number or date.
    package typealias Column = (name: String, type: String)

    /// Gives a table's columns to `head` and then each row to `row`.
    package func forEachRow(
        of table: Table, head: ([Column]) throws -> Void, row: ([TableCell]) throws -> Void
    ) throws {
        switch table {
        case .runs: try own(.runs, head, row)
        case .documents: try own(.documents, head, row)
        case .diagnostics: try own(.diagnostics, head, row)
        case .quotations: try quotations(head, row)
        case .speakers:
            try head(Array(zip(Report.speakerColumns, Report.speakerTypes)))
            for run in runs {
                try report(of: run).speakerRows.forEach(row)
            }
        }
    }

    private func own(
        _ table: StoreTable, _ head: ([Column]) throws -> Void, _ row: ([TableCell]) throws -> Void
    ) throws {
        try store.forEachRow(of: table, run: run) { names in
            try head(
                names.map { ($0, StoreTable.integers.contains($0) ? "integer" : "string") })
        } row: {
            try row($0)
        }
    }

    private func quotations(
        _ head: ([Column]) throws -> Void, _ row: ([TableCell]) throws -> Void
    ) throws {
        let columns = QuotationColumns(PassedColumns(try store.fieldNames(run: run)))
        try head(Array(zip(columns.names, columns.types)))
        for run in runs where filter.isActive {
            // Which speakers have a name all documents tell.
            let report = try report(of: run)
            for quotation in report.quotations {
                try row(
                    columns.cells(quotation, in: report.document(of: quotation), of: run))
            }
        }
        for run in runs where !filter.isActive {
            try store.forEachDocument(run: run.id) { document, quotations in
                for quotation in quotations {
                    try row(columns.cells(quotation, in: document, of: run))
                }
            }
        }
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
