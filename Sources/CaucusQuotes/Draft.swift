import CaucusLanguage
import CaucusText

/// One quotation in words rather than bytes, while it is being put together.
struct DraftQuotation: Sendable {
    var form: Quotation.Form
    /// Contents, in order.
    var pieces: [Range<Int>]
    /// The cue, as an index, or -1.
    var cue: Int
    /// The source beside or before it.
    var source: NounPhrase?
    var entity: Int
    var rule: SpeakerRule
    var confidence: Double
    /// The marked stretches that are its pieces.
    var marks: [Int] = []
    /// The marked stretches inside a line of a transcript, which somebody else may have said.
    var inner: [Int] = []
}

/// The quotations of a document as they are found, form by form.
struct Draft: Sendable {
    let scene: Scene
    var quotations: [DraftQuotation] = []
    var rejected: [(span: Span, reason: String)] = []
    /// For every word: whether an indirect quotation or a transcript's line holds it.
    var covered: [Bool]
    /// For every marked stretch: whether an indirect quotation holds it already.
    var isTaken: [Bool]
    /// What weighs candidates: the standard ones but where weights are fitted.
    var ranker = SpeakerRanker.standard
    var judge = ContentJudge.standard
    /// What was weighed, where somebody asks.
    var trace: Trace?

    init(_ scene: Scene, tracing: Bool = false) {
        self.scene = scene
        covered = Array(repeating: false, count: scene.reading.words.count + 1)
        isTaken = Array(repeating: false, count: scene.marks.count)
        trace = tracing ? Trace() : nil
    }

    func word(_ i: Int) -> Word { scene.reading.words[i] }
}
