public import CaucusActs
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
    /// | negated, strength 3 | +3.0 | -1.0 |
    /// | negated, strength 2 | +2.0 | -1.0 |
    /// | negated, strength 1 | +0.5 | -0.5 |
    /// | no direction | 0 | 0 |
    ///
    /// The numbers are rounded log likelihood ratios of 1,500 clauses that the finder read in the training
    /// rows of the DSE corpus (strength 3: 3.0 to 4.4, 2: 3.8 to 3.9, 1: 2.2 to 2.3, the other side -0.3 to
    /// -1.2), lowered by about one for what the model has read in the same words already.
    public var logits: [Double] {
        let own: Double
        let other: Double
        switch (isNegated, strength) {
        case (true, 3...): (own, other) = (3, -1)
        case (true, 2): (own, other) = (2, -1)
        case (true, _): (own, other) = (0.5, -0.5)
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
    /// A stance that the model never saw stays at 0, unless the act is of that stance. A model that weighs words
    /// reads “criticized” in “never criticized” as well: the act has read the clause, and so the other side
    /// keeps at most ``leastOdds`` of the act's own. What it loses goes to the act's side, or where the act is
    /// weak (“never blamed”, “thanked”) to neutral. Where the speaker tells of somebody else's act, all but a
    /// twentieth of both sides does.
    package func applied(to probabilities: [Double]) -> [Double] {
        guard probabilities.count == 3 else { return probabilities }
        if self == Self.reported {
            let sides = [probabilities[0] / 20, probabilities[2] / 20]
            return [sides[0], 1 - sides[0] - sides[1], sides[1]]
        }
        guard direction != 0 else { return probabilities }
        let raised = zip(probabilities, logits).map { max($0, 1e-4) * exp($1) }
        let sum = raised.reduce(0, +)
        var settled = raised.map { $0 / sum }
        let (own, other) = direction < 0 ? (0, 2) : (2, 0)
        let excess = settled[other] - settled[own] * Self.leastOdds
        guard excess > 0 else { return settled }
        let kept = strength > 1 ? excess * Self.leastOdds / (1 + Self.leastOdds) : 0
        settled[other] += kept - excess
        settled[strength > 1 ? own : 1] += excess - kept
        return settled
    }

    /// The most that the other side's probability may be of the act's own.
    private static let leastOdds = 0.25
}
