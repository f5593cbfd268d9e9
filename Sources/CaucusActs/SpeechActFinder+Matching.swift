import CaucusLanguage
import CaucusQuotes
import CaucusText

/// What a row of the table has found so far.
struct ActMatch {
    /// Which of the sentence's places is the target, or -1.
    var place = -1
    var direction = 1
    var strength = 0
    /// How much weaker the act is for what lies between.
    var weakness = 0
    /// The act is about something that the target owns: “her handling of”.
    var isOwned = false
    var isNegated = false
    /// By which part and at which word the source was read.
    var source: (part: ActPattern.Part, word: Int)?
    /// The verb whose subject acts, where it is not the word that carries the act.
    var main = -1
    /// What the verb is done by.
    var sort = ActTable.Sort.speech
    /// The frame of the lists whose words have to stand after the target, or -1.
    var tail = -1
    /// The first word, and one past the last one of the act itself.
    var first: Int
    var cueEnd = -1
    /// The last word that tells good or bad, or -1.
    var telling = -1
    /// One past the last word.
    var end: Int
    /// How many pieces it is inside of.
    var depth = 0
    /// The row, as a number of ``ActPatterns/rows``, and whether it says that there is no act.
    var row = 0
    var isNone = false

    init(at i: Int) { (first, end) = (i, i) }

    func turned() -> ActMatch {
        var match = self
        match.direction = -direction
        match.isNegated.toggle()
        return match
    }

    func ending(at end: Int) -> ActMatch {
        var match = self
        match.end = end
        return match
    }
}

/// Runs the rows of the table over the words of a sentence.
extension SpeechActFinder {
    /// The word of the lists that rows are tried at.
    struct Trigger {
        var word = -1
        /// The first of its auxiliaries.
        var first = -1
        var verb = ActTable.Verb()
        var noun = ActTable.Noun(direction: 0, strength: 0, leads: [])
    }

    /// What the first row of a kind that matches from one of `starts` finds.
    ///
    /// - Complexity: O(rows of the kind × starts), most of which fail at their first slot.
    func match(_ kind: ActPattern.Kind, from starts: some Collection<Int>) -> ActMatch? {
        for number in table.patterns.numbers(of: kind) where hasWords(of: number) {
            for start in starts where mayStart(number, at: start) {
                let row = table.patterns.rows[number]
                guard var found = match(row, at: start, ActMatch(at: start)),
                    found.place >= 0 || found.isNone,
                    found.tail < 0
                else { continue }
                found.row = number
                return found
            }
        }
        return nil
    }

    private func hasWords(of row: Int) -> Bool {
        let needs = table.patterns.needs[row]
        return needs.isEmpty
            || words.contains { word in needs.contains { $0.contains(word.key) } }
    }

    /// Pieces within pieces that are read: five nouns from a verb to the target take twelve. A sentence of a hundred
    /// nouns with “of” would use up a thread's stack.
    private static let deepest = 12

    private func mayStart(_ row: Int, at i: Int) -> Bool {
        switch table.patterns.openers[row] {
        case .word(let test): turn(test, i) != nil
        case .target: places.contains { $0.words.lowerBound == i }
        case .other: true
        }
    }

    /// A row with its side taken.
    private func match(_ row: ActPattern, at i: Int, _ before: ActMatch) -> ActMatch? {
        guard var found = match(row.slots[...], at: i, before) else { return nil }
        if row.isWeak { found.weakness += 1 }
        if row.isOwned { found.isOwned = true }
        switch row.side {
        case .times(let sign):
            found.direction *= sign
            if row.strength > 0 { found.strength = min(found.strength, row.strength) }
        case .always(let side):
            found.direction = before.direction * side
            found.strength = row.strength
        case .never: found.isNone = true
        }
        return found
    }

