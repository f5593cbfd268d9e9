import CaucusText

/// Somebody the document only describes: “a senior official”.
struct DescribedSource: Sendable {
    var phrase: NounPhrase
    var gender: Gender
    var isPlural: Bool
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
    /// Words of roles that sources gave to entities.
    var roles: [Int: Set<UInt64>] = [:]

    /// A place where somebody came up.
    struct Place {
        var entity: Int
        var word: Int
        var isSubject: Bool
    }

    init(_ reading: Reading, _ phrases: PhraseReader) {
        self.reading = reading
        self.phrases = phrases
        table = phrases.names
    }

    /// Gives every cue the entity of its source.
    mutating func resolve(_ cues: inout [Cue]) {
        for i in cues.indices {
            guard let source = cues[i].source else { continue }
            advance(to: source.head)
            let isSpeech =
                cues[i].pattern == .accordingTo
                || Self.isSpeech(cues[i].verb) && !cues[i].isInfinitive && !cues[i].isShared
            let entity = entity(of: source, isSpeech)
            cues[i].entity = entity
            guard entity >= 0, isSpeech else { continue }
            if entity >= table.entities.count { note(entity, source.head, isSubject: true) }
            lastSpeaker = entity
        }
    }

    /// Whether a verb of the class reports words rather than thoughts.
    static func isSpeech(_ verb: VerbClass) -> Bool {
        switch verb {
        case .say, .claim, .tell, .write, .ask, .admit: true
        default: false
        }
    }

    /// Takes in the names before word `i`.
    private mutating func advance(to i: Int) {
        while nextMention < table.mentions.count,
            table.mentions[nextMention].whole.lowerBound < i
        {
            let mention = table.mentions[nextMention]
            nextMention += 1
            guard mention.entity >= 0, phrases.quoteOfWord[mention.name.lowerBound] < 0 else {
                continue
            }
            note(mention.entity, mention.name.lowerBound, isSubject: isSubject(mention))
        }
    }

