import CaucusFeatures
public import CaucusQuotes
public import CaucusText

/// Scores the quotations of one document toward one target.
public struct DocumentScorer: Sendable {
    /// The model that tells stances apart.
    public let model: StanceModel
    /// The model that tells tones apart, or `nil`.
    public let sentiment: StanceModel?
    let extractor: QuotationExtractor
    let resolver: TargetResolver

    /// The least difference between the two best probabilities at which a stance is given.
    public let margin: Double

    /// The margin where the model keeps none.
    public static let leastMargin = 0.1

    /// Creates a scorer; `margin` is the model's own unless given.
    public init(
        model: StanceModel, sentiment: StanceModel? = nil, target: StanceTarget,
        extractor: QuotationExtractor = QuotationExtractor(), margin: Double? = nil
    ) {
        self.model = model
        self.sentiment = sentiment
        self.extractor = extractor
        self.margin = margin ?? model.threshold?.margin ?? Self.leastMargin
        resolver = TargetResolver(target: target)
    }

    /// A document's quotations with their scores, in the order of the text.
    ///
    /// - Complexity: O(bytes of the text).
    public func scored(_ document: Document) -> ScoredDocument {
        let acts = resolver.acts(in: document, by: extractor)
        let extraction = acts.extraction.renamed(by: extractor.aliases, in: document)
        let resolutions = resolver.resolutions(
            for: extraction, in: document, clauses: acts.clauses)
        let view = DocumentView(document)
        var rows: [ScoredQuotation] = []
        var passages: [(row: Int, passage: ArticlePassage)] = []
        for (i, (quotation, resolution)) in zip(extraction.quotations, resolutions).enumerated() {
            var row = view.row(quotation, resolution, target: resolver.target.name)
            row.act = acts.clauses[i]?.act
            row.abstention = abstention(quotation, resolution, row)
            if row.abstention == nil {
                let passage = view.passage(
                    quotation, resolution,
                    around: model.provenance.readsSentences == true ? extraction.sentences : nil)
                passages.append((rows.count, passage))
            }
            rows.append(row)
        }
        score(&rows, passages)
        return ScoredDocument(summary: DocumentSummary(document), quotations: rows)
    }

    private func score(
        _ rows: inout [ScoredQuotation], _ passages: [(row: Int, passage: ArticlePassage)]
    ) {
        let texts = passages.map(\.passage.passage)
        let tones = sentiment?.probabilities(for: texts)
        for (i, probabilities) in model.probabilities(for: texts).enumerated() {
            let row = passages[i].row
            let rounded = model.adjusted(probabilities, for: rows[row])
                .map { ($0 * 1e6).rounded() / 1e6 }
            rows[row].probabilities = StanceProbabilities(
                against: rounded[0], neutral: rounded[1], favor: rounded[2])
            let order = rounded.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
            if rounded[order[0]] - rounded[order[1]] < margin {
                rows[row].abstention = .lowMargin
            } else {
                rows[row].stance = Stance.allCases[order[0]]
            }
            rows[row].movingWords = moved(
                passages[i].passage.inQuotation(
                    model.movingWords(in: texts[i]), text: rows[row].text), rows[row])
            if let tone = tones?[i], let best = tone.indices.max(by: { tone[$0] < tone[$1] }) {
                rows[row].sentiment = StanceTask.sentiment.labels[best]
            }
        }
    }

    private func abstention(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, _ row: ScoredQuotation
    ) -> Abstention? {
        let words = row.text.utf8.split { $0 <= 0x20 }.count
        if words == 0 { return .empty }
        if quotation.parent != nil { return .nested }
        if resolution.mention == .none { return .noTarget }
        return words < 3 && row.act == nil ? .tooShort : nil
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

/// A document's text with what turns its bytes into rows.
struct DocumentView {
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

    /// What a model reads of a quotation: the sentences around it where they are given, else itself.
    func passage(
        _ quotation: Quotation, _ resolution: TargetResolver.Resolution, around: [Sentence]?
    ) -> ArticlePassage {
        let joint = Self.joint.utf8.count
        guard let around else {
            return ArticlePassage(
                alone: quotation, resolution.spans, text: text(of: quotation), joint: joint)
        }
        return ArticlePassage(
            around: quotation, resolution.spans, in: document, sentences: around, joint: joint)
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
