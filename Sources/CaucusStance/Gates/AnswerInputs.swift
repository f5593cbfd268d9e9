import Foundation

/// What a candidate's gates and stances say, as the dense inputs of the model that tells whether an answered side is right
/// in everything.
struct AnswerInputs {
    /// The log odds of the three gates; the log odds of the likelier side against neutral, and against the other side;
    /// whether it is favor.
    let values: [Float]

    /// How many inputs there are.
    static let count = 6

    /// The inputs of a candidate whose stances, against, neutral and favor, have these probabilities.
    init(_ gates: GateProbabilities, _ stances: [Double]) {
        let (against, neutral, favor) = (stances[0], stances[1], stances[2])
        func odds(_ yes: Double, _ no: Double) -> Float {
            Float(log(max(yes, 1e-4) / max(no, 1e-4)))
        }
        let side = max(against, favor)
        values =
            Gate.allCases.map { odds(gates[$0], 1 - gates[$0]) }
            + [odds(side, neutral), odds(side, min(against, favor)), favor > against ? 1 : 0]
    }
}
