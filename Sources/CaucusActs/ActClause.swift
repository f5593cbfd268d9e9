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
    /// How it was read; empty where the speaker does it by words of a quotation.
    package var traits: ActTraits
    /// The row of the table that it was read by, as a number of its rows.
    package var pattern: Int
}
