import CaucusText

/// The entities of a document as speakers, with their names as text.
struct SpeakerNames: Sendable {
    /// One speaker an entity, in the table's order.
    private(set) var all: [Speaker]

    init(_ scene: Scene, _ aliases: SpeakerAliases) {
        let reading = scene.reading
        let table = scene.phrases.names
        all = table.entities.map { entity in
            let written = Self.flat(entity.name, reading)
            let primary = aliases.primary(for: written)
            let name = primary ?? written
            let span = reading.span(entity.name)
            let bytes = reading.bytes[span.start..<span.end]
            let id = primary == nil ? NameSlug.ascii(bytes) : nil
            return Speaker(
                id: id ?? NameSlug.slug(name), name: name,
                role: entity.role.map { Self.flat($0, reading) },
                aliases: Self.otherNames(of: entity, than: name, table, reading),
                kind: entity.kind == .person ? .person : .organization,
                gender: Self.gender(of: entity))
        }
        tellApart(table, reading)
        for source in scene.described { all.append(described(source.phrase, reading)) }
    }

    /// What a title, a role or a given name tells; a word alone may be a given name or a surname, and tells nothing.
    private static func gender(of entity: Entity) -> Mention.Gender {
        guard entity.kind == .person, entity.name.count > 1 || entity.isGenderTold else {
            return .unknown
        }
        return entity.gender.shown
    }

    /// Gives people of one name the titles they go by: “Mr. Roe” and “Ms. Roe” where neither has a given name.
    private mutating func tellApart(_ table: EntityTable, _ reading: Reading) {
        var bearers: [String: Int] = [:]
        for (i, entity) in table.entities.enumerated()
        where entity.kind == .person && entity.name.count == 1 {
            guard let other = bearers.updateValue(i, forKey: all[i].id) else { continue }
            for k in [other, i] {
                let titled = table.entities[k].spellings.first { table.mentions[$0].titled }
                guard let titled else { continue }
                let name = Self.flat(table.mentions[titled].whole, reading)
                all[k].aliases = [all[k].name] + all[k].aliases.filter { $0 != name }
                all[k].name = name
                all[k].id = NameSlug.slug(name)
            }
        }
    }

    /// The spellings of an entity besides its name.
    private static func otherNames(
        of entity: Entity, than name: String, _ table: EntityTable, _ reading: Reading
    ) -> [String] {
        let own = key(entity.name, reading)
        if entity.spellings.allSatisfy({ key(table.mentions[$0].whole, reading) == own }) {
            return []
        }
        var others: [String] = []
        var seen = [own]
        for spelling in entity.spellings {
            let whole = table.mentions[spelling].whole
            let key = key(whole, reading)
            guard !seen.contains(key) else { continue }
            seen.append(key)
            let text = flat(whole, reading)
            if text != name, !others.contains(text) { others.append(text) }
        }
        return others
    }

    /// Who is meant by a source: its entity, else what describes it; nobody where it is a pronoun.
    func speaker(_ source: NounPhrase?, _ entity: Int, _ reading: Reading) -> Speaker? {
        if entity >= 0 { return all[entity] }
        guard let source, source.kind != .pronoun else { return nil }
        return described(source, reading)
    }

    /// A source that is only described: the words up to its head.
    func described(_ source: NounPhrase, _ reading: Reading) -> Speaker {
        let name = Self.flat(
            Range(from: source.words.lowerBound, to: Self.end(of: source, reading)), reading)
        return Speaker(id: NameSlug.slug(name), name: name, kind: .described)
    }

    /// One past the words that describe a source: its head, and “for the board” or “of the 11” after it,
    /// but not where somebody stands (“at the gate”).
    private static func end(of source: NounPhrase, _ reading: Reading) -> Int {
        let next = source.head + 1
        guard next < source.words.upperBound, relations.contains(reading.words[next].key) else {
            return next
        }
        var end = next + 1
        while end < source.words.upperBound, end - next < 6, reading.words[end].isWord,
            !reading.words[end].has([.relative, .preposition, .verb])
        {
            end += 1
        }
        return end
    }

    private static let relations = KeySet("of for from to")

    /// A number that two ranges of the same words share.
    private static func key(_ range: Range<Int>, _ reading: Reading) -> UInt64 {
        range.reduce(0) { ($0 ^ reading.words[$1].key) &* 0x9e37_79b9_7f4a_7c15 }
    }

    /// The text of `range` with every run of white space as one space.
    private static func flat(_ range: Range<Int>, _ reading: Reading) -> String {
        guard !range.isEmpty else { return "" }
        let span = reading.span(range)
        let (text, isFlat) = reading.bytes.withUnsafeBufferPointer { all in
            let bytes = UnsafeBufferPointer(rebasing: all[span.start..<span.end])
            return (
                String(decoding: bytes, as: UTF8.self), !bytes.contains { $0 < 32 || $0 == 0xC2 }
            )
        }
        guard !isFlat else { return text }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
