import CaucusLanguage

/// Words that say that somebody speaks, thinks or wants, with the source and the content beside them.
struct Cue: Sendable {
    /// How the cue ties source and content.
    enum Pattern: UInt8, Sendable, CaseIterable {
        /// “Roe said it was late”
        case verb
        /// “…, Roe said”, “…, said Roe” after the content
        case trailing
        /// “according to Roe”
        case accordingTo
        /// “Roe's claim that …”
        case noun
    }

    /// What follows the cue.
    enum Complement: UInt8, Sendable, CaseIterable {
        case nothing, quotation, that, bare, question, infinitive, gerund, phrase, preposition
    }

    /// All words of the cue: “has also said”.
    var words: Range<Int>
    /// The verb or noun that carries the meaning.
    var head: Int
    var verb: VerbClass
    var pattern: Pattern
    var complement: Complement = .nothing
    private var restStart: Int32 = 0
    /// The words of the content, empty where the content is a quotation or stands elsewhere.
    var content: Range<Int>
    var source: NounPhrase?
    /// The source stands after the verb.
    var inverted = false
    var isPassive = false
    var isNegated = false
    var isModal = false
    /// “to say”
    var isInfinitive = false
    /// “saying”
    var isParticipial = false
    /// Hangs on a verb that says nothing of the source's own doing: “is expected to ask”.
    var isUnreal = false
    /// Tells what was not said: “never said”, “could have said”, “if Roe says”.
    var isUnsaid = false
    /// The source is the subject of an earlier verb of the sentence.
    var isShared = false
    /// The person told or asked stands between the verb and the content.
    var hasAddressee = false
    /// A cue only beside marks: “was Roe's reply”, “shot back”.
    var needsMarks = false
    /// The form is as often a noun.
    var isAmbiguous = false
    private var restCount: UInt16 = 0
    /// Who the source is, as an entity, or -1.
    var entity: Int = -1

    /// What of the content stands after a cue in its middle: “is late” in “The bridge, Roe said, is late”.
    ///
    /// Held in six bytes, since cues are copied often; no content is longer than ``ContentFinder/longest``.
    var rest: Range<Int> {
        get { Int(restStart)..<Int(restStart) + Int(restCount) }
        set {
            restStart = Int32(truncatingIfNeeded: newValue.lowerBound)
            restCount = UInt16(truncatingIfNeeded: newValue.count)
        }
    }

    /// Creates a cue without a complement.
    init(
        words: Range<Int>, head: Int, verb: VerbClass, pattern: Pattern,
        complement: Complement = .nothing, content: Range<Int>, source: NounPhrase? = nil,
        inverted: Bool = false
    ) {
        self.words = words
        self.head = head
        self.verb = verb
        self.pattern = pattern
        self.complement = complement
        self.content = content
        self.source = source
        self.inverted = inverted
    }
}
