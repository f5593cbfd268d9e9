import CaucusText
import Foundation

/// Reads the quotations of a record that somebody else extracted.
///
/// - GDELT: `quotes` of `pre`, `quote`, `post`; the text is made of them, a paragraph each, and nobody is
///   named.
/// - Quotebank: `quotation` and `speaker`, or an article's `quotations` with `leftContext` and
///   `rightContext`; the text is made of them.
/// - Citron: `text` and `quotes` of `cue`, `sources` and `contents`, which count code points.
/// - Gender Gap Tracker: `body` and `quotes` of `quote`, `speaker`, `verb` with their indices; where
///   there is no body, the text is made of the quotations.
struct GivenRecord {
    /// What becomes of a record.
    struct Content {
        var text: String
        var quotations: GivenQuotations
        var id: String?
        var published: String?
        var url: String?
        /// The columns that are read and not passed through.
        var used: Set<String>
    }

    /// What is wrong with a record.
    struct Problem: Error {
        var message: String
    }

    let record: Record
    let format: DocumentFormat

    /// A reader of a record of `format`.
    init(_ record: Record, _ format: DocumentFormat) {
        self.record = record
        self.format = format
    }

    /// The record's text and quotations.
    func content() throws(Problem) -> Content {
        switch format {
        case .gdelt: try gdelt()
        case .quotebank: try quotebank()
        case .citron: try citron()
        default: try genderGapTracker()
        }
    }

    private func gdelt() throws(Problem) -> Content {
        let quotes: [GivenQuote.GDELT] = try array("quotes")
        var draft = GivenText()
        for quote in quotes { draft.add(quote.quote, before: quote.pre, after: quote.post) }
        return Content(
            text: draft.text, quotations: GivenQuotations(draft.quotations, seeksSpeakers: true),
            id: string("url"), used: ["quotes"])
    }

    private func quotebank() throws(Problem) -> Content {
        var draft = GivenText()
        if column("quotations") != nil {
            let quotes: [GivenQuote.Quotebank] = try array("quotations")
            for quote in quotes {
                draft.add(
                    quote.quotation, before: quote.leftContext, after: quote.rightContext,
                    speaker: Self.named(quote.localTopSpeaker ?? quote.globalTopSpeaker))
            }
            return Content(
                text: draft.text, quotations: GivenQuotations(draft.quotations),
                id: string("articleID"), used: ["quotations", "articleID"])
        }
        guard let quotation = string("quotation") else {
            throw missing("quotation (a quotation a line) or quotations (an article a line)")
        }
        draft.add(quotation, speaker: Self.named(string("speaker")))
        let urls: [String] = (try? array("urls")) ?? []
        return Content(
            text: draft.text, quotations: GivenQuotations(draft.quotations),
            id: string("quoteID"), url: urls.first, used: ["quotation", "quoteID", "speaker"])
    }

    private func citron() throws(Problem) -> Content {
        guard let text = string("text") else { throw missing("text and quotes") }
        let quotes: [GivenQuote.Citron] = try array("quotes")
        let points = CodePoints(text)
        var quotations: [GivenQuotations.Quotation] = []
        for (i, quote) in quotes.enumerated() {
            guard let contents = quote.contents?.compactMap({ $0.bytes(points, text) }),
                contents.count == quote.contents?.count, !contents.isEmpty
            else { throw Problem(message: Self.offMark(i)) }
            let spans = GivenText.trimmed(contents, text)
            guard !spans.isEmpty else { continue }
            let source = quote.sources?.first
            quotations.append(
                GivenQuotations.Quotation(
                    spans: spans, cue: quote.cue?.bytes(points, text),
                    source: source?.bytes(points, text), speaker: quote.speaker(points, text),
                    confidence: min(max(quote.confidence ?? 1, 0), 1)))
        }
        return Content(
            text: text, quotations: Self.ordered(quotations),
            used: ["text", "quotes", "coreference_groups"])
    }

