import CaucusLanguage
import CaucusText

/// Somebody the document only describes: “a senior official”.
struct DescribedSource: Sendable {
    var phrase: NounPhrase
    var gender: Gender
    var isPlural: Bool
    /// The people named who speak together, as entities; empty where nobody is named.
    var members: [Int] = []
}

/// Ties sources to entities: names by the table, pronouns and roles by what was named and said before.
///
/// Entities from `table.entities.count` on are described sources, one for each description; “the
/// official” goes back to the latest “a senior official”, and no two descriptions are ever merged
/// otherwise.
struct Resolver {
    let reading: Reading
    let phrases: PhraseReader
    let table: EntityTable
    var described: [DescribedSource] = []
    /// Who was named or quoted outside quotations, newest last; at most 64 are kept.
    var recent: [Place] = []
    private var nextMention = 0
    var lastSpeaker = -1
    /// Who “I” is outside quotations, or -1.
    let writer: Int
    /// Who is named in what the cue at hand says: seldom the “he” or “the mayor” who says it.
    var named: [Int] = []
    private var nextSentence = 0
    /// Whether a mention is the source of a cue.
    var speaking: [Bool]
    /// The entities that are sources by name.
    var speakers: Set<Int> = []
    /// Words of roles that sources gave to entities.
    var roles: [Int: Set<UInt64>] = [:]

    /// A place where somebody came up.
    struct Place {
        var entity: Int
        var word: Int
        var isSubject: Bool
        /// Somebody else's relative clause holds the name: “Penn, who has known Roe since school”.
        var isInRelative = false
        /// “Roe's proposal”
        var isOwner = false
    }

    init(_ reading: Reading, _ phrases: PhraseReader) {
        self.reading = reading
        self.phrases = phrases
        table = phrases.names
        speaking = Array(repeating: false, count: phrases.names.mentions.count)
        writer = Byline(reading: reading, names: phrases.names).writer
    }

    /// Gives every cue the entity of its source.
    mutating func resolve(_ cues: inout [Cue]) {
        noteSpeaking(cues)
        for i in cues.indices {
            guard let source = cues[i].source else { continue }
            advance(to: source.head)
            let isSpeech =
                cues[i].pattern == .accordingTo
                || Self.isSpeech(cues[i].verb) && !cues[i].isInfinitive && !cues[i].isShared
            // “He called it “late” and vowed to return”: one subject, one person.
            let isSame =
                i > 0 && source.kind == .pronoun && cues[i].isShared && !cues[i].isParticipial
                && !cues[i].isInfinitive && cues[i - 1].source?.words == source.words
            let joint =
                source.mention >= 0 || source.kind != .pronoun ? jointSource(cues[i], source) : nil
            if source.mention < 0, !isSame { named = names(in: cues[i], source) }
            let entity = isSame ? cues[i - 1].entity : joint ?? entity(of: source, isSpeech)
            cues[i].entity = entity
            guard entity >= 0, isSpeech else { continue }
            if entity >= table.entities.count { note(entity, source.head, isSubject: true) }
            lastSpeaker = entity
        }
    }

    /// The people of a source, where several say or think something.
    private mutating func jointSource(_ cue: Cue, _ source: NounPhrase) -> Int? {
        switch cue.verb {
        case .say, .claim, .tell, .write, .ask, .admit, .think, .know, .want, .expect, .fear,
            .promise, .decide,
            .urge, .deny:
            joint(cue, source)
        default: nil
        }
    }

    /// Whether a verb of the class reports words rather than thoughts.
    static func isSpeech(_ verb: VerbClass) -> Bool {
        switch verb {
        case .say, .claim, .tell, .write, .ask, .admit: true
        default: false
        }
    }

    /// Takes in the names and the pronouns that open sentences before word `i`.
    private mutating func advance(to i: Int) {
        while nextSentence < reading.sentences.count,
            reading.sentences[nextSentence].lexemes.lowerBound < i
        {
            let first = reading.sentences[nextSentence].lexemes.lowerBound
            nextSentence += 1
            advanceNames(to: first)
            if first + 1 < i { noteSubject(at: first) }
        }
        advanceNames(to: i)
    }

    /// “He was flattered.”, “But she left.”: who opens a sentence as a pronoun came up.
    ///
    /// Of 1,237 judged quotations of “he” and “she” 1,037 have the right speaker with it, 1,016 without.
    private mutating func noteSubject(at start: Int) {
        var first = start
        if reading.words[first].has([.coordinator, .clauseBorder, .adverb]) { first += 1 }
        let word = reading.words[first]
        guard word.has([.he, .she]), phrases.quoteOfWord[first] < 0 else { return }
        named = []
        let entity = entity(ofPronoun: first, false)
        if entity >= 0 { note(entity, first, isSubject: true) }
    }

