import CaucusFeatures
public import CaucusQuotes
public import CaucusText

/// Scores the quotations of one document toward one target.
public struct DocumentScorer: Sendable {
    /// The model that tells stances apart.
    public let model: StanceModel
    /// The model that tells tones apart, or `nil`.
    public let sentiment: StanceModel?
    private let extractor: QuotationExtractor
    private let resolver: TargetResolver

    /// The least difference between the two best probabilities at which a stance is given.
    public let margin: Double

    /// Creates a scorer.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, target: StanceTarget,
        extractor: QuotationExtractor = QuotationExtractor(), margin: Double = 0.05
    ) {
        self.model = model
        self.sentiment = sentiment
        self.extractor = extractor
        self.margin = margin
        resolver = TargetResolver(target: target)
    }

    /// A document's quotations with their scores, in the order of the text.
    ///
    /// - Complexity: O(bytes of the text).
    public func scored(_ document: Document) -> ScoredDocument {
        let extraction = extractor.extraction(of: document)
            .renamed(by: extractor.aliases, in: document)
        let resolutions = resolver.resolutions(for: extraction, in: document)
        let view = DocumentView(document)
        var rows: [ScoredQuotation] = []
        var passages: [(row: Int, passage: Passage)] = []
        for (quotation, resolution) in zip(extraction.quotations, resolutions) {
            var row = view.row(quotation, resolution, target: resolver.target.name)
            row.abstention = abstention(quotation, resolution, row.text)
            if row.abstention == nil {
                passages.append((rows.count, view.passage(quotation, resolution)))
            }
            rows.append(row)
        }
        score(&rows, passages)
        return ScoredDocument(summary: DocumentSummary(document), quotations: rows)
    }

    private func score(_ rows: inout [ScoredQuotation], _ passages: [(row: Int, passage: Passage)])
    {
        let texts = passages.map(\.passage)
        let tones = sentiment?.probabilities(for: texts)
        for (i, probabilities) in model.probabilities(for: texts).enumerated() {
            let row = passages[i].row
            let rounded = probabilities.map { ($0 * 1e6).rounded() / 1e6 }
            rows[row].probabilities = StanceProbabilities(
                against: rounded[0], neutral: rounded[1], favor: rounded[2])
            let order = rounded.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
            if rounded[order[0]] - rounded[order[1]] < margin {
                rows[row].abstention = .lowMargin
            } else {
                rows[row].stance = Stance.allCases[order[0]]
            }
            rows[row].movingWords = model.movingWords(in: texts[i])
            if let tone = tones?[i], let best = tone.indices.max(by: { tone[$0] < tone[$1] }) {
                rows[row].sentiment = StanceTask.sentiment.labels[best]
            }
        }
    }

    private func abstention(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ text: String
    ) -> Abstention? {
        let words = text.utf8.split { $0 <= 0x20 }.count
        if words == 0 { return .empty }
        if quotation.parent != nil { return .nested }
        if resolution.mention == .none { return .noTarget }
        return words < 3 ? .tooShort : nil
    }
}

/// A document's summary and its scored quotations: what the store takes in.
public struct ScoredDocument: Sendable, Hashable {
    /// The document without its text.
    public var summary: DocumentSummary
    /// In the order of the text.
    public var quotations: [ScoredQuotation]

    /// Creates a scored document.
    public init(summary: DocumentSummary, quotations: [ScoredQuotation]) {
        self.summary = summary
        self.quotations = quotations
    }
}

extension DocumentSummary {
    /// The summary of a document; its hash covers the id, the text and every column.
    public init(_ document: Document) {
        var parts = [document.id, document.text]
        let columns = [document.title, document.source, document.published, document.url]
        parts += columns.map { $0.map { "=" + $0 } ?? "" }
        parts += document.fields.map { $0.name + "\u{1F}" + $0.value }
        self.init(
            id: document.id, title: document.title, source: document.source,
            published: document.published, url: document.url, fields: document.fields,
            hash: SHA256.hex(of: parts.joined(separator: "\u{1E}")))
    }
}

/// A document's text with what turns its bytes into rows.
private struct DocumentView {
    let document: Document
    let points: CodePoints

    /// Bytes of context kept on each side of a quotation.
    private static let context = 160

    init(_ document: Document) {
        self.document = document
        points = CodePoints(document.text)
    }

    func row(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, target: String
    ) -> ScoredQuotation {
        let content = points.codePoints(quotation.content)
        return ScoredQuotation(
            id: "\(document.id):\(content.start)-\(content.end)", documentID: document.id,
            start: content.start, end: content.end,
            pieces: quotation.spans.map(points.codePoints), text: text(of: quotation),
            form: quotation.form, cue: quotation.cue.map { document.text[$0] },
            source: quotation.source.map { document.text[$0] }, speaker: quotation.speaker,
            rule: quotation.rule, confidence: (quotation.confidence * 1e4).rounded() / 1e4,
            target: target, mention: resolution.mention,
            contextBefore: before(quotation.content.start),
            contextAfter: after(quotation.content.end))
    }

    /// What stands between the pieces of a split quotation.
    private static let joint = " … "

    private func text(of quotation: Quotation) -> String {
        quotation.spans.map { document.text[$0] }.joined(separator: Self.joint)
    }

    /// The quotation's text with the places where it names the target.
    func passage(_ quotation: Quotation, _ resolution: TargetResolver.Resolution) -> Passage {
        var targets: [Span] = []
        var offset = 0
        for piece in quotation.spans {
            for span in resolution.spans where piece.contains(span) {
                targets.append(
                    Span(span.start - piece.start + offset, span.end - piece.start + offset))
            }
            offset += piece.count + Self.joint.utf8.count
        }
        return Passage(text: text(of: quotation), targets: targets, speakers: [])
    }

    /// The last words before `byte`, cut at a paragraph's border.
    private func before(_ byte: Int) -> String {
        let text = document.text[Span(max(0, byte - Self.context), byte)]
        let line = text.split(whereSeparator: \.isNewline).last.map(String.init) ?? ""
        let last = text.last?.isNewline ?? true
        guard !last else { return "" }
        let whole = byte <= Self.context || line.utf8.count < text.utf8.count
        return whole ? line : String(line.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
    }

    /// The first words after `byte`, cut at a paragraph's border.
    private func after(_ byte: Int) -> String {
        let end = min(document.text.utf8.count, byte + Self.context)
        let text = document.text[Span(byte, end)]
        let line = text.prefix { !$0.isNewline }
        guard line.utf8.count == text.utf8.count, end < document.text.utf8.count else {
            return String(line)
        }
        return String(line[..<(line.lastIndex(where: \.isWhitespace) ?? line.endIndex)])
    }
}
