/// When a stance is answered for a quotation that counts.
public enum Answering: Sendable, Hashable {
    /// Where such answers are wholly right as often as ``GateModel/standardPrecision`` says, measured on judged
    /// quotations about leaders that were held out.
    case standard
    /// Where such answers are wholly right at least that often, from 0 to 1.
    case precision(Double)
    /// Always: the likeliest stance is the answer.
    case all
}

extension GateModel {
    /// Whether the gates were measured together with a stance model.
    public func knows(_ model: StanceModel) -> Bool { provenance.stanceModel == model.checksum }

    /// Whether a run was scored by these gates, with the stance model that they were measured with.
    public func scored(_ run: RunDescription) -> Bool {
        run.gatesChecksum == checksum && run.modelChecksum == provenance.stanceModel
    }

    /// The share of answered sides that are right in everything: speech, speaker, leader and side.
    public static let standardPrecision = 0.6

    /// From which probability that all is right a side is answered, or neutral.
    ///
    /// What no threshold reaches is not answered at all.
    func threshold(for answering: Answering, ofNeutral: Bool = false) -> Double {
        let wanted: Double
        switch answering {
        case .all: return 0
        case .standard: wanted = Self.standardPrecision
        case .precision(let share): wanted = share
        }
        let curve = ofNeutral ? provenance.neutralPrecisions : provenance.precisions
        return curve.first { $0.precision >= wanted }?.threshold ?? 1.01
    }
}

extension DocumentScorer {
    /// Whether the gates were measured with the stance model.
    var gatesKnowModel: Bool { gates?.knows(model) ?? false }

    /// Whether the likeliest of three stances is given; `order` tells them from the likeliest on.
    ///
    /// With gates that know the model, a side is given where speech, speaker, leader and side are likely right
    /// together (``GateProbabilities/right``); by another model where it leads by the ``margin``.
    func isAnswered(
        _ probabilities: [Double], _ gate: GateProbabilities?, _ order: [Int]
    ) -> Bool {
        if case .all = answering { return true }
        guard let gates, let gate, gatesKnowModel else {
            return probabilities[order[0]] - probabilities[order[1]] >= margin
        }
        // Neutral is the middle of the task's labels.
        let isNeutral = order[0] == 1
        let least = gates.threshold(for: answering, ofNeutral: isNeutral)
        return (isNeutral ? gate.all * probabilities[1] : gate.right ?? 0) >= least
    }
}
