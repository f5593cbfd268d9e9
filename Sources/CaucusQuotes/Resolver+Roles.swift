import CaucusLanguage
import CaucusText

/// Roles and descriptions: “the prime minister”, “a senior official”.
extension Resolver {
    /// Who “the prime minister” is: the latest entity that holds such an office and shares most other words.
    ///
    /// An unnamed one that came up since goes before: “Another senator was there. The senator said”.
    func bearer(of source: NounPhrase) -> Int {
        guard reading.words[source.head].has([.role, .title]) else { return -1 }
        let sought = SoughtOffice(source, reading)
        var best = -1
        var bestCount = 0
        var bestWord = -1
        var seen: [Int] = []
        for place in recent.reversed().prefix(48)
        where place.entity < table.entities.count && !seen.contains(place.entity) {
            seen.append(place.entity)
            let keys = table.entities[place.entity].roleKeys
            let more = roles[place.entity]
            guard let fit = fit(sought, place.entity), !contradicts(source, keys, more) else {
                continue
            }
            let count = source.words.count {
                let key = reading.words[$0].key
                return keys.contains(key) || more?.contains(key) == true
            }
            let score = count + fit + (named.contains(place.entity) ? 4 : 5)
            if score > bestCount {
                bestCount = score
                best = place.entity
                bestWord = place.word
            }
        }
        if best >= 0, let same = sameDescription(source) {
            let other = described[same - table.entities.count].phrase
            if other.head > bestWord, !reading.words[other.words.lowerBound].has(.definite) {
                return -1
            }
        }
        return best
    }

    /// Whether “the transport minister” stands against what is known of the prime minister: a common noun
    /// before the head that no role holds, where the roles have other words.
    private func contradicts(
        _ source: NounPhrase, _ keys: [UInt64], _ more: Set<UInt64>?
    ) -> Bool {
        let i = source.head - 1
        guard i > source.words.lowerBound, isModifier(i) else { return false }
        let key = reading.words[i].key
        if keys.contains(key) || more?.contains(key) == true { return false }
        let head = reading.words[source.head].key
        return keys.count + (more?.count ?? 0) > 1 || !(keys.contains(head) || keys.isEmpty)
    }

    /// “transport” in “the transport minister”.
    private func isModifier(_ i: Int) -> Bool {
        let word = reading.words[i]
        return word.kind == .word && !word.isCapitalized
            && !word.has([.determiner, .rank, .preposition, .numeral, .demonym])
            && (!word.has(.adjective) || word.has(.title))
    }

    /// “The novelist” where nobody is known as one: the person without a known role who came up last as
    /// the subject of a sentence or spoke last, in this paragraph or the one before.
    mutating func newlyCalled(_ source: NounPhrase) -> Int? {
        let head = reading.words[source.head]
        guard head.has(.role), !head.has(.people), !Self.nameless.contains(head.key) else {
            return nil
        }
        let gender: Gender =
            head.has(.maleRole) ? .male : head.has(.femaleRole) ? .female : .unknown
        let paragraph = reading.paragraph(of: source.head)
        let found = recent.reversed().prefix(8).first { place in
            guard place.entity < table.entities.count,
                paragraph - reading.paragraph(of: place.word) <= 1,
                place.isSubject || place.entity == lastSpeaker
            else { return false }
            let entity = table.entities[place.entity]
            return entity.kind == .person && !named.contains(place.entity)
                && entity.gender.agrees(with: gender)
                && (entity.name.count > 1 || hasHonorific(entity))
                && !isKnownByRole(place.entity)
        }
        guard let entity = found?.entity else { return nil }
        for i in source.words where i <= source.head && !reading.words[i].has(.determiner) {
            roles[entity, default: []].insert(reading.words[i].key)
        }
        return entity
    }

    /// Roles of people whom articles leave without a name.
    private static let nameless = Set(
        English.words("nameless", of: .offices).map { LetterFolding.key(of: $0) })

    private func hasHonorific(_ entity: Entity) -> Bool {
        entity.spellings.contains { table.mentions[$0].titled }
    }

    private func isKnownByRole(_ entity: Int) -> Bool {
        roles[entity] != nil || !table.entities[entity].isUnknown(reading)
    }

    /// The latest description with the same head, which “the official” goes back to.
    func sameDescription(_ source: NounPhrase) -> Int? {
        let head = reading.words[source.head].key
        for i in described.indices.suffix(16).reversed()
        where reading.words[described[i].phrase.head].key == head
            && isSame(source, described[i].phrase)
        {
            return table.entities.count + i
        }
        return nil
    }

    /// Whether no common noun before the heads tells two descriptions apart.
    private func isSame(_ one: NounPhrase, _ other: NounPhrase) -> Bool {
        let ranks = [one, other].map {
            OfficeRank(Range(from: $0.words.lowerBound, to: $0.head), reading)
        }
        let isPerson = reading.words[one.head].has([.role, .title])
        guard !isPerson || ranks[0] == ranks[1] else { return false }
        let i = one.head - 1
        let k = other.head - 1
        guard i >= one.words.lowerBound, k >= other.words.lowerBound, isModifier(i), isModifier(k)
        else { return true }
        return reading.words[i].key == reading.words[k].key
    }

    mutating func describe(_ source: NounPhrase) -> Int {
        described.append(description(source))
        return table.entities.count + described.count - 1
    }

    func description(_ source: NounPhrase) -> DescribedSource {
        let head = reading.words[source.head]
        let gender: Gender =
            head.has(.maleRole) ? .male : head.has(.femaleRole) ? .female : .unknown
        let isPlural =
            head.has(.people)
            || reading.words[source.words.lowerBound].has(.numeral)
                && !head.has(.role)
        return DescribedSource(phrase: source, gender: gender, isPlural: isPlural)
    }
}
