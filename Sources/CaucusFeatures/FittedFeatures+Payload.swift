extension FittedFeatures {
    /// The vocabularies as bytes, by name: `vocabulary` of the terms, `features` of the words around the
    /// target.
    public var payload: [(name: String, bytes: [UInt8])] {
        var parts: [(name: String, bytes: [UInt8])] = []
        if let terms { parts.append(("vocabulary", terms.payload.vocabulary)) }
        if let stance { parts.append(("features", stance.payload)) }
        return parts
    }

    /// The factors of the terms' columns where they do not follow from the vocabulary, else empty.
    public var termScales: [Float] {
        settings.weighsByCountRatios ? terms?.payload.idf ?? [] : []
    }

    /// The features that were saved.
    ///
    /// Everything is checked, and nothing is allocated beyond a multiple of the input's size.
    public init(
        settings: FeatureSettings, termScales: [Float] = [], lexicon: ValenceLexicon = .builtIn,
        payload: (String) -> [UInt8]?
    ) throws(FeatureError) {
        let settings = try settings.validated()
        var terms: FittedVectorizer?
        var stance: FittedStanceVectorizer?
        if settings.takesTerms {
            guard let bytes = payload("vocabulary") else {
                throw .damagedVocabulary(reason: "no vocabulary of terms")
            }
            terms = try FittedVectorizer(settings: settings, idf: termScales, vocabulary: bytes)
        }
        if let around = settings.around {
            guard let bytes = payload("features") else {
                throw .damagedVocabulary(reason: "no features of the words around the target")
            }
            stance = try FittedStanceVectorizer(around, payload: bytes, lexicon: lexicon)
        }
        self.init(settings: settings, terms: terms, stance: stance)
    }
}
