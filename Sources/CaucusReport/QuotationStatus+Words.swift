import CaucusStance

extension QuotationStatus {
    /// What the loss audit says of it, after a number.
    var reason: String {
        switch self {
        case .crashed: "of an article that was left out"
        case .notSpeech: "probably nobody’s speech"
        case .nested: "inside another quotation"
        case .noSpeaker: "the article does not tell well enough who speaks"
        case .leader: "the leader’s own words"
        case .notAbout: "not about the leader, or probably not"
        case .tooShort: "fewer than three words"
        case .lowMargin: "too close to call: it is not sure enough which side is taken"
        case .reprint: "printed before in another article"
        case .repeated: "said before in the same article"
        case .excluded: "by a speaker whom the reader excluded"
        case .filtered: "left out by the filter"
        case .counted: "counted"
        }
    }

    /// What a sum of all statuses says of it, after a number.
    var summand: String {
        switch self {
        case .crashed: "left out"
        case .notSpeech: "probably nobody’s speech"
        case .nested: "inside another"
        case .noSpeaker: "without a speaker"
        case .leader: "the leader’s own"
        case .notAbout: "not about the leader"
        case .tooShort: "too short"
        case .lowMargin: "too close to call"
        case .reprint: "reprinted"
        case .repeated: "repeated in the article"
        case .excluded: "of excluded speakers"
        case .filtered: "left out by the filter"
        case .counted: "counted"
        }
    }

    /// Whether the quotation speaks of the leader and does not count for want of a stance.
    var isUnanswered: Bool { self == .tooShort || self == .lowMargin }

    /// Whether somebody speaks of the leader in it, whether or not it counts.
    var speaksOfTarget: Bool { isUnanswered || isAnswered || isLeftOut }
}

extension LossAudit {
    /// “999 quotations found = 945 counted + 31 reprinted + 23 not about the leader”: how all counts of a report add
    /// up.
    var sum: String {
        let parts = QuotationStatus.allCases.reversed().compactMap { status -> String? in
            let count = counts[status] ?? 0
            return count > 0 || status == .counted
                ? Numbers.count(count) + "\u{A0}" + status.summand : nil
        }
        return Numbers.count(quotations, "quotation") + " found = " + parts.joined(separator: " + ")
    }
}
