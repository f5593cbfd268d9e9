import CaucusCorpus
public import CaucusStance

/// What a person says of a drawn quotation.
public enum CodedLabel: Sendable, Hashable {
    /// It is what it is counted as, and the speaker stands so.
    case stance(Stance)
    /// It is not: nobody says these words, they are not about the leader, or another one says them.
    case fails(Gate)
    /// The person could not tell.
    case skipped
    /// A word of another code book, which only agreement is told of.
    case other(String)

    /// How files spell it.
    public var word: String {
        switch self {
        case .stance(let stance): stance.rawValue
        case .fails(.speech): "not_speech"
        case .fails(.about): "not_about"
        case .fails(.speaker): "wrong_speaker"
        case .skipped: "skip"
        case .other(let word): word
        }
    }

    /// The label that a word means, however people spell it, or `nil` where there is none.
    public init?(word: String) {
        guard word.contains(where: { !$0.isWhitespace }) else { return nil }
        if ["skip", "skipped"].contains(word.lowercased()) {
            self = .skipped
            return
        }
        switch Self.spellings?.reading(of: word) {
        case .label(let label)?: self = .stance(Stance(rawValue: label) ?? .neutral)
        case .gate(.notSpeech)?: self = .fails(.speech)
        case .gate(.notAbout)?: self = .fails(.about)
        case .gate(.wrongSpeaker)?: self = .fails(.speaker)
        case .outside?, nil: self = .other(word)
        }
    }

    /// Whether the quotation passes a gate by this label, or `nil` where the label does not tell: what fails an earlier one
    /// is not asked the next.
    package func passes(_ gate: Gate) -> Bool? {
        switch self {
        case .stance: return true
        case .fails(let failed):
            let order = Gate.allCases
            guard let at = order.firstIndex(of: gate), let found = order.firstIndex(of: failed),
                found >= at
            else { return nil }
            return found > at
        case .skipped, .other: return nil
        }
    }

    private static let spellings = try? LabelSpellings(expected: Stance.allCases.map(\.rawValue))

    /// The labels of the page, in the order of its keys.
    public static let all: [CodedLabel] = [
        .stance(.against), .stance(.neutral), .stance(.favor), .fails(.speech), .fails(.about),
        .fails(.speaker),
    ]
}
