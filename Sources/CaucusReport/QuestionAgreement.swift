import CaucusStance
public import CaucusStatistics

/// How far people agree on one of the questions that a label answers.
public struct QuestionAgreement: Sendable, Hashable {
    /// What is asked, in the words of `caucus agree`.
    public var question: String
    /// Krippendorff's α over the quotations that several people answered.
    public var nominal: Estimate
    /// The ordinal one, of the stance: against, neutral, favor are a scale.
    public var ordinal: Estimate?
}

extension Gate {
    /// What a label answers where it says whether a quotation passes.
    package var question: String {
        switch self {
        case .speech: "speech or not"
        case .about: "about the leader or not"
        case .speaker: "speaker right or not"
        }
    }
}

extension CheckedLabels {
    /// α of each question where labels answer more than one: the gates, each of what passes those before, and the stance of
    /// what passes all; only those that some quotation has two answers to.
    func agreements(_ options: ReportOptions) -> [QuestionAgreement] {
        guard judgesGates else { return [] }
        let gates = Gate.allCases.compactMap { gate in
            alpha(.nominal, options) { Self.passes($0, gate) }.map {
                QuestionAgreement(question: gate.question, nominal: $0)
            }
        }
        func stance(_ answer: HandAnswer) -> Int? {
            guard case .stance(let stance) = answer else { return nil }
            return Stance.allCases.firstIndex(of: stance)
        }
        guard let nominal = alpha(.nominal, options, stance) else { return gates }
        return gates + [
            QuestionAgreement(
                question: "stance", nominal: nominal, ordinal: alpha(.ordinal, options, stance))
        ]
    }

    /// 1 where the answer passes the gate and 0 where it does not; `nil` where it fails one before.
    private static func passes(_ answer: HandAnswer, _ gate: Gate) -> Int? {
        guard case .fails(let failed) = answer else { return 1 }
        let order = Gate.allCases
        guard let at = order.firstIndex(of: gate), let found = order.firstIndex(of: failed),
            found >= at
        else { return nil }
        return found > at ? 1 : 0
    }
}
