public import CaucusQuotes
public import CaucusText
import Foundation

/// Articles with their quotations, cues and sources marked, as one HTML page for checking by eye.
///
/// ``head``, an ``article(_:_:)`` each and ``foot`` make the page, so that a large corpus is written as it is
/// read. Every speaker of an article has a color; its quotations are tinted, its cues and sources underlined in
/// it, and a number ties them together. The page needs no other file, no network and no script.
public struct MarkedArticles: Sendable {
    private let document: Document
    private let extraction: Extraction
    private let bytes: [UInt8]
    /// A name for the article's anchors that no text can break.
    private let anchor: String
    /// For each quotation: its number among those that are not nested, or that of the one around it.
    private var numbers: [Int] = []
    /// The colors of speakers, by their id.
    private var colors: [String: Int] = [:]

    private static let colorCount = 10

    private init(_ document: Document, _ extraction: Extraction) {
        self.document = document
        self.extraction = extraction
        bytes = Array(document.text.utf8)
        anchor = "a" + SHA256.hex(of: document.id).prefix(12)
        var count = 0
        for quotation in extraction.quotations {
            if quotation.parent == nil { count += 1 }
            numbers.append(count)
            if let speaker = quotation.speaker, colors[speaker.id] == nil {
                colors[speaker.id] = colors.count
            }
        }
    }

    /// One article with its marks and its speakers.
    ///
    /// - Complexity: O(bytes of the text and marks), where marks do not pile up.
    public static func article(_ document: Document, _ extraction: Extraction) -> String {
        MarkedArticles(document, extraction).html
    }

    private var html: String {
        let facts = [document.source, document.published].compactMap { $0 }.joined(separator: ", ")
        let count = extraction.quotations.count { $0.parent == nil }
        let title = document.title ?? document.id
        let name = document.title == nil ? "" : document.id + " · "
        let about = name + (facts.isEmpty ? "" : facts + " · ")
        return """
            <article id="\(anchor)">
            <h2><bdi>\(SafeHTML.escaped(title))</bdi></h2>
            <p class="small"><bdi>\(SafeHTML.escaped(about))</bdi>\(Numbers.count(count, "quotation"))</p>
            <div class="columns">
            <div class="text" dir="auto">\(text)</div>
            <ul class="speakers">\(speakers)</ul>
            </div>
            </article>

            """
    }

    // MARK: The marks

    /// A stretch to mark: what it is, and the quotations it belongs to.
    private struct Mark {
        enum Kind: Int { case rejected, content, cue, source }
        var span: Span
        var kind: Kind
        var quotations: [Int]
        var reason = ""
    }

    /// All stretches in the order of their starts; words that serve several quotations once.
    private var marks: [Mark] {
        var marks: [Mark] = []
        var shared: [Span: Int] = [:]
        func add(_ span: Span, _ kind: Mark.Kind, _ quotation: Int) {
            guard span.start < span.end, span.end <= bytes.count else { return }
            if kind != .content, let known = shared[span] {
                if marks[known].kind == kind { marks[known].quotations.append(quotation) }
                return
            }
            if kind != .content { shared[span] = marks.count }
            marks.append(Mark(span: span, kind: kind, quotations: [quotation]))
        }
        for (i, quotation) in extraction.quotations.enumerated() {
            for span in quotation.spans { add(span, .content, i) }
            if let source = quotation.source { add(source, .source, i) }
            if let cue = quotation.cue { add(cue, .cue, i) }
        }
        for (span, reason) in extraction.rejected where span.end <= bytes.count && !span.isEmpty {
            marks.append(Mark(span: span, kind: .rejected, quotations: [], reason: reason))
        }
        return marks.sorted {
            ($0.span.start, -$0.span.end, $0.kind.rawValue)
                < ($1.span.start, -$1.span.end, $1.kind.rawValue)
        }
    }

    /// The text in pieces between the borders of marks, each with the marks over it.
    private var text: String {
        let marks = marks
        let borders = Set(marks.flatMap { [$0.span.start, $0.span.end] } + [0, bytes.count])
            .sorted()
        var out = ""
        var next = 0
        var open: [Mark] = []
        var numbered: Set<Int> = []
        for (start, end) in zip(borders, borders.dropFirst()) {
            open.removeAll { $0.span.end <= start }
            while next < marks.count, marks[next].span.start <= start {
                open.append(marks[next])
                next += 1
            }
            let words = SafeHTML.escaped(String(decoding: bytes[start..<end], as: UTF8.self))
            out += open.isEmpty ? words : marked(words, open, at: start, &numbered)
        }
        return out
    }

