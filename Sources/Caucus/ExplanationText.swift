import Foundation

/// Why each quotation of a document has the speaker it has: the candidates that were weighed, for a reader.
///
/// A score is the candidate's log odds under the extractor's weights; the line under a candidate names what
/// adds most to it. The one marked `*` won.
public struct ExplanationText: Sendable {
    private let document: Document
    private let extraction: Extraction
    private let trace: Trace
    private let points: CodePoints
    /// The mentions by their first byte: a source may hold more words than its name.
    private let mentions: [Int: Mention]

    /// Weighs the candidates of a document again and keeps them all.
    ///
    /// - Complexity: O(bytes of the text).
    public init(_ document: Document, _ extraction: Extraction, by extractor: QuotationExtractor) {
        self.document = document
        self.extraction = extraction
        trace = extractor.trace(of: document)
        points = CodePoints(document.text)
        mentions = Dictionary(
            extraction.mentions.map { ($0.span.start, $0) }, uniquingKeysWith: { first, _ in first }
        )
    }

    /// The explanation, line by line, each with its end.
    public var text: String {
        let top = extraction.quotations.filter { $0.parent == nil }
        var speakers = Array(repeating: [Trace.Row](), count: top.count)
        var contents = speakers
        var refused: [Trace.Row] = []
        let pieces = top.enumerated().flatMap { i, quotation in quotation.spans.map { ($0, i) } }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        for row in trace.speakers {
            if let i = Self.quotation(of: row.content, pieces) { speakers[i].append(row) }
        }
        for row in trace.contents {
            let i = Self.quotation(of: row.content, pieces)
            if let i, top[i].form != .direct {
                contents[i].append(row)
            } else if i == nil {
                refused.append(row)
            }
        }
        var out = "\(Self.flat(document.id)): \(top.count) quotations\n"
        for (i, quotation) in top.enumerated() {
            out += describe(quotation, number: i + 1)
            out += list(
                speakers[i], of: quotation, under: "speakers weighed", Trace.speakerFeatureNames)
            out += list(
                contents[i], of: quotation, under: "clauses weighed", Trace.contentFeatureNames)
        }
        for words in extraction.rejected {
            out += "\n– \(place(words.span)) \(cut(words.span)) is no speech: \(words.reason)\n"
        }
        for row in refused {
            out += "\n– \(place(row.content)) \(cut(row.content)) is no quotation: "
            out += "\(row.rule), score \(Self.signed(row.score))\n"
        }
        return out
    }

    private func describe(_ quotation: Quotation, number: Int) -> String {
        var out = "\n\(number). \(place(quotation.content)) \(quotation.form.rawValue): "
        out += quotation.spans.prefix(4).map(cut).joined(separator: " … ") + "\n"
        if let speaker = quotation.speaker {
            let role = speaker.role.map { ", " + Self.flat($0) } ?? ""
            out += "   speaker: \(Self.flat(speaker.name))\(role)"
        } else {
            out += "   speaker: not told"
        }
        let confidence = String(format: "%.2f", quotation.confidence)
        return out + "; rule \(quotation.rule), confidence \(confidence)\n"
    }

    /// The candidates, best first, what speaks for and against each, and why the best leads.
    private func list(
        _ rows: [Trace.Row], of quotation: Quotation, under title: String, _ names: [String]
    ) -> String {
        guard !rows.isEmpty else { return "" }
        let order = rows.indices.sorted { (-rows[$0].score, $0) < (-rows[$1].score, $1) }
        let winner = order.first { rows[$0].source == quotation.source }
        var out = "   \(title):\n"
        for i in order {
            let row = rows[i]
            let score = String(format: "%+7.2f", row.score)
            let rule = row.rule.padding(
                toLength: max(16, row.rule.count), withPad: " ", startingAt: 0)
            let source = row.source.map { "\(cut($0)), \(relation($0, to: row.content))" }
            out += "   \(i == winner ? "*" : " ") \(score)  \(rule) \(source ?? "no source")\n"
            out += Self.reasons(row.features, row.contributions, names, indent: 13)
        }
        if order.count > 1, order.first == winner {
            let lead = rows[order[0]].score - rows[order[1]].score
            out += "     won by \(Self.signed(lead)) over the next; what makes the difference:\n"
            out += Self.difference(rows[order[0]], rows[order[1]], names)
        }
        return out
    }

