/// Kinds of files that are not read, told by their endings, and what makes readable ones of them.
enum FileKinds {
    /// What to do, by the ending in lower case.
    private static let remedies = [
        ".doc": "Word or LibreOffice saves it as .docx", ".odt": "LibreOffice saves it as .docx",
        ".pages": "Pages exports it as .docx", ".wpd": "LibreOffice saves it as .docx",
        ".xls": "Excel or LibreOffice saves it as .csv",
        ".ods": "LibreOffice saves it as .csv", ".numbers": "Numbers exports it as .csv",
        ".parquet": "pandas or DuckDB writes it as .jsonl",
        ".feather": "pandas writes it as .jsonl",
        ".arrow": "pandas or DuckDB writes it as .jsonl", ".orc": "DuckDB writes it as .jsonl",
        ".rds": "R writes it as .csv (write.csv)", ".rdata": "R writes it as .csv (write.csv)",
        ".rda": "R writes it as .csv (write.csv)", ".dta": "R (haven) or pandas writes it as .csv",
        ".sav": "R (haven) or pandas writes it as .csv", ".pkl": "pandas writes it as .jsonl",
        ".warc": "warcio or trafilatura writes its pages as .html or .jsonl",
        ".db": "sqlite3 -csv -header writes a table as .csv",
        ".xml": "a script writes its articles as .jsonl", ".epub": "pandoc writes it as .txt",
        "without extension": "--format txt reads it", ".md": "--format txt reads it",
        ".log": "--format txt reads it",
        ".7z": "unpack it", ".rar": "unpack it", ".tar": "unpack it", ".tgz": "unpack it",
        ".xz": "unpack it",
        ".msg": "Outlook or msgconvert saves it as .eml",
        ".mbox": "a mail program saves its mails as .eml",
        ".png": "tesseract reads text off pictures", ".jpg": "tesseract reads text off pictures",
        ".jpeg": "tesseract reads text off pictures", ".tif": "tesseract reads text off pictures",
        ".tiff": "tesseract reads text off pictures",
    ]

    /// The kinds with their numbers, as a message lists them.
    static func list(_ kinds: [String: Int]) -> String {
        let order = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let listed = order.prefix(8).map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        return listed + (order.count > 8 ? " …" : "")
    }

    /// The kinds, and what makes readable files of them.
    static func found(_ kinds: [String: Int]) -> String {
        list(kinds) + (remedy(kinds).map { " (\($0))" } ?? "")
    }

    /// What makes a readable file of the one at `path`, in brackets after a space, or nothing.
    static func advice(_ path: String) -> String {
        remedy([ending(path): 1]).map { " (\($0))" } ?? ""
    }

    /// What makes readable files of the kinds, or `nil` where nothing is known.
    private static func remedy(_ kinds: [String: Int]) -> String? {
        let known = kinds.keys.sorted().compactMap { kind -> String? in
            var ending = kind.lowercased()
            if let packing = Packing.named(ending) {
                ending = String(ending.dropLast(packing.ending.count))
            }
            return remedies[ending].map { "\(kind): \($0)" }
        }
        return known.isEmpty ? nil : known.prefix(4).joined(separator: "; ")
    }

    /// The ending of a file's name, its packing with it, or what stands for none.
    static func ending(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let inner = Packing.named(path).map { name.dropLast($0.ending.count) } ?? name
        guard let dot = inner.lastIndex(of: "."), dot != inner.startIndex else {
            return inner.count < name.count
                ? String(name.suffix(name.count - inner.count)) : "without extension"
        }
        return String(name[dot...])
    }
}
