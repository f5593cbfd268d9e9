public import CCaucus
import Caucus

@c @implementation
public func caucus_identities(
    _ names: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let aliases = try speakerAliases(try CallOptions(options, ["aliases"]))
        let people = try ToldPeople(try InputTable(names, "names"))
        let ids = people.directory(aliases).ids()
        var table = ResultTable([("id", .text), ("bound", .integer)])
        for person in people.rows {
            // Where nothing tells who it is, the id ends with the document's, which is empty here.
            let id = ids.id(of: person.speaker, in: "")
            table.add([.text(id), .integer(id.hasSuffix("@") ? 1 : 0)])
        }
        return table
    }
}

/// What documents told of people, added up by name and gender.
private struct ToldPeople {
    private(set) var rows: [(speaker: Speaker, named: Int, documents: Int, quotations: Int)] = []

    init(_ table: InputTable) throws(CallError) {
        func count(_ name: String, _ row: Int) throws(CallError) -> Int {
            guard let text = table.column(name)?.text(row), !text.isEmpty else { return 0 }
            // The sums of all rows stay within a whole number's range.
            guard let count = Int(text), (0...Int(Int32.max)).contains(count) else {
                throw .data(
                    "\(name) of name \(row) is \(text); expected a whole number up to \(Int32.max)")
            }
            return count
        }
        for row in 0..<table.rows {
            guard let name = table.column("name")?.text(row),
                let gender = table.column("gender")?.text(row).flatMap(
                    Mention.Gender.init(rawValue:))
            else {
                throw .data("row \(row) of the names lacks name or gender; expected both")
            }
            rows.append(
                (
                    Speaker(id: "", name: name, gender: gender), try count("named", row),
                    try count("documents", row), try count("quotations", row)
                ))
        }
    }

    /// Everybody, as if each document had been told by itself.
    func directory(_ aliases: SpeakerAliases) -> SpeakerDirectory {
        var directory = SpeakerDirectory(aliases: aliases)
        for row in rows {
            directory.add(
                row.speaker, quotations: row.quotations, documents: row.documents, named: row.named)
        }
        return directory
    }
}

@c @implementation
public func caucus_links(
    _ quotations: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let quotations = try InputTable(quotations, "quotations")
        var table = ResultTable([("links", .bytes)])
        for row in 0..<quotations.rows {
            let links = try candidate(row, of: quotations, document: 0)?.links ?? []
            table.addRow { columns in
                links.withUnsafeBytes { columns[0].add(bytes: Array($0)) }
            }
        }
        return table
    }
}

@c @implementation
public func caucus_copies(
    _ quotations: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let quotations = try InputTable(quotations, "quotations")
        var numbers: [String: Int] = [:]
        var stories = Duplicates.Stories()
        var candidates: [Duplicates.Candidate] = []
        var rows: [Int] = []
        for row in 0..<quotations.rows {
            guard let document = quotations.column("document")?.text(row) else {
                throw CallError.data("row \(row) of the quotations has no document")
            }
            if numbers[document] == nil {
                numbers[document] = numbers.count
                stories.add(
                    quotations.column("text_hash")?.text(row), to: numbers[document] ?? 0)
            }
            guard
                let candidate = try candidate(
                    row, of: quotations, document: numbers[document] ?? 0)
            else { continue }
            candidates.append(candidate)
            rows.append(row)
        }
        let copies = Duplicates.copies(of: candidates, stories: stories) {
            quotations.column("quote")?.text(rows[$0]) ?? ""
        }
        var found: [Int: Duplicates.Copy] = [:]
        for (row, copy) in zip(rows, copies) { found[row] = copy }
        var table = ResultTable([("original", .integer), ("same_document", .integer)])
        for row in 0..<quotations.rows {
            let copy = found[row]
            table.add([
                TableCell(copy.map { rows[$0.original] }),
                TableCell(copy.map { $0.isSameDocument ? 1 : 0 }),
            ])
        }
        return table
    }
}

/// A quotation that may be a copy, or `nil` where it has no words.
private func candidate(
    _ row: Int, of table: InputTable, document: Int
) throws(CallError) -> Duplicates.Candidate? {
    guard let name = table.column("speaker")?.text(row),
        let text = table.column("quote")?.text(row),
        let kind = table.column("kind")?.text(row).flatMap(Speaker.Kind.init(rawValue:))
    else {
        throw .data("row \(row) of the quotations lacks speaker, kind or quote; expected all three")
    }
    return Duplicates.Candidate(
        document: document, speaker: Duplicates.key(of: Speaker(id: "", name: name, kind: kind)),
        text: text, isAnswered: table.column("answered")?.text(row) != "0")
}