    private func match(
        _ slots: ArraySlice<ActPattern.Slot>, at i: Int, _ found: ActMatch
    ) -> ActMatch? {
        guard let slot = slots.first else { return found.ending(at: i) }
        let rest = slots.dropFirst()
        switch slot {
        case .word(let test):
            guard let turns = turn(test, i) else { return nil }
            return match(rest, at: i + 1, turns ? found.turned() : found)
        case .behind(let test, let isNot):
            return (turn(test, i - 1) == nil) == isNot ? match(rest, at: i, found) : nil
        case .ahead(let test, let isNot):
            return (turn(test, i) == nil) == isNot ? match(rest, at: i, found) : nil
        case .optional(let slot):
            if let inner = match(slot[...], at: i, found),
                let match = match(rest, at: inner.end, inner)
            {
                return match
            }
            return match(rest, at: i, found)
        case .run(let slot):
            var (end, found) = (i, found)
            if case .piece(let number)? = slot.first, table.patterns.isPlain[number] {
                while let next = plainEnd(number, end) { end = next }
                return match(rest, at: end, found)
            }
            while let next = match(slot[...], at: end, found), next.end > end {
                (end, found) = (next.end, next)
            }
            return match(rest, at: end, found)
        case .gap(let test, let most):
            var found = found
            for k in i...i + most {
                if let match = match(rest, at: k, found) { return match }
                guard k < i + most, let turns = turn(test, k) else { return nil }
                if turns { found = found.turned() }
            }
            return nil
        case .piece(let number):
            if table.patterns.isPlain[number] {
                return plainEnd(number, i).flatMap { match(rest, at: $0, found) }
            }
            guard found.depth < Self.deepest else { return nil }
            var inner = found
            inner.depth += 1
            for row in table.patterns.pieces[number] {
                guard var piece = match(row, at: i, inner) else { continue }
                piece.depth = found.depth
                return piece.isNone ? nil : match(rest, at: piece.end, piece)
            }
            return nil
        case .part(let part):
            if let next = read(part, at: i, found) { return match(rest, at: next.end, next) }
            for next in framed(part, at: i, found) {
                if let match = match(rest, at: next.end, next) { return match }
            }
            return nil
        }
    }

    /// One past the words of a piece that asks of words alone, or `nil`.
    private func plainEnd(_ piece: Int, _ i: Int) -> Int? {
        for row in table.patterns.pieces[piece] {
            var end = i
            let isMet = row.slots.allSatisfy { slot in
                switch slot {
                case .word(let test):
                    end += 1
                    return turn(test, end - 1) != nil
                case .behind(let test, let isNot): return (turn(test, end - 1) == nil) == isNot
                case .ahead(let test, let isNot): return (turn(test, end) == nil) == isNot
                default: return false
                }
            }
            if isMet { return end }
        }
        return nil
    }

    /// Whether word `i` is what a slot wants, and turns the side round; `nil` where it is not.
    private func turn(_ test: WordTest, _ i: Int) -> Bool? {
        guard sentence.contains(i) else { return nil }
        let word = word(i)
        guard !word.has(.quoted) else { return nil }
        var marks = marks[i - sentence.lowerBound]
        if i == trigger.word { marks.insert(.trigger) }
        for choice in test.choices {
            if let keys = choice.keys {
                if keys.contains(word.key) { return choice.turns }
                continue
            }
            guard word.isWord || !choice.someMarks.isDisjoint(with: marks),
                !word.has(choice.none), choice.noneMarks.isDisjoint(with: marks),
                choice.some.isEmpty && choice.someMarks.isEmpty || word.has(choice.some)
                    || !choice.someMarks.isDisjoint(with: marks)
            else { continue }
            return choice.turns
        }
        return nil
    }

    /// Notes what slots may ask of the words besides their classes.
    mutating func mark() { marks = sentence.map(marks) }

    private func marks(of i: Int) -> WordMarks {
        let word = word(i)
        var marks: WordMarks = word.isBorder ? [] : .any
        if word.kind == .comma { marks.insert(.comma) }
        if !word.isWord, word.kind != .comma, word.kind != .openBracket, !word.isBreak {
            marks.insert(.mark)
        }
        if word.isCapitalized { marks.insert(.capital) }
        if isOwnerMark(i) { marks.insert(.clitic) }
        if place(at: i) != nil { marks.insert(.target) }
        guard table.knows(word.key), let verb = table.verbs[word.key] else { return marks }
        if verb.carries != 0 { marks.insert(.carrier) }
        if verb.form == .gerund { marks.insert(.gerund) }
        if !verb.frames.isEmpty, word.has(.finite) { marks.insert(.acting) }
        return marks
    }

    /// “'s”, or the apostrophe of “the Joneses' plan”.
    private func isOwnerMark(_ i: Int) -> Bool {
        let word = word(i)
        if word.isClitic { return true }
        guard word.key == 0, sentence.contains(i - 1), sentence.contains(i + 1) else {
            return false
        }
        return [.singleClose, .singleOpen, .singleStraight].contains(word.kind)
            && word.start == self.word(i - 1).end && self.word(i + 1).isWord
            && self.word(i + 1).start > word.end
    }
}
