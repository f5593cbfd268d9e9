import CaucusQuotes

/// What the scorer adds to a model's probabilities.
extension StanceModel {
    /// A row's probabilities: the model's, with the shares of quotations in place of those of sentence pairs
    /// (``QuotationPrior``), the tone as a second opinion of the side (``toneLogits(of:by:)``), and what the source
    /// does by speaking (``SpeechAct/applied(to:)``).
    func adjusted(
        _ probabilities: [Double], for score: QuotationScore, by speaker: Speaker?
    ) -> [Double] {
        guard task == .stance else { return probabilities }
        let adjusted = prior(for: speaker)?.applied(to: probabilities) ?? probabilities
        // Who only reports takes no side, whatever the verb: “the poll backs her”.
        if QuotationPrior.isReport(speaker) { return adjusted }
        let toned =
            toneLogits(of: score, by: speaker).map { QuotationPrior.raised(adjusted, by: $0) }
            ?? adjusted
        return score.act?.applied(to: toned) ?? toned
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
    func toneLogits(of score: QuotationScore, by speaker: Speaker?) -> [Double]? {
        guard let tone = score.tone, !QuotationPrior.isReport(speaker), prior(for: speaker) != nil
        else {
            return nil
        }
        let half = Self.toneWeight * tone / 2
        return [-half, 0, half]
    }

    /// Whether it learned from sentences about pairs of names, most of them neutral, rather than from quotations.
    var isOfPairs: Bool {
        QuotationPrior(trainedOn: provenance.labelCounts, balance: provenance.balance) != nil
    }

    /// The shares that are put in for those of a row of that speaker, or `nil` where the model keeps its own.
    func prior(for speaker: Speaker?) -> QuotationPrior? {
        QuotationPrior(
            trainedOn: provenance.labelCounts, balance: provenance.balance,
            shares: QuotationPrior.isReport(speaker)
                ? QuotationPrior.reportShares : QuotationPrior.shares)
    }
}
