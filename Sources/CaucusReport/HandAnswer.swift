public import CaucusStance

/// What a person says of a quotation that counts.
public enum HandAnswer: Sendable, Hashable, Codable {
    /// It is what it is counted as, and the speaker stands so.
    case stance(Stance)
    /// It is not: it fails this gate.
    case fails(Gate)

    /// How tables spell it.
    public var word: String {
        switch self {
        case .stance(let stance): stance.rawValue
        case .fails(.speech): "not_speech"
        case .fails(.about): "not_about"
        case .fails(.speaker): "wrong_speaker"
        }
    }

    /// All answers, in the order of messages.
    static let all = Stance.allCases.map(stance) + Gate.allCases.map(fails)
}
