import CaucusStance

/// A quotation cut at the words that moved its score.
enum Highlight {
    /// The longest content a page shows; the tables hold it whole.
    static let limit = 1500

    /// Pieces of the content in order: `t`, and `m` with the style of a moving word, or `c` where the words stand
    /// between two pieces of the quotation and are not quoted.
    ///
    /// At most five words are marked, none weaker than a third of the strongest: more would be a page of paint.
    /// Words are marked by the sign of their weight and, in three steps, by its size beside the largest. Where
    /// two overlap, the stronger one is kept.
    static func pieces(_ quotation: ScoredQuotation) -> [Values] {
        let slices = CodePointSlices(Clipping.clipped(quotation.text, to: limit))
        let words = quotation.movingWords.filter {
            $0.start >= 0 && $0.end > $0.start && $0.end <= slices.count && $0.weight.isFinite
        }.sorted { abs($0.weight) > abs($1.weight) }
        let strongest = abs(words.first?.weight ?? 0)
        var kept: [MovingWord] = []
        for word in words {
            guard word.weight != 0, abs(word.weight) >= strongest / 3, kept.count < 5,
                !kept.contains(where: { $0.start < word.end && word.start < $0.end })
            else { continue }
            kept.append(word)
        }
        var pieces: [Values] = []
        var position = 0
        let split = QuotationPieces(quotation)
        let joints = zip(split.ranges.dropFirst(), zip(split.ranges, split.between)).map {
            (start: $1.0.upperBound, end: $0.lowerBound, words: $1.1)
        }
        /// Adds what lies before `end`, with the article's words in place of what joins two pieces.
        func add(upTo end: Int) {
            for joint in joints where joint.start >= position && joint.end <= end {
                if joint.start > position {
                    pieces.append(Values(["t": slices[position, joint.start]]))
                }
                pieces.append(Values(["t": joint.words, "c": true]))
                position = joint.end
            }
            if end > position { pieces.append(Values(["t": slices[position, end]])) }
            position = max(position, end)
        }
        for word in kept.sorted(by: { $0.start < $1.start }) {
            add(upTo: word.start)
            let step =
                abs(word.weight) > strongest * 3 / 4 ? 3 : abs(word.weight) > strongest / 2 ? 2 : 1
            let weight = Numbers.signed(word.weight)
            pieces.append(
                Values([
                    "t": slices[word.start, word.end],
                    "m": (word.weight > 0 ? "f" : "a") + String(step), "w": weight,
                ]))
            position = word.end
        }
        add(upTo: slices.count)
        return pieces
    }
}
