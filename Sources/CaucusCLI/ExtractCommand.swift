import ArgumentParser
import Caucus

struct ExtractCommand: AsyncParsableCommand, SupervisedCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Find the quotations of documents and who speaks: one line of JSON a document.",
        discussion: """
            Examples:
              caucus extract article.txt
              caucus extract corpus.jsonl archive/ > quotations.jsonl
              cat article.txt | caucus extract - --format txt
              caucus extract article.txt --format csv                    a row a quotation
              caucus extract corpus.csv --format kwic                    quotations in their context
              cat corpus.csv | caucus extract - --input-format csv --format citron
              caucus extract corpus.jsonl --summary
              caucus extract article.txt --explain
              caucus extract 2031.gqg.json.gz --format gdelt             quotations that others found, in this form
              caucus extract corpus.jsonl --aliases names.txt --html check.html --speakers speakers.csv

            --format names what is read (txt, jsonl, json, tsv, html, gdelt, quotebank, ggt) or what is printed (citron, \
            kwic, csv). csv and citron are both: --format prints them, and --input-format reads them. Names that end \
            in .csv need neither. Records of gdelt, quotebank, citron and ggt bring their quotations along, and none are \
            searched for; speakers that gdelt does not name are.

            citron is the annotation format of BBC Citron, a line a document. kwic is left context, content, right \
            context, speaker and document, separated by tabs. csv has the columns of a report's quotations.csv. \
            Quotations inside quotations stand in json only.

            An alias file holds a line "Primary, alias, alias" a speaker, or YAML "Primary: [alias, alias]" where its \
            name ends in .yaml or .yml. It wins over what the text suggests.

            \(WordOptions.notation)
            """)

    @Argument(help: "Files, directories (recursive) or - for standard input.")
    var documents: [String]

    @Option(
        help: ArgumentHelp(
            "Read txt, jsonl, json, tsv, html, gdelt, quotebank or ggt, whatever the name; or print citron, "
                + "kwic or csv."))
    var format: String?

    @Option(help: "Read every input as this, whatever its name; also csv and citron.")
    var inputFormat: String?

    @Option(help: "Print json (a line a document), citron, kwic or csv. (default: json)")
    var outputFormat: String?

    @Flag(
        help: "Print only counts: forms, rules, speakers not told, marked words that are no speech."
    )
    var summary = false

    @Flag(help: "Print only why each quotation has its speaker: the candidates and their scores.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Write the articles with quotations, cues and sources marked as well.",
            valueName: "file"))
    var html: String?

    @Option(
        help: ArgumentHelp(
            "Write the speakers of all documents as well, merged by full name, as CSV.",
            valueName: "file"))
    var speakers: String?

    @Flag(help: "Replace the files of --html and --speakers.")
    var force = false

    @OptionGroup var names: AliasOptions
    @OptionGroup var words: WordOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var batch: BatchOptions
    @OptionGroup var bounds: BoundOptions

    var inputs: [String] { documents }
    var printsResults: Bool { true }

    func run() async throws {
        let interrupt = Interrupt()
        let format = try ExtractFormat(
            format: format, input: inputFormat, output: outputFormat, summary: summary,
            explain: explain)
        let extractor = QuotationExtractor(
            aliases: try names.resolved(quiet: batch.quiet), words: try words.resolved())
        var input = try input(format, interrupt)
        for path in [html, speakers] { removeUnfinished(path) }
        let page = try html.map { try OutputFile(path: $0, force: force) }
        let table = try speakers.map { try OutputFile(path: $0, force: force) }
        try page?.write(MarkedArticles.head)

        var output = StandardOutput()
        if format.output == .csv { try output.write(QuotationTable.header) }
        // What an earlier worker has printed is made again only where something else needs it.
        if format.output != .summary, page == nil, table == nil {
            input.passedOver = output.skipPrinted()
        }
        var progress = Progress(quiet: batch.quiet)
        var counts = ExtractionSummary()
        var register = SpeakerRegister(aliases: extractor.aliases)
        let work = ExtractWork(
            extractor: extractor, output: format.output,
            marksArticles: page != nil, keepsExtractions: table != nil)
        try await BatchRunner(jobs: batch.jobs).run(
            next: { try input.next() }, work: work.result,
            commit: { chunk in
                for result in chunk {
                    try output.write(result.printed)
                    if let article = result.article { try page?.write(article) }
                    if let (document, extraction) = result.kept {
                        register.add(extraction, of: document)
                    }
                    if let summary = result.summary { counts.add(summary) }
                }
                progress.add(
                    documents: chunk.count, quotations: chunk.reduce(0) { $0 + $1.count })
            })
        guard !interrupt.isRaised else {
            try output.flush()
            progress.finish()
            throw Ended(code: 130)
        }
        if format.output == .summary { try output.write(Array(counts.text.utf8)) }
        try output.flush()
        progress.finish()
        try page?.write(MarkedArticles.foot)
        try table?.write(register.csv)
        try input.finish()
        try page?.commit()
        try table?.commit()
    }

    /// The documents; a format that cannot be told is asked for by this command's own option.
    private func input(
        _ format: ExtractFormat, _ interrupt: Interrupt
    ) throws -> DocumentInput {
        do {
            var input = try DocumentInput(
                documents, try content.options(format.input), batch,
                isInterrupted: { interrupt.isRaised })
            input.part = "the extractor"
            return input
        } catch let error as CorpusError {
            guard case .unknownFormat = error else { throw error }
            throw Failure(
                64, error.description.replacing("or --format", with: "or --input-format"))
        }
    }
}

extension ExtractCommand {
    /// Removes what a worker that ended left of a file.
    private func removeUnfinished(_ path: String?) {
        guard let path, let worker = Worker.current, worker.isRestarted else { return }
        let process = Int32(truncatingIfNeeded: worker.record[.workerBefore])
        OutputFile.removeUnfinished(path: path, by: process)
    }
}

/// What is done with one document, on any core.
struct ExtractWork: Sendable {
    /// What a document gave.
    struct Result: Sendable {
        var printed: [UInt8]
        var count: Int
        var summary: ExtractionSummary?
        var article: String?
        var kept: (document: Document, extraction: Extraction)?
    }

    var extractor: QuotationExtractor
    var output: ExtractFormat.Output
    var marksArticles: Bool
    var keepsExtractions: Bool
    let watch = DocumentsAtWork.watch

    func result(_ document: Document) -> Result {
        watch.begin(RecordName(document))
        defer { watch.end() }
        // A user's aliases join whoever is named in any way.
        let printsAlone = output == .json && !marksArticles && !keepsExtractions
        let extraction = extractor.givenOrFound(
            in: document, isComplete: !printsAlone || !extractor.aliases.primaries.isEmpty
        )
        .renamed(by: extractor.aliases, in: document)
        var result = Result(
            printed: printed(document, extraction),
            count: extraction.quotations.count { $0.parent == nil })
        if output == .summary { result.summary = ExtractionSummary(extraction) }
        if marksArticles { result.article = MarkedArticles.article(document, extraction) }
        if keepsExtractions { result.kept = (document, extraction) }
        return result
    }

    private func printed(_ document: Document, _ extraction: Extraction) -> [UInt8] {
        switch output {
        case .json: ExtractionRecord(document, extraction).bytes
        case .citron: Array((CitronRecord(document, extraction).json + "\n").utf8)
        case .kwic: Array(Concordance(document, extraction).text.utf8)
        case .csv: QuotationTable(document, extraction).bytes
        case .summary: []
        case .explanation:
            Array((ExplanationText(document, extraction, by: extractor).text + "\n").utf8)
        }
    }
}
