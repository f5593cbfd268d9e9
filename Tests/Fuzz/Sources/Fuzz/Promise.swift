import Caucus

/// What holds for every answer, whatever the text: broken, it would stop or mislead whoever reads the answer.
enum Promise {
    static func check(_ extraction: Extraction, of document: Document) {
        let size = document.text.utf8.count
        func isInside(_ span: Span) -> Bool {
            span.start >= 0 && span.start <= span.end && span.end <= size
        }
        for (i, quotation) in extraction.quotations.enumerated() {
            require(quotation.spans.allSatisfy(isInside), "a piece of a quotation in the text")
            require(quotation.cue.map(isInside) ?? true, "a cue in the text")
            require(quotation.source.map(isInside) ?? true, "a source in the text")
            require((0...1).contains(quotation.confidence), "a confidence from 0 to 1")
            let parent = quotation.parent
            require(
                parent.map { extraction.quotations.indices.contains($0) && $0 != i } ?? true,
                "a parent among the quotations")
        }
        require(extraction.mentions.allSatisfy { isInside($0.span) }, "a mention in the text")
        require(extraction.sentences.allSatisfy { isInside($0.span) }, "a sentence in the text")
        let entities = extraction.entities.indices
        require(
            extraction.mentions.allSatisfy { $0.entity.map(entities.contains) ?? true },
            "a mention of a known entity")
    }

    static func check(_ scored: ScoredDocument, of document: Document) {
        let size = document.text.unicodeScalars.count
        var ids: Set<String> = []
        for row in scored.quotations {
            require(row.start >= 0 && row.start <= row.end && row.end <= size, "a row in the text")
            require(ids.insert(row.id).inserted, "an id that no other row has")
            let length = row.text.unicodeScalars.count
            for word in row.movingWords {
                require(
                    word.start >= 0 && word.start <= word.end && word.end <= length,
                    "a moving word in the quotation")
                require(word.weight.isFinite, "a weight that is a number")
            }
            for span in row.targetSpans {
                require(span.start >= 0 && span.end <= size, "the target in the text")
            }
            guard let shares = row.probabilities else { continue }
            let all = [shares.against, shares.neutral, shares.favor]
            require(all.allSatisfy { (0...1).contains($0) }, "probabilities from 0 to 1")
            require(abs(all.reduce(0, +) - 1) < 1e-4, "probabilities that sum to 1")
        }
    }

    /// Ends the process where something does not hold.
    static func check(_ holds: Bool, _ what: String) { require(holds, what) }

    private static func require(_ holds: Bool, _ what: String) {
        guard !holds else { return }
        fatalError("a promise is broken: \(what)")
    }
}
