/// The weights of how an act was read: a logistic regression on 582 acts in news articles that
/// language models judged. Made by `make act-weights`; do not edit by hand.
extension ActTraits {
    /// The log odds of an active verb with the target's name as its object.
    static let level = -0.35
    /// In the order of ``all``.
    static let weights: [Double] = [
        -0.58,  // passive
        -0.02,  // received
        -0.41,  // noun
        -0.50,  // adjective
        -0.22,  // owned
        -0.14,  // shared
        -0.00,  // promised
        -0.81,  // weak
        -0.38,  // unnamed
        -1.01,  // unlisted
        -0.25,  // hearsay
    ]
}
