import CaucusLanguage
import CaucusText

/// Who an entity is, read off the words around its name.
extension EntityTable {
    /// Finds the role phrases before (“Windsor professor Jane Roe”) and after names (“Jane Roe, a doctor,”), and the
    /// offices that a sentence gives to a name (“Jane Roe was mayor”).
    ///
    /// - Parameter seen: How many mentions of each entity have been looked at; six are enough.
    mutating func findRoles(of places: [Int], _ seen: inout [UInt8], _ reading: Reading) {
        while seen.count < entities.count { seen.append(0) }
        for mention in places.map({ mentions[$0] })
        where mention.kind == .person && mention.entity >= 0 {
            guard seen[mention.entity] < 6 else { continue }
            seen[mention.entity] += 1
            if let role = roleBefore(mention, reading) {
                note(role, of: mention, reading)
                let place = placeAfter(mention, reading)
                add(Office(words: role, endsWithHead: true, place: place), of: mention.entity)
            }
            if let role = roleAfter(mention, reading) {
                note(role, of: mention, reading)
                add(Office(words: role), of: mention.entity)
            }
            if mention.name.count > 1 {
                let told = officeTold(of: mention, reading)
                addRoleKeys(told.map { reading.words[$0].key }, of: mention.entity)
                for i in told { add(Office(words: i..<i + 1), of: mention.entity) }
            }
            findOffices(of: mention, reading)
            let titles = Range(from: mention.whole.lowerBound, to: mention.name.lowerBound)
            if !titles.isEmpty {
                addRoleKeys(titles.map { reading.words[$0].key }, of: mention.entity)
            }
        }
    }

    private mutating func note(
        _ role: Range<Int>, of mention: NameMention, _ reading: Reading
    ) {
        let keys = role.filter { !reading.words[$0].has(.neverName) && reading.words[$0].isWord }
        setRole(
            role, of: mention.entity, gender: gender(of: role, reading),
            keys: keys.map { reading.words[$0].key })
    }

    private func gender(of role: Range<Int>, _ reading: Reading) -> Gender {
        for i in role {
            if reading.words[i].has(.femaleRole) { return .female }
            if reading.words[i].has(.maleRole) { return .male }
        }
        return .unknown
    }

    /// “University of Windsor political science professor” before “Jane Roe”.
    private func roleBefore(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let end = mention.name.lowerBound
        let start = reading.sentence(of: end).lowerBound
        guard end > start, reading.words[end - 1].kind == .word,
            reading.words[end - 1].has([.role, .title]), !isHonorific(reading.words[end - 1])
        else { return nil }
        var i = end - 1
        while i > start, end - i < 14, mention.whole.contains(i - 1) || isRoleWord(i - 1, reading) {
            i -= 1
        }
        while i < end, reading.words[i].has([.preposition, .adverb, .coordinator]) { i += 1 }
        return i < end ? i..<end : nil
    }

    func isHonorific(_ word: Word) -> Bool {
        word.has([.maleTitle, .femaleTitle]) && !word.has(.role)
            || word.shape.contains(.abbreviated)
    }

    private func isRoleWord(_ i: Int, _ reading: Reading) -> Bool {
        let word = reading.words[i]
        guard word.kind == .word else { return false }
        if mentionOfWord[i] >= 0 { return mentions[Int(mentionOfWord[i])].kind != .person }
        if word.shape.contains(.clitic) { return word.has(.have) }
        if word.has([
            .determiner, .clauseBorder, .that, .auxiliary, .subjectPronoun, .to, .relative,
        ]) {
            return false
        }
        if word.has(.preposition) {
            return i > 0 && reading.words[i - 1].isCapitalized && reading.words[i + 1].isCapitalized
        }
        if word.has(.verb) && !word.has([.adjective, .role, .rank, .people, .organization]) {
            return false
        }
        return !word.has([.adverb, .neverName]) || word.has(.rank)
    }

    /// “, a doctor” after “Jane Roe”.
    private func roleAfter(_ mention: NameMention, _ reading: Reading) -> Range<Int>? {
        let comma = mention.whole.upperBound
        guard mention.name.count > 1 else { return nil }
        let sentence = reading.sentence(of: mention.name.lowerBound)
        guard comma + 1 < sentence.upperBound, reading.words[comma].kind == .comma else {
            return nil
        }
        let first = comma + 1
        guard
            reading.words[first].has([.definite, .indefinite, .role, .rank, .possessive])
                || mentionOfWord[first] >= 0
        else { return nil }
        var found = false
        var i = first
        while i < min(sentence.upperBound, first + 16) {
            let word = reading.words[i]
            guard word.kind == .word || word.kind == .other else { break }
            if word.has([.relative, .auxiliary]) || word.has(.reporting) && !word.has(.role) {
                break
            }
            if word.has(.role) { found = true }
            i += 1
        }
        guard found, i < sentence.upperBound, !reading.words[i].isWord else { return nil }
        let isArticle = reading.words[first].has([.definite, .indefinite])
        let role = Range(from: isArticle ? first + 1 : first, to: i)
        return role.isEmpty ? nil : role
    }

    /// The office that a sentence says somebody has or had: `mayor` of “Jane Roe, 54, was the city's mayor until May”.
    private func officeTold(of mention: NameMention, _ reading: Reading) -> [Int] {
        let end = reading.sentence(of: mention.name.lowerBound).upperBound
        var i = mention.whole.upperBound
        if i < end, reading.words[i].kind == .comma { i += 1 }
        if i + 1 < end, reading.words[i].kind == .number, reading.words[i + 1].kind == .comma {
            i += 2
        }
        guard i < end, reading.words[i].has(.be) || Self.becoming.contains(reading.words[i].key),
            !reading.words[i].shape.contains(.clitic)
        else { return [] }
        var titles: [Int] = []
        for i in Range(from: i + 1, to: min(end, i + 8)) {
            let word = reading.words[i]
            // “was the mayor's friend”, “was Mayor Penn's aide”: somebody else's office.
            if !titles.isEmpty, word.shape.contains(.clitic) { return [] }
            // “was not mayor”, “was with the mayor”, “was seen”
            guard word.isWord, mentionOfWord[i] < 0,
                !word.has([.negation, .preposition, .relative, .coordinator])
            else { break }
            if word.has(.title) {
                titles.append(i)
            } else if !titles.isEmpty || word.has(.verb) && !word.has([.rank, .adjective]) {
                break
            }
        }
        return titles
    }

    private static let becoming = KeySet("became becomes become remains remained")
}
