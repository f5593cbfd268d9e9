/// How likely a quotation is what its row takes it for; fitted on judged quotations (``GateModel``).
public struct GateProbabilities: Sendable, Hashable, Codable {
    /// That the article reports these words as somebody's.
    public var speech: Double
    /// That they speak of the leader, if they are speech.
    public var about: Double
    /// That the speaker is right, if they are speech.
    public var speaker: Double
    /// That all three hold and the likelier side, favor or against, is right; `nil` where the gates were not measured
    /// together with the stance model.
    public var right: Double?

    /// Creates probabilities, each from 0 to 1.
    public init(speech: Double, about: Double, speaker: Double, right: Double? = nil) {
        self.speech = speech
        self.about = about
        self.speaker = speaker
        self.right = right
    }

    /// That all three hold.
    public var all: Double { speech * about * speaker }

    /// The probability of one gate.
    public subscript(gate: Gate) -> Double {
        switch gate {
        case .speech: speech
        case .about: about
        case .speaker: speaker
        }
    }

    /// The gate that is the least likely to be passed; the first of equals.
    public var weakest: Gate {
        Gate.allCases.min { self[$0] < self[$1] } ?? .speech
    }
}
