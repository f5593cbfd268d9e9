extension FittedVectorizer {
    /// The parts of a vectorizer to save.
    public struct Payload: Sendable, Equatable {
        /// The factor of each column. It may be left out of a file: ``init(settings:idf:vocabulary:)``
        /// finds it again from the document frequencies.
        public var idf: [Float]
        /// The names and document frequencies of the columns; about five bytes a column.
        public var vocabulary: [UInt8]
    }

    /// The parts to save.
    ///
    /// - Complexity: O(columns · log columns), for the sorting of the names.
    public var payload: Payload {
        Payload(idf: scales, vocabulary: VocabularyEncoder.encoded(vocabulary))
    }

    /// The vectorizer that was saved as `vocabulary`, and `idf` unless that is empty.
    ///
    /// Everything is checked, and nothing is allocated beyond a multiple of the input's size.
    public init(
        settings: FeatureSettings, idf: [Float] = [], vocabulary: [UInt8]
    ) throws(FeatureError) {
        let settings = try settings.validated()
        let known = try VocabularyDecoder.decoded(vocabulary)
        guard !idf.isEmpty else {
            self.init(settings, known)
            return
        }
        guard idf.count == known.count else {
            throw .damagedVocabulary(
                reason: "\(idf.count) factors for \(known.count) columns")
        }
        guard idf.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else {
            throw .damagedVocabulary(reason: "a factor is no number below a million")
        }
        self.init(settings, known, scales: idf)
    }
}
