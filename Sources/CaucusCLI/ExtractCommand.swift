import ArgumentParser
import Caucus

struct ExtractCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find the quotations of documents and who speaks: one line of JSON a document.",
        discussion: """
            Examples:
              caucus extract article.txt
              caucus extract corpus.jsonl archive/ > quotations.jsonl
              cat article.txt | caucus extract - --format txt
            """)

    @Argument(help: "Files, directories (recursive) or - for standard input.")
    var documents: [String]

    @OptionGroup var reading: DocumentOptions
    @OptionGroup var batch: BatchOptions

    func run() async throws {
        var input = try DocumentInput(documents, reading, batch)
        var output = StandardOutput()
        var progress = Progress(quiet: batch.quiet)
        let extractor = QuotationExtractor()
        try await BatchRunner(jobs: batch.jobs).run(
            next: { try input.next() },
            work: { document in
                let record = ExtractionRecord(document, extractor.extraction(of: document))
                return (json: record.json, count: record.count)
            },
            commit: { chunk in
                for record in chunk { try output.write(line: record.json) }
                progress.add(
                    documents: chunk.count, quotations: chunk.reduce(0) { $0 + $1.count })
            })
        try output.flush()
        progress.finish()
        try input.finish()
    }
}
