public import CaucusStance
public import CaucusText

/// A drawn quotation with what a person needs to label it: a line of a sample file.
public struct SampleRow: Sendable, Hashable {
    /// What names the quotation, its run and the leader.
    public var quotation: String
    public var run: String
    public var target: String
    /// Where it is in its document, in code points.
    public var document: String
    public var start: Int
    public var end: Int
    /// The words.
    public var quote: String
    /// Who speaks as the program tells, or `nil`.
    public var speaker: String?
    /// Direct, mixed or indirect.
    public var form: String
    /// A stretch of the article with the words, and where the words are in it, in code points.
    public var context: String
    public var contextSpan: Span
    /// Where the stretch starts in the document, or `nil` where it is put together of pieces: then borders are fixed.
    public var contextStart: Int?
    /// Where the leader is meant, in code points of the stretch.
    public var targetSpans: [Span]
    public var title: String?
    public var outlet: String?
    public var published: String?
    public var url: String?
    public var purpose: LabelPurpose
    /// How likely it was to be drawn; `nil` for training.
    public var samplingProbability: Double?
    /// What the program says: hidden from who labels.
    public var stance: Stance?
    public var probabilities: StanceProbabilities?
    /// What others said of it, a line each, where it is to be decided between them.
    public var answers: [String] = []

    /// What names a label's quotation across leaders.
    public var key: [String] { [quotation, target] }
}

extension SampleRow {
    /// The row of a drawn quotation.
    ///
    /// - Parameters:
    ///   - probability: how likely it was to be drawn, or `nil` for training.
    ///   - article: the text of its document, or `nil` where nobody gives it: then the words that the store keeps on
    ///     either side are all the context there is.
    public init(_ row: SampleFrame.Row, probability: Double?, article: String? = nil) {
        let quotation = row.quotation
        self.quotation = quotation.id
        run = row.run
        target = quotation.target
        document = quotation.documentID
        (start, end) = (quotation.start, quotation.end)
        quote = quotation.text
        speaker = quotation.speaker?.name
        form = quotation.form.rawValue
        title = row.document?.title
        outlet = row.document?.source
        published = row.document?.published
        url = row.document?.url
        purpose = probability == nil ? .training : .shares
        samplingProbability = probability
        stance = quotation.stance
        probabilities = quotation.probabilities
        let around =
            article.flatMap { SampleContext(quotation, in: $0) } ?? SampleContext(stored: quotation)
        context = around.text
        contextSpan = around.span
        contextStart = around.start
        targetSpans = around.targets
    }
}
