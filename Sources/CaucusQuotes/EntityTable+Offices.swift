import CaucusLanguage
import CaucusText

/// Offices that are told in other ways than right beside a name.
extension EntityTable {
    /// Finds the offices that a title, an appositive before the name or “as” gives.
    mutating func findOffices(of mention: NameMention, _ reading: Reading) {
        if let titles = titles(of: mention, reading) {
            let place = placeAfter(mention, reading)
            add(Office(words: titles, endsWithHead: true, place: place), of: mention.entity)
        }
        if let office = officeBeforeOf(mention, reading) {
            addRoleKeys(office.map { reading.words[$0].key }, of: mention.entity)
            add(Office(words: office), of: mention.entity)
        }
        if let role = roleBeforeComma(mention, reading) {
            note(role, before: mention, reading)
        }
        if let role = roleAs(mention, reading) {
            addRoleKeys(role.map { reading.words[$0].key }, of: mention.entity)
            add(Office(words: role), of: mention.entity)
        }
    }

    /// “former Gov.” before “Jane Roe”: abbreviated titles with the ranks before them.
    private func titles(of mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let end = mention.name.lowerBound
        guard end > mention.whole.lowerBound, isHonorific(reading.words[end - 1]),
            reading.words[end - 1].has(.title)
        else { return nil }
        var first = mention.whole.lowerBound
        let start = reading.sentence(of: end).lowerBound
        while first > start, mention.whole.lowerBound - first < 3,
            reading.words[first - 1].has([.rank, .demonym])
        {
            first -= 1
        }
        return first..<end
    }

    /// “Secretary of State” of “Secretary of State Jane Roe”, where the name was found to begin after “State”.
    private func officeBeforeOf(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let of = mention.whole.lowerBound - 1
        guard mention.name.lowerBound > mention.whole.lowerBound, of > 0,
            reading.words[of].key == NameFinder.of, reading.words[of - 1].has([.title, .role])
        else { return nil }
        return of - 1..<mention.name.lowerBound
    }

    /// “Velland” of “President Otto Roe of Velland”.
    func placeAfter(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let of = mention.whole.upperBound
        guard of + 1 < reading.words.count, reading.words[of].key == NameFinder.of,
            mentionOfWord[of + 1] >= 0
        else { return nil }
        return mentions[Int(mentionOfWord[of + 1])].whole
    }

    /// “mayor” of “the mayor, Jane Roe,”, “prime minister” of “its prime minister, Otto Roe.”: the words of an
    /// appositive before a name, without the article.
    func roleBeforeComma(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let comma = mention.whole.lowerBound - 1
        let after = mention.whole.upperBound
        guard comma > 0, reading.words[comma].kind == .comma,
            after >= reading.words.count || !reading.words[after].isWord,
            reading.sentenceOfWord[comma] == reading.sentenceOfWord[mention.name.lowerBound]
        else { return nil }
        let start = max(reading.sentence(of: comma).lowerBound, comma - 10)
        var i = comma - 1
        while i >= start {
            let word = reading.words[i]
            guard word.kind == .word, !word.has([.auxiliary, .subjectPronoun, .relative]) else {
                return nil
            }
            let isInside =
                word.has(.definite) && i > start && reading.words[i - 1].key == NameFinder.of
            if word.has([.definite, .possessive]) && !isInside || word.shape.contains(.clitic) {
                break
            }
            i -= 1
        }
        guard i >= start, i + 1 < comma else { return nil }
        let role = i + 1..<comma
        let head = reading.words[headOfOffice(role, reading)]
        return head.has([.role, .title]) && !head.has(.people) ? role : nil
    }

    /// The word before the first preposition that is no part of a name.
    func headOfOffice(_ words: Range<Int>, _ reading: Reading) -> Int {
        let preposition = words.first {
            reading.words[$0].has(.preposition) && mentionOfWord[$0] < 0
        }
        return max((preposition ?? words.upperBound) - 1, words.lowerBound)
    }

    /// What the words before a comma make of the person named after it.
    private mutating func note(
        _ role: Range<Int>, before mention: NameMention, _ reading: Reading
    ) {
        let opening = reading.words[role.lowerBound - 1]
        let entity = mention.entity
        let head = reading.words[headOfOffice(role, reading)].key
        if opening.has(.possessive) && opening.key != Self.its || opening.shape.contains(.clitic),
            Self.following.contains(head)
        {
            return follow(head, mention, reading)
        }
        addRoleKeys(role.map { reading.words[$0].key }, of: entity)
        var office = Office(words: role)
        if opening.key == Self.its {
            office.place = lastName(before: role.lowerBound - 1, reading) {
                mentions[$0].kind != .person || mentions[$0].whole.count == 1
            }.map { mentions[$0].whole }
        } else if opening.shape.contains(.clitic), role.lowerBound > 1,
            mentionOfWord[role.lowerBound - 2] >= 0
        {
            office.place = mentions[Int(mentionOfWord[role.lowerBound - 2])].whole
        }
        add(office, of: entity)
    }

