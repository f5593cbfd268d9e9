import CaucusLanguage
import CaucusText

/// Somebody the document names.
struct Entity: Sendable {
    /// The fullest name.
    var name: Range<Int>
    /// The surname shared with somebody else: “Penn” for the first of “Mark and Dana Penn”.
    var surname: Range<Int>?
    var kind: NameMention.Kind
    var gender: Gender
    /// Whether a title or a role tells the gender, rather than the given name alone.
    var isGenderTold = false
    /// The words that say who it is, or `nil`.
    var role: Range<Int>?
    /// The words of all roles given, for “the minister” later on; at most 24.
    var roleKeys: [UInt64] = []
    /// The offices and roles given; at most eight.
    var offices: [Office] = []
    /// The names used, as indices into the table's mentions; the first eight.
    var spellings = Spellings()
    /// How often it is named.
    var count = 0
    /// How often it is named by more than a surname or a given name.
    var countInFull = 0

    /// Whether nothing but honorifics (“Ms.”) tells what the entity does.
    func isUnknown(_ reading: Reading) -> Bool {
        role == nil && roleKeys.allSatisfy { Self.honorifics.contains($0) }
    }

    /// Counts a mention.
    fileprivate mutating func note(_ mention: NameMention, _ i: Int, inFull: Bool) {
        count += 1
        if inFull { countInFull += 1 }
        if gender == .unknown { gender = NameIndex.gender(told: mention, isBare: !inFull) }
        spellings.add(i)
    }

    private static let honorifics = Set(
        ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady"].map {
            LetterFolding.key(of: $0)
        })
}

/// Everybody a document names, one entity for “Justin Okello”, “Mr. Okello” and “Okello”.
///
/// Names in full come first, so that a surname in the headline finds the name given later; the rules are those of
/// ``PersonName``.
struct EntityTable: Sendable {
    private(set) var entities: [Entity] = []
    private(set) var mentions: [NameMention]
    /// For every word: the mention it stands in, or -1.
    private(set) var mentionOfWord: [Int32]

    init(_ found: [NameMention], _ reading: Reading) {
        mentions = found
        var mentionOfWord = [Int32](repeating: -1, count: reading.words.count)
        for i in found.indices {
            for word in found[i].whole { mentionOfWord[word] = Int32(i) }
        }
        self.mentionOfWord = mentionOfWord
        var index = NameIndex(reading, expected: found.count / 3)
        entities.reserveCapacity(found.count / 2 + 4)
        let isBare = found.map { index.isBare($0) }
        var seen: [UInt8] = []
        for i in found.indices where !isBare[i] { place(i, &index, reading, inFull: true) }
        joinCouples(&index, isBare, reading)
        // “Mayor Roe” is the one of two Roes who is mayor.
        findRoles(of: found.indices.filter { !isBare[$0] }, &seen, reading)
        for i in found.indices {
            if isBare[i] {
                if mentions[i].entity < 0 { place(i, &index, reading, inFull: false) }
                noteSurname(of: i, &index, reading)
            } else {
                index.see(mentions[i].entity, at: found[i].name.lowerBound)
            }
        }
        findRoles(of: found.indices.filter { isBare[$0] }, &seen, reading)
        findSuccessions(reading)
        cutHeadings(reading)
    }

    private mutating func place(
        _ i: Int, _ index: inout NameIndex, _ reading: Reading, inFull: Bool
    ) {
        let mention = mentions[i]
        let found = index.entity(for: mention, isBare: !inFull, among: entities)
        let entity = found ?? entities.count
        if found == nil {
            entities.append(Entity(name: mention.name, kind: mention.kind, gender: mention.gender))
        } else if mention.kind == .organization, entities[entity].kind == .person {
            // “BRACE” is Lionel Brace.
            mentions[i].kind = .person
        }
        index.note(mentions[i], entity, isBare: !inFull)
        mentions[i].entity = entity
        entities[entity].note(mention, i, inFull: inFull)
        if mention.titled { noteTitles(of: mention, entity, reading) }
        if isFuller(mention.name, than: entities[entity].name, index) {
            entities[entity].name = mention.name
        }
        let becomesPerson =
            mention.titled
            || entities[entity].kind == .place && speaks(mention, reading)
        if becomesPerson && mention.kind == .person { entities[entity].kind = .person }
    }

    private mutating func noteTitles(of mention: NameMention, _ entity: Int, _ reading: Reading) {
        let titles = Range(from: mention.whole.lowerBound, to: mention.name.lowerBound)
        let tellsGender = titles.contains {
            reading.words[$0].has([.maleTitle, .femaleTitle, .maleRole, .femaleRole])
        }
        if tellsGender { entities[entity].isGenderTold = true }
        if mention.name.count > 1 {
            addRoleKeys(titles.map { reading.words[$0].key }, of: entity)
        }
    }

    /// Whether a spelling tells more than the one known. “State Colin Powell”, where a longer title was cut,
    /// does not tell more than “Colin Powell”.
    private func isFuller(_ name: Range<Int>, than known: Range<Int>, _ index: NameIndex) -> Bool {
        guard name.count != known.count else { return false }
        let (long, short) = name.count > known.count ? (name, known) : (known, name)
        let isCut =
            short.count > 1 && index.opensWithGivenName(short)
            && !index.opensWithGivenName(long) && index.endsAlike(long, short)
        return isCut != (name.count > known.count)
    }

    /// Whether a reporting verb stands right beside the name.
    private func speaks(_ mention: NameMention, _ reading: Reading) -> Bool {
        let before = mention.whole.lowerBound - 1
        let after = mention.whole.upperBound
        return before >= 0 && reading.words[before].has(.reporting)
            || after < reading.words.count && reading.words[after].has(.reporting)
    }

    /// Takes up the first of “Mark and Dana Penn”, who is known already or new.
    mutating func add(_ i: Int, surname: Range<Int>, to known: Int?) -> Int {
        let entity = known ?? entities.count
        if known == nil {
            entities.append(
                Entity(
                    name: mentions[i].name, surname: surname, kind: .person,
                    gender: mentions[i].gender))
        }
        mentions[i].entity = entity
        entities[entity].count += 1
        entities[entity].countInFull += 1
        entities[entity].spellings.add(i)
        return entity
    }

    /// Takes the first word off an entity's name.
    mutating func cutFirstWord(of entity: Int) {
        let name = entities[entity].name
        entities[entity].name = Range(from: name.lowerBound + 1, to: name.upperBound)
    }

    /// Sets what is told of gender beside a name.
    mutating func tellGender(_ gender: Gender, of entity: Int) {
        guard entities[entity].gender == .unknown else { return }
        entities[entity].gender = gender
        entities[entity].isGenderTold = true
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

    /// Remembers an office, unless its words are known or there are eight.
    mutating func add(_ office: Office, of entity: Int) {
        guard entities[entity].offices.count < 8,
            !entities[entity].offices.contains(where: {
                $0.words == office.words && $0.standing == office.standing
            })
        else { return }
        entities[entity].offices.append(office)
    }

    /// Ends the offices of `entity` at a word.
    mutating func endOffices(of entity: Int, at word: Int, _ reading: Reading) {
        for i in entities[entity].offices.indices
        where entities[entity].offices[i].isHeldByOne(reading) {
            entities[entity].offices[i].end = min(entities[entity].offices[i].end, word)
        }
    }
}
