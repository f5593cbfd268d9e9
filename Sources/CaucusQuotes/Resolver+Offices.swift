import CaucusLanguage

@_spi(HashTable) import CaucusText

/// Which of the people known to the text hold the office that a source names.
extension Resolver {
    /// How well what is known of an entity fits “the former Aldovan prime minister”: `nil` where it has no such
    /// office, otherwise more for a place that agrees and less for one who is out of office.
    func fit(_ sought: SoughtOffice, _ entity: Int) -> Int? {
        var best: Int?
        for office in table.entities[entity].offices {
            guard let fit = fit(sought, office) else { continue }
            best = max(best ?? fit, fit)
        }
        // Offices that sources gave, as words alone.
        if best == nil, let keys = roles[entity], keys.contains(sought.head),
            sought.rank.under == 0
                || keys.contains(sought.rank.under)
        {
            let isFormer = keys.contains { OfficeRank.past.contains($0) }
            best = sought.rank.isFormer && !isFormer ? nil : 0
        }
        guard let best, let place = fitOfPlace(sought, entity) else { return nil }
        return best + place
    }

    /// Who is named after his or her office: “Secretary of State Jane Roe”, “the ambassador to Aldova Otto Penn”.
    func namedAfterOffice(_ source: NounPhrase) -> Int? {
        guard source.kind != .pronoun, source.words.count > 3,
            reading.words[source.head].has([.title, .role])
        else { return nil }
        for i in Range(from: source.head + 1, to: min(source.words.upperBound, source.head + 8)) {
            guard reading.words[i].isWord else { return nil }
            let mention = Int(table.mentionOfWord[i])
            guard mention >= 0 else { continue }
            let found = table.mentions[mention]
            if found.kind == .person, found.titled, found.name.lowerBound > found.whole.lowerBound {
                let next = found.whole.upperBound
                let isOwner =
                    next < reading.words.count && reading.words[next].shape.contains(.clitic)
                return isOwner ? nil : found.entity
            }
        }
        return nil
    }

    private func fit(_ sought: SoughtOffice, _ office: Office) -> Int? {
        guard let head = head(sought.head, in: office) else { return nil }
        var rank = OfficeRank(Range(from: office.words.lowerBound, to: head), reading)
        if office.standing == .deputy { rank.under = OfficeRank.deputy }
        let isDeputyAlone = sought.head == OfficeRank.deputy
        guard rank.under == sought.rank.under || isDeputyAlone else { return nil }
        if office.standing == .former || office.end <= sought.word {
            rank.isFormer = true
            rank.isActing = false
        }
        if sought.rank.isFormer { return rank.isFormer ? 1 : nil }
        if sought.rank.isActing { return rank.isActing ? 1 : nil }
        return rank.isFormer ? -2 : 0
    }

    /// Where an office's words have the head sought: “minister” of “minister of health”, but not “mayor” of “a friend
    /// of the mayor” or of “the mayor's friend”.
    private func head(_ key: UInt64, in office: Office) -> Int? {
        let words = office.words
        let limit = office.endsWithHead ? words.upperBound : table.headOfOffice(words, reading) + 1
        for i in Range(from: words.lowerBound, to: limit)
        where reading.words[i].key == key
            || reading.words[i].has([.title, .role])
                && SoughtOffice.written(reading.words[i].key) == key
        {
            let next = i + 1
            if next < words.upperBound, reading.words[next].shape.contains(.clitic) { continue }
            return i
        }
        return nil
    }

    /// 3 where a place before the head is that of the entity, `nil` where it has another, 0 where nothing is told.
    private func fitOfPlace(_ sought: SoughtOffice, _ entity: Int) -> Int? {
        guard !sought.places.isEmpty else { return 0 }
        let own = table.entities[entity].offices.flatMap { office in
            office.words.filter { SoughtOffice.isPlace($0, reading) } + Array(office.place ?? 0..<0)
        }
        for place in sought.places
        where own.contains(where: { PlaceNames.areOne(place, $0, reading) }) {
            return 3
        }
        let isElsewhere = [true, false].contains { party in
            sought.places.contains { isTold($0, party) } && own.contains { isTold($0, party) }
        }
        return isElsewhere ? nil : 0
    }

    /// Whether a word surely tells a party or, otherwise, a place.
    private func isTold(_ i: Int, _ party: Bool) -> Bool {
        let word = reading.words[i]
        if Self.parties.contains(word.key) { return party }
        // “The Manhattan judge” may be a “U.S. District Judge”.
        return !party && !Self.home.contains(word.key)
            && (word.has([.demonym, .place]) || isPlaceName(i))
    }

    /// Whether a word is in a name that may be a place's: “Aldova”, but not “District” of “District Judge Jane Roe”.
    private func isPlaceName(_ i: Int) -> Bool {
        let mention = Int(table.mentionOfWord[i])
        return mention >= 0
            && (table.mentions[mention].kind != .person || table.mentions[mention].whole.count == 1)
    }

    private static let home = KeySet("u.s us american america federal national")

    private static let parties = KeySet(
        """
        republican democratic democrat liberal conservative labour tory green socialist independent muslim christian \
        jewish catholic evangelical islamic
        """)
}

/// Names of places and of their people.
enum PlaceNames {
    /// Whether two words tell one place: “Aldova” and “Aldovan”, “France” and “French”.
    static func areOne(_ a: Int, _ b: Int, _ reading: Reading) -> Bool {
        let one = reading.words[a]
        let other = reading.words[b]
        if one.key == other.key { return true }
        if let country = countries[one.key], country == countries[other.key] ?? other.key {
            return true
        }
        if let country = countries[other.key], country == one.key { return true }
        let shorter = Int(min(one.end - one.start, other.end - other.start))
        guard shorter >= 4 else { return false }
        let same = Range(from: 0, to: shorter).prefix {
            reading.bytes[Int(one.start) + $0] | 0x20 == reading.bytes[Int(other.start) + $0] | 0x20
        }.count
        return same >= max(4, shorter - 2)
    }

    /// The country of a word that does not begin like it.
    private static let countries = English.pairs("country", of: .offices)
}
