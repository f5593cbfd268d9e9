import CaucusLanguage

@_spi(HashTable) import CaucusText

/// Entities by whole name, by last and by first word: which of them a name of the document means.
struct NameIndex {
    private let reading: Reading
    private var whole: HashTable<Int32>
    /// The newest entity of a surname; older ones follow by `older`.
    private var newest: HashTable<Int32>
    private var older: [Int32] = []
    /// Stands in `older` for an entity of no chain; each is in one, that of its first surname.
    private static let unlisted: Int32 = -2
    /// The word at which every entity was last named in full before the name that is placed, or -1.
    private var seen: [Int32] = []
    private var first: HashTable<Int32>
    /// Who is named by a given name alone as the wife or husband of a bearer of a surname.
    private var relatives = Self.table()
    private var acronyms = Self.table()

    /// Keys of names are hashes of words that anybody may write.
    private static func table(_ expected: Int = 0) -> HashTable<Int32> {
        HashTable(expected: expected, isSecret: true)
    }

    /// An index for about so many entities.
    init(_ reading: Reading, expected: Int) {
        self.reading = reading
        whole = Self.table(expected)
        newest = Self.table(expected)
        first = Self.table(expected)
        older.reserveCapacity(expected)
        seen.reserveCapacity(expected)
    }

    /// Notes that `entity` is named in full at a word.
    mutating func see(_ entity: Int, at word: Int) {
        if entity >= 0, entity < seen.count { seen[entity] = Int32(word) }
    }

    /// Makes somebody's wife or husband findable by the surname and a title: “Mrs. Roe”.
    mutating func note(relative entity: Int, of name: Range<Int>) {
        relatives.updateValue(Int32(entity), forKey: surnameKey(name))
    }

    /// Makes the first of “Mark and Dana Penn” findable as Mark Penn and as Mr. Penn.
    mutating func note(given: Range<Int>, surname: Range<Int>, _ entity: Int) {
        while seen.count <= entity {
            seen.append(-1)
            older.append(Self.unlisted)
        }
        if older[entity] == Self.unlisted {
            let key = surnameKey(surname)
            older[entity] = newest[key] ?? -1
            newest.updateValue(Int32(entity), forKey: key)
        }
        whole.updateValue(Int32(entity), forKey: wholeKey(Array(given) + Array(surname)))
        let name = reading.words[given.lowerBound].key
        if first[name] == nil { first.updateValue(Int32(entity), forKey: name) }
    }

    /// Who goes by a given name and a surname that stand apart.
    func entity(given: Range<Int>, surname: Range<Int>) -> Int? {
        whole[wholeKey(Array(given) + Array(surname))].map(Int.init)
    }

    /// Whether somebody named in full has the word as a surname.
    func isSurname(_ word: Int) -> Bool { newest[reading.words[word].key] != nil }

