public import ArgumentParser
public import Caucus
import CaucusLabelServer
import Foundation

struct LabelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract:
            "Label a sample on a page of this machine, or carry it to a labeling tool and back.",
        discussion: """
            Examples:
              caucus label sample.jsonl --annotator ann          prints an address: open it in a browser
              caucus label sample.jsonl                          each who opens it gives a name
              caucus label sample.jsonl --to label-studio -o tasks.json
              caucus label sample.jsonl --from export.json --tool label-studio -o labels.jsonl

            The page is served to this machine alone, and only to who knows its address. Keys 1 to 3 are the stances, 4 to 6 \
            not speech, not about the leader and wrong speaker; u takes back, s skips. Every answer is on the disk \
            before the next quotation is shown, in SAMPLE.labels.jsonl unless --output says otherwise; started again, the \
            command goes on where it stopped. What the program says is hidden until a quotation is labeled. Ctrl-C ends it.

            Several people may label at once, on one page or with a command each, into one file.
            """)

    @Argument(help: "A sample, as caucus sample writes it.")
    var sample: String

    @Option(help: "Who labels; else the page asks.")
    var annotator: String?

    @Option(
        name: .shortAndLong,
        help: "The file of labels, which grows; with --to or --from the file to write.")
    var output: String?

    @Option(help: "The port; else one that is free.")
    var port: UInt16 = 0

    @Flag(help: "Show what the program says before a quotation is labeled.")
    var showProgram = false

    @Option(help: "Write the sample for a tool: label-studio, doccano, prodigy or csv.")
    var to: LabelTool?

    @Option(help: "With --to: the labels to write along.")
    var labels: String?

    @Option(help: "Read what a tool exported.")
    var from: String?

    @Option(help: "With --from: label-studio, doccano, prodigy or csv.")
    var tool: LabelTool?

    @Flag(help: "With --to or --from: replace an earlier file.")
    var force = false

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    func validate() throws {
        if let annotator, LabelSession.name(annotator) != annotator {
            throw ValidationError(
                "--annotator \"\(annotator)\": expected a name of one line, up to 60 characters")
        }
        guard to == nil || from == nil else {
            throw ValidationError("--to and --from: expected one of the two")
        }
        guard from == nil || tool != nil else {
            throw ValidationError("--from without --tool: expected the tool that wrote the file")
        }
        if to != nil || from != nil, output == nil {
            throw ValidationError("found no -o, expected the file to write")
        }
    }

    func run() async throws {
        let file = try SampleFile(path: sample)
        guard !file.rows.isEmpty else {
            throw Failure(
                65,
                file.diagnostics.first.map(\.description)
                    ?? "\(sample): found no rows, expected a sample as caucus sample writes it")
        }
        for diagnostic in file.diagnostics.prefix(BadRecords.printed) {
            Console.tell("caucus: \(diagnostic)")
        }
        if let to { return try export(file.rows, to) }
        if let from, let tool { return try importing(from, tool, file.rows) }
        try await serve(file.rows)
    }

    private func serve(_ rows: [SampleRow]) async throws {
        let path = output ?? Self.labelsPath(of: sample)
        guard Self.place(path) != Self.place(sample) else {
            throw Failure(64, "--output \(path): found the sample, expected another file")
        }
        let log: LabelLog
        do {
            log = try LabelLog(path: path)
        } catch {
            throw Failure(73, error.message)
        }
        let session = LabelSession(rows, answers: try Self.answers(path))
        let desk = LabelDesk(session, log: log, annotator: annotator, showsProgram: showProgram)
        if !quiet, let annotator, session.count(by: annotator) > 0 {
            Console.tell(
                "\(session.count(by: annotator)) of \(rows.count) are labeled by \(annotator) already"
            )
        }
        do {
            try await LabelServer(desk, port: port).run { address in
                // Who started the command reads the address, a person or a program.
                print(address)
                fflush(nil)
                if !quiet { Console.tell("labels go to \(path); Ctrl-C ends") }
            }
        } catch let error as LabelServerError {
            throw Failure(74, error.description)
        } catch {
            throw Failure(
                74,
                "cannot serve on 127.0.0.1:\(port): the server stopped, expected it to go on until Ctrl-C"
            )
        }
    }

    /// The answers of a file of labels; none where nothing was written yet.
    private static func answers(_ path: String) throws -> [CodedAnswer] {
        let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber
        guard size?.intValue ?? 0 > 0 else { return [] }
        let read = try CodedAnswers(path: path)
        for diagnostic in read.diagnostics.prefix(BadRecords.printed) {
            Console.tell("caucus: \(diagnostic)")
        }
        return read.answers
    }

    /// Where a path leads.
    private static func place(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Beside the sample: `sample.labels.jsonl`.
    private static func labelsPath(of sample: String) -> String {
        let stem = sample.hasSuffix(".jsonl") ? String(sample.dropLast(6)) : sample
        return stem + ".labels.jsonl"
    }

    private func export(_ rows: [SampleRow], _ tool: LabelTool) throws {
        let answers = try labels.map { try CodedAnswers(path: $0).answers } ?? []
        let files = tool.files(rows, answers)
        let output = output ?? ""
        try OutputFile.write(files.tasks.utf8, to: output, force: force)
        if let settings = files.settings {
            try OutputFile.write(settings.text.utf8, to: output + settings.ending, force: force)
        }
        guard !quiet else { return }
        Console.tell(
            "wrote \(rows.count) quotations to \(output)"
                + (files.settings.map { " and how to label them to \(output)\($0.ending)" } ?? ""))
    }

    private func importing(_ path: String, _ tool: LabelTool, _ rows: [SampleRow]) throws {
        let read = try tool.answers(path: path, to: rows)
        guard !read.answers.isEmpty else {
            throw Failure(
                65,
                read.diagnostics.first.map(\.description)
                    ?? "\(path): found no labels of the sample, expected an export of \(tool.rawValue)"
            )
        }
        for diagnostic in read.diagnostics.prefix(BadRecords.printed) {
            Console.tell("caucus: \(diagnostic)")
        }
        let lines = read.answers.enumerated().map { $1.json(turn: $1.turn ?? $0 + 1) + "\n" }
        try OutputFile.write(lines.joined().utf8, to: output ?? "", force: force)
        if !quiet { Console.tell("wrote \(lines.count) labels to \(output ?? "")") }
    }
}

extension LabelTool: ExpressibleByArgument {}
