import CaucusText

/// How a report is cited: what it is, by which run and program, and when it was made where that is told.
struct Citation {
    private let title: String
    private let run: String
    private let version: String
    private let model: String
    private let articles: String
    private let date: CalendarDay?
    private let corpus: String
    private let command: String

    /// The citation of a report.
    init(_ report: Report) {
        title = "What was said about \(Clipping.clipped(report.run.target.name, to: 120))"
        run = report.run.id
        version = report.run.version
        model = Clipping.clipped(report.run.model, to: 120)
        articles = Numbers.count(report.documents.count, "article")
        date = report.options.date.flatMap { CalendarDay($0) }
        corpus = String(report.corpus.hash.prefix(16))
        command = report.command
    }

    private var note: String {
        "\(articles) (\(corpus)); run \(run), model \(model); made by: \(command)"
    }

    /// A sentence of a list of references.
    var plain: String {
        let made = date.map { " (\($0.words))" } ?? ""
        return "\(title)\(made). Report of Caucus \(version): \(note)."
    }

    /// An entry of a BibTeX file.
    var bibtex: String {
        var fields = [
            ("title", "{\(Self.escaped(title))}"),
            ("howpublished", "Report of Caucus \(Self.escaped(version))"),
            ("note", Self.escaped(note)),
        ]
        if let date {
            fields.append(("year", "\(date.year)"))
            fields.append(("month", CalendarDay.months[date.month - 1].lowercased()))
        }
        let lines = fields.map { name, value in
            // Names of months are words of BibTeX.
            name == "month" ? "  month = \(value)," : "  \(name) = {\(value)},"
        }
        return
            ([
                "@misc{caucus-\(run.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }),"
            ] + lines
            + ["}"]).joined(separator: "\n")
    }

    /// All three forms, for `report.json`.
    func fill(_ json: inout JSONWriter) {
        json.member("plain", plain)
        json.member("bibtex", bibtex)
        json.member("csl", csl)
    }

    /// An item of CSL-JSON.
    var csl: String {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("id", "caucus-\(run)")
            json.member("type", "report")
            json.member("title", title)
            json.member("genre", "Report of Caucus \(version)")
            json.member("note", note)
            if let date {
                json.key("issued")
                json.object { json in
                    json.key("date-parts")
                    json.array([[date.year, date.month, date.day]]) { json, parts in
                        json.array(parts) { $0.cell(TableCell.integer($1)) }
                    }
                }
            }
        }
        return json.text
    }

    /// Text of a BibTeX field: what means something to TeX stands for itself.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\textbackslash{}"
            case "{", "}", "&", "%", "$", "#", "_": out += "\\" + String(character)
            case "~": out += "\\textasciitilde{}"
            case "^": out += "\\textasciicircum{}"
            default: out.append(character)
            }
        }
        return out
    }
}
