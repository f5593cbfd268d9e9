@_spi(HashTable) import CaucusText

/// Somebody the document names.
struct Entity: Sendable {
    /// The fullest name.
    var name: Range<Int>
    var kind: NameMention.Kind
    var gender: Gender
    /// Whether a title or a role tells the gender, rather than the given name alone.
    var isGenderTold = false
    /// The words that say who it is, or `nil`.
    var role: Range<Int>?
    /// The words of all roles given, for “the minister” later on; at most 24.
    var roleKeys: [UInt64] = []
    /// The names used, as indices into the table's mentions; the first of each spelling.
    var spellings: [Int] = []
    /// How often it is named.
    var count = 0

    /// Whether nothing but honorifics (“Ms.”) tells what the entity does.
    func isUnknown(_ reading: Reading) -> Bool {
        role == nil && roleKeys.allSatisfy { Self.honorifics.contains($0) }
    }

    private static let honorifics = Set(
        ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"].map {
            LetterFolding.key(of: $0)
        })
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
        for i in found.indices where found[i].name.count > 1 { place(i, &index, reading) }
        index.startOver()
        for i in found.indices {
            if found[i].name.count == 1 { place(i, &index, reading) }
            index.see(mentions[i].entity, at: i)
        }
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
        if mention.titled, Self.tellsGender(mention, reading) {
            entities[entity].isGenderTold = true
        }
        if mention.name.count > entities[entity].name.count { entities[entity].name = mention.name }
        if entities[entity].spellings.count < 8 { entities[entity].spellings.append(i) }
        let becomesPerson =
            mention.titled
            || entities[entity].kind == .place && speaks(mention, reading)
        if becomesPerson && mention.kind == .person { entities[entity].kind = .person }
    }

    private static func tellsGender(_ mention: NameMention, _ reading: Reading) -> Bool {
        (mention.whole.lowerBound..<mention.name.lowerBound).contains {
            reading.words[$0].has([.maleTitle, .femaleTitle, .maleRole, .femaleRole])
        }
    }

    /// Whether a reporting verb stands right beside the name.
    private func speaks(_ mention: NameMention, _ reading: Reading) -> Bool {
        let before = mention.whole.lowerBound - 1
        let after = mention.whole.upperBound
        return before >= 0 && reading.words[before].has(.reporting)
            || after < reading.words.count && reading.words[after].has(.reporting)
    }

    /// Sets who an entity is, unless that is known.
    mutating func setRole(_ role: Range<Int>, of entity: Int, gender: Gender, keys: [UInt64]) {
        if entities[entity].role == nil { entities[entity].role = role }
        if entities[entity].gender == .unknown { entities[entity].gender = gender }
        if gender != .unknown { entities[entity].isGenderTold = true }
        addRoleKeys(keys, of: entity)
    }

    /// Remembers words of a role or title.
    mutating func addRoleKeys(_ keys: [UInt64], of entity: Int) {
        for key in keys where entities[entity].roleKeys.count < 24 {
            if !entities[entity].roleKeys.contains(key) { entities[entity].roleKeys.append(key) }
        }
    }
}

/// Entities by whole name, by last and by first word, and which of them was named last.
private struct NameIndex {
    private let reading: Reading
    private var whole = Self.table
    /// The newest entity of a surname; older ones follow by `older`.
    private var newest = Self.table
    private var older: [Int32] = []
    /// Stands in `older` for an entity of no chain; each is in one, that of its first surname.
    private static let unlisted: Int32 = -2
    /// The latest mention of every entity before the one that is placed.
    private var seen: [Int32] = []
    private var first = Self.table
    private var acronyms = Self.table

    /// Keys of names are hashes of words that anybody may write.
    private static var table: HashTable<Int32> { HashTable(isSecret: true) }

    init(_ reading: Reading) { self.reading = reading }

    /// Forgets who was named when, before a second pass.
    mutating func startOver() {
        for i in seen.indices { seen[i] = -1 }
    }