    /// Makes an entity findable by a name it goes by.
    mutating func note(_ mention: NameMention, _ entity: Int, isBare: Bool) {
        while seen.count <= entity {
            seen.append(-1)
            older.append(Self.unlisted)
        }
        let before = whole.updateValue(Int32(entity), forKey: wholeKey(mention.name))
        guard before != Int32(entity) else { return }
        if mention.kind == .organization { return noteAcronym(mention, entity) }
        guard mention.kind == .person else { return }
        if older[entity] == Self.unlisted {
            let surname = surnameKey(mention.name)
            older[entity] = newest[surname] ?? -1
            newest.updateValue(Int32(entity), forKey: surname)
        }
        if !isBare {
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

    /// The entity a mention names, or `nil` for a new one.
    func entity(for mention: NameMention, isBare: Bool, among entities: [Entity]) -> Int? {
        let gender = Self.gender(told: mention, isBare: isBare)
        let same = whole[wholeKey(mention.name)].map(Int.init).flatMap { entity in
            entities[entity].gender.agrees(with: gender) ? entity : nil
        }
        if mention.kind == .organization { return same ?? organization(mention, entities) }
        guard isBare else { return same ?? fullNamed(mention, entities) }
        if mention.kind == .place, let same { return same }
        if let known = given(mention, entities) ?? bearer(of: mention, entities) ?? same {
            return known
        }
        if mention.titled || mention.name.count > 1 {
            let relative = relatives[surnameKey(mention.name)].map(Int.init)
            return relative.flatMap { entities[$0].gender.agrees(with: gender) ? $0 : nil }
        }
        return first[reading.words[mention.name.lowerBound].key].map(Int.init)
    }

    /// Whom a title that goes with given names means: “Sheikh Hamad” is Sheikh Hamad bin Rashid.
    private func given(_ mention: NameMention, _ entities: [Entity]) -> Int? {
        let title = mention.name.lowerBound - 1
        guard mention.titled, mention.name.count == 1,
            Self.titlesOfGivenNames.contains(reading.words[title].key),
            let entity = first[reading.words[mention.name.lowerBound].key].map(Int.init),
            entities[entity].gender.agrees(with: mention.gender)
        else { return nil }
        return entity
    }

    private static let titlesOfGivenNames = KeySet(
        "sheikh sheikha prince princess king queen emperor empress emir sultan pope sir dame sister brother father fr"
    )

    /// What a name tells of gender: “Clinton” and “Kerry” alone are surnames, whatever given names they are as well.
    static func gender(told mention: NameMention, isBare: Bool) -> Gender {
        isBare && !mention.titled ? .unknown : mention.gender
    }

    /// Who goes by another form of a full name; of several the one named most.
    private func fullNamed(_ mention: NameMention, _ entities: [Entity]) -> Int? {
        // Most names are of nobody known.
        guard newest[surnameKey(mention.name)] != nil else { return nil }
        return candidates(mention, isBare: false, entities).filter {
            isSame(mention.name, entities[$0].name)
        }
        .max { entities[$0].countInFull < entities[$1].countInFull }
    }

    /// An acronym of an organization, or a surname in capitals: “BRACE: Order.”
    private func organization(_ mention: NameMention, _ entities: [Entity]) -> Int? {
        guard mention.name.count == 1 else { return nil }
        let word = reading.words[mention.name.lowerBound]
        if let known = acronyms[word.key] { return Int(known) }
        guard word.shape.contains(.allCapitals), word.end - word.start > 2 else { return nil }
        var person = mention
        person.kind = .person
        return bearer(of: person, entities)
    }

    /// The person whom the document means by a surname: of several the one it is about.
    private func bearer(of mention: NameMention, _ entities: [Entity]) -> Int? {
        guard let latest = newest[surnameKey(mention.name)] else { return nil }
        if older[Int(latest)] < 0 {
            let entity = Int(latest)
            let mayBe =
                entities[entity].kind == .person
                && entities[entity].gender.agrees(with: Self.gender(told: mention, isBare: true))
            guard mayBe, let suffix = suffix(mention.name) else { return mayBe ? entity : nil }
            return self.suffix(entities[entity].name) == suffix ? entity : nil
        }
        var bearers = candidates(mention, isBare: true, entities)
        if let suffix = suffix(mention.name) {
            bearers = bearers.filter { self.suffix(entities[$0].name) == suffix }
        }
        guard bearers.count > 1 else { return bearers.first }
        let offices = offices(of: mention)
        let inOffice = bearers.filter { entity in
            offices.contains { entities[entity].roleKeys.contains($0) }
        }
        if !inOffice.isEmpty { bearers = inOffice }
        let named = bearers.filter { isLikeName(entities[$0].name) }
        if !named.isEmpty { bearers = named }
        // Of 81 bare surnames with two bearers and more in American articles, 70 were those of the person who is
        // named in full most often, the first counting two more; 60 of the person named last.
        let opening = bearers.min() ?? 0
        func weight(_ entity: Int) -> Int {
            entities[entity].countInFull + (entity == opening ? 2 : 0)
        }
        let main = bearers.max { (weight($0), $1) < (weight($1), $0) }
        // “Bill Roe came late, and Roe said so”: named in the same sentence.
        let sentence = reading.sentenceOfWord[mention.name.lowerBound]
        let here = bearers.filter { entity in
            seen[entity] >= 0 && reading.sentenceOfWord[Int(seen[entity])] == sentence
        }
        guard let main, !here.contains(main) else { return main }
        return here.max { seen[$0] < seen[$1] } ?? main
    }

    /// The titles before a name that tell an office: “Secretary”, not “Mr.”.
    private func offices(of mention: NameMention) -> [UInt64] {
        (mention.whole.lowerBound..<mention.name.lowerBound).compactMap {
            let word = reading.words[$0]
            return word.has([.maleTitle, .femaleTitle]) && !word.has(.role) || word.has(.rank)
                ? nil : word.key
        }
    }

    /// The persons of a mention's surname whom nothing about gender rules out, newest first; at most 24.
    private func candidates(
        _ mention: NameMention, isBare: Bool, _ entities: [Entity]
    ) -> [Int] {
        let gender = Self.gender(told: mention, isBare: isBare)
        var found: [Int] = []
        var candidate = newest[surnameKey(mention.name)] ?? -1
        var steps = 0
        while candidate >= 0, steps < 24 {
            let entity = Int(candidate)
            if entities[entity].kind == .person, entities[entity].gender.agrees(with: gender) {
                found.append(entity)
            }
            candidate = older[entity]
            steps += 1
        }
        return found
    }
}

/// Names compared word by word.
extension NameIndex {
    /// Whether a name is a surname, or a given name, alone: particles (“De Lacey”) and “Jr.” do not count.
    func isBare(_ mention: NameMention) -> Bool {
        guard mention.name.count > 1 else { return true }
        guard mention.kind == .person else { return false }
        var first = mention.name.lowerBound
        let last = surname(mention.name)
        while first < last, isParticle(first, before: last) { first += 1 }
        return first == last
    }

    private func isParticle(_ i: Int, before last: Int) -> Bool {
        let word = reading.words[i]
        guard word.has(.particle) else { return false }
        return !word.isCapitalized || NameParts.opensSurname(word.key)
            || i + 1 < last && reading.words[i + 1].has(.particle)
    }

    /// The last word that is no “Jr.”.
    private func surname(_ name: Range<Int>) -> Int {
        var i = name.upperBound - 1
        while i > name.lowerBound, reading.words[i].has(.suffix) || !reading.words[i].isWord {
            i -= 1
        }
        return i
    }

    /// The key of the surname without its particles: “Assad” of “al-Assad” as well.
    private func surnameKey(_ name: Range<Int>) -> UInt64 {
        let i = surname(name)
        let word = reading.words[i]
        guard reading.opensWithArticle(i) else { return word.key }
        let bytes = reading.bytes[(Int(word.start) + 3)..<Int(word.end)]
        return LetterFolding.key(of: String(decoding: bytes, as: UTF8.self))
    }

    /// The key of “Jr.” or “III” after a name, or `nil`.
    private func suffix(_ name: Range<Int>) -> UInt64? {
        let word = reading.words[name.upperBound - 1]
        return name.count > 1 && NameParts.isSuffix(word.key) ? word.key : nil
    }

    private func wholeKey(_ name: some Sequence<Int>) -> UInt64 {
        name.reduce(LetterFolding.seed) {
            ($0 ^ reading.words[$1].key) &* 0x9e37_79b9_7f4a_7c15
        }
    }

    /// Whether a name opens with a given name, or a word that is on no list: not “Team Roe”, “Full Roe”.
    private func isLikeName(_ name: Range<Int>) -> Bool {
        opensWithGivenName(name) || reading.words[name.lowerBound].classes.isEmpty
    }

    func opensWithGivenName(_ name: Range<Int>) -> Bool {
        reading.words[name.lowerBound].has([.maleName, .femaleName])
    }

    /// Whether the shorter of two names is the end of the longer: “Huckabee Roe” of “Sarah Huckabee Roe”.
    func endsAlike(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        zip(a.reversed(), b.reversed()).allSatisfy {
            reading.words[$0].key == reading.words[$1].key
        }
    }

    /// Whether two full names of one surname are one person's: “Ann Roe” and “Ann Rodham Roe”, “J. Roe” and “James
    /// Roe”; not “George W. Roe” and “George H. W. Roe”, nor “John Roe” and “John Roe Jr.”.
    private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        guard suffix(a) == suffix(b) else { return false }
        if a.count != b.count, a.count > 1, b.count > 1, endsAlike(a, b) { return true }
        let given = (a.lowerBound..<surname(a), b.lowerBound..<surname(b))
        guard let first = given.0.first, let other = given.1.first, agree(first, other) else {
            return false
        }
        let (short, long) =
            given.0.count < given.1.count
            ? (given.0.dropFirst(), given.1.dropFirst())
            : (given.1.dropFirst(), given.0.dropFirst())
        var rest = long
        for name in short where !reading.words[name].has(.particle) {
            // A whole name may stand anywhere among the others, an initial only first.
            let place = rest.firstIndex { agree(name, $0) }
            guard let place, place == rest.startIndex || !isInitial(name) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    /// Whether two given names are one, forms of one (“Bill” and “William”), or one the initial of the other.
    private func agree(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (reading.words[a].key, reading.words[b].key)
        if one == other { return true }
        guard isInitial(a) || isInitial(b) else { return GivenNameForms.areOne(one, other) }
        return initial(a) == initial(b)
    }

    private func isInitial(_ i: Int) -> Bool { reading.words[i].shape.contains(.wide) }
    private func initial(_ i: Int) -> UInt8 { reading.bytes[Int(reading.words[i].start)] | 0x20 }
}
