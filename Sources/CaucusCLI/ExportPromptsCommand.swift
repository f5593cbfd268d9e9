import ArgumentParser
import Caucus
import Foundation

struct ExportPromptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-prompts",
        abstract: "Write a store's quotations with a code book as prompts for a language model.",
        discussion: """
            Examples:
              caucus export-prompts run.sqlite -o prompts.jsonl
              caucus export-prompts run.sqlite --articles articles/ --code-book mine.txt -o prompts.jsonl

            A line for each quotation that counts: quote_id, target, system (the code book) and prompt (the words in their \
            context). Nothing is sent anywhere. Put the answers into lines with quote_id and target, and give them to caucus import.
            """)

    @Argument(help: "The store.")
    var store: String

    @Option(name: .shortAndLong, help: "Where to write the prompts; - is standard output.")
    var output: String

    @Option(help: "The leader, where the store has several.")
    var target: String?

    @Option(name: .customLong("run"), help: "The run, by its name.")
    var runName: String?

    @Option(help: "A text file with the code book, in place of the built-in one.")
    var codeBook: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "The files that were scored, for more words around each quotation.", valueName: "file"))
    var articles: [String] = []

    @OptionGroup var reading: DocumentOptions

    @Flag(help: "Replace an earlier file.")
    var force = false

    @Flag(help: "Say nothing on standard error but errors.")
    var quiet = false

    func run() throws {
        let run = try StoredRun.one(of: store, named: runName, target: target)
        var book = CodingPrompt.codeBook
        if let codeBook {
            guard let text = try? String(contentsOfFile: codeBook, encoding: .utf8) else {
                throw Failure(66, "cannot read \(codeBook): expected a text file in UTF-8")
            }
            book = text
        }
        let opened = try Store(path: store, mode: .reading)
        var frame = SampleFrame()
        frame.add(
            try opened.quotations(run: run.id), of: try opened.documents(run: run.id), run: run
        ) { $0.status == .counted }
        guard !frame.rows.isEmpty else {
            throw Failure(65, "\(store): found no quotation that counts, expected some")
        }
        let texts = try DrawnArticles(frame.rows, articles, reading, in: opened)
        try opened.close()
        let lines = frame.rows.map { row in
            let drawn = SampleRow(row, probability: 1, article: texts[row.quotation.documentID])
            return CodingPrompt(drawn, codeBook: book).json + "\n"
        }
        if output == "-" {
            var out = StandardOutput()
            for line in lines { try out.write(Array(line.utf8)) }
            return try out.flush()
        }
        try OutputFile.write(lines.joined().utf8, to: output, force: force)
        if !quiet { Console.tell("wrote \(lines.count) prompts to \(output)") }
    }
}
