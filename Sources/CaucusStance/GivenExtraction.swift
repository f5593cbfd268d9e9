package import CaucusQuotes
package import CaucusText

extension QuotationExtractor {
    /// The quotations that the document's record brought along; where it brought none, those that are found.
    ///
    /// - Parameter isComplete: whether those who are only named are wanted as well.
    /// - Complexity: O(bytes of the text).
    package func givenOrFound(in document: Document, isComplete: Bool = true) -> Extraction {
        guard let given = document.given else {
            return isComplete ? extraction(of: document) : quotations(of: document)
        }
        var reader = GivenReader(document)
        return reader.extraction(
            given, found: given.seeksSpeakers ? extraction(of: document) : nil)
    }
}

/// Turns quotations that somebody else extracted into an extraction.
private struct GivenReader {
    /// What is said of a quotation whose speaker the record names.
    private static let rule = "given"

    private let utf8: [UInt8]
    private var entities: [Speaker] = []
    private var numbers: [String: Int] = [:]

    init(_ document: Document) {
        utf8 = Array(document.text.utf8)
    }

    /// `found` is what was found in the same text: it names the speakers that the record does not.
    mutating func extraction(_ given: GivenQuotations, found: Extraction?) -> Extraction {
        var quotations: [Quotation] = []
        for quotation in given.quotations {
            // Offsets that another program gave are never trusted.
            let spans = quotation.spans.compactMap(inText).filter { !$0.isEmpty }.sorted()
            guard !spans.isEmpty else { continue }
            var row = Quotation(
                form: form(spans), spans: spans, cue: quotation.cue.flatMap(inText),
                source: quotation.source.flatMap(inText),
                speaker: quotation.speaker.map { speaker(named: $0) },
                rule: quotation.speaker == nil ? "none" : Self.rule,
                confidence: quotation.confidence)
            if row.speaker == nil, let other = found.flatMap({ best(for: row, in: $0) }) {
                row.cue = other.cue
                row.source = other.source
                row.speaker = other.speaker
                row.speakers = other.speakers
                row.rule = other.rule
                row.confidence = other.confidence
            }
            quotations.append(row)
        }
        return Extraction(
            quotations: quotations, entities: entities + (found?.entities ?? []),
            mentions: shifted(found?.mentions ?? []), sentences: found?.sentences ?? [])
    }

    /// The span where it lies within the text, or `nil`.
    private func inText(_ span: Span) -> Span? {
        span.start >= 0 && span.start <= span.end && span.end <= utf8.count ? span : nil
    }

    /// The quotation that shares most bytes with `row`, or `nil` where none shares half of them.
    private func best(for row: Quotation, in found: Extraction) -> Quotation? {
        func common(_ other: Quotation) -> Int {
            max(
                0,
                min(row.content.end, other.content.end)
                    - max(row.content.start, other.content.start))
        }
        let best = found.quotations.filter { $0.parent == nil }.max { common($0) < common($1) }
        guard let best, 2 * common(best) >= row.content.count else { return nil }
        return best
    }

    /// Mentions whose entities stand after the given ones.
    private func shifted(_ mentions: [Mention]) -> [Mention] {
        mentions.map { mention in
            var mention = mention
            mention.entity = mention.entity.map { $0 + entities.count }
            return mention
        }
    }

    private mutating func speaker(named name: String) -> Speaker {
        if let number = numbers[name] { return entities[number] }
        let slug = NameSlug.slug(name)
        let speaker = Speaker(id: slug.isEmpty ? "speaker" : slug, name: name)
        numbers[name] = entities.count
        entities.append(speaker)
        return speaker
    }

    /// Direct where marks open every piece, mixed where they stand at or inside some.
    private func form(_ spans: [Span]) -> Quotation.Form {
        func isMark(_ i: Int) -> Bool {
            guard i >= 0, i < utf8.count else { return false }
            if utf8[i] == 0x22 { return true }
            // “ ” „ ‟, and « ».
            if i >= 2, utf8[i - 2] == 0xE2, utf8[i - 1] == 0x80 {
                return (0x9C...0x9F).contains(utf8[i])
            }
            return i >= 1 && utf8[i - 1] == 0xC2 && (utf8[i] == 0xAB || utf8[i] == 0xBB)
        }
        let opened = spans.count { isMark($0.start - 1) }
        if opened == spans.count { return .direct }
        let hasMarks =
            opened > 0
            || spans.contains { Range(from: $0.start, to: $0.end).contains(where: isMark) }
        return hasMarks ? .mixed : .indirect
    }
}
