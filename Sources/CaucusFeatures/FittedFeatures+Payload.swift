extension FittedFeatures {
    /// The vocabularies as bytes, by name: `vocabulary` of the terms, `features` of the words around the
    /// target, and `lexicon` where it is not the built-in one alone.
    public var payload: [(name: String, bytes: [UInt8])] {
        var parts: [(name: String, bytes: [UInt8])] = []
        if let terms { parts.append(("vocabulary", terms.payload.vocabulary)) }
        if let stance {
            parts.append(("features", stance.payload))
            if lexicon.isExtended { parts.append(("lexicon", lexicon.payload)) }
        }
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
        settings: FeatureSettings, termScales: [Float] = [], payload: (String) -> [UInt8]?
    ) throws(FeatureError) {
        let settings = try settings.validated()
        guard termScales.isEmpty == !settings.weighsByCountRatios else {
            throw .damagedVocabulary(
                reason: termScales.isEmpty
                    ? "no factors of the terms" : "factors of terms that have none of their own")
        }
        let lexicon = try Self.lexicon(payload("lexicon"))
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
        self.init(settings: settings, terms: terms, stance: stance, lexicon: lexicon)
    }

    /// The lexicon that was saved, or the built-in one.
    private static func lexicon(_ bytes: [UInt8]?) throws(FeatureError) -> ValenceLexicon {
        guard let bytes else { return .builtIn }
        do {
            return try ValenceLexicon(payload: bytes)
        } catch {
            throw .damagedVocabulary(reason: error.description)
        }
    }
}