    private func genderGapTracker() throws(Problem) -> Content {
        let quotes: [GivenQuote.GenderGapTracker] = try array("quotes")
        guard let text = string("body") ?? string("text") else {
            var draft = GivenText()
            for quote in quotes { draft.add(quote.quote, speaker: Self.named(quote.speaker)) }
            return Content(
                text: draft.text, quotations: GivenQuotations(draft.quotations), id: identity,
                published: moment("publishedAt"), used: ["quotes", "publishedAt"])
        }
        let points = CodePoints(text)
        var quotations: [GivenQuotations.Quotation] = []
        for (i, quote) in quotes.enumerated() {
            guard let content = quote.span(quote.quote_index, quote.quote, points, text) else {
                throw Problem(message: Self.offMark(i))
            }
            let spans = GivenText.trimmed([content], text)
            guard !spans.isEmpty else { continue }
            quotations.append(
                GivenQuotations.Quotation(
                    spans: spans, cue: quote.span(quote.verb_index, quote.verb, points, text),
                    source: quote.span(quote.speaker_index, quote.speaker, points, text),
                    speaker: Self.named(quote.speaker)))
        }
        return Content(
            text: text, quotations: Self.ordered(quotations), id: identity,
            published: moment("publishedAt"),
            used: ["body", "text", "quotes", "publishedAt", "_id"])
    }

    /// MongoDB's `_id`, as a string or as `{"$oid": "…"}`.
    private var identity: String? {
        guard let value = column("_id") else { return nil }
        guard case .nested(let json) = value else { return string("_id") }
        let names = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        return names?["$oid"]
    }

    /// A date as a string, or as MongoDB's `{"$date": "…"}`, also in milliseconds.
    private func moment(_ name: String) -> String? {
        guard case .nested(let json)? = column(name) else { return string(name) }
        struct Wrapped: Decodable {
            var text: String?
            private enum Key: String, CodingKey { case date = "$date", long = "$numberLong" }

            init(from decoder: any Decoder) throws {
                let outer = try decoder.container(keyedBy: Key.self)
                if let text = try? outer.decode(String.self, forKey: .date) {
                    self.text = text
                    return
                }
                let inner = try? outer.nestedContainer(keyedBy: Key.self, forKey: .date)
                let long = try inner?.decode(String.self, forKey: .long)
                let milliseconds =
                    try long.map(Double.init) ?? outer.decode(Double.self, forKey: .date)
                guard let milliseconds, abs(milliseconds) < 1e15 else { return }
                text = Date(timeIntervalSince1970: milliseconds / 1000).ISO8601Format()
            }
        }
        return (try? JSONDecoder().decode(Wrapped.self, from: Data(json.utf8)))?.text
    }

    private static func offMark(_ number: Int) -> String {
        "quotation \(number + 1) does not stand where its offsets say; expected code points of the text"
    }

    /// Quotations by the start of their content.
    private static func ordered(_ quotations: [GivenQuotations.Quotation]) -> GivenQuotations {
        let order = quotations.indices.sorted {
            (quotations[$0].spans[0], $0) < (quotations[$1].spans[0], $1)
        }
        return GivenQuotations(order.map { quotations[$0] })
    }

    /// A speaker's name, or `nil` where a record says that there is none.
    private static func named(_ name: String?) -> String? {
        guard let name, !name.isBlank, name != "None" else { return nil }
        return name
    }

    /// `example.org` of an address, or `nil`.
    static func host(_ url: String) -> String? {
        guard let host = URL(string: url)?.host, !host.isEmpty else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    private func column(_ name: String) -> JSONValue? {
        record.columns.last { $0.name == name }?.value
    }

    private func string(_ name: String) -> String? {
        guard let text = column(name)?.text, !text.isEmpty else { return nil }
        return text
    }

    private func missing(_ expected: String) -> Problem {
        let found = record.columns.prefix(8).map(\.name).joined(separator: ", ")
        return Problem(
            message: "found no quotations, only columns \(found.isEmpty ? "none" : found); "
                + "expected \(expected)")
    }

    private func array<Value: Decodable>(_ name: String) throws(Problem) -> [Value] {
        guard let value = column(name) else { throw missing(name) }
        if value == .null { return [] }
        guard case .nested(let json) = value else {
            throw Problem(message: "\(name) is \(value.kind); expected an array")
        }
        do {
            return try JSONDecoder().decode([Value].self, from: Data(json.utf8))
        } catch {
            throw Problem(
                message: "\(name) is no array of \(format.rawValue) quotations; "
                    + "expected the fields of its documentation")
        }
    }
}
