import ArgumentParser
import Caucus

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read",
        abstract:
            "Show how files are understood: the first documents' id, title, date, outlet and length, and what is odd.",
        discussion: """
            Examples:
              caucus read articles/
              caucus read export.csv --dates dmy
              caucus read dump.json --records response.docs --text-column body.plain
              caucus read "Nexis export.docx" --json

            What is read:
              .txt               an article, or the articles of a Nexis, Factiva or ProQuest export
              .docx              the same, as Nexis Uni and Factiva give it
              .jsonl, .json      objects a line, an array, or an object that holds an array
              .csv, .tsv, .xlsx  tables with a header; commas, semicolons, tabs or | are told by the first rows
              .html              the main text of a page
              .eml, .mhtml       an e-mail, a page saved whole
              .rtf               an article, or those of an export; .pdf too where pdftotext is installed
              .gz, .bz2, .zst    each of these packed; .zip what it holds

            All files are read, to tell what is odd in them; --limit stops early. Exit codes are those of the other \
            commands that read documents.
            """)

    @Argument(help: "Files, directories (recursive) or - for standard input.")
    var documents: [String]

    @Option(help: "Show so many documents.")
    var show: Int = 3

    @Flag(help: "Print a line of JSON a document, for all documents.")
    var json = false

    @OptionGroup var reading: DocumentOptions
    @OptionGroup var batch: BatchOptions

    func validate() throws {
        if show < 0 { throw ValidationError("--show \(show): expected 0 or more") }
    }

    func run() throws {
        let interrupt = Interrupt()
        var input = try DocumentInput(
            documents, reading, batch, isInterrupted: { interrupt.isRaised })
        var output = StandardOutput()
        var summary = ReadingSummary()
        while let document = try input.next() {
            if json {
                try output.write(line: ReadingSummary.json(document))
            } else if summary.documents < show {
                try output.write(line: ReadingSummary.text(document))
            }
            summary.add(document)
        }
        if !json, summary.documents > 0 { try output.write(line: summary.text) }
        try output.flush()
        if interrupt.isRaised { throw Ended(code: 130) }
        try input.finish()
    }
}
