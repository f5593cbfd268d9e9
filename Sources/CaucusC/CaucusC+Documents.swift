public import CCaucus
import Caucus

@c @implementation
public func caucus_read(
    _ options: UnsafePointer<caucus_table>?, _ work: UnsafePointer<caucus_work>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let work = try CallWork(work)
        let options = try CallOptions(options, DocumentSource.options)
        let source = try DocumentSource(nil, options, work)
        var documents: [Document] = []
        while let document = try source.next() {
            documents.append(document)
            work.add(1)
        }
        try source.check()
        return table(of: documents)
    }
}

/// Documents as rows, their own columns after those that all have.
private func table(of documents: [Document]) -> ResultTable {
    let own = ["id", "title", "source", "published", "url", "text"]
    var seen = Set(own)
    let fields = documents.flatMap(\.fields).map(\.name).filter { seen.insert($0).inserted }
    var table = ResultTable((own + fields).map { ($0, .text) })
    for document in documents {
        var values: [String: String] = [:]
        for field in document.fields { values[field.name] = field.value }
        table.add(
            [
                .text(document.id), TableCell(document.title), TableCell(document.source),
                TableCell(document.published), TableCell(document.url), .text(document.text),
            ] + fields.map { TableCell(values[$0]) })
    }
    return table
}

@c @implementation
public func caucus_extract(
    _ documents: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ work: UnsafePointer<caucus_work>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let work = try CallWork(work)
        let options = try CallOptions(options, DocumentSource.options + ["aliases"])
        let extractor = QuotationExtractor(aliases: try speakerAliases(options))
        let source = try DocumentSource(documents, options, work)
        var table = ResultTable(QuotationTable.columns.map { ($0.name, .init($0.type)) })
        try waited {
            try await BatchRunner(jobs: work.jobs).run(
                next: { try source.next() },
                work: { document in
                    defer { work.add(1) }
                    // Who wants to end does not wait for the megabyte at work.
                    guard !work.isCanceled else { return [] }
                    let extraction = extractor.givenOrFound(in: document)
                        .renamed(by: extractor.aliases, in: document)
                    return QuotationTable(document, extraction).rows
                },
                commit: { (chunk: [[[TableCell]]]) in
                    for rows in chunk { for row in rows { table.add(row) } }
                })
        }
        try source.check()
        return table
    }
}

/// The speakers whom the option `aliases` joins.
func speakerAliases(_ options: CallOptions) throws -> SpeakerAliases {
    let expected = "a JSON array of arrays of names, the primary one first"
    var aliases = SpeakerAliases()
    for names in try options.json("aliases", [[String]].self, expected) ?? [] {
        guard let primary = names.first, !names.contains(where: { $0.allSatisfy(\.isWhitespace) })
        else { throw CallError.usage("aliases: found a name without words; expected \(expected)") }
        for name in names {
            if let known = aliases.primary(for: name), known != primary {
                throw CallError.data(
                    "aliases: \"\(name)\" stands for \"\(primary)\" and for \"\(known)\", expected one speaker"
                )
            }
        }
        aliases.add(primary: primary, aliases: Array(names.dropFirst()))
    }
    return aliases
}
