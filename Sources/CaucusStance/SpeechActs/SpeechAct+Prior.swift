import Foundation

/// What an act adds to a model's score.
extension SpeechAct {
    /// What is added to the logits of against, neutral and favor, in this order.
    ///
    /// | | the act's own side | the other side |
    /// |---|---|---|
    /// | strength 3 | +3.5 | -1.0 |
    /// | strength 2 | +3.0 | -1.0 |
    /// | strength 1 | +1.5 | -0.5 |
    /// | negated | +1.0 | -0.5 |
    /// | no direction | 0 | 0 |
    ///
    /// The numbers are rounded log likelihood ratios of 1,500 clauses that the finder read in the training
    /// rows of the DSE corpus (strength 3: 3.0 to 4.4, 2: 3.8 to 3.9, 1: 2.2 to 2.3, the other side -0.3 to
    /// -1.2), lowered by about one for what the model has read in the same words already.
    public var logits: [Double] {
        let own: Double
        let other: Double
        switch (isNegated, strength) {
        case (true, _): (own, other) = (1, -0.5)
        case (false, 3...): (own, other) = (3.5, -1)
        case (false, 2): (own, other) = (3, -1)
        default: (own, other) = (1.5, -0.5)
        }
        if direction == 0 { return [0, 0, 0] }
        return direction < 0 ? [own, 0, other] : [other, 0, own]
    }

    /// How far the act moves the logit of favor over that of against.
    public var weight: Double { logits[2] - logits[0] }

    /// Probabilities of against, neutral and favor after the act: p · exp(``logits``), made to sum to 1.
    ///
    /// A stance that the model never saw stays at 0, unless the act is of that stance.
    package func applied(to probabilities: [Double]) -> [Double] {
        guard direction != 0, probabilities.count == 3 else { return probabilities }
        let raised = zip(probabilities, logits).map { max($0, 1e-4) * exp($1) }
        let sum = raised.reduce(0, +)
        return raised.map { $0 / sum }
    }
}
