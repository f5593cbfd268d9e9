import CaucusActs
import CaucusFeatures
import CaucusQuotes

extension PassageFact {
    /// What is known of a quotation besides its words: what its speaker does by it, and what kind of speaker it is.
    static func facts(act: SpeechAct?, speaker: Speaker?) -> [PassageFact] {
        var facts: [PassageFact] = []
        if let act {
            if act == .reported { facts.append(.told) }
            if act.direction != 0 { facts.append(.act(act.direction, strength: act.strength)) }
            if act.isNegated { facts.append(.turned) }
        }
        switch speaker?.kind {
        case .organization: facts.append(.organization)
        case .described: facts.append(.described)
        case .person, nil: break
        }
        return facts
    }
}
