import CaucusEncoder
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
            + (encoderChecksum == nil
                ? []
                : [
                    FeatureMeaning(
                        kind: "encoder", count: EncoderOpinion.count,
                        meaning: "What the encoder says of the sentences as a whole, as log odds; "
                            + "explain tells them as one.",
                        example: "encoder: \(EncoderOpinion.names[0])",
                        exampleMeaning: "how far it says \(EncoderOpinion.names[0])")
                ])
    }

    /// What the signs in the names of its features stand for; only those that occur.
    ///
    /// - Complexity: O(bytes of all names).
    public var signs: [FeatureSign] { vectorizer.signs }
}
