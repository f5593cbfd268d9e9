/// What the first bytes of a file tell it to be, where they tell something else than text.
enum ContentKind: CaseIterable, Sendable {
    case pdf, rtf, zip, oldOffice, parquet, warc, sqlite, orc, arrow, png, jpeg, gif, sevenZip, rar,
        rds

    /// The kind of a file that begins with `bytes`, or `nil` where nothing is told.
    init?(_ bytes: some Collection<UInt8>) {
        guard let kind = Self.allCases.first(where: { bytes.starts(with: $0.mark) }) else {
            return nil
        }
        self = kind
    }

    private var mark: [UInt8] {
        switch self {
        case .pdf: Array("%PDF-".utf8)
        case .rtf: Array("{\\rtf".utf8)
        case .zip: [0x50, 0x4B, 0x03, 0x04]
        case .oldOffice: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        case .parquet: Array("PAR1".utf8)
        case .warc: Array("WARC/".utf8)
        case .sqlite: Array("SQLite format 3\0".utf8)
        case .orc: Array("ORC".utf8) + [0x0A]
        case .arrow: Array("ARROW1".utf8)
        case .png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]
        case .jpeg: [0xFF, 0xD8, 0xFF]
        case .gif: Array("GIF8".utf8) + [0x39, 0x61]
        case .sevenZip: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]
        case .rar: Array("Rar!".utf8) + [0x1A, 0x07]
        case .rds: Array("RDX3\n".utf8)
        }
    }

    /// The formats that begin so, the first of which it is where no name tells.
    var formats: [DocumentFormat] {
        switch self {
        case .pdf: [.pdf]
        case .rtf: [.rtf]
        case .zip: [.docx, .xlsx]
        default: []
        }
    }

    /// What it is, as a message says it.
    var name: String {
        switch self {
        case .pdf: "a PDF file"
        case .rtf: "a rich text file"
        case .zip: "a zip archive"
        case .oldOffice: "an Office file of the years before 2007, or one with a password"
        case .parquet: "a Parquet file"
        case .warc: "a web archive (WARC)"
        case .sqlite: "an SQLite database"
        case .orc: "an ORC file"
        case .arrow: "an Arrow file"
        case .png, .jpeg, .gif: "a picture"
        case .sevenZip: "a 7z archive"
        case .rar: "a RAR archive"
        case .rds: "a file of R"
        }
    }

    /// What would be right.
    var remedy: String {
        switch self {
        case .pdf: "text, or the name to end in .pdf"
        case .rtf: "text, or the name to end in .rtf"
        case .zip: "text, or the name to end in .zip, .docx or .xlsx"
        case .oldOffice: ".docx, .txt or .csv, as Office and LibreOffice save it"
        case .parquet, .orc, .arrow:
            ".jsonl or .csv, as pandas (to_json with lines=True) or DuckDB (COPY … TO 'a.csv') write it"
        case .warc: ".html files, or .jsonl as trafilatura or warcio write it"
        case .sqlite: ".csv, as sqlite3 -csv -header writes it"
        case .png, .jpeg, .gif: "text, as tesseract reads it off a picture"
        case .sevenZip, .rar: ".zip, or the files it holds"
        case .rds: ".csv, as write.csv writes it"
        }
    }
}