    /// `words` under the innermost content and the cue or source over it.
    private func marked(
        _ words: String, _ open: [Mark], at start: Int, _ numbered: inout Set<Int>
    ) -> String {
        let content = open.last { $0.kind == .content }
        let part = open.last { $0.kind == .cue || $0.kind == .source }
        var out = words
        if let part, let first = part.quotations.first {
            let kind = part.kind == .cue ? "cue" : "source"
            let list = part.quotations.prefix(8).map { String(numbers[$0]) }.joined(separator: ", ")
            let title = SafeHTML.escaped("\(kind) of \(list): \(speaker(of: first))")
            let end = part.span.start == start ? "<sup>\(list)</sup>" : ""
            out =
                "<a class=\"\(kind) \(color(of: first))\" href=\"#\(anchor)-\(numbers[first])\""
                + " title=\"\(title)\">\(end)\(out)</a>"
        }
        if let content, let i = content.quotations.first {
            let quotation = extraction.quotations[i]
            let number = numbers[i]
            let isFirst = quotation.parent == nil && numbered.insert(number).inserted
            let id = isFirst ? " id=\"\(anchor)-\(number)\"" : ""
            let mark = isFirst ? "<sup>\(number)</sup>" : ""
            let nested = quotation.parent == nil ? "" : " nested"
            let title = SafeHTML.escaped(title(of: i))
            return "<q class=\"\(quotation.form.rawValue)\(nested) \(color(of: i))\"\(id)"
                + " title=\"\(title)\">\(mark)\(out)</q>"
        }
        if part == nil, let rejected = open.last(where: { $0.kind == .rejected }) {
            let title = SafeHTML.escaped("no speech: \(rejected.reason)")
            return "<span class=\"rejected\" title=\"\(title)\">\(out)</span>"
        }
        return out
    }

    private func title(of i: Int) -> String {
        let quotation = extraction.quotations[i]
        let nested = quotation.parent == nil ? "" : " inside another"
        let confidence = String(format: "%.2f", quotation.confidence)
        return "\(numbers[i]): \(quotation.form.rawValue)\(nested), \(speaker(of: i)); "
            + "rule \(quotation.rule), confidence \(confidence)"
    }

    private func speaker(of i: Int) -> String {
        guard let speaker = extraction.quotations[i].speaker else { return "speaker not told" }
        let name = Clipping.clipped(speaker.name, to: 120)
        return speaker.role.map { "\(name), \(Clipping.clipped($0, to: 160))" } ?? name
    }

    private func color(of i: Int) -> String { color(extraction.quotations[i].speaker) }

    private func color(_ speaker: Speaker?) -> String {
        speaker.flatMap { colors[$0.id] }.map { "k\($0 % Self.colorCount)" } ?? "untold"
    }

    // MARK: The speakers

    private var speakers: String {
        var counts: [String: (speaker: Speaker, numbers: [Int])] = [:]
        var order: [String] = []
        var untold: [Int] = []
        for (i, quotation) in extraction.quotations.enumerated() where quotation.parent == nil {
            guard let speaker = quotation.speaker else {
                untold.append(numbers[i])
                continue
            }
            if counts[speaker.id] == nil { order.append(speaker.id) }
            counts[speaker.id, default: (speaker, [])].numbers.append(numbers[i])
        }
        let items = order.compactMap { counts[$0] }.map { item(Optional($0.speaker), $0.numbers) }
        return (items + (untold.isEmpty ? [] : [item(nil, untold)])).joined()
    }

    private func item(_ speaker: Speaker?, _ numbers: [Int]) -> String {
        let name = speaker.map { Clipping.clipped($0.name, to: 120) } ?? "Speaker not told"
        let details = [speaker?.role, speaker.map { $0.aliases.prefix(6).joined(separator: ", ") }]
            .compactMap { $0 }.filter { !$0.isEmpty }.map { Clipping.clipped($0, to: 160) }
        let links = numbers.map { "<a href=\"#\(anchor)-\($0)\">\($0)</a>" }.joined(separator: " ")
        return "<li><b class=\"\(color(speaker))\"><bdi>\(SafeHTML.escaped(name))</bdi></b>"
            + details.map { "<small><bdi>\(SafeHTML.escaped($0))</bdi></small>" }.joined()
            + "<span class=\"numbers\">\(links)</span></li>"
    }
}
