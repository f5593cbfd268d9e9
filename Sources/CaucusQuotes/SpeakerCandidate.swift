/// Somebody who may be the speaker of a quotation, and why.
struct SpeakerCandidate: Sendable {
    var source: NounPhrase?
    var entity: Int
    /// The cue, as an index, or -1.
    var cue: Int
    var rule: SpeakerRule
    var features = SpeakerFeatures()
    /// The score under the ranker, once it is weighed.
    var score = 0.0
}

/// How the speaker of a quotation was found, in the word that users see.
enum SpeakerRule: String, Sendable {
    case unattributed, label, colon, name, noun, subject, transcript
    case trailingCue = "trailing-cue"
    case leadingCue = "leading-cue"
    case cueAfter = "cue-after"
    case cueBefore = "cue-before"
    case sameSpeaker = "same-speaker"
    case speakerBefore = "speaker-before"
    case sharedSubject = "shared-subject"
    case accordingTo = "according-to"
}

/// Who spoke before a quotation, and where.
struct EarlierSpeaker: Sendable {
    var source: NounPhrase
    var entity: Int
    var cue: Int
    /// The words of the last piece of what was said.
    var place: Range<Int>
}
