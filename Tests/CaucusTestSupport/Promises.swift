public import CaucusFeatures
public import CaucusLearning
public import CaucusMatrix
public import CaucusQuotes
import CaucusText
public import Testing

/// What every vectorizer keeps: same input, same rows; one by one equals all at once; a saved vectorizer
/// answers alike; columns are within bounds, once a row, with finite values.
public func checkVectorizer(
    _ settings: FeatureSettings, on passages: [Passage],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: passages)
    let payload = vectorizer.payload
    let saved = try FittedVectorizer(
        settings: settings, idf: payload.idf, vocabulary: payload.vocabulary)
    checkRows(
        rows, again: try Vectorizer(settings).fittedRows(to: passages).rows,
        columns: vectorizer.columns, passages, fitted: vectorizer.rows(for:),
        saved: saved.rows(for:), sourceLocation)
}

/// The same for features of any kind.
public func checkFeatures(
    _ settings: FeatureSettings, on passages: [Passage],
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let (features, rows) = try Features(settings).fittedRows(to: passages)
    let payload = features.payload
    let saved = try FittedFeatures(settings: settings, termScales: features.termScales) { name in
        payload.first { $0.name == name }?.bytes
    }
    checkRows(
        rows, again: try Features(settings).fittedRows(to: passages).rows,
        columns: features.columns, passages, fitted: features.rows(for:),
        saved: saved.rows(for:), sourceLocation)
}

private func checkRows(
    _ rows: SparseMatrix, again: SparseMatrix, columns: Int, _ passages: [Passage],
    fitted: ([Passage]) -> SparseMatrix, saved: ([Passage]) -> SparseMatrix,
    _ sourceLocation: SourceLocation
) {
    #expect(again == rows, "fitting twice", sourceLocation: sourceLocation)
    #expect(
        fitted(passages).sorted == rows.sorted, "transforming what was fitted",
        sourceLocation: sourceLocation)
    for (i, passage) in passages.enumerated() {
        #expect(
            fitted([passage]).sorted == rows.rows(at: [i]).sorted, "passage \(i) alone",
            sourceLocation: sourceLocation)
    }
    #expect(saved(passages).sorted == rows.sorted, "saved", sourceLocation: sourceLocation)
    for row in 0..<rows.rows {
        let taken = rows.indices[rows.range(ofRow: row)]
        #expect(Set(taken).count == taken.count, sourceLocation: sourceLocation)
        #expect(
            taken.allSatisfy { $0 >= 0 && Int($0) < columns }, sourceLocation: sourceLocation)
    }
    #expect(rows.values.allSatisfy { $0.isFinite }, sourceLocation: sourceLocation)
}

extension SparseMatrix {
    /// The rows with their columns in order: what two equal matrices share.
    fileprivate var sorted: [[Entry]] {
        (0..<rows).map { row in
            range(ofRow: row).map { Entry(column: indices[$0], value: values[$0]) }
                .sorted { $0.column < $1.column }
        }
    }

    fileprivate struct Entry: Equatable {
        var column: Int32
        var value: Float
    }
}

/// What every classifier keeps: same input, same model; probabilities are finite, not negative and sum to
/// 1; one row at a time equals all at once.
public func checkClassifier(
    _ regression: LogisticRegression, rows: SparseMatrix, labels: [Int], classes: Int,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let model = try regression.fitted(to: rows, labels: labels, classes: classes)
    let again = try regression.fitted(to: rows, labels: labels, classes: classes)
    #expect(again == model, sourceLocation: sourceLocation)
    let probabilities = model.probabilities(for: rows)
    for row in 0..<rows.rows {
        let p = Array(probabilities[row: row])
        #expect(p.allSatisfy { $0.isFinite && $0 >= 0 }, sourceLocation: sourceLocation)
        // Three roundings of doubles near 1.
        #expect(abs(p.reduce(0, +) - 1) < 1e-12, sourceLocation: sourceLocation)
        let alone = model.probabilities(for: rows.rows(at: [row]))
        #expect(
            zip(p, alone[row: 0]).allSatisfy { abs($0 - $1) < 1e-12 },
            sourceLocation: sourceLocation)
    }
}

/// What every extraction keeps: spans lie inside the text, on borders of code points, in order; parents
/// stand before their children; the same text gives the same answer.
public func checkQuotations(
    _ extractor: QuotationExtractor, on text: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let document = Document(id: "promise", text: text)
    let extraction = extractor.extraction(of: document)
    let again = extractor.extraction(of: document)
    #expect(extraction.quotations == again.quotations, sourceLocation: sourceLocation)
    let bytes = Array(text.utf8)
    func isSound(_ span: Span) -> Bool {
        span.start >= 0 && span.end <= bytes.count && isBorder(span.start) && isBorder(span.end)
    }
    func isBorder(_ offset: Int) -> Bool {
        offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }
    var last = 0
    for (i, quotation) in extraction.quotations.enumerated() {
        let spans = quotation.spans + [quotation.cue, quotation.source].compactMap(\.self)
        #expect(spans.allSatisfy(isSound), "\(quotation)", sourceLocation: sourceLocation)
        #expect(
            zip(quotation.spans, quotation.spans.dropFirst()).allSatisfy { $0.end <= $1.start },
            "\(quotation.spans)", sourceLocation: sourceLocation)
        #expect(quotation.content.start >= last, sourceLocation: sourceLocation)
        last = quotation.content.start
        #expect(quotation.parent ?? -1 < i, sourceLocation: sourceLocation)
        #expect((0...1).contains(quotation.confidence), sourceLocation: sourceLocation)
        #expect(quotation.speaker?.name.isEmpty != true, sourceLocation: sourceLocation)
    }
    for mention in extraction.mentions {
        #expect(isSound(mention.span), sourceLocation: sourceLocation)
        #expect(
            mention.entity.map(extraction.entities.indices.contains) ?? true,
            sourceLocation: sourceLocation)
    }
}
