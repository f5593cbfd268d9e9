/// Why a quotation has no stance.
public enum Abstention: String, Sendable, Hashable, Codable, CaseIterable {
    /// Nothing is left of the content once marks are taken off.
    case empty
    /// The content does not speak of the target.
    case noTarget = "no_target"
    /// Probably nobody says these words.
    case notSpeech = "not_speech"
    /// Probably the content does not speak of the target.
    case notAbout = "not_about"
    /// Probably somebody else speaks.
    case noSpeaker = "no_speaker"
    /// The quotation stands inside another one.
    case nested
    /// Fewer than three words.
    case tooShort = "too_short"
    /// The two best stances are too close, or a side is not sure enough.
    case lowMargin = "low_margin"
}