    private mutating func advanceNames(to i: Int) {
        while nextMention < table.mentions.count,
            table.mentions[nextMention].whole.lowerBound < i
        {
            let mention = table.mentions[nextMention]
            nextMention += 1
            guard mention.entity >= 0, phrases.quoteOfWord[mention.name.lowerBound] < 0,
                !PhotoCredit.holds(mention, reading)
            else { continue }
            let isSubject = speaking[nextMention - 1] || isSubject(mention)
            note(
                mention.entity, mention.name.lowerBound, isSubject: isSubject,
                isInRelative: isInRelative(mention))
            recent[recent.count - 1].isOwner = isOwner(mention)
        }
    }

    /// Whether “who” stands before the name, no comma between; looks at ten words.
    private func isInRelative(_ mention: NameMention) -> Bool {
        guard mention.kind == .person else { return false }
        var i = mention.whole.lowerBound - 1
        let limit = max(1, mention.whole.lowerBound - 10)
        let who = Self.who
        while i > limit, reading.words[i].isWord {
            if reading.words[i].key == who { return true }
            i -= 1
        }
        return false
    }

    /// Whether a name opens its sentence and is no part of a longer phrase (“the Oram councilor”).
    private func isSubject(_ mention: NameMention) -> Bool {
        let sentence = reading.sentence(of: mention.name.lowerBound)
        let first = mention.whole.lowerBound
        // “A spokeswoman for Jane Roe”, but not “Secretary of State Jane Roe”
        if first - 1 > sentence.lowerBound, reading.words[first - 1].has(.preposition),
            reading.words[first - 2].has([.role, .people]),
            !reading.words[first - 2].has(.title) || !reading.words[first - 2].isCapitalized
        {
            return false
        }
        guard opens(first, sentence),
            mention.whole.upperBound < sentence.upperBound
        else { return false }
        let next = reading.words[mention.whole.upperBound]
        return next.has([.verb, .auxiliary, .adverb, .relative, .coordinator]) || !next.isWord
            || reading.endsLike(mention.whole.upperBound, "ed")
            || reading.endsLike(mention.whole.upperBound, "s") && !next.has([.people, .role])
    }

    /// Whether a subject may start at `i`: among the first words of the sentence, after “For the board,”, or
    /// after the closing mark of a quotation.
    private func opens(_ i: Int, _ sentence: Range<Int>) -> Bool {
        if i - sentence.lowerBound <= 3 { return true }
        let before = reading.words[i - 1]
        if before.isDoubleMark { return true }
        return before.kind == .comma && i - sentence.lowerBound <= 8
            && reading.words[sentence.lowerBound].has(.preposition)
    }

    private mutating func note(
        _ entity: Int, _ word: Int, isSubject: Bool, isInRelative: Bool = false
    ) {
        recent.append(
            Place(
                entity: entity, word: word, isSubject: isSubject, isInRelative: isInRelative))
        if recent.count > 64 { recent.removeFirst(32) }
    }

    /// The entity a source stands for, or -1.
    mutating func entity(of source: NounPhrase, _ isSpeech: Bool) -> Int {
        if source.mention >= 0 {
            let entity = table.mentions[source.mention].entity
            noteRoles(source, of: entity)
            return entity
        }
        if let named = namedAfterOffice(source) { return named }
        let head = reading.words[source.head]
        if source.kind == .pronoun {
            if head.has(.relative) { return antecedent(before: source.head, isSpeech) }
            return entity(ofPronoun: source.head, isSpeech)
        }
        if reading.words[source.words.lowerBound].has(.definite) {
            let bearer = bearer(of: source)
            if bearer >= 0 { return bearer }
            if head.has(.organization), let found = organization(named: head.key) { return found }
            if let same = sameDescription(source) { return same }
            if isSpeech, let known = newlyCalled(source) { return known }
        }
        guard isSpeech else { return -1 }
        return describe(source)
    }

    /// “The governor, Jane Roe,” makes Jane Roe the governor.
    private mutating func noteRoles(_ source: NounPhrase, of entity: Int) {
        guard entity >= 0, source.words.count > 2 else { return }
        for i in source.words
        where reading.words[i].has([.role, .title]) && table.mentionOfWord[i] < 0 {
            roles[entity, default: []].insert(reading.words[i].key)
        }
    }

    /// The latest organization with a word in its name: “the chamber” for “Lowfen Chamber of Commerce”.
    private func organization(named key: UInt64) -> Int? {
        for place in recent.reversed().prefix(48) where place.entity < table.entities.count {
            let name = table.entities[place.entity].name
            guard table.entities[place.entity].kind == .organization, name.count > 1 else {
                continue
            }
            if name.contains(where: { reading.words[$0].key == key }) { return place.entity }
        }
        return nil
    }

    static let who = LetterFolding.key(of: "who")
}
