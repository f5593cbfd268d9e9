package import CaucusText

/// A place of the article that stands for the target, or may do so by a pronoun.
package struct TargetPlace: Sendable, Hashable {
    /// Its words.
    package var span: Span
    /// By which words.
    package var mention: TargetMention

    /// Creates a place.
    package init(span: Span, mention: TargetMention) {
        self.span = span
        self.mention = mention
    }
}
