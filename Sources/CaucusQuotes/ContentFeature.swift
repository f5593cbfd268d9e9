/// What is true of one candidate for an indirect quotation: the class of its cue, what follows it, what
/// kind of source it has and what its content looks like. None is a word.
struct ContentFeatures: Sendable, Hashable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0

    /// Sets feature `number`, from 0 to 127.
    mutating func insert(_ number: Int) {
        if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
    }

    /// The features that hold.
    var numbers: [Int] {
        (0..<128).filter { $0 < 64 ? low >> UInt64($0) & 1 == 1 : high >> UInt64($0 - 64) & 1 == 1 }
    }

    /// Groups of verb classes that are weighed together with the complement.
    enum Group: Int, CaseIterable {
        case speech, thought, will, attitude, topic, evidence, noun

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
    }

    /// Single facts, after the verb classes and the pairs of group and complement.
    enum Fact: Int, CaseIterable {
        case passive, negated, modal, infinitive, participial, shared, addressee, ambiguous
        case compound, gerundive, present, trailing, accordingTo, noSource, thirdPerson, inanimate
        case firstPerson, you, relative, personName, organization, role, described, personNoun
        case writingNoun, hasEntity, oneWord, twoWords, short, medium, long, veryLong, hasVerb
        case opensWithDeterminer, opensWithPossessive, opensWithName, opensWithPronoun
        case holdsQuotation, toSentenceEnd, isQuestion
    }

    static let pairBase = VerbClass.allCases.count
    static let factBase = pairBase + Group.allCases.count * Cue.Complement.allCases.count

    /// What every number stands for.
    static let names: [String] =
        VerbClass.allCases.map { "\($0)" }
        + Group.allCases.flatMap { group in Cue.Complement.allCases.map { "\(group)-\($0)" } }
        + Fact.allCases.map { "\($0)" }

    mutating func insert(_ fact: Fact, if condition: Bool = true) {
        if condition { insert(Self.factBase + fact.rawValue) }
    }
}