    /// Whether a name opens its sentence and is no part of a longer phrase (“the Oram councilor”).
    private func isSubject(_ mention: NameMention) -> Bool {
        let sentence = reading.sentence(of: mention.name.lowerBound)
        guard opens(mention.whole.lowerBound, sentence),
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

    private mutating func note(_ entity: Int, _ word: Int, isSubject: Bool) {
        recent.append(Place(entity: entity, word: word, isSubject: isSubject))
        if recent.count > 64 { recent.removeFirst(32) }
    }

    /// The entity a source stands for, or -1.
    private mutating func entity(of source: NounPhrase, _ isSpeech: Bool) -> Int {
        if source.mention >= 0 {
            let entity = table.mentions[source.mention].entity
            noteRoles(source, of: entity)
            return entity
        }
        let head = reading.words[source.head]
        if source.kind == .pronoun {
            if head.has(.relative) { return antecedent(before: source.head) }
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

    private mutating func entity(ofPronoun i: Int, _ isSpeech: Bool) -> Int {
        let word = reading.words[i]
        if word.has(.he) || word.key == Self.his { return person(.male, i) }
        if word.has(.she) || word.key == Self.her { return person(.female, i) }
        if word.has(.they) || word.key == Self.their {
            return isSpeech
                ? newSubject(before: i) { $0.isPlural } ?? several(before: i)
                : several(before: i)
        }
        guard word.has(.it), isSpeech else { return -1 }
        let found = organization(before: i)
        return found >= 0 ? found : newSubject(before: i) { _ in true } ?? -1
    }

    /// The described subject of the sentence before the quotation, where `fits` takes it: “Two nurses came
    /// in. “…,” they said.”
    private mutating func newSubject(
        before i: Int, _ fits: (DescribedSource) -> Bool
    ) -> Int? {
        guard let number = setting(before: i), var subject = phrases.firstSubject(of: number) else {
            return nil
        }
        if reading.words[subject.head].has(.relative) {
            // “Two nurses who were there left”
            let start = reading.sentences[number].lexemes.lowerBound
            guard let noun = phrases.phrase(endingAt: subject.head, from: start) else { return nil }
            subject = noun
        }
        guard subject.mention < 0, subject.kind == .described || subject.kind == .role else {
            return nil
        }
        if let same = described.suffix(16).lastIndex(where: { $0.phrase.head == subject.head }) {
            return fits(described[same]) ? table.entities.count + same : nil
        }
        guard fits(description(subject)) else { return nil }
        return describe(subject)
    }

    /// The sentence that sets the scene for what is said at word `i`: the last one before its sentence
    /// with a word outside quotations; looks at 160 words, no farther than the paragraph before.
    private func setting(before i: Int) -> Int? {
        var k = reading.sentence(of: i).lowerBound - 1
        let end = max(0, i - 160)
        while k >= end, phrases.quoteOfWord[k] >= 0 || !reading.words[k].isWord { k -= 1 }
        guard k >= end, reading.paragraph(of: i) - reading.paragraph(of: k) <= 1 else {
            return nil
        }
        // “They have been offered a post”: the sentence before says who they are.
        var sentence = reading.sentence(of: k)
        for _ in 0..<3 {
            let before = sentence.lowerBound - 1
            guard reading.words[sentence.lowerBound].has(.subjectPronoun), before >= 0,
                reading.paragraph(of: before) == reading.paragraph(of: k),
                phrases.quoteOfWord[before] < 0
            else { break }
            sentence = reading.sentence(of: before)
        }
        return Int(reading.sentenceOfWord[sentence.lowerBound])
    }

    private static let her = LetterFolding.key(of: "her")
    private static let his = LetterFolding.key(of: "his")
    private static let their = LetterFolding.key(of: "their")

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
            let entity = table.entities[place.entity]
            guard entity.kind == .organization, entity.name.count > 1 else { continue }
            if entity.name.contains(where: { reading.words[$0].key == key }) { return place.entity }
        }
        return nil
    }

    /// The name right before “who”.
    private func antecedent(before i: Int) -> Int {
        var k = i - 1
        while k >= 0, i - k < 3 {
            if table.mentionOfWord[k] >= 0 {
                return table.mentions[Int(table.mentionOfWord[k])].entity
            }
            if reading.words[k].kind != .comma { return -1 }
            k -= 1
        }
        return -1
    }

    private func gender(of entity: Int) -> Gender {
        entity < table.entities.count
            ? table.entities[entity].gender : described[entity - table.entities.count].gender
    }

    private func isPerson(_ entity: Int) -> Bool {
        entity < table.entities.count
            ? table.entities[entity].kind == .person
            : !described[entity - table.entities.count].isPlural
    }

    /// The person a pronoun stands for: near, a subject, the last speaker, of that gender.
    private func person(_ gender: Gender, _ i: Int) -> Int {
        best(before: i) { entity in
            guard isPerson(entity), self.gender(of: entity).agrees(with: gender) else { return nil }
            if self.gender(of: entity) == gender { return 1 }
            guard entity < table.entities.count else {
                let head = reading.words[described[entity - table.entities.count].phrase.head]
                return head.has([.writing, .organization]) ? nil : head.has(.role) ? -0.2 : -0.8
            }
            // A single word of no known gender is as likely a place.
            return table.entities[entity].name.count > 1 ? 0 : -1
        }
    }

    /// Who “they” are: several, an organization, or a person who goes by “they”.
    private func several(before i: Int) -> Int {
        let setting = setting(before: i)
        return best(before: i) { entity in
            if entity >= table.entities.count {
                return described[entity - table.entities.count].isPlural ? 1 : nil
            }
            switch table.entities[entity].kind {
            case .organization: return table.entities[entity].name.count > 1 ? -0.3 : -0.8
            case .person:
                let gender = gender(of: entity)
                if gender == .neutral { return 3 }
                if isSubject(entity, of: setting), !table.entities[entity].isGenderTold {
                    return 0.3
                }
                return gender == .unknown ? -1 : nil
            case .place: return nil
            }
        }
    }

    /// Whether somebody who came up of late is the subject of a sentence.
    private func isSubject(_ entity: Int, of sentence: Int?) -> Bool {
        guard let sentence else { return false }
        return recent.suffix(12).contains {
            $0.entity == entity && $0.isSubject
                && Int(reading.sentenceOfWord[$0.word]) == sentence
        }
    }

    /// The organization “it” is, when it speaks.
    private func organization(before i: Int) -> Int {
        best(before: i) { entity in
            guard entity < table.entities.count, table.entities[entity].kind == .organization else {
                return nil
            }
            return 0
        }
    }

    /// The best of the latest 24 places, by what `fit` adds for an entity; `nil` from it rules one out.
    private func best(before i: Int, fit: (Int) -> Double?) -> Int {
        let paragraph = reading.paragraph(of: i)
        var setting: Int??
        var best = -1
        var bestScore = -Double.infinity
        for (age, place) in recent.reversed().enumerated() {
            if age > 24 { break }
            guard let bonus = fit(place.entity) else { continue }
            let distance = paragraph - reading.paragraph(of: place.word)
            if distance > 4 { break }
            var score = bonus - 0.25 * Double(age) - 0.5 * Double(distance)
            if place.isSubject {
                score += 1
                let scene = setting ?? self.setting(before: i)
                setting = .some(scene)
                if scene == Int(reading.sentenceOfWord[place.word]) { score += 0.7 }
            }
            if place.entity == lastSpeaker { score += 0.8 }
            if score > bestScore {
                bestScore = score
                best = place.entity
            }
        }
        return best
    }
}
