/// A question that a quotation has to pass before it counts as what somebody says of the leader.
public enum Gate: String, Sendable, Hashable, Codable, CaseIterable {
    /// Does the article report these words as somebody's?
    case speech
    /// Do they speak of the leader?
    case about
    /// Is the speaker whom the row names the one who speaks?
    case speaker
}
