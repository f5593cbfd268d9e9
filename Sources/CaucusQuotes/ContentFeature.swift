import CaucusLanguage

/// What is true of one candidate for an indirect quotation: the class of its cue, what follows it, what
/// kind of source it has and what its content looks like. None is a word.
enum ContentFeature: Int, CaseIterable, Sendable {
    // What the cue does; one of them holds
    case speech, thought, will, attitude, topic, evidence, noun

    // What follows the cue; one of them holds
    case nothing, quotation, thatClause, bareClause, questionClause, infinitiveClause, gerundClause
    case phrase, prepositionPhrase

    // Both at once, where speech differs from the other groups
    case speechThat, speechBare, speechInfinitive, askedQuestion

    // How the cue stands
    case modal, infinitive, participial, shared, ambiguous, gerundive, present, trailing
    case accordingTo, negated, inverted
    /// “if she says so”
    case conditional
    /// “When asked whether it was late, Roe said, “No””: the words before the cue are no content of it.
    case leadsToQuotation
    /// “Who says that it is late?”
    case inQuestion

    // The source
    case noSource, thirdPerson, firstPerson, relative, personName, role, described, personNoun
    case writingNoun, hasEntity
    /// “it”, “you”, “one”
    case genericSource

    // The content
    case oneWord, twoWords, short, medium, long, veryLong, hasVerb, opensWithDeterminer
    case opensWithPossessive, opensWithName, opensWithPronoun, holdsQuotation, toSentenceEnd
    case opensWithBorder, lacksFiniteVerb
    /// “Roe praised the plan”, “the board opposed it”: somebody with an attitude to a thing.
    case attitudeOfSomebody
    /// “praised her”
    case attitudeShort
    /// Before “and”, “but” or a comma, where the sentence goes on.
    case bounded
    /// Around its cue: “The bridge, Roe said, is late”.
    case split
}

extension ContentFeature {
    /// The group of a verb class.
    init(_ verb: VerbClass) {
        switch verb {
        case .none: self = .noun
        case .say, .claim, .tell, .write, .admit, .ask, .manner: self = .speech
        case .think, .know, .expect, .fear: self = .thought
        case .want, .promise, .decide, .urge: self = .will
        case .deny, .praise, .criticize, .support: self = .attitude
        case .describe, .discuss: self = .topic
        case .show, .find, .seem: self = .evidence
        }
    }

    init(_ complement: Cue.Complement) {
        switch complement {
        case .nothing: self = .nothing
        case .quotation: self = .quotation
        case .that: self = .thatClause
        case .bare: self = .bareClause
        case .question: self = .questionClause
        case .infinitive: self = .infinitiveClause
        case .gerund: self = .gerundClause
        case .phrase: self = .phrase
        case .preposition: self = .prepositionPhrase
        }
    }
}

/// A class of verbs with what follows: “asks whether”, “decides to”.
struct ContentPair: Hashable, Sendable, CaseIterable {
    let verb: VerbClass
    let complement: Cue.Complement

    init(_ verb: VerbClass, _ complement: Cue.Complement) {
        self.verb = verb
        self.complement = complement
    }

    /// Its place among ``allCases``.
    var number: Int {
        Int(verb.rawValue) * Cue.Complement.allCases.count + Int(complement.rawValue)
    }

    static let allCases = VerbClass.allCases.flatMap { verb in
        Cue.Complement.allCases.map { ContentPair(verb, $0) }
    }
}

/// A set of ``ContentFeature``s as bits, and the one pair that holds.
struct ContentFeatures: Sendable, Hashable {
    private(set) var bits: UInt64 = 0
    /// The class of the cue with its complement, as a number.
    let pair: Int

    init(_ pair: ContentPair) { self.pair = pair.number }

    @inline(__always)
    mutating func insert(_ feature: ContentFeature, if condition: Bool = true) {
        if condition { bits |= 1 << UInt64(feature.rawValue) }
    }
    func contains(_ feature: ContentFeature) -> Bool { bits & (1 << UInt64(feature.rawValue)) != 0 }
}
