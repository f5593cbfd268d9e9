import CaucusText

/// Several people who speak as one: “Jane Roe and Otto Penn”.
extension Resolver {
    /// The joint source that `cue` has, or `nil` where one person or a single description speaks.
    mutating func joint(_ cue: Cue, _ source: NounPhrase) -> Int? {
        let first = source.words.lowerBound
        let isAfter = first > cue.head
        // Most sources have no “and” beside them.
        let near = Range(
            from: max(0, first - 1),
            to: min(reading.words.count, isAfter ? first + 24 : source.words.upperBound))
        let and = NameFinder.and
        guard near.contains(where: { reading.words[$0].key == and }) else { return nil }
        let sentence = reading.sentence(of: source.head)
        let found =
            isAfter
            ? membersAfter(source, sentence) : membersBefore(source, sentence)
        guard let members = found?.map({ table.mentions[$0].entity }),
            members.count > 1, Set(members).count == members.count,
            members.allSatisfy({ $0 >= 0 && isSurelyPerson($0) })
        else { return nil }
        let sorted = members.sorted()
        if let same = described.suffix(16).lastIndex(where: { $0.members.sorted() == sorted }) {
            return table.entities.count + same
        }
        described.append(
            DescribedSource(phrase: source, gender: .unknown, isPlural: true, members: members))
        return table.entities.count + described.count - 1
    }

    /// Whether a name is more than a word with a capital: not “Health” of “Health and Human Services Secretary Jane Roe”.
    private func isSurelyPerson(_ entity: Int) -> Bool {
        let known = table.entities[entity]
        return known.name.count > 1 || known.gender != .unknown
            || known.spellings.contains { table.mentions[$0].titled }
    }

    /// “said Jane Roe and her deputy, Otto Penn.”
    private func membersAfter(_ source: NounPhrase, _ sentence: Range<Int>) -> [Int]? {
        // “according to the Jane Roe and Otto Penn book”
        let found = list(from: source.words.lowerBound, to: sentence.upperBound)
        return found.flatMap { source.head < $0.end ? $0.members : nil }
    }

    /// “Jane Roe, left, and Otto Penn said”: a list that ends where the source does, and opens the sentence or follows a
    /// mark or “that”.
    private func membersBefore(_ source: NounPhrase, _ sentence: Range<Int>) -> [Int]? {
        let first = source.words.lowerBound
        let mark = Range(from: max(sentence.lowerBound, first - 30), to: first).last {
            phrases.quoteOfWord[$0] >= 0
        }
        for start in [mark.map { $0 + 1 } ?? max(sentence.lowerBound, first - 30), first]
        where opensClause(start, sentence) {
            // “Roe and Penn both said”
            let last = source.words.upperBound - 1
            let end = Self.together.contains(reading.words[last].key) ? last : last + 1
            guard let list = list(from: start, to: end), list.end == end else { continue }
            return list.members
        }
        return nil
    }

    private static let together = KeySet("both all each jointly together")

    private func opensClause(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard i > sentence.lowerBound else { return true }
        let before = reading.words[i - 1]
        return !before.isWord || before.has([.clauseBorder, .that])
    }

    /// The people of a list that starts at `start`: “Jane Roe, Otto Penn and Ann Tull”, and where it ends.
    private func list(from start: Int, to end: Int) -> (members: [Int], end: Int)? {
        var members: [Int] = []
        var i = start
        while members.count < 5, let member = member(at: i, to: end) {
            members.append(member.mention)
            guard let next = joint(after: member.end, to: end) else { return nil }
            i = next.start
            // Of a list only the last member stands after “and”.
            if next.isLast {
                guard let last = self.member(at: i, to: end) else { return nil }
                return (members + [last.mention], closing(last.end, to: end))
            }
        }
        return nil
    }

    /// Past the aside after the last member where it ends with the list: “and Otto Penn, the mayor,”.
    private func closing(_ i: Int, to end: Int) -> Int {
        guard i < end, reading.words[i].kind == .comma else { return i }
        return end - i <= 16 ? end : i
    }

    /// Where the next member starts after “and”, after a comma, or after an aside: “Jane Roe, left, and”.
    private func joint(after i: Int, to end: Int) -> (start: Int, isLast: Bool)? {
        guard i + 1 < end else { return nil }
        if isAnd(i) { return (i + 1, true) }
        guard reading.words[i].kind == .comma else { return nil }
        if isAnd(i + 1) { return (i + 2, true) }
        if table.mentionOfWord[i + 1] >= 0 { return (i + 1, false) }
        for k in Range(from: i + 1, to: min(end - 1, i + 14)) {
            if reading.words[k].kind == .comma {
                return isAnd(k + 1) ? (k + 2, true) : nil
            }
            guard reading.words[k].isWord, phrases.quoteOfWord[k] < 0 else { return nil }
        }
        return nil
    }

    private func isAnd(_ i: Int) -> Bool { reading.words[i].key == NameFinder.and }

    /// The person named at `i`, after words for what he or she is: “the mayor, Jane Roe”, “Senators Jane Roe”.
    private func member(at i: Int, to end: Int) -> (mention: Int, end: Int)? {
        var k = i
        while k < end, k - i < 8 {
            let mention = Int(table.mentionOfWord[k])
            guard phrases.quoteOfWord[k] < 0 else { return nil }
            if mention >= 0, table.mentions[mention].kind == .person {
                let whole = table.mentions[mention].whole
                guard whole.lowerBound == k, whole.upperBound <= end,
                    whole.upperBound >= reading.words.count
                        || !reading.words[whole.upperBound].shape.contains(.clitic)
                else { return nil }
                return (mention, whole.upperBound)
            }
            let word = reading.words[k]
            if word.kind == .comma, k > i {
                // “the mayor, Jane Roe”
                guard reading.words[k - 1].has([.role, .title]) else { return nil }
            } else if !word.isWord
                || word.has([
                    .preposition, .auxiliary, .coordinator, .subjectPronoun, .relative, .adverb,
                ])
                || word.has(.verb) && !word.has([.role, .people, .adjective, .rank])
            {
                return nil
            }
            k += 1
        }
        return nil
    }
}