    /// Notes that mention `i` names `entity`.
    mutating func see(_ entity: Int, at i: Int) {
        if entity >= 0, entity < seen.count { seen[entity] = Int32(i) }
    }

    private func wholeKey(_ name: Range<Int>) -> UInt64 {
        name.reduce(LetterFolding.seed) {
            ($0 ^ reading.words[$1].key) &* 0x9e37_79b9_7f4a_7c15
        }
    }

    /// The last word that is no “Jr.”.
    private func surname(_ name: Range<Int>) -> UInt64 {
        var i = name.upperBound - 1
        while i > name.lowerBound, reading.words[i].has(.suffix) || !reading.words[i].isWord {
            i -= 1
        }
        return reading.words[i].key
    }

    /// The entity a mention names, or `nil` for a new one.
    func entity(for mention: NameMention, among entities: [Entity]) -> Int? {
        if let found = whole[wholeKey(mention.name)].map(Int.init),
            entities[found].gender.agrees(with: mention.gender)
        {
            return found
        }
        let surname = surname(mention.name)
        guard mention.kind != .organization else {
            return mention.name.count == 1 ? acronyms[surname].map(Int.init) : nil
        }
        let first = reading.words[mention.name.lowerBound]
        if mention.name.count == 1 {
            if let same = bearer(surname, entities, { fits($0, mention, entities) }) { return same }
            return mention.titled ? nil : self.first[first.key].map(Int.init)
        }
        // “Hillary Clinton” and “Hillary Rodham Clinton”; “J. Okello” and “James Okello”.
        return bearer(surname, entities) { candidate in
            guard entities[candidate].name.count > 1, fits(candidate, mention, entities) else {
                return false
            }
            let other = reading.words[entities[candidate].name.lowerBound]
            return other.key == first.key
                || (initial(other) == initial(first)
                    && (other.shape.contains(.wide) || first.shape.contains(.wide)))
        }
    }

    /// The entity of a surname that was named last, of those that `fits` takes; looks at eight.
    private func bearer(_ surname: UInt64, _ entities: [Entity], _ fits: (Int) -> Bool) -> Int? {
        var candidate = newest[surname] ?? -1
        var best: Int?
        var steps = 0
        while candidate >= 0, steps < 8 {
            let entity = Int(candidate)
            if fits(entity), best.map({ seen[entity] >= seen[$0] }) ?? true { best = entity }
            candidate = older[entity]
            steps += 1
        }
        return best
    }

    private func initial(_ word: Word) -> UInt8 { reading.bytes[Int(word.start)] | 0x20 }

    private func fits(_ candidate: Int, _ mention: NameMention, _ entities: [Entity]) -> Bool {
        entities[candidate].kind == .person
            && entities[candidate].gender.agrees(with: mention.gender)
    }

    /// Makes an entity findable by a name it goes by.
    mutating func note(_ mention: NameMention, _ entity: Int) {
        while seen.count <= entity {
            seen.append(-1)
            older.append(Self.unlisted)
        }
        let before = whole.updateValue(Int32(entity), forKey: wholeKey(mention.name))
        guard before != Int32(entity) else { return }
        if mention.kind == .organization { return noteAcronym(mention, entity) }
        guard mention.kind == .person else { return }
        let surname = surname(mention.name)
        if older[entity] == Self.unlisted {
            older[entity] = newest[surname] ?? -1
            newest.updateValue(Int32(entity), forKey: surname)
        }
        if mention.name.count > 1 {
            let given = reading.words[mention.name.lowerBound].key
            if first[given] == nil { first.updateValue(Int32(entity), forKey: given) }
        }
    }

    private mutating func noteAcronym(_ mention: NameMention, _ entity: Int) {
        guard mention.name.count > 1 else { return }
        var key = LetterFolding.seed
        for i in mention.name where reading.words[i].isCapitalized {
            key = LetterFolding.extend(
                key, with: UInt32(reading.bytes[Int(reading.words[i].start)]))
        }
        if acronyms[key] == nil { acronyms.updateValue(Int32(entity), forKey: key) }
    }
}
