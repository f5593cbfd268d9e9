/// One line of `caucus extract`: a document's quotations as JSON.
///
/// Offsets are half-open Unicode code points of the document's text.
public struct ExtractionRecord: Sendable {
    private let document: Document
    private let extraction: Extraction
    private let points: CodePoints

    /// Creates the record of a document.
    public init(_ document: Document, _ extraction: Extraction) {
        self.document = document
        self.extraction = extraction
        points = CodePoints(document.text)
    }

    /// How many quotations stand on the line, nested ones apart.
    public var count: Int { extraction.quotations.count { $0.parent == nil } }

    /// The line, without its end.
    ///
    /// - Complexity: O(bytes of the text).
    public var json: String { line.text }

    /// ``json`` and the end of the line, as UTF-8.
    package var bytes: [UInt8] { line.ended() }

    private var line: JSONWriter {
        var children: [Int: [Int]] = [:]
        for i in extraction.quotations.indices {
            guard let parent = extraction.quotations[i].parent else { continue }
            children[parent, default: []].append(i)
        }
        // About 360 bytes a quotation without its words; what is not written is not touched.
        var line = JSONWriter(
            capacity: 64 + document.text.utf8.count + 400 * extraction.quotations.count)
        line.object { line in
            line.member("id", document.id)
            line.key("quotes")
            let top = extraction.quotations.indices.filter {
                extraction.quotations[$0].parent == nil
            }
            line.array(top) { write(&$0, quotation: $1, children) }
        }
        return line
    }

    private func write(_ line: inout JSONWriter, quotation i: Int, _ children: [Int: [Int]]) {
        let quotation = extraction.quotations[i]
        let content = points.codePoints(quotation.content)
        line.object { line in
            line.member("id", document.id, at: content)
            line.member("start", content.start)
            line.member("end", content.end)
            if quotation.spans.count > 1 {
                line.key("spans")
                line.array(quotation.spans.map(points.codePoints)) { line, span in
                    line.object { line in
                        line.member("start", span.start)
                        line.member("end", span.end)
                    }
                }
            }
            line.member("form", quotation.form.rawValue)
            if quotation.spans.count == 1 {
                line.member("text", quotation.content, of: document.text)
            } else {
                line.member(
                    "text", quotation.spans.map { document.text[$0] }.joined(separator: " … "))
            }
            line.key("cue")
            write(&line, words: quotation.cue)
            line.key("source")
            write(&line, words: quotation.source)
            line.key("speaker")
            write(&line, quotation.speaker)
            if quotation.isJoint {
                line.key("speakers")
                line.array(quotation.speakers) { write(&$0, $1) }
            }
            line.member("rule", quotation.rule)
            line.member("confidence", rounded: quotation.confidence)
            // An extraction is a value that anyone may build: a child that names itself or a later one as
            // its parent is left out, so that the line ends.
            let nested = (children[i] ?? []).filter { $0 > i }
            if !nested.isEmpty {
                line.key("nested")
                line.array(nested) { write(&$0, quotation: $1, children) }
            }
        }
    }

    private func write(_ line: inout JSONWriter, words span: Span?) {
        guard let span else { return line.null() }
        let place = points.codePoints(span)
        line.object { line in
            line.member("start", place.start)
            line.member("end", place.end)
            line.member("text", span, of: document.text)
        }
    }

    private func write(_ line: inout JSONWriter, _ speaker: Speaker?) {
        guard let speaker else { return line.null() }
        line.object { line in
            line.member("id", speaker.id)
            line.member("name", speaker.name)
            line.member("role", speaker.role)
        }
    }
}