    private static let its = LetterFolding.key(of: "its")
    private static let following = KeySet("predecessor successor deputy replacement")
    private static let predecessor = LetterFolding.key(of: "predecessor")

    /// “her predecessor, Peter Roe”: he held the office that she holds; “her deputy” is second to it.
    private mutating func follow(
        _ head: UInt64, _ mention: NameMention, _ reading: Reading
    ) {
        guard let role = roleBeforeComma(mention, reading),
            let holder = owner(of: role, of: mention, reading)
        else { return }
        let isDeputy = head == OfficeRank.deputy
        for var office in entities[holder].offices where office.isHeldByOne(reading) {
            office.standing =
                isDeputy ? .deputy : head == Self.predecessor ? .former : office.standing
            office.end = Int.max
            add(office, of: mention.entity)
        }
        if !isDeputy, head != Self.predecessor {
            endOffices(of: holder, at: mention.whole.lowerBound, reading)
        }
    }

    static let his = LetterFolding.key(of: "his")
    static let her = LetterFolding.key(of: "her")

    func isPerson(_ i: Int, but other: NameMention) -> Bool {
        mentions[i].kind == .person && mentions[i].entity >= 0 && mentions[i].entity != other.entity
    }

    /// The last of the eight names before word `i`, in its sentence or the one before, that `fits` takes.
    func lastName(
        before i: Int, _ reading: Reading, where fits: (Int) -> Bool
    ) -> Int? {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].whole.lowerBound >= i { high = middle } else { low = middle + 1 }
        }
        let sentence = reading.sentenceOfWord[i]
        for k in Range(from: max(0, low - 8), to: low).reversed() {
            guard sentence - reading.sentenceOfWord[mentions[k].name.lowerBound] <= 1 else {
                return nil
            }
            if fits(k) { return k }
        }
        return nil
    }

    /// “health minister” of “named Jane Roe as health minister”.
    private func roleAs(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let start = reading.sentence(of: mention.name.lowerBound).lowerBound
        var i = mention.whole.upperBound
        let end = reading.sentence(of: mention.name.lowerBound).upperBound
        let isNamed = Range(from: max(start, mention.whole.lowerBound - 2), to: i)
            .contains { Self.naming.contains(reading.words[$0].key) }
        guard isNamed, i < end, reading.words[i].key == Self.asWord else { return nil }
        i += 1
        if i < end, reading.words[i].has([.determiner, .possessive]) { i += 1 }
        return office(from: i, to: end, reading)
    }

    /// The words from `start` up to a role or title that no further noun follows.
    private func office(from start: Int, to end: Int, _ reading: Reading) -> Range<Int>? {
        var last = -1
        for i in Range(from: start, to: min(end, start + 7)) {
            let word = reading.words[i]
            guard word.kind == .word,
                !word.has([.auxiliary, .preposition, .relative, .coordinator, .clauseBorder, .time])
            else { break }
            if word.has([.role, .title]), !word.has(.people) { last = i }
        }
        return last >= 0 ? Range(from: start, to: last + 1) : nil
    }

    private static let asWord = LetterFolding.key(of: "as")
    private static let naming = KeySet(
        """
        named names naming appointed appoints appointing elected electing nominated nominates picked chose chosen \
        tapped hired installed replaced succeeded replaces succeeds replacing succeeding confirmed
        """)
    private static let succeeding = KeySet(
        "replaced succeeded replaces succeeds replacing succeeding replace succeed")

    /// Passes offices on: “Jane Roe was replaced by Otto Penn”, “Otto Penn, who succeeded Jane Roe as mayor”.
    mutating func findSuccessions(_ reading: Reading) {
        let (by, succeeding) = (Self.by, Self.succeeding)
        for mention in mentions where mention.kind == .person && mention.entity >= 0 {
            let first = mention.whole.lowerBound
            guard first > 1 else { continue }
            let before = reading.words[first - 1].key
            if before == by, succeeding.contains(reading.words[first - 2].key) {
                let old = lastName(before: first - 2, reading) {
                    isPerson($0, but: mention) && isHolder(mentions[$0].entity, reading)
                }
                if let old {
                    pass(from: mentions[old].entity, to: mention.entity, at: first, reading)
                }
            } else if succeeding.contains(before) {
                let new = lastName(before: first - 1, reading) { isPerson($0, but: mention) }
                if let new {
                    pass(from: mention.entity, to: mentions[new].entity, at: first, reading)
                }
            }
        }
    }

    private static let by = LetterFolding.key(of: "by")

    private func isHolder(_ entity: Int, _ reading: Reading) -> Bool {
        entities[entity].kind == .person
            && entities[entity].offices.contains { $0.isHeldByOne(reading) }
    }

    private mutating func pass(from old: Int, to new: Int, at word: Int, _ reading: Reading) {
        for var office in entities[old].offices where office.isHeldByOne(reading) {
            office.end = Int.max
            addRoleKeys(office.words.map { reading.words[$0].key }, of: new)
            add(office, of: new)
        }
        endOffices(of: old, at: word, reading)
    }
}
