public import ArgumentParser
public import Caucus

/// How a report counts.
struct CountingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Hand labels of quotations drawn with known probabilities: quote_id, label and "
                + "sampling_probability, as CSV or JSONL. Shares are then corrected by them.",
            valueName: "file"))
    var labels: String?

    @Option(help: "What shares are shares of: quotation, document or speaker.")
    var unit: ReportOptions.Unit = .quotation

    @Option(
        help: ArgumentHelp(
            "Steps of the timeline, month or week; any other word is a column of the documents to "
                + "compare by. May be given once for each.", valueName: "month|week|column"))
    var by: [String] = []

    @Option(help: "The coverage of all intervals, above 0.5 and below 1.")
    var level: Double = 0.95

    @Option(help: "The seed of the bootstrap.")
    var seed: UInt64 = 1

    func validate() throws {
        guard level > 0.5, level < 1 else {
            throw ValidationError("--level \(level): expected a number above 0.5 and below 1")
        }
        for many in [periods.map(\.rawValue), columns] where many.count > 1 {
            throw ValidationError(
                "--by \(many.joined(separator: " --by ")): expected one step of the timeline and one column"
            )
        }
    }

    private var periods: [ReportOptions.Period] { by.compactMap { .init(rawValue: $0) } }

    private var columns: [String] { by.filter { ReportOptions.Period(rawValue: $0) == nil } }

    /// The options as the report takes them.
    func resolved() -> ReportOptions {
        ReportOptions(
            level: level, unit: unit, period: periods.first ?? .month, seed: seed,
            column: columns.first)
    }

    /// The labels of `--labels`; odd rows are told.
    func handLabels(_ batch: BatchOptions) throws -> [HandLabel] {
        guard let labels else { return [] }
        let read = try HandLabels(path: labels)
        var bad = BadRecords()
        for diagnostic in read.diagnostics { bad.note(diagnostic) }
        guard !read.labels.isEmpty else {
            throw Failure(
                65,
                read.diagnostics.first?.description
                    ?? "\(labels): found no labels, expected quote_id, label and sampling_probability"
            )
        }
        try bad.finish(
            records: read.labels.count, strict: batch.strict, nothing: .noExamples(paths: [labels]))
        return read.labels
    }

    /// Fails where the report does not hold what was asked for.
    ///
    /// Labels may be of one of several runs, so that only a report that stands `alone` must hold some.
    func check(
        _ report: Report, _ labels: [HandLabel], _ batch: BatchOptions, alone: Bool
    ) throws {
        if let column = columns.first, report.columnValues.allSatisfy({ $0.name == nil }),
            !report.speakers.isEmpty
        {
            let names = Set(report.documents.flatMap { $0.fields.map(\.name) }).sorted()
            let known =
                names.isEmpty ? "" : " or one of: " + names.prefix(12).joined(separator: ", ")
            throw Failure(
                64, "--by \(column): no document has such a column, expected month, week\(known)")
        }
        guard !labels.isEmpty, alone else { return }
        if report.labels.isEmpty {
            throw Failure(
                65,
                "\(self.labels ?? "labels"): found none of the run's quotations, expected their quote_id"
            )
        }
        if report.labels.count < labels.count, !batch.quiet {
            Console.tell(
                "caucus: \(labels.count - report.labels.count) of \(labels.count) labels are of other "
                    + "runs or given twice: not used")
        }
    }
}

extension ReportOptions.Unit: ExpressibleByArgument {}
