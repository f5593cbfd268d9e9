/// The weights of how an act was read: a logistic regression on 609 acts in news articles that
/// language models judged. Made by `make act-weights`; do not edit by hand.
extension ActTraits {
    /// The log odds of an active verb with the target's name as its object.
    static let level = -0.10
    /// In the order of ``all``.
    static let weights: [Double] = [
        -0.79,  // passive
        -0.13,  // received
        -0.58,  // noun
        -0.96,  // adjective
        -0.32,  // owned
        -0.16,  // shared
        0.05,  // promised
        -0.41,  // weak
        -0.36,  // unnamed
        -0.98,  // unlisted
        -0.54,  // hearsay
        0.06,  // infinitive
        -0.34,  // gerund
    ]
    /// What the row of the table adds, of rows with 15 acts and more.
    static let rows: [(name: String, weight: Double)] = [
        ("adjective is", 0.35),  // 20 acts
        ("noun carried", 0.79),  // 23 acts
        ("noun owner", -0.69),  // 30 acts
        ("verb attitude", -1.39),  // 102 acts
        ("verb doing", -1.46),  // 111 acts
        ("verb object", 0.93),  // 241 acts
    ]
}
