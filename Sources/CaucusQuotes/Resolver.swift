import CaucusText

/// Ties sources to entities: names by the table, pronouns and roles by what was said last.
struct Resolver {
    private let reading: Reading
    private let phrases: PhraseReader
    /// Entities as they are named outside quotations: the latest places of each, newest last.
    private var recent: [(entity: Int, word: Int, isSubject: Bool)] = []
    private var nextMention = 0
    private var lastSpeaker = -1
    private var lastSpeakerWord = -1

    init(_ reading: Reading, _ phrases: PhraseReader) {
        self.reading = reading
        self.phrases = phrases
    }

    /// Gives every cue the entity of its source.
    func resolve(_ cues: inout [Cue]) {
        var state = self
        for i in cues.indices {
            guard let source = cues[i].source else { continue }
            state.advance(to: source.head)
            let entity = state.entity(of: source)
            cues[i].entity = entity
            if entity >= 0 {
                state.lastSpeaker = entity
                state.lastSpeakerWord = source.head
            }
        }
    }

    private var table: EntityTable { phrases.names }

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
            let start = reading.sentence(of: mention.name.lowerBound).lowerBound
            recent.append(
                (mention.entity, mention.name.lowerBound, mention.whole.lowerBound - start <= 3))
            if recent.count > 64 { recent.removeFirst(32) }
        }
    }

    /// The entity a source stands for, or -1.
    private func entity(of source: NounPhrase) -> Int {
        if source.mention >= 0 { return table.mentions[source.mention].entity }
        let head = reading.words[source.head]
        if head.has(.relative) { return antecedent(before: source.head) }
        if head.has([.he, .possessive]) && source.kind == .pronoun, isMale(head) {
            return person(.male, before: source.head)
        }
        if source.kind == .pronoun, head.has(.she) || head.key == Self.her {
            return person(.female, before: source.head)
        }
        if source.kind == .role { return bearer(of: source) }
        return -1
    }

    private static let her = LetterFolding.key(of: "her")
    private static let his = LetterFolding.key(of: "his")

    private func isMale(_ word: Word) -> Bool { word.has(.he) || word.key == Self.his }

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

    /// The person a pronoun stands for: near, a subject, the last speaker, of that gender.
    private func person(_ gender: Gender, before i: Int) -> Int {
        let paragraph = reading.paragraph(of: i)
        var best = -1
        var bestScore = -Double.infinity
        for (age, place) in recent.reversed().enumerated() {
            if age > 24 { break }
            let entity = table.entities[place.entity]
            guard entity.kind == .person, entity.gender.agrees(with: gender) else { continue }
            let distance = paragraph - reading.paragraph(of: place.word)
            if distance > 4 { break }
            var score = -0.25 * Double(age) - 0.5 * Double(distance)
            if place.isSubject { score += 1 }
            if entity.gender == gender { score += 1 }
            if place.entity == lastSpeaker { score += 0.8 }
            if score > bestScore {
                bestScore = score
                best = place.entity
            }
        }
        return best
    }

    /// Who “the prime minister” is: an entity whose role ends with the same word.
    private func bearer(of source: NounPhrase) -> Int {
        let key = reading.words[source.head].key
        for place in recent.reversed().prefix(32) {
            guard let role = table.entities[place.entity].role else { continue }
            for i in role where reading.words[i].key == key { return place.entity }
        }
        return -1
    }
}
