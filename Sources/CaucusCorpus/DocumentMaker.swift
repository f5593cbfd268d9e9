import CaucusText

/// Makes documents of records.
struct DocumentMaker: Sendable {
    private let table: ColumnTable<ColumnNames.Role>
    private let nested: NestedColumns
    private let textNames: [String]
    private let facts: FileFacts
    private let dateOrder: DateOrder?

    init(_ options: ReadingOptions) {
        let columns = options.columns
        table = ColumnTable(ColumnNames.Role.allCases.map { ($0, columns.names($0)) })
        nested = NestedColumns(ColumnNames.Role.allCases.flatMap { columns.names($0) })
        textNames = columns.text
        facts = FileFacts(options)
        dateOrder = options.dateOrder
    }

    /// The documents and diagnostics of a chunk, in order.
    func readings(_ chunk: RecordChunk) -> [DocumentReading] {
        if chunk.format.isBinary, !chunk.format.isTable { return articles(chunk) }
        var told = false
        let records = chunk.records()
        var readings: [DocumentReading] = []
        readings.reserveCapacity(records.count)
        for reading in records {
            switch reading {
            case .diagnostic(let diagnostic): readings.append(.diagnostic(diagnostic))
            case .note(let diagnostic): readings.append(.note(diagnostic))
            case .record(let record) where chunk.format == .txt: readings += plain(record)
            case .record(let record) where chunk.format == .html: readings.append(page(record))
            case .record(let record) where chunk.format.hasQuotations:
                readings.append(given(record, chunk.format).reading(record.place))
            case .record(let record):
                // A table without a text column lacks it in every row: once a chunk is enough.
                if chunk.format.isTable, told { continue }
                let made = made(nested.isEmpty ? record : nested.lifted(record))
                if case .failure(let problem) = made, problem.isLackOfColumn { told = true }
                readings.append(made.reading(record.place))
            }
        }
        return readings
    }

    /// What a record of a table becomes.
    func reading(_ record: Record) -> DocumentReading { made(record).reading(record.place) }

    /// The articles of a file whose bytes are no text as they stand.
    private func articles(_ chunk: RecordChunk) -> [DocumentReading] {
        let notes =
            chunk.notes.map(DocumentReading.note)
            + chunk.diagnostics.map(DocumentReading.diagnostic)
        guard !chunk.bytes.isEmpty else { return notes }
        do throws(UnreadableFile) {
            let articles = try chunk.format.articles(in: chunk.bytes)
            return notes + documents(articles, of: chunk.file)
        } catch {
            return notes + [.diagnostic(Diagnostic(chunk.file.place(), error.message))]
        }
    }

    /// The documents of a file that holds one article or several.
    private func documents(_ articles: [ReadArticle], of file: InputFile) -> [DocumentReading] {
        articles.flatMap { article -> [DocumentReading] in
            let line = articles.count > 1 ? article.line : nil
            let place = file.place(line: line)
            let faults = article.faults.map { DocumentReading.diagnostic(Diagnostic(place, $0)) }
            guard !article.text.isBlank else {
                return faults + [
                    .diagnostic(Diagnostic(place, "the text is empty; expected words"))
                ]
            }
            let document = Document(
                id: file.name + (line.map { ":\($0)" } ?? ""), text: article.text,
                title: article.title,
                source: article.source, published: article.published.map(dated), url: article.url,
                fields: article.fields, place: place,
                origin: DocumentOrigin(file: file.realPath, part: line.map { .line($0) } ?? .whole))
            return faults + [completed(document, of: file, isAlone: articles.count == 1)]
        }
    }

    /// A file of plain text, whose name is its id, or the articles of an archive that it holds.
    private func plain(_ record: Record) -> [DocumentReading] {
        guard case .string(let text) = record.columns[0].value, !text.isBlank else {
            return [.diagnostic(Diagnostic(record.place, "the text is empty; expected words"))]
        }
        // A text that begins with a tag is a piece of a page; one that only holds tags says what it says.
        let page = text.first { !$0.isWhitespace } == "<" ? HTMLFragment.text(of: text) : nil
        let articles = ArticleSplitter.articles(in: text) ?? [ReadArticle(text: page ?? text)]
        return documents(articles, of: record.file)
    }

