/// How a ``GateModel`` was made, for its card.
public struct GateProvenance: Sendable, Hashable, Codable {
    /// The model's name.
    public var name: String
    /// The version of Caucus that fitted it.
    public var version: String
    /// How many judged quotations it learned from, about how many leaders, in how many articles.
    public var examples: Int
    public var leaders: Int
    public var articles: Int
    /// The penalty, as ``CaucusLearning/LogisticRegression/c``.
    public var c: Double
    /// The checksum of the stance model that the thresholds were chosen with.
    public var stanceModel: String
    /// From which probability of all gates on a quotation counts.
    public var keep: Double
    /// What share of answered favor and against was wholly right on leaders held out, from which probability on; rising.
    public var precisions: [AnswerPrecision]
    /// The same for answered neutral.
    public var neutralPrecisions: [AnswerPrecision]
    /// The area under the curve of each gate on leaders held out, in the order of ``Gate``.
    public var areas: [Double]
    /// How well they do by form, mention and leader, on leaders held out; `nil` where that was not measured.
    public var slices: [JudgedSlice]?
    /// The digest of the encoder whose opinions they weigh, or `nil`.
    public var encoder: String?
    /// From which probability of the gates that read words alone on the encoder is asked, or `nil`.
    public var sieve: Double?
    /// How they were fitted anew to labels, first to last; `nil` where they were not. The other figures are of before.
    public var refits: [Refit]?

    /// Creates a description.
    public init(
        name: String, version: String, examples: Int, leaders: Int, articles: Int, c: Double,
        stanceModel: String, keep: Double, precisions: [AnswerPrecision],
        neutralPrecisions: [AnswerPrecision], areas: [Double],
        slices: [JudgedSlice]? = nil, encoder: String? = nil, sieve: Double? = nil
    ) {
        self.name = name
        self.version = version
        self.examples = examples
        self.leaders = leaders
        self.articles = articles
        self.c = c
        self.stanceModel = stanceModel
        self.keep = keep
        self.precisions = precisions
        self.neutralPrecisions = neutralPrecisions
        self.areas = areas
        self.slices = slices
        self.encoder = encoder
        self.sieve = sieve
    }

    /// A refit, and what was fitted anew.
    public struct Refit: Sendable, Hashable, Codable {
        /// The gates that judged the labeled quotations.
        public var name: String
        public var checksum: String
        public var fit: GateRefit

        init(of name: String, _ checksum: String, _ fit: GateRefit) {
            self.name = name
            self.checksum = checksum
            self.fit = fit
        }
    }

    /// One point of the curve of precision against threshold.
    public struct AnswerPrecision: Sendable, Hashable, Codable {
        /// The least probability that speech, speaker, leader and stance are right.
        public var threshold: Double
        /// The share of answers at and above it that were wholly right, with its 95 % interval.
        public var precision: Double
        public var low: Double
        public var high: Double
        /// The share of the quotations with such a stance that got it.
        public var recall: Double

        /// Creates a point.
        public init(
            threshold: Double, precision: Double, low: Double, high: Double, recall: Double
        ) {
            self.threshold = threshold
            self.precision = precision
            self.low = low
            self.high = high
            self.recall = recall
        }
    }
}
