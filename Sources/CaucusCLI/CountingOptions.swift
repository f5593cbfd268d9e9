public import ArgumentParser
public import Caucus
import Foundation

/// How a report counts.
struct CountingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Hand labels of quotations drawn with known probabilities, as caucus label writes them, or a table "
                + "(CSV or JSONL) with quote_id, label and sampling_probability. Shares are then corrected by them, where there are at "
                + "least ten from five articles. With a column annotator several people may label a quotation. Borders and speakers that most of them "
                + "corrected are shown beside what the run says.",
            valueName: "file"))
    var labels: String?

    @Option(help: "What shares are shares of: quotation, document or speaker.")
    var unit: ReportOptions.Unit = .quotation

    @Option(
        help: ArgumentHelp(
            "Steps of the timeline, month or week; any other word is a column of the documents to "
                + "compare by, outlet and title among them. May be given once for each. With --compare several columns "
                + "with commas between them are crossed, speaker, quarter and year among them: outlet,month.",
            valueName: "month|week|column"))
    var by: [String] = []

    @Option(help: "The coverage of all intervals, above 0.5 and below 1.")
    var level: Double = 0.95

    @Option(help: "The seed of the bootstrap.")
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            "The day of making, for who cites the report; else that of SOURCE_DATE_EPOCH, or none.",
            valueName: "YYYY-MM-DD"))
    var date: String?

    @Flag(help: "Print the whole page, not its front alone.")
    var full = false

    func validate() throws {
        if let date, !ReportOptions.isDay(date) {
            throw ValidationError("--date \(date): expected a day such as 2031-03-05")
        }
        guard level > 0.5, level < 1 else {
            throw ValidationError("--level \(level): expected a number above 0.5 and below 1")
        }
        for many in [periods.map(\.rawValue), columns, crossings] where many.count > 1 {
            throw ValidationError(
                "--by \(many.joined(separator: " --by ")): expected one step of the timeline and one column"
            )
        }
    }

    private var periods: [ReportOptions.Period] { by.compactMap { .init(rawValue: $0) } }

    private var columns: [String] {
        by.filter { ReportOptions.Period(rawValue: $0) == nil && !$0.contains(",") }
    }

    /// Several columns with commas between them.
    private var crossings: [String] { by.filter { $0.contains(",") } }

    /// Fails where columns are to be crossed: only a comparison does.
    func checkAlone() throws {
        guard let crossing = crossings.first else { return }
        throw ValidationError("--by \(crossing): expected one column; --compare crosses several")
    }

    /// The step of time that a comparison counts in, or `nil` where none is given.
    var step: TimeStep? {
        by.lazy.compactMap { TimeStep(rawValue: $0) }.first
    }

    /// The columns that a comparison crosses.
    func crossed() throws -> [String] {
        let single = columns.filter { TimeStep(rawValue: $0) == nil }
        guard let crossing = crossings.first else { return single }
        guard single.isEmpty else {
            throw Failure(
                64, "--by \(single[0]) --by \(crossing): expected one of the two")
        }
        let found = crossing.split(separator: ",", omittingEmptySubsequences: false).map(
            String.init)
        guard Set(found).count == found.count, !found.contains("") else {
            throw Failure(
                64, "--by \(crossing): expected each column once, with commas between them")
        }
        return found
    }

    /// The day that a build tells all its programs (reproducible-builds.org), or `nil`.
    private static var sourceDate: String? {
        ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) }
            .flatMap(ReportOptions.day(secondsSince1970:))
    }

    /// The options as the report takes them.
    func resolved() -> ReportOptions {
        ReportOptions(
            level: level, unit: unit, period: periods.first ?? .month, seed: seed,
            column: columns.first, date: date ?? Self.sourceDate, printsAll: full)
    }

    /// The labels of `--labels`; odd rows are told.
    func handLabels(_ batch: BatchOptions) throws -> [HandLabel] {
        guard let labels else { return [] }
        let read = try HandLabels(path: labels)
        if read.labels.isEmpty, read.forTraining > 0 {
            throw Failure(
                65,
                "\(labels): found \(read.forTraining) labels for training, expected some of a sample that was drawn "
                    + "for shares")
        }
        guard !read.labels.isEmpty else {
            let rest = read.diagnostics.count - 1
            throw Failure(
                65,
                read.diagnostics.first.map {
                    $0.description
                        + (rest > 0 ? " (and \(rest) more \(rest == 1 ? "fault" : "faults"))" : "")
                } ?? "\(labels): found no labels, expected quote_id, label and sampling_probability"
            )
        }
        var bad = BadRecords()
        for diagnostic in read.diagnostics { bad.note(diagnostic) }
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
            !report.speakers.isEmpty, !report.hasValues(of: column)
        {
            let names =
                ["outlet"] + Set(report.documents.flatMap { $0.fields.map(\.name) }).sorted()
            throw Failure(
                64,
                "--by \(column): no document has such a column, expected month, week or one of: "
                    + names.prefix(12).joined(separator: ", "))
        }
        guard !labels.isEmpty, alone else { return }
        if report.labelUse == nil {
            throw Failure(
                65,
                "\(self.labels ?? "labels"): found none of the run's quotations, expected their quote_id"
            )
        }
        let unused = report.diagnostics.dropFirst(report.recordDiagnostics)
        guard !unused.isEmpty, !batch.quiet else { return }
        for diagnostic in unused.prefix(BadRecords.printed) {
            Console.tell("caucus: \(diagnostic.description)")
        }
        let what = "\(unused.count) of \(labels.count) labels \(unused.count == 1 ? "is" : "are")"
        Console.tell("caucus: \(what) not used")
    }
}

extension ReportOptions.Unit: ExpressibleByArgument {}
