import CaucusText

extension Report {
    /// What the tables hold, in the words of Frictionless: a data package with a schema a table.
    ///
    /// - Parameter others: the report's other files, listed under `files` with their checksums.
    func dataPackage(
        _ tables: [Table], _ files: [ReportFile], beside others: [ReportFile]
    ) -> [UInt8] {
        Self.dataPackage(
            "caucus-report", title: "What was said about \(run.target.name)", version: run.version,
            tables, files, beside: others)
    }

    /// The same of tables that are another thing than a report.
    static func dataPackage(
        _ name: String, title: String, version: String, _ tables: [Table], _ files: [ReportFile],
        beside others: [ReportFile]
    ) -> [UInt8] {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("name", name)
            json.member("title", title)
            json.member("description", note)
            json.member("profile", "tabular-data-package")
            json.member("version", version)
            json.member("resources", objects: zip(tables, files)) { json, resource in
                fill(&json, resource.0, resource.1)
            }
            json.member("files", objects: others) { json, file in
                json.member("path", file.name)
                json.member("bytes", file.bytes.count)
                json.member("hash", "sha256:" + digest(file.bytes))
            }
        }
        return json.ended()
    }

    private static func fill(_ json: inout JSONWriter, _ table: Table, _ file: ReportFile) {
        json.member("name", table.name)
        json.member("title", table.title)
        json.member("path", file.name)
        json.member("profile", "tabular-data-resource")
        json.member("format", "csv")
        json.member("mediatype", "text/csv")
        json.member("encoding", "utf-8")
        json.member("bytes", file.bytes.count)
        json.member("hash", "sha256:" + digest(file.bytes))
        json.member("schema") { fill(&$0, schemaOf: table) }
    }

    static func digest(_ bytes: [UInt8]) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.hex()
    }

    static let note =
        "Made by Caucus. A cell that begins with =, +, -, @, tab or carriage return and is no number carries "
        + "a leading ' so that spreadsheets do not run it; drop the first ' of a cell that begins with one or "
        + "more ' followed by one of those characters to get the original. Offsets are half-open Unicode code "
        + "points: those of quotations.csv count from the start of the document's text, those of contributions.csv "
        + "from the start of the quotation's content (the column quote). An empty cell is a missing value."

    private static func fill(_ json: inout JSONWriter, schemaOf table: Table) {
        json.member("fields", objects: table.columns) { json, column in
            json.member("name", column.name)
            json.member("type", column.type)
            json.member("description", column.description)
            if !column.values.isEmpty {
                json.member("constraints") { $0.member("enum", column.values) }
            }
        }
        json.member("missingValues", [""])
        if let key = table.key { json.member("primaryKey", [key]) }
        guard let reference = table.reference else { return }
        json.member("foreignKeys", objects: [reference]) { json, reference in
            json.member("fields", [reference.column])
            json.member("reference") { json in
                json.member("resource", reference.table)
                json.member("fields", [reference.key])
            }
        }
    }
}
