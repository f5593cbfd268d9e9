/// A label that says why words have no stance: what the gates ask of every quotation.
public enum GateLabel: Sendable, Hashable, CaseIterable {
    /// The words are nobody's speech.
    case notSpeech
    /// They are not about the leader.
    case notAbout
    /// They are somebody else's.
    case wrongSpeaker

    /// What is counted, in lower case.
    public var name: String {
        switch self {
        case .notSpeech: "not a quotation"
        case .notAbout: "not about the leader"
        case .wrongSpeaker: "wrong speaker"
        }
    }

    /// How people spell it, in small letters and with spaces.
    var spellings: [String] {
        switch self {
        case .notSpeech:
            [
                "not a quotation", "not quotation", "no quotation", "not a quote", "not quote",
                "no quote", "not speech", "no speech", "not a speech", "not reported speech",
                "nonspeech", "non speech", "notspeech", "notquote", "notaquote", "not a statement",
                "not said",
            ]
        case .notAbout:
            [
                "not about the leader", "not about leader", "not about the target",
                "not about target", "not about", "not about him", "not about her",
                "not about them", "not about it", "not about the person", "notabout",
                "about somebody else", "about someone else", "wrong target", "wrong leader",
                "other target", "not the target", "not the leader", "off target", "not on target",
            ]
        case .wrongSpeaker:
            [
                "wrong speaker", "wrongspeaker", "other speaker", "another speaker",
                "different speaker", "not the speaker", "not this speaker", "not that speaker",
                "speaker wrong", "incorrect speaker",
            ]
        }
    }
}
