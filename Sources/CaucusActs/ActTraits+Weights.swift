/// The weights of how an act was read: a logistic regression on 619 acts in news articles that
/// language models judged. Made by `make act-weights`; do not edit by hand.
extension ActTraits {
    /// The log odds of an active verb with the target's name as its object.
    static let level = -0.34
    /// In the order of ``all``.
    static let weights: [Double] = [
        -0.58,  // passive
        -0.08,  // received
        -0.40,  // noun
        -0.51,  // adjective
        -0.27,  // owned
        -0.20,  // shared
        -0.03,  // promised
        -0.71,  // weak
        -0.30,  // unnamed
        -0.93,  // unlisted
        -0.29,  // hearsay
        0.00,  // infinitive
        0.00,  // gerund
    ]
    /// What the row of the table adds, of rows with 15 acts and more.
    static let rows: [(name: String, weight: Double)] = []
}