    /// The document with what is known of its file.
    private func completed(
        _ document: Document, of file: InputFile, isAlone: Bool = true
    ) -> DocumentReading {
        guard !facts.isEmpty else { return .document(document) }
        do throws(UnreadableFile) {
            var document = try facts.completed(document, of: file, isAlone: isAlone, by: table)
            document.published = document.published.map(dated)
            return .document(document)
        } catch {
            return .diagnostic(Diagnostic(document.place, error.message))
        }
    }

    /// A date of publication as ISO 8601 says it, where it leaves no doubt; else as it is written.
    private func dated(_ date: String) -> String {
        PublicationDate(date, order: dateOrder).iso ?? date
    }

    /// A web page: its main text and what its head tells.
    private func page(_ record: Record) -> DocumentReading {
        guard case .string(var text) = record.columns[0].value else {
            return .diagnostic(Diagnostic(record.place, "the text is empty; expected words"))
        }
        let page = text.withUTF8 { HTMLPage($0) }
        if let excess = page.excess {
            return .diagnostic(Diagnostic(record.place, excess.message))
        }
        guard !page.text.isBlank else {
            return .diagnostic(
                Diagnostic(record.place, "found no text in the page; expected paragraphs"))
        }
        let document = Document(
            id: record.file.name, text: page.text, title: page.title, source: page.source,
            published: page.published.map(dated), url: page.url, place: record.place,
            origin: record.origin(isIdentified: false))
        return completed(document, of: record.file)
    }

    /// A record that brings its quotations along.
    private func given(_ record: Record, _ format: DocumentFormat) -> Result<Document, Problem> {
        let reader = GivenRecord(record, format)
        let content: GivenRecord.Content
        do { content = try reader.content() } catch { return .failure(Problem(error.message)) }
        // A record may say that there are no quotations: a document without any.
        guard !content.text.isBlank || content.quotations.quotations.isEmpty else {
            return .failure(Problem("the text is empty"))
        }
        var rest = record
        rest.columns.removeAll { content.used.contains($0.name) }
        let chosen = chosenColumns(rest)
        func value(_ role: ColumnNames.Role) -> String? {
            chosen[role.rawValue].map { rest.columns[$0].value.text }.flatMap {
                $0.isEmpty ? nil : $0
            }
        }
        let id = content.id ?? value(.id)
        let url = content.url ?? value(.url)
        return .success(
            Document(
                id: id ?? record.idByPlace, text: content.text,
                title: value(.title), source: value(.source) ?? url.flatMap(GivenRecord.host),
                published: (content.published ?? value(.published)).map(dated), url: url,
                fields: passedThrough(rest, chosen), given: content.quotations,
                place: record.place, origin: record.origin(isIdentified: id != nil)))
    }

    fileprivate struct Problem: Error {
        var message: String
        var isLackOfColumn = false

        init(_ message: String, isLackOfColumn: Bool = false) {
            self.message = message
            self.isLackOfColumn = isLackOfColumn
        }
    }

