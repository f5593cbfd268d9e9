package import CaucusTarget
package import CaucusText

/// A speech act toward the target, in bytes of the article.
package struct ActClause: Sendable, Hashable {
    package var act: SpeechAct
    /// The verb or noun with its auxiliaries.
    package var cue: Span
    /// The word that carries the act: “accused” in “has never accused”, “criticism” in “his criticism of”.
    package var head: Span
    /// Where it names the target.
    package var place: TargetPlace
    /// How likely it is an act of its source, from 0 to 1.
    package var confidence: Double
}
