/// A document's quotations in the annotation format of BBC Citron, as one line of JSON.
///
/// `text`, `quotes` with `cue`, `sources`, `contents`, `coreferences` and `confidence`, and
/// `coreference_groups`; every span is `start`, `end` and `text`. As in Citron, the contents of direct
/// quotations hold their quotation marks. Three things differ: `id` names the document, `cue` is `null` where a
/// quotation has none, and quotations inside quotations are left out.
public struct CitronRecord: Sendable {
    private let document: Document
    private let extraction: Extraction
    private let points: CodePoints
    /// The mentions of every entity, by its number.
    private let mentions: [Int: [Span]]
    private let entities: [Speaker: Int]

    /// Creates the record of a document.
    public init(_ document: Document, _ extraction: Extraction) {
        self.document = document
        self.extraction = extraction
        points = CodePoints(document.text)
        var mentions: [Int: [Span]] = [:]
        for mention in extraction.mentions {
            if let entity = mention.entity { mentions[entity, default: []].append(mention.span) }
        }
        self.mentions = mentions
        entities = Dictionary(
            extraction.entities.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The line, without its end.
    ///
    /// - Complexity: O(bytes of the text).
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.member("id", document.id)
            line.member("text", document.text)
            line.key("quotes")
            line.array(extraction.quotations.filter { $0.parent == nil }) { write(&$0, $1) }
            line.key("coreference_groups")
            let groups = mentions.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }
            line.array(groups) { line, group in line.array(group.value) { write(&$0, $1) } }
        }
        return line.text
    }

    private func write(_ line: inout JSONWriter, _ quotation: Quotation) {
        let content = points.codePoints(quotation.content)
        let name = quotation.speaker.flatMap(nameSpan)
        let sources = [quotation.source ?? name].compactMap { $0 }
        let others = [name].compactMap { $0 }.filter { !sources.contains($0) }
        line.object { line in
            line.member("id", "\(document.id):\(content.start)-\(content.end)")
            line.key("cue")
            if let cue = quotation.cue { write(&line, cue) } else { line.null() }
            line.key("sources")
            line.array(sources) { write(&$0, $1) }
            line.key("contents")
            line.array(quotation.spans) { line, span in
                write(&line, quotation.form == .direct ? withMarks(span) : span)
            }
            line.key("coreferences")
            line.array(others) { write(&$0, $1) }
            line.member("confidence", rounded: quotation.confidence)
        }
    }

    private func write(_ line: inout JSONWriter, _ span: Span) {
        let place = points.codePoints(span)
        line.object { line in
            line.member("start", place.start)
            line.member("end", place.end)
            line.member("text", document.text[span])
        }
    }

    /// Where the document writes the speaker's fullest name: the longest mention.
    private func nameSpan(_ speaker: Speaker) -> Span? {
        entities[speaker].flatMap { mentions[$0] }?.max {
            ($0.count, $1.start) < ($1.count, $0.start)
        }
    }

    private static let marks = ["“", "”", "\"", "«", "»", "‘", "’", "'", "``", "''"].map {
        Array($0.utf8)
    }

    /// `span` with the quotation mark on each side that touches it.
    private func withMarks(_ span: Span) -> Span {
        let utf8 = document.text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: span.start)
        let end = utf8.index(utf8.startIndex, offsetBy: span.end)
        let before = Array(utf8[..<start].suffix(3))
        let after = Array(utf8[end...].prefix(3))
        let opening = Self.marks.filter { before.reversed().starts(with: $0.reversed()) }
        let closing = Self.marks.filter { after.starts(with: $0) }
        return Span(
            span.start - (opening.map(\.count).max() ?? 0),
            span.end + (closing.map(\.count).max() ?? 0))
    }
}
