/// What a word can be, as far as finding quotations needs to know; a word may be several things.
struct WordClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: UInt64) { rawValue = 1 << bit }

    // Pronouns
    static let he = WordClass(bit: 0)
    static let she = WordClass(bit: 1)
    static let they = WordClass(bit: 2)
    static let first = WordClass(bit: 3)
    static let you = WordClass(bit: 4)
    static let it = WordClass(bit: 5)
    /// “who”, “which”, “that” as the subject of a relative clause.
    static let relative = WordClass(bit: 6)
    /// “him”, “them”, “me”.
    static let object = WordClass(bit: 7)
    /// “his”, “their”.
    static let possessive = WordClass(bit: 8)
    /// “others”, “some”, “many”, “one”, “everyone”, which stand alone as subjects.
    static let indefinitePronoun = WordClass(bit: 9)

    // Function words
    static let definite = WordClass(bit: 10)
    static let indefinite = WordClass(bit: 11)
    static let determiner = WordClass(bit: 12)
    static let preposition = WordClass(bit: 13)
    /// “and”, “or”.
    static let coordinator = WordClass(bit: 14)
    /// “but”, “because”, “while”: a clause begins or ends here.
    static let clauseBorder = WordClass(bit: 15)
    /// “that” before a clause.
    static let that = WordClass(bit: 16)
    /// “what”, “how”, “whether”.
    static let question = WordClass(bit: 17)
    static let be = WordClass(bit: 18)
    static let have = WordClass(bit: 19)
    static let modal = WordClass(bit: 20)
    static let doing = WordClass(bit: 21)
    static let negation = WordClass(bit: 22)
    static let adverb = WordClass(bit: 23)
    static let to = WordClass(bit: 24)
    /// “Monday”, “March”, “yesterday”.
    static let time = WordClass(bit: 25)
    static let numeral = WordClass(bit: 26)

    // People and organizations
    static let maleTitle = WordClass(bit: 27)
    static let femaleTitle = WordClass(bit: 28)
    /// A title before a name: “Sen.”, “president”, “professor”.
    static let title = WordClass(bit: 29)
    static let maleName = WordClass(bit: 30)
    static let femaleName = WordClass(bit: 31)
    /// “spokesman”, “analyst”: a person by what he or she does.
    static let role = WordClass(bit: 32)
    /// “officials”, “voters”.
    static let people = WordClass(bit: 33)
    /// “committee”, “university”: a word that organizations are named with.
    static let organization = WordClass(bit: 34)
    /// “poll”, “report”: writings that are quoted as sources.
    static let writing = WordClass(bit: 35)
    /// “statement”, “claim”, “promise”: a noun that a content hangs on.
    static let speechNoun = WordClass(bit: 36)
    /// “Canadian”, “Republican”.
    static let demonym = WordClass(bit: 37)
    /// “van”, “de”, “bin” inside a name.
    static let particle = WordClass(bit: 38)
    /// “Jr.”, “III” after a name.
    static let suffix = WordClass(bit: 39)
    static let place = WordClass(bit: 40)
    static let maleRole = WordClass(bit: 41)
    static let femaleRole = WordClass(bit: 42)
    /// A capitalized word that opens no name: “Then”, “However”.
    static let neverName = WordClass(bit: 43)
    /// A form of a common verb.
    static let verb = WordClass(bit: 44)
    /// “former”, “senior”, “top”: stands before roles.
    static let rank = WordClass(bit: 45)
    static let adjective = WordClass(bit: 46)
    /// “says”, “argues”, “wrote”: a form that can be finite.
    static let reporting = WordClass(bit: 47)
    /// “put”, “came”, “words”: may carry an idiom of saying, as in “as Roe put it”.
    static let idiom = WordClass(bit: 48)

    /// Any personal pronoun that can be a subject.
    static let subjectPronoun: WordClass = [.he, .she, .they, .first, .you, .it]
    /// Words that no noun phrase goes across to the left.
    static let auxiliary: WordClass = [.be, .have, .modal, .doing]
}

/// What the verb of a cue does with its content; the classes are ours, by general knowledge.
enum VerbClass: UInt8, Sendable, CaseIterable {
    case none
    /// say, add, explain, announce: takes quotations and clauses without “that”.
    case say
    /// argue, claim, insist, allege
    case claim
    /// tell, inform, assure: an addressee comes first
    case tell
    /// write, tweet, post
    case write
    /// think, believe, feel
    case think
    /// know, learn, recall, realize
    case know
    /// want, hope, wish
    case want
    /// expect, predict, estimate
    case expect
    /// fear, worry, doubt
    case fear
    /// promise, vow, threaten, offer
    case promise
    /// decide, plan, agree, refuse, seek
    case decide
    /// ask, wonder, question
    case ask
    /// urge, demand, propose, order
    case urge
    /// deny, reject, dismiss
    case deny
    /// admit, acknowledge, confirm
    case admit
    /// praise, welcome, tout
    case praise
    /// criticize, condemn, mock
    case criticize
    /// support, endorse, oppose
    case support
    /// describe, call, label, compare
    case describe
    /// discuss, mention, cite, stress
    case discuss
    /// show, suggest, indicate
    case show
    /// find, see, hear, conclude
    case find
    /// seem, appear
    case seem
    /// laugh, nod, continue, begin: only with a quotation beside it
    case manner
}

/// How a verb is inflected; a form may be several at once.
struct VerbForm: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let base = VerbForm(rawValue: 1)
    static let third = VerbForm(rawValue: 2)
    static let past = VerbForm(rawValue: 4)
    static let participle = VerbForm(rawValue: 8)
    static let gerund = VerbForm(rawValue: 16)
    /// Could also be a noun: “claims”, “plan”.
    static let noun = VerbForm(rawValue: 32)
}
