extension QuotationScore {
    /// Puts down what the gates say, and where it is not likely enough that all hold, that the quotation does not
    /// count, and why.
    mutating func take(_ gates: GateProbabilities, keeping least: Double) {
        self.gates = gates
        guard gates.all < least else { return }
        let why: (Abstention, QuotationStatus)
        switch gates.weakest {
        case .speech: why = (.notSpeech, .notSpeech)
        case .about: why = (.notAbout, .notAbout)
        case .speaker: why = (.noSpeaker, .noSpeaker)
        }
        abstention = why.0
        if status == .counted { status = why.1 }
    }
}