    private func made(_ record: Record) -> Result<Document, Problem> {
        let chosen = chosenColumns(record)
        func value(_ role: ColumnNames.Role) -> JSONValue? {
            chosen[role.rawValue].map { record.columns[$0].value }.map {
                $0.isVoid ? .string("") : $0
            }
        }
        guard let place = chosen[ColumnNames.Role.text.rawValue], let found = value(.text),
            record.columns[place].value != .null
        else {
            return .failure(Problem(lackOfText(record), isLackOfColumn: value(.text) == nil))
        }
        if case .nested = found,
            [.id, .title, .published].contains(where: { value($0)?.isArray ?? false })
        {
            return .failure(
                Problem(
                    "found columns that are arrays; expected an object a record (pandas: orient=\"records\")"
                ))
        }
        guard let raw = found.paragraphs else {
            // pandas writes a table so unless it is told otherwise.
            let hint = record.place.line == 1 ? ", or records (pandas: orient=\"records\")" : ""
            return .failure(Problem("the text is \(found.kind); expected a string\(hint)"))
        }
        let text = HTMLFragment.readable(raw) ?? raw
        guard !text.isBlank else {
            return .failure(Problem("the text is empty; expected words"))
        }
        if case .nested = value(.id), value(.id)?.label == value(.id)?.text {
            return .failure(Problem("the id is nested; expected a string or a number"))
        }
        let id = value(.id)?.label ?? ""
        func metadata(_ role: ColumnNames.Role) -> String? {
            guard let text = value(role)?.label, !text.isEmpty else { return nil }
            return text
        }
        return .success(
            Document(
                id: id.isEmpty ? record.idByPlace : id, text: text,
                title: metadata(.title).map { HTMLFragment.readable($0) ?? $0 },
                source: metadata(.source), published: metadata(.published).map(dated),
                url: metadata(.url),
                fields: passedThrough(record, chosen), place: record.place,
                origin: record.origin(isIdentified: !id.isEmpty)))
    }

    /// What a record without a text has instead, and where inside of it a text may be.
    private func lackOfText(_ record: Record) -> String {
        let names = record.columns.prefix(8).map(\.name).joined(separator: ", ")
        let inside = NestedColumns.way(to: Set(textNames.map { $0.lowercased() }), in: record)
        let columns = record.columns.first {
            $0.value.isObject && table.meaning(of: $0.name)?.role == .text
        }
        if inside == nil, columns != nil {
            // pandas writes a table so unless it is told otherwise.
            return
                "found no text, only columns \(names); expected an object a record (pandas: orient=\"records\")"
        }
        return "found no text, only columns \(names.isEmpty ? "none" : names); expected "
            + textNames.prefix(3).joined(separator: ", ")
            + (inside.map { ", or --text-column \($0)" }
                ?? (textNames.count > 3 ? " …, or --text-column" : ""))
    }

    /// The column of each role, by the role's number.
    private func chosenColumns(_ record: Record) -> [Int?] {
        var chosen = [Int?](repeating: nil, count: ColumnNames.Role.allCases.count)
        var ranks = [Int](repeating: .max, count: chosen.count)
        for (i, column) in record.columns.enumerated() {
            guard let meaning = table.meaning(of: column.name) else { continue }
            let slot = meaning.role.rawValue
            // Of two members of the same name the later one counts, as everywhere in JSON.
            let repeats = chosen[slot].map { record.columns[$0].name == column.name } ?? false
            // A name that is preferred and holds nothing leaves it to the next one.
            // An object is no text, whatever it is called: there may be one inside of it.
            if slot == ColumnNames.Role.text.rawValue, column.value.isObject { continue }
            let rank = meaning.rank + (column.value.isVoid ? ColumnNames.many : 0)
            if rank < ranks[slot] || repeats {
                chosen[slot] = i
                ranks[slot] = rank
            }
        }
        return chosen
    }

    /// The columns without a role; of several of one name the last.
    private func passedThrough(_ record: Record, _ chosen: [Int?]) -> [Document.Field] {
        var fields: [Document.Field] = []
        fields.reserveCapacity(record.columns.count)
        var seen = Set(chosen.compactMap { $0.map { record.columns[$0].name } })
        for (i, column) in record.columns.enumerated().reversed()
        where !chosen.contains(i) && seen.insert(column.name).inserted {
            fields.append(Document.Field(name: column.name, value: column.value.text))
        }
        return fields.reversed()
    }
}

extension Result where Success == Document, Failure == DocumentMaker.Problem {
    fileprivate func reading(_ place: Place) -> DocumentReading {
        switch self {
        case .success(let document): .document(document)
        case .failure(let problem): .diagnostic(Diagnostic(place, problem.message))
        }
    }
}

extension String {
    /// Whether there is nothing but white space.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
