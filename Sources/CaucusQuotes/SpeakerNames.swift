import CaucusLanguage

@_spi(HashTable) import CaucusText

/// The entities of a document as speakers, with their names as text.
struct SpeakerNames: Sendable {
    /// One speaker an entity, in the table's order.
    private(set) var all: [Speaker]
    /// The people of every entity that is several.
    private var members: [Int: [Int]] = [:]

    /// The speakers of a scene; where quotations are given, whoever speaks none of them may have no name.
    init(_ scene: Scene, _ aliases: SpeakerAliases, of quotations: [DraftQuotation]? = nil) {
        self.init(
            scene, aliases, scene.described, isNamed: quotations.map { Self.speakers($0, scene) })
    }

    /// Which entities are named: those who speak, and people of one word, whom others may share it with (``tellApart``).
    private static func speakers(_ quotations: [DraftQuotation], _ scene: Scene) -> [Bool] {
        let entities = scene.phrases.names.entities
        var isNamed = entities.indices.map {
            entities[$0].kind == .person && entities[$0].name.count == 1
        }
        for quotation in quotations {
            let entity = quotation.entity
            if entity >= entities.count {
                for member in scene.described[entity - entities.count].members {
                    isNamed[member] = true
                }
            } else if entity >= 0 {
                isNamed[entity] = true
            }
        }
        return isNamed
    }

    /// The speakers of a scene where its sources, and others beside them, are those described.
    init(
        _ scene: Scene, _ aliases: SpeakerAliases, _ sources: [DescribedSource],
        isNamed: [Bool]? = nil
    ) {
        let reading = scene.reading
        let table = scene.phrases.names
        all = []
        all.reserveCapacity(table.entities.count + scene.described.count)
        for i in table.entities.indices {
            let isNamed = isNamed.map { $0[i] } ?? true
            all.append(
                isNamed ? Self.named(i, table, reading, aliases) : Speaker(id: "", name: ""))
        }
        tellApart(table, reading)
        for source in sources {
            guard !source.members.isEmpty else {
                all.append(described(source.phrase, reading))
                continue
            }
            members[all.count] = source.members
            let names = source.members.map { fullestName(of: $0, table, reading) }
            let name = names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
            all.append(Speaker(id: NameSlug.slug(name), name: name, kind: .described))
        }
    }

    /// The speaker of an entity by number: taken out of the table, its arrays would be counted.
    private static func named(
        _ i: Int, _ table: EntityTable, _ reading: Reading, _ aliases: SpeakerAliases
    ) -> Speaker {
        let whole = table.entities[i].name
        let surname = whole.count == 1 ? table.entities[i].surname : nil
        var written = flat(whole, reading)
        if let surname { written += " " + flat(surname, reading) }
        let primary = aliases.primary(for: written)
        let name = primary ?? written
        var id: String?
        if primary == nil, surname == nil {
            let span = reading.span(whole)
            id = reading.bytes.withUnsafeBufferPointer {
                NameSlug.ascii(UnsafeBufferPointer(rebasing: $0[span.start..<span.end]))
            }
        }
        return Speaker(
            id: id ?? NameSlug.slug(name), name: name,
            role: table.entities[i].role.map { flat($0, reading) },
            aliases: otherNames(of: i, than: name, table, reading),
            kind: table.entities[i].kind == .person ? .person : .organization,
            gender: gender(of: i, table))
    }

    /// The speaker that an entity is.
    private func speaker(_ entity: Int) -> Speaker {
        var speaker = all[entity]
        // Among the entities several people are no person named.
        if !members.isEmpty, members[entity] != nil { speaker.kind = .person }
        return speaker
    }

    /// Those who speak as one, or nobody.
    func joint(_ entity: Int) -> [Speaker] {
        members.isEmpty ? [] : members[entity]?.map { all[$0] } ?? []
    }

