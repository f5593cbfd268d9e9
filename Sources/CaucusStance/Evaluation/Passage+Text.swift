public import CaucusTarget
public import CaucusFeatures
import CaucusLanguage
import CaucusQuotes
import CaucusText

extension Passage {
    /// The passage of a text that stands alone: the target, and the speaker where one is named, wherever
    /// their names stand in it.
    ///
    /// - Complexity: O(bytes of the text).
    public init(text: String, target: StanceTarget, speaker: String? = nil) {
        let words = Reading(text)
        let speakers = speaker.map { PhraseTable(StanceTarget(name: $0).names) }
        let found = speakers?.matches(in: words).map(\.span) ?? []
        self.init(
            text: text, targets: TargetResolver(target: target).spans(in: words), speakers: found,
            isSpeech: speaker != nil && found.isEmpty)
        facts = PassageFact.found(in: self)
    }
}

extension ScoredQuotation {
    /// The passage by which the quotation was scored, or `nil` where it was not, or where the row was read from a
    /// store without it.
    public var scoredPassage: Passage? {
        var passage = score.passage?.passage(of: facts.text)
        passage?.facts = PassageFact.facts(act: score.act, speaker: facts.speaker)
        return passage
    }
}
