import CaucusText

/// Somebody the document names.
struct Entity: Sendable {
    /// The fullest name.
    var name: Range<Int>
    var kind: NameMention.Kind
    var gender: Gender
    /// The words that say who it is, or `nil`.
    var role: Range<Int>?
    /// The names used, as indices into the table's mentions; the first of each spelling.
    var spellings: [Int] = []
    /// How often it is named.
    var count = 0
}

/// Everybody a document names, one entity for “Justin Okello”, “Mr. Okello” and “Okello”.
///
/// Fuller names come first, so that a surname in the headline finds the name given later. Two people of
/// one surname stay apart: a bare surname goes to the one named last before it, and a title of the other
/// gender never joins.
struct EntityTable: Sendable {
    private(set) var entities: [Entity] = []
    private(set) var mentions: [NameMention]
    /// For every word: the mention it stands in, or -1.
    private(set) var mentionOfWord: [Int32]

    init(_ found: [NameMention], _ reading: Reading) {
        mentions = found
        mentionOfWord = Array(repeating: -1, count: reading.words.count)
        for (i, mention) in found.enumerated() {
            for word in mention.whole { mentionOfWord[word] = Int32(i) }
        }
        var index = NameIndex(reading)
        let order = found.indices.filter { found[$0].name.count > 1 }
        for i in order { place(i, &index, reading) }
        for i in found.indices where found[i].name.count == 1 { place(i, &index, reading) }
    }

    private mutating func place(_ i: Int, _ index: inout NameIndex, _ reading: Reading) {
        let mention = mentions[i]
        let entity = index.entity(for: mention, among: entities) ?? entities.count
        if entity == entities.count {
            entities.append(Entity(name: mention.name, kind: mention.kind, gender: mention.gender))
        }
        index.note(mention, entity)
        mentions[i].entity = entity
        entities[entity].count += 1
        if entities[entity].gender == .unknown { entities[entity].gender = mention.gender }
        if mention.name.count > entities[entity].name.count { entities[entity].name = mention.name }
        if entities[entity].spellings.count < 8 { entities[entity].spellings.append(i) }
        if mention.titled && mention.kind == .person { entities[entity].kind = .person }
    }

    /// Sets who an entity is, unless that is known.
    mutating func setRole(_ role: Range<Int>, of entity: Int, gender: Gender) {
        if entities[entity].role == nil { entities[entity].role = role }
        if entities[entity].gender == .unknown { entities[entity].gender = gender }
    }
}

/// Entities by whole name, by last and by first word.
private struct NameIndex {
    private let reading: Reading
    private var whole: [UInt64: Int] = [:]
    /// Entities by surname, in order of mention, with the place of their latest mention.
    private var last: [UInt64: [Int]] = [:]
    private var first: [UInt64: Int] = [:]
    private var acronyms: [UInt64: Int] = [:]

    init(_ reading: Reading) { self.reading = reading }

    private func wholeKey(_ name: Range<Int>) -> UInt64 {
        name.reduce(LetterFolding.seed) { ($0 ^ reading.words[$1].key) &* 0x9e37_79b9_7f4a_7c15 }
    }

    /// The last word that is no “Jr.”.
    private func surname(_ name: Range<Int>) -> UInt64 {
        var i = name.upperBound - 1
        while i > name.lowerBound, reading.words[i].has(.suffix) || !reading.words[i].isWord {
            i -= 1
        }
        return reading.words[i].key
    }

    func entity(for mention: NameMention, among entities: [Entity]) -> Int? {
        if let found = whole[wholeKey(mention.name)],
            entities[found].gender.agrees(with: mention.gender)
        {
            return found
        }
        guard mention.kind != .organization else {
            if mention.name.count == 1, let found = acronyms[surname(mention.name)] { return found }
            return nil
        }
        let first = reading.words[mention.name.lowerBound]
        if mention.name.count == 1 {
            if let same = last[first.key]?.last(where: { fits($0, mention, entities) }) {
                return same
            }
            if mention.titled { return nil }
            return self.first[first.key]
        }
        // “Hillary Clinton” and “Hillary Rodham Clinton”; “J. Okello” and “James Okello”.
        return last[surname(mention.name)]?.last { candidate in
            let other = reading.words[entities[candidate].name.lowerBound]
            guard fits(candidate, mention, entities), entities[candidate].name.count > 1 else {
                return false
            }
            return other.key == first.key
                || (initial(other) == initial(first)
                    && (other.shape.contains(.wide) || first.shape.contains(.wide)))
        }
    }

    private func initial(_ word: Word) -> UInt8 { reading.bytes[Int(word.start)] | 0x20 }

    private func fits(_ candidate: Int, _ mention: NameMention, _ entities: [Entity]) -> Bool {
        entities[candidate].kind == .person
            && entities[candidate].gender.agrees(with: mention.gender)
    }

    mutating func note(_ mention: NameMention, _ entity: Int) {
        let key = wholeKey(mention.name)
        if whole[key] == nil { whole[key] = entity }
        if mention.kind == .organization {
            noteAcronym(mention, entity)
            return
        }
        guard mention.kind == .person else { return }
        let surname = surname(mention.name)
        // The entity named last stands last; a surname has few bearers, and at most 8 are kept.
        var bearers = last[surname] ?? []
        if bearers.last != entity {
            bearers.removeAll { $0 == entity }
            bearers.append(entity)
            if bearers.count > 8 { bearers.removeFirst() }
            last[surname] = bearers
        }
        if mention.name.count > 1 {
            let given = reading.words[mention.name.lowerBound].key
            if first[given] == nil { first[given] = entity }
        }
    }

    private mutating func noteAcronym(_ mention: NameMention, _ entity: Int) {
        guard mention.name.count > 1 else { return }
        var key = LetterFolding.seed
        for i in mention.name where reading.words[i].isCapitalized {
            key = LetterFolding.extend(
                key, with: UInt32(reading.bytes[Int(reading.words[i].start)]))
        }
        if acronyms[key] == nil { acronyms[key] = entity }
    }
}
