import CaucusText

/// Makes documents of records.
struct DocumentMaker: Sendable {
    private let table: ColumnTable<ColumnNames.Role>
    private let textNames: [String]

    init(_ columns: ColumnNames) {
        table = ColumnTable(ColumnNames.Role.allCases.map { ($0, columns.names($0)) })
        textNames = columns.text
    }

    /// The documents and diagnostics of a chunk, in order.
    func readings(_ chunk: RecordChunk) -> [DocumentReading] {
        var told = false
        return chunk.records().compactMap { reading in
            switch reading {
            case .diagnostic(let diagnostic): return .diagnostic(diagnostic)
            case .record(let record) where chunk.format == .txt: return plain(record)
            case .record(let record) where chunk.format == .html: return page(record)
            case .record(let record) where chunk.format.hasQuotations:
                return given(record, chunk.format).reading(record.place)
            case .record(let record):
                // A table without a text column lacks it in every row: once a chunk is enough.
                if chunk.format.delimiter != nil, told { return nil }
                let reading = made(record)
                if case .failure(let problem) = reading, problem.isLackOfColumn { told = true }
                return reading.reading(record.place)
            }
        }
    }

    /// A file of plain text, whose name is its id.
    private func plain(_ record: Record) -> DocumentReading {
        guard case .string(let text) = record.columns[0].value, !text.isBlank else {
            return .diagnostic(Diagnostic(record.place, "the text is empty; expected words"))
        }
        return .document(
            Document(
                id: record.file.name, text: text, place: record.place,
                origin: record.origin(isIdentified: false)))
    }

    /// A web page: its main text and what its head tells.
    private func page(_ record: Record) -> DocumentReading {
        guard case .string(var text) = record.columns[0].value else { return plain(record) }
        let page = text.withUTF8 { HTMLPage($0) }
        guard !page.isTooDeep else {
            return .diagnostic(
                Diagnostic(
                    record.place,
                    "found elements nested deeper than \(HTMLOutline.maximumDepth); expected a page"
                ))
        }
        guard !page.text.isBlank else {
            return .diagnostic(
                Diagnostic(record.place, "found no text in the page; expected paragraphs"))
        }
        return .document(
            Document(
                id: record.file.name, text: page.text, title: page.title, source: page.source,
                published: page.published, url: page.url, place: record.place,
                origin: record.origin(isIdentified: false)))
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
                published: content.published ?? value(.published), url: url,
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
            chosen[role.rawValue].map { record.columns[$0].value }
        }
        guard let text = value(.text), text != .null else {
            let found = record.columns.prefix(8).map(\.name).joined(separator: ", ")
            return .failure(
                Problem(
                    "found no text, only columns \(found.isEmpty ? "none" : found); expected "
                        + textNames.joined(separator: ", "), isLackOfColumn: value(.text) == nil))
        }
        guard case .string(let text) = text else {
            return .failure(Problem("the text is \(text.kind); expected a string"))
        }
        guard !text.isBlank else {
            return .failure(Problem("the text is empty; expected words"))
        }
        if case .nested = value(.id) {
            return .failure(Problem("the id is nested; expected a string or a number"))
        }
        let id = value(.id)?.text ?? ""
        func metadata(_ role: ColumnNames.Role) -> String? {
            guard let text = value(role)?.text, !text.isEmpty else { return nil }
            return text
        }
        return .success(
            Document(
                id: id.isEmpty ? record.idByPlace : id, text: text, title: metadata(.title),
                source: metadata(.source), published: metadata(.published), url: metadata(.url),
                fields: passedThrough(record, chosen), place: record.place,
                origin: record.origin(isIdentified: !id.isEmpty)))
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
