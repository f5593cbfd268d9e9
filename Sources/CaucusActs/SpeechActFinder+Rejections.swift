import CaucusQuotes
import CaucusText

/// Acts toward what others say or want of the target: “rejected calls for her to resign”, “denied that she had lied”.
extension SpeechActFinder {
    /// What a verb does to a call or a claim that concerns the target.
    func rejection(by verb: ActTable.Verb, at v: Int) -> Match? {
        if verb.denies { return denial(at: v) }
        let frames = verb.frames.map { table.frames[$0] }.filter { !$0.isWish && $0.tail.isEmpty }
        for frame in frames {
            guard let start = follow(frame.leads, from: v + 1), let noun = plainNoun(from: start),
                noun + 2 < sentence.upperBound, let place = place(startingAfter: noun + 1)
            else { continue }
            let key = word(noun).key
            let goal = places[place].words
            var path = Path(place: place, end: goal.upperBound)
            var side: Int?
            if word(noun + 1).key == Self.that, table.claims.contains(key) {
                side = table.accusations.contains(key) ? -1 : said(from: goal.upperBound)?.direction
            } else if word(noun + 1).key == Self.to, table.pleas.contains(key) {
                // “dismissed calls to oust her”
                side = wantedOf(from: noun + 2, before: goal.lowerBound)
            } else if table.pleas.contains(key) {
                side = wanted(from: goal.upperBound)
                if side == nil, let owned = ownedWish(after: goal) {
                    side = owned.side
                    path.end = owned.end
                }
            }
            guard let side, frame.direction != 0 else { continue }
            path.weakness = 0
            return Match(
                path: path, direction: frame.direction * side,
                strength: min(frame.strength, 2), cueEnd: start)
        }
        return nil
    }

    /// “denied that she had lied”, “denied she had lied”.
    private func denial(at v: Int) -> Match? {
        var i = v + 1
        if i < sentence.upperBound, word(i).key == Self.that { i += 1 }
        // “Roe denied that she had lied”: Roe herself.
        guard i < sentence.upperBound,
            let place = places.firstIndex(where: {
                $0.words.lowerBound == i && $0.place.mention != .pronoun
            }),
            let side = said(from: places[place].words.upperBound)?.direction
        else { return nil }
        return Match(
            path: Path(place: place, end: places[place].words.upperBound), direction: -side,
            strength: 2, cueEnd: v + 1)
    }

    private static let that = LetterFolding.key(of: "that")
    private static let to = LetterFolding.key(of: "to")

    /// The noun of a short phrase at `start`, before a preposition or “that”; `nil` where another phrase stands there.
    private func plainNoun(from start: Int) -> Int? {
        var i = start
        while i + 1 < sentence.upperBound, i - start < 5 {
            guard word(i).isWord, !word(i).has([.quoted, .name, .preposition, .auxiliary])
            else {
                return nil
            }
            if table.pleas.contains(word(i).key) || table.claims.contains(word(i).key) {
                let next = word(i + 1)
                if next.has([.preposition, .relative, .to]) { return i }
            }
            i += 1
        }
        return nil
    }

    /// The place that stands within four words after word `i`, none of them a mark or a name.
    private func place(startingAfter i: Int) -> Int? {
        places.firstIndex { place in
            let first = place.words.lowerBound
            return first > i && first - i < 6
                && !Range(from: i + 1, to: first).contains {
                    word($0).kind == .comma || word($0).isBorder || word($0).has([.quoted, .name])
                        || word($0).has(.finite)
                            && table.verbs[word($0).key] == nil
                }
        }
    }

    /// Which way goes what somebody is to do, where “to” and a verb of going or staying start at `i`.
    func wanted(from i: Int) -> Int? {
        var i = i
        var isNegated = false
        while i < sentence.upperBound, word(i).has([.adverb, .negation, .time]) {
            if word(i).has(.negation) { isNegated.toggle() }
            i += 1
        }
        guard i + 1 < sentence.upperBound, word(i).has(.to) else { return nil }
        let side = departure(at: i + 1) ?? 0
        return side == 0 ? nil : isNegated ? -side : side
    }

