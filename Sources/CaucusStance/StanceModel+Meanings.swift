public import CaucusFeatures

extension StanceModel {
    /// What the kinds of its features mean, with an example each; only those that it has.
    ///
    /// - Complexity: O(columns).
    public var meanings: [FeatureMeaning] {
        vectorizer.meanings
            + bases.prefix(1).map { base in
                FeatureMeaning(
                    kind: base.provenance.name, count: base.classes.count,
                    meaning: "What the model says that this one started from, as log odds.",
                    example: "\(base.provenance.name): \(base.labels[0])",
                    exampleMeaning: "how far it says \(base.labels[0])")
            }
    }

    /// What the signs in the names of its features stand for; only those that occur.
    ///
    /// - Complexity: O(bytes of all names).
    public var signs: [FeatureSign] { vectorizer.signs }
}
