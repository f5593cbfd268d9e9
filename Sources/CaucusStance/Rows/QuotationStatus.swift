/// Whether a quotation counts in a run, or the one reason why not.
///
/// The first that holds, in the order of the cases from ``nested`` to ``counted``. It is decided once, where the
/// document is scored; ``reprint`` and ``repeated`` when the run is finished, since they depend on other documents. ``excluded`` and
/// ``filtered`` are a report's own: no store holds them.
/// Reports, audits, views and tables read it, and every count that a user sees is a sum of it.
public enum QuotationStatus: String, Sendable, Hashable, Codable, CaseIterable {
    /// The document stopped the program and was left out: it has no quotations.
    case crashed
    /// Nobody says these words, as far as the gates can tell.
    case notSpeech = "not_speech"
    /// It is inside another quotation.
    case nested
    /// The article does not tell who speaks, or not well enough.
    case noSpeaker = "no_speaker"
    /// The leader's own words.
    case leader
    /// It does not speak of the leader, or probably not.
    case notAbout = "not_about"
    /// Fewer than three words, and no act of speech.
    case tooShort = "too_short"
    /// The two likeliest stances are too close.
    case lowMargin = "low_margin"
    /// Another article printed it before.
    case reprint
    /// The same article says it again.
    case repeated
    /// It would count, and the reader of a report has excluded its speaker.
    case excluded
    /// It would count, and a report's filter leaves it out.
    case filtered
    /// It counts: in the shares by its probabilities, and by its stance where that is sure enough.
    case counted

    /// The status without copies: whether one of them may become the other.
    package var isAnswered: Bool { self == .counted || self == .reprint || self == .repeated }

    /// Whether it would count, had the reader of a report not asked for less.
    package var isLeftOut: Bool { self == .excluded || self == .filtered }
}
