import CaucusText

/// What the scorer adds to a model's probabilities.
extension StanceModel {
    /// A row's probabilities: the model's, with the shares of quotations in place of those of sentence pairs
    /// (``QuotationPrior``), the tone as a second opinion of the side (``toneLogits(of:)``), and what the source
    /// does by speaking (``SpeechAct/applied(to:)``).
    func adjusted(_ probabilities: [Double], for row: ScoredQuotation) -> [Double] {
        guard task == .stance else { return probabilities }
        let adjusted = prior(for: row)?.applied(to: probabilities) ?? probabilities
        // Who only reports takes no side, whatever the verb: “the poll backs her”.
        if QuotationPrior.isReport(row) { return adjusted }
        let toned = toneLogits(of: row).map { QuotationPrior.raised(adjusted, by: $0) } ?? adjusted
        return row.act?.applied(to: toned) ?? toned
    }

    /// How much of the tone's log odds goes to the side.
    private static let toneWeight = 0.5

    /// What the tone adds to the logits of against, neutral and favor: half its log odds, shared out between the
    /// two sides; `nil` where it has no say.
    ///
    /// A model of sentence pairs has met few of the words that people say of a leader. The sentiment model has
    /// read other sentences, toward the same target: on three sets of labels that neither was trained on, the two
    /// together tell the side better than either (decision 0011). Whether somebody takes a side at all the tone
    /// does not tell. Models of quotations need no second opinion.
    func toneLogits(of row: ScoredQuotation) -> [Double]? {
        guard let tone = row.tone, !QuotationPrior.isReport(row), prior(for: row) != nil else {
            return nil
        }
        let half = Self.toneWeight * tone / 2
        return [-half, 0, half]
    }

    /// Whether it learned from sentences about pairs of names, most of them neutral, rather than from quotations.
    var isOfPairs: Bool {
        QuotationPrior(trainedOn: provenance.labelCounts, balance: provenance.balance) != nil
    }

    /// The shares that are put in for a row's, or `nil` where the model keeps its own.
    func prior(for row: ScoredQuotation) -> QuotationPrior? {
        QuotationPrior(
            trainedOn: provenance.labelCounts, balance: provenance.balance,
            shares: QuotationPrior.isReport(row)
                ? QuotationPrior.reportShares : QuotationPrior.shares)
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
