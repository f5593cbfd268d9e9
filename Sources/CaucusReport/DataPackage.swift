import CaucusText

extension Report {
    /// What the tables hold, in the words of Frictionless: a data package with a schema a table.
    ///
    /// - Parameter others: the report's other files, listed under `files` with their checksums.
    func dataPackage(
        _ tables: [Table], _ files: [ReportFile], beside others: [ReportFile]
    ) -> JSONValue {
        let resources = zip(tables, files).map { table, file in
            JSONValue.object([
                ("name", .string(table.name)),
                ("title", .string(table.title)),
                ("path", .string(file.name)),
                ("profile", .string("tabular-data-resource")),
                ("format", .string("csv")),
                ("mediatype", .string("text/csv")),
                ("encoding", .string("utf-8")),
                ("bytes", .integer(file.bytes.count)),
                ("hash", .string("sha256:" + Self.digest(file.bytes))),
                ("schema", Self.schema(table)),
            ])
        }
        return .object([
            ("name", .string("caucus-report")),
            ("title", .string("What was said about \(run.target.name)")),
            ("description", .string(Self.note)),
            ("profile", .string("tabular-data-package")),
            ("version", .string(run.version)),
            ("resources", .array(resources)),
            (
                "files",
                .array(
                    others.map { file in
                        .object([
                            ("path", .string(file.name)), ("bytes", .integer(file.bytes.count)),
                            ("hash", .string("sha256:" + Self.digest(file.bytes))),
                        ])
                    })
            ),
        ])
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

    private static func schema(_ table: Table) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("fields", .array(table.columns.map(field))),
            ("missingValues", .array([.string("")])),
        ]
        if let key = table.key { members.append(("primaryKey", .array([.string(key)]))) }
        if let reference = table.reference {
            let target = JSONValue.object([
                ("resource", .string(reference.table)),
                ("fields", .array([.string(reference.key)])),
            ])
            members.append(
                (
                    "foreignKeys",
                    .array([
                        .object([
                            ("fields", .array([.string(reference.column)])), ("reference", target),
                        ])
                    ])
                ))
        }
        return .object(members)
    }

    private static func field(_ column: Table.Column) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("name", .string(column.name)), ("type", .string(column.type)),
            ("description", .string(column.description)),
        ]
        if !column.values.isEmpty {
            let values = JSONValue.array(column.values.map { .string($0) })
            members.append(("constraints", .object([("enum", values)])))
        }
        return .object(members)
    }
}