    /// The name, or the surname with the title it goes by: “Mr. Roe”.
    private func fullestName(of entity: Int, _ table: EntityTable, _ reading: Reading) -> String {
        guard table.entities[entity].name.count == 1, table.entities[entity].surname == nil,
            let titled = table.entities[entity].spellings.first(where: { table.mentions[$0].titled }
            )
        else { return all[entity].name }
        return Self.flat(table.mentions[titled].whole, reading)
    }

    /// What a title, a role or a given name tells; a word alone may be a given name or a surname, and tells nothing.
    private static func gender(of i: Int, _ table: EntityTable) -> Mention.Gender {
        guard table.entities[i].kind == .person,
            table.entities[i].name.count > 1 || table.entities[i].surname != nil
                || table.entities[i].isGenderTold
        else {
            return .unknown
        }
        return table.entities[i].gender.shown
    }

    /// Gives people of one name the titles they go by: “Mr. Roe” and “Ms. Roe” where neither has a given name.
    private mutating func tellApart(_ table: EntityTable, _ reading: Reading) {
        guard areSharedIDs(table) else { return }
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

    /// Whether two people of one word each may have one id: seldom, and told by numbers alone.
    private func areSharedIDs(_ table: EntityTable) -> Bool {
        var known = HashTable<Int32>(expected: 31, isSecret: true)
        for i in table.entities.indices
        where table.entities[i].kind == .person && table.entities[i].name.count == 1 {
            let key = all[i].id.utf8.reduce(LetterFolding.seed) {
                ($0 ^ UInt64($1)) &* 0x100_0000_01b3
            }
            if known.value(of: key, orAdd: 0) != nil { return true }
        }
        return false
    }

    /// The spellings of an entity besides its name.
    private static func otherNames(
        of i: Int, than name: String, _ table: EntityTable, _ reading: Reading
    ) -> [String] {
        let own = key(table.entities[i].name, reading)
        let spellings = table.entities[i].spellings
        if spellings.allSatisfy({ key(table.mentions[$0].whole, reading) == own }) {
            return []
        }
        var others: [String] = []
        var seen = [own]
        for spelling in spellings {
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
        if entity >= 0 { return speaker(entity) }
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
        guard next < source.words.upperBound else { return next }
        // “a lawyer representing Jane Roe”, “people familiar with the matter”
        if source.complement > next { return min(source.complement, source.words.upperBound) }
        guard relations.contains(reading.words[next].key) else { return next }
        var end = next + 1
        while end < source.words.upperBound, end - next < 6, reading.words[end].isWord,
            !reading.words[end].has([.relative, .preposition, .verb])
                || reading.words[end].form.contains(.noun) || reading.words[end].key == own
                || !reading.words[end].has([.relative, .preposition])
                    && reading.words[end - 1].has([.determiner, .adjective])
        {
            end += 1
        }
        // “reason to”, “one of the”: the words that follow are no noun.
        return reading.words[end - 1].has([.preposition, .determiner]) ? next : end
    }

    private static let own = LetterFolding.key(of: "own")

    private static let relations = KeySet("of for from to")

    /// A number that two ranges of the same words share.
    private static func key(_ range: Range<Int>, _ reading: Reading) -> UInt64 {
        range.reduce(0) { ($0 ^ reading.words[$1].key) &* 0x9e37_79b9_7f4a_7c15 }
    }

    /// The text of `range` as it is read (``Swift/String/init(readable:)``).
    private static func flat(_ range: Range<Int>, _ reading: Reading) -> String {
        guard !range.isEmpty else { return "" }
        let span = reading.span(range)
        return reading.bytes.withUnsafeBufferPointer { all in
            let bytes = UnsafeBufferPointer(rebasing: all[span.start..<span.end])
            let isPlain = !bytes.contains { $0 < 32 || $0 > 0x7F || $0 == UInt8(ascii: "&") }
            return isPlain ? String(decoding: bytes, as: UTF8.self) : String(readable: bytes)
        }
    }
}