    /// The features that weigh most, with what each adds: “trailing cue +2.70, has entity +0.94”.
    private static func reasons(
        _ features: [Int], _ contributions: [Double], _ names: [String], indent: Int
    ) -> String {
        let parts = zip(features, contributions).filter { abs($0.1) >= 0.05 }
            .sorted { (-abs($0.1), $0.0) < (-abs($1.1), $1.0) }
        guard !parts.isEmpty else { return "" }
        var text = parts.prefix(5).map { "\(spaced(names[$0.0])) \(signed($0.1))" }
            .joined(separator: ", ")
        if parts.count > 5 {
            let rest = parts.dropFirst(5).reduce(0) { $0 + $1.1 }
            text += ", \(parts.count - 5) more \(signed(rest))"
        }
        return String(repeating: " ", count: indent) + text + "\n"
    }

    /// What holds of one of two candidates only, as it adds to the lead of the first.
    private static func difference(_ a: Trace.Row, _ b: Trace.Row, _ names: [String]) -> String {
        let own = zip(a.features, a.contributions).filter { !b.features.contains($0.0) }
        let others = zip(b.features, b.contributions).filter { !a.features.contains($0.0) }
            .map { ($0.0, -$0.1) }
        let features = own.map(\.0) + others.map(\.0)
        return reasons(features, own.map(\.1) + others.map(\.1), names, indent: 7)
    }

    /// `trailing cue` for `trailingCue`.
    private static func spaced(_ name: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
    }

    /// What kind of mention a candidate is and where it stands beside the content.
    private func relation(_ source: Span, to content: Span) -> String {
        var words: [String] = []
        if let mention = mentions[source.start], source.contains(mention.span) {
            words.append("a \(mention.kind.rawValue)")
            if let entity = mention.entity, extraction.entities.indices.contains(entity) {
                words.append("meaning \(Self.flat(extraction.entities[entity].name))")
            }
        }
        let from = sentence(at: source.start)
        let to = sentence(at: content.start)
        let side = source.start < content.start ? "before" : "after"
        if source.overlaps(content) {
            words.append("inside the content")
        } else if let from, let to, from.paragraph != to.paragraph {
            words.append(Self.count(abs(from.paragraph - to.paragraph), "paragraph") + " " + side)
        } else if let from, let to, from.number != to.number {
            words.append(Self.count(abs(from.number - to.number), "sentence") + " " + side)
        } else {
            words.append("\(side) it in its sentence")
        }
        return words.joined(separator: ", ")
    }

    private func sentence(at byte: Int) -> (number: Int, paragraph: Int)? {
        let after = extraction.sentences.partitionPoint { $0.span.start > byte }
        guard after > 0 else { return nil }
        return (after, extraction.sentences[after - 1].paragraph)
    }

    /// The quotation whose content shares words with `content`, or `nil`.
    private static func quotation(of content: Span, _ pieces: [(Span, Int)]) -> Int? {
        let end = pieces.partitionPoint { $0.0.start >= content.end }
        guard end > 0, pieces[end - 1].0.overlaps(content) else { return nil }
        return pieces[end - 1].1
    }

    private func place(_ span: Span) -> String {
        let place = points.codePoints(span)
        return "\(place.start)–\(place.end)"
    }

    /// The words of a span between marks, cut where they are many.
    private func cut(_ span: Span) -> String {
        let text = Self.flat(document.text[span])
        return "“" + (text.count > 72 ? text.prefix(70) + "…" : text) + "”"
    }

    private static func signed(_ value: Double) -> String { String(format: "%+.2f", value) }

    private static func count(_ n: Int, _ what: String) -> String {
        n == 1 ? "1 \(what)" : "\(n) \(what)s"
    }

    /// `text` on one line, without what would move a terminal's cursor.
    private static func flat(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let category = scalar.properties.generalCategory
            let isOdd =
                category == .control || category == .lineSeparator
                || category == .paragraphSeparator
            if category == .format { continue }
            result.append(isOdd ? " " : scalar)
        }
        return String(result)
    }
}
