/// What stands around a quotation that has no word for the target: plain facts, by which it may be about the target all the
/// same, as “It was a disgrace” is after “Roe criticized Marwick's plan”.
package struct Surroundings: Sendable, Hashable {
    /// What the quotation before or after it is.
    package enum Neighbor: String, Sendable, Hashable {
        /// One by the same speaker that speaks of the target.
        case ownAbout
        /// Another's that speaks of the target.
        case about
        /// The target's own words.
        case target
        case other, none
    }

    /// Paragraphs since the target was last named, and until it is named again; `nil` where it is not.
    package var paragraphsSince: Int?
    package var paragraphsUntil: Int?
    /// Bytes since the target was last named.
    package var bytesSince: Int?
    package var before = Neighbor.none
    package var after = Neighbor.none
    /// Bytes since the speaker last spoke of the target, or `nil`.
    package var bytesSinceOwn: Int?
    /// How many other people the words name, at most 3.
    package var others = 0
    /// Whether the speaker is told to speak of the target: “…,” Roe said of Marwick.
    package var isSaidOfTarget = false
    /// Whether the words that name the speaker name the target too: “Marwick's lawyer”.
    package var isSourceOfTarget = false

    /// Bytes that are near.
    private static let near = (name: 250, own: 500)

    /// Whether there is a reason at all to think of the target.
    var isNear: Bool {
        paragraphsSince == 0 || paragraphsUntil == 0 || before == .about || before == .ownAbout
            || bytesSince.map { $0 <= Self.near.name } ?? false
            || bytesSinceOwn.map { $0 <= Self.near.own } ?? false
    }
}
