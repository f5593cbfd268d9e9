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
    private let reading: Reading
    private let phrases: PhraseReader
    private let table: EntityTable
    private(set) var described: [DescribedSource] = []
    /// Who was named or quoted outside quotations, newest last; at most 64 are kept.
    private var recent: [Place] = []
    private var nextMention = 0
    private var lastSpeaker = -1
    /// Words of roles that sources gave to entities.
    private var roles: [Int: Set<UInt64>] = [:]

    /// A place where somebody came up.
    private struct Place {
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
        guard mention.whole.lowerBound - sentence.lowerBound <= 3,
            mention.whole.upperBound < sentence.upperBound
        else { return false }
        let next = reading.words[mention.whole.upperBound]
        return next.has([.verb, .auxiliary, .adverb, .relative, .coordinator]) || !next.isWord
            || reading.endsLike(mention.whole.upperBound, "ed")
            || reading.endsLike(mention.whole.upperBound, "s") && !next.has([.people, .role])
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
            if head.has(.he) || head.key == Self.his { return person(.male, source.head) }
            if head.has(.she) || head.key == Self.her { return person(.female, source.head) }
            if head.has(.they) || head.key == Self.their { return several(before: source.head) }
            if head.has(.it), isSpeech { return organization(before: source.head) }
            return -1
        }
        let first = reading.words[source.words.lowerBound]
        if first.has(.definite) {
            let bearer = bearer(of: source)
            if bearer >= 0 { return bearer }
            if head.has(.organization), let found = organization(named: head.key) { return found }
            if let same = sameDescription(source) { return same }
        }
        guard isSpeech else { return -1 }
        return describe(source)
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
        best(before: i) { entity in
            if entity >= table.entities.count {
                return described[entity - table.entities.count].isPlural ? 1 : nil
            }
            switch table.entities[entity].kind {
            case .organization: return table.entities[entity].name.count > 1 ? -0.3 : -0.8
            case .person:
                return gender(of: entity) == .neutral
                    ? 1.5 : gender(of: entity) == .unknown ? -1 : nil
            case .place: return nil
            }
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
        var best = -1
        var bestScore = -Double.infinity
        for (age, place) in recent.reversed().enumerated() {
            if age > 24 { break }
            guard let bonus = fit(place.entity) else { continue }
            let distance = paragraph - reading.paragraph(of: place.word)
            if distance > 4 { break }
            var score = bonus - 0.25 * Double(age) - 0.5 * Double(distance)
            if place.isSubject { score += 1 }
            if place.entity == lastSpeaker { score += 0.8 }
            if score > bestScore {
                bestScore = score
                best = place.entity
            }
        }
        return best
    }

    /// Who “the prime minister” is: the latest entity whose role holds the head and most other words.
    private func bearer(of source: NounPhrase) -> Int {
        let head = reading.words[source.head].key
        var best = -1
        var bestCount = 0
        for place in recent.reversed().prefix(48) where place.entity < table.entities.count {
            let keys = table.entities[place.entity].roleKeys
            let more = roles[place.entity]
            guard keys.contains(head) || more?.contains(head) == true else { continue }
            let count = source.words.count {
                let key = reading.words[$0].key
                return keys.contains(key) || more?.contains(key) == true
            }
            if count > bestCount {
                bestCount = count
                best = place.entity
            }
        }
        return best
    }

    /// The latest description with the same head, which “the official” goes back to.
    private func sameDescription(_ source: NounPhrase) -> Int? {
        let head = reading.words[source.head].key
        for (i, other) in described.enumerated().reversed().prefix(16)
        where reading.words[other.phrase.head].key == head {
            return table.entities.count + i
        }
        return nil
    }

    private mutating func describe(_ source: NounPhrase) -> Int {
        let head = reading.words[source.head]
        let gender: Gender =
            head.has(.maleRole) ? .male : head.has(.femaleRole) ? .female : .unknown
        let isPlural =
            head.has(.people)
            || reading.words[source.words.lowerBound].has(.numeral)
                && !head.has(.role)
        described.append(DescribedSource(phrase: source, gender: gender, isPlural: isPlural))
        return table.entities.count + described.count - 1
    }
}