    /// “to oust her”: the direction of the verb that leads from `i` to the target at `end`.
    private func wantedOf(from i: Int, before end: Int) -> Int? {
        for k in Range(from: i, to: end) {
            guard let verb = table.verbs[word(k).key] else { continue }
            let frames = verb.frames.map { table.frames[$0] }.filter { !$0.isWish }
            for frame in frames where follow(frame.leads, from: k + 1) == end {
                return frame.direction
            }
        }
        return nil
    }

    /// “her resignation”: what is wished of the target.
    private func ownedWish(after goal: Range<Int>) -> (side: Int, end: Int)? {
        for i in Range(from: goal.upperBound, to: min(goal.upperBound + 4, sentence.upperBound)) {
            if table.unfriendlyWishes.contains(word(i).key) { return (-1, i + 1) }
            if table.friendlyWishes.contains(word(i).key) { return (1, i + 1) }
        }
        return nil
    }

    /// Whether the verb at `i` says that somebody goes (-1) or stays (1), or `nil`.
    func departure(at i: Int) -> Int? {
        guard i < sentence.upperBound else { return nil }
        let key = word(i).key
        let next = i + 1 < sentence.upperBound ? word(i + 1) : nil
        if Self.withParticle.contains(key) {
            return next.map { Self.particles.contains($0.key) } ?? false ? -1 : nil
        }
        if key == Self.go {
            // “go to Paris” is no leaving, “go now” is.
            guard let next, next.isWord else { return -1 }
            return next.has([.time, .adverb, .coordinator, .clauseBorder])
                || Self.afterGoing.contains(next.key) ? -1 : nil
        }
        // “take a walk”, “take her last bow”: what is taken stands within four words.
        if key == Self.take,
            Range(from: i + 2, to: min(i + 6, sentence.upperBound)).contains(where: {
                Self.exits.contains(word($0).key)
            }), next?.has([.determiner, .possessive]) ?? false
        {
            return -1
        }
        if Self.goingOnly.contains(key) { return -1 }
        return Self.stayingOnly.contains(key) ? 1 : nil
    }

    private static let go = LetterFolding.key(of: "go")
    private static let take = LetterFolding.key(of: "take")
    private static let exits = KeySet("walk walks hike bow exit leave")
    private static let goingOnly = KeySet(
        "resign retire quit abdicate resigned apologize apologise")
    private static let withParticle = KeySet("step stand bow move")
    private static let particles = KeySet("down aside back out off on")
    private static let afterGoing = KeySet("now before immediately and after or for")
    private static let stayingOnly = KeySet("stay remain continue")

    /// “praised Roe for standing up to her”, “accused Roe of attacking her”: the verb before the object whose
    /// doing `v` is, and its direction; 0 where it takes no side, `nil` where the doing is the subject's own.
    func reproach(around v: Int) -> (main: Int, direction: Int)? {
        guard v > sentence.lowerBound + 3 else { return nil }
        let lead = word(v - 1).key
        guard lead == Self.for || lead == Self.of else { return nil }
        var k = v - 2
        var hasObject = false
        while k > sentence.lowerBound, v - k < 12 {
            let word = word(k)
            if word.isBreak || word.kind == .comma || word.has(.quoted) { return nil }
            if word.has(.finite), !word.has([.auxiliary, .name]),
                !self.word(k - 1).has([.determiner, .adjective])
            {
                guard hasObject, let verb = table.verbs[word.key],
                    !voice(of: k, verb.form).isPassive
                else { return hasObject && lead == Self.for ? (k, 0) : nil }
                let frame = verb.frames.map { table.frames[$0] }.first {
                    ($0.leads.isEmpty || $0.leads == [lead]) && $0.tail.isEmpty && !$0.isWish
                }
                // “tired of attacking”, “stopped short of”: only some verbs tell whose doing follows “of”.
                if frame == nil, lead == Self.of { return nil }
                return (k, frame?.direction ?? 0)
            }
            if word.has([.name, .person, .organization, .object])
                || word.isWord
                    && !word.has([.determiner, .adverb, .preposition])
            {
                hasObject = true
            }
            k -= 1
        }
        return nil
    }

    private static let `for` = LetterFolding.key(of: "for")
    private static let of = LetterFolding.key(of: "of")
}
