import CaucusText

/// What the scorer adds to a model's probabilities.
extension StanceModel {
    /// A row's probabilities: the model's, with the shares of quotations in place of those of sentence pairs
    /// (``QuotationPrior``), and the speech act's logits (``SpeechAct/logits``) added.
    func adjusted(_ probabilities: [Double], for row: ScoredQuotation) -> [Double] {
        guard task == .stance else { return probabilities }
        let adjusted = prior(for: row)?.applied(to: probabilities) ?? probabilities
        // Who only reports takes no side, whatever the verb: “the poll backs her”.
        if QuotationPrior.isReport(row) { return adjusted }
        return row.act?.applied(to: adjusted) ?? adjusted
    }

    /// The shares that are put in for a row's, or `nil` where the model keeps its own.
    func prior(for row: ScoredQuotation) -> QuotationPrior? {
        QuotationPrior(
            trainedOn: provenance.labelCounts, balance: provenance.balance ?? 0,
            shares: QuotationPrior.isReport(row)
                ? QuotationPrior.reportShares : QuotationPrior.shares)
    }

    /// Whether a row's stored probabilities, rounded to six decimals, come of these of the model's.
    ///
    /// A store keeps no act; where the row has none, each kind of act is tried.
    func gives(_ row: ScoredQuotation, from probabilities: [Double]) -> Bool {
        guard let stored = row.probabilities else { return false }
        let known: [SpeechAct?] = row.act.map { [$0] } ?? [nil] + SpeechAct.kinds
        return known.contains { act in
            var row = row
            row.act = act
            return zip(
                adjusted(probabilities, for: row), [stored.against, stored.neutral, stored.favor]
            )
            .allSatisfy { abs($0 - $1) < 1e-6 }
        }
    }
}

extension SpeechAct {
    /// One act of each kind that ``logits`` tells apart.
    static let kinds: [SpeechAct] =
        [reported]
        + [-1, 1].flatMap { direction in
            (1...3).map { SpeechAct(direction: direction, strength: $0) }
                + (1...3).map { SpeechAct(direction: direction, strength: $0, isNegated: true) }
        }
}

/// Speech acts in a row's score.
extension DocumentScorer {
    /// The moving words with the act's weight at the word that carries it, where the content holds it.
    func moved(_ words: [MovingWord], _ row: ScoredQuotation) -> [MovingWord] {
        guard let act = row.act, act.weight != 0, let cue = row.cue,
            let verb = cue.split(separator: " ").last,
            let range = row.text.range(of: verb)
        else { return words }
        let scalars = row.text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        let end = scalars.distance(from: scalars.startIndex, to: range.upperBound)
        var words = words
        if let same = words.firstIndex(where: { $0.start < end && start < $0.end }) {
            words[same].weight += act.weight
        } else {
            words.append(MovingWord(start: start, end: end, weight: act.weight))
        }
        let order = words.indices.sorted {
            (-abs(words[$0].weight), $0) < (-abs(words[$1].weight), $1)
        }
        return order.map { words[$0] }
    }
}
