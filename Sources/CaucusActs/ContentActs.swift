import CaucusQuotes
import CaucusTarget
import CaucusText

/// What speakers do to the target by their own words: “I have lost confidence in her”, “it is time for her to go”.
///
/// Only constructions whose direction does not hang on the topic are read; all else is left to the model.
extension SpeechActFinder {
    /// An act that speakers do by their own words: its words, and the one that carries it.
    private struct Found {
        var act: SpeechAct
        var cue: Range<Int>
        var head: Int

        init(_ act: SpeechAct, _ cue: Range<Int>, head: Int) {
            self.act = act
            self.cue = cue
            self.head = head
        }
    }

    /// The act of a quotation's content toward the places in it, or `nil`.
    ///
    /// - Complexity: O(words of the content).
    mutating func act(
        of content: [Span], toward targets: [TargetPlace]
    ) -> (act: SpeechAct, cue: Span, head: Span)? {
        for piece in content {
            var i = reading.word(at: piece.start)
            while i < reading.count, reading.span(i..<i + 1).end <= piece.end {
                let whole = reading.sentence(of: i)
                var end = i
                while end < whole.upperBound, reading.span(end..<end + 1).end <= piece.end {
                    end += 1
                }
                guard end > i else { break }
                open(i..<end, targets)
                if !places.isEmpty, let found = firstPersonAct() ?? construction() {
                    return (
                        found.act, reading.span(found.cue),
                        reading.span(found.head..<found.head + 1)
                    )
                }
                i = end
            }
        }
        return nil
    }

    /// Takes up a stretch of somebody's words as if no marks stood around it.
    private mutating func open(_ range: Range<Int>, _ targets: [TargetPlace]) {
        sentence = range
        words = range.map { i in
            var word = reading.word(i)
            word.classes.remove(.quoted)
            return word
        }
        let span = reading.span(range)
        places = targets.filter { span.contains($0.span) }.compactMap { target in
            let low = reading.word(at: target.span.start)
            var high = low
            while high < range.upperBound, reading.span(high..<high + 1).start < target.span.end {
                high += 1
            }
            guard high > low else { return nil }
            if let name = reading.name(at: low), name.upperBound == high,
                range.contains(name.lowerBound)
            {
                return (name, target)
            }
            return (low..<high, target)
        }
    }

    /// “I trust her”, “we condemn him”: an act whose source is the speaker.
    private mutating func firstPersonAct() -> Found? {
        clauses.removeAll(keepingCapacity: true)
        defer { clauses.removeAll(keepingCapacity: true) }
        for i in sentence where table.knows(word(i).key) {
            guard word(i).isWord, !word(i).has(.name) else { continue }
            if let verb = table.verbs[word(i).key] { readVerb(verb, at: i) }
            if let adjective = table.adjectives[word(i).key] { readAdjective(adjective, at: i) }
        }
        let own = clauses.first {
            $0.source.isPronoun && Self.first.contains(word($0.source.head).key)
                && $0.act.direction != 0
        }
        return own.map { Found($0.act, $0.cue, head: $0.head) }
    }

    private static func key(_ word: String) -> UInt64 { LetterFolding.key(of: word) }
    private static let first = KeySet("i we")

    private func construction() -> Found? {
        for place in places {
            let target = place.words
            if let found = before(target) ?? after(target) ?? around(target) ?? belief(target) {
                return found
            }
        }
        return nil
    }

    private func holds(_ i: Int, _ word: UInt64) -> Bool {
        sentence.contains(i) && self.word(i).key == word
    }

    /// “time for her to go”, “better off without him”, “deserve better than her”, “no better leader than him”.
    private func before(_ target: Range<Int>) -> Found? {
        let last = target.lowerBound - 1
        if holds(last, Self.for), holds(last - 1, Self.time), wanted(from: target.upperBound) == -1,
            !isNegated(before: last - 1)
        {
            return Found(
                SpeechAct(direction: -1, strength: 3),
                Range(from: last - 1, to: target.upperBound), head: last - 1)
        }
        if holds(last, Self.without),
            let better = near(last, 3).last(where: {
                holds($0, Self.better)
            }),
            !isNegated(before: better)
        {
            return Found(
                SpeechAct(direction: -1, strength: 3),
                Range(from: better, to: target.upperBound), head: better)
        }
        guard holds(last, Self.than) else { return nil }
        let reach = near(last, 7)
        if let verb = reach.first(where: { Self.deserving.contains(word($0).key) }),
            reach.contains(where: { $0 > verb && holds($0, Self.better) })
        {
            return Found(
                SpeechAct(direction: -1, strength: 3),
                Range(from: verb, to: target.upperBound), head: verb)
        }
        guard let no = reach.first(where: { word($0).has(.negation) || holds($0, Self.nobody) }),
            let verdict = verdict(from: no + 1)
        else { return nil }
        return Found(
            SpeechAct(direction: verdict.direction, strength: 2),
            Range(from: no, to: target.upperBound), head: no)
    }

    private func isNegated(before i: Int) -> Bool {
        near(i, 4).contains { word($0).has(.negation) }
    }

    /// The `count` words before word `i`, as far as they are in the sentence.
    private func near(_ i: Int, _ count: Int) -> Range<Int> {
        Range(from: max(sentence.lowerBound, i - count), to: i)
    }

    /// “must go”, “should stay”, “did nothing wrong”, “is a liar”.
    private func after(_ target: Range<Int>) -> Found? {
        var i = target.upperBound
        while sentence.contains(i), word(i).has(.adverb), !word(i).has(.negation) { i += 1 }
        guard sentence.contains(i), !isModified(target) else { return nil }
        if Self.musts.contains(word(i).key), let side = duty(from: i + 1) {
            return Found(
                SpeechAct(direction: side, strength: side < 0 ? 3 : 2),
                Range(from: i, to: min(i + 3, sentence.upperBound)), head: i)
        }
        let done = Range(from: i, to: min(i + 4, sentence.upperBound)).first {
            holds($0, Self.nothing)
        }
        if let done, holds(done + 1, Self.wrong), done > i,
            Range(from: i, to: done).allSatisfy({
                word($0).has(.auxiliary) || Self.doing.contains(word($0).key)
            })
        {
            return Found(
                SpeechAct(direction: 1, strength: 2), Range(from: i, to: done + 2), head: done + 1)
        }
        guard word(i).has(.be) || word(i).has(.have) && holds(i + 1, Self.been) else { return nil }
        var predicate = holds(i + 1, Self.been) ? i + 2 : i + 1
        if word(i).isClitic, word(i).has(.be), predicate < sentence.upperBound,
            !word(predicate).has([.determiner, .negation])
        {
            // “Solberg's weak plan” is no predicate.
            return nil
        }
        while sentence.contains(predicate), word(predicate).has(.adverb),
            !word(predicate).has(.negation)
        {
            predicate += 1
        }
        guard let verdict = predicateVerdict(from: predicate) else { return nil }
        return Found(
            SpeechAct(direction: verdict.direction, strength: verdict.strength),
            Range(from: i, to: verdict.end), head: verdict.end - 1)
    }

    /// The verdict of a predicate: a participle of a verb of acts tells what others do (“is accused of”).
    private func predicateVerdict(from i: Int) -> Verdict? {
        guard let verdict = verdict(from: i, isPredicate: true),
            !Range(from: i, to: verdict.end).contains(where: {
                table.verbs[word($0).key].map { !$0.form.isDisjoint(with: [.participle, .gerund]) }
                    ?? false
            })
        else { return nil }
        return verdict
    }

    /// Whether a target is not the subject but part of a longer phrase: “a friend of Solberg is a fool”.
    private func isModified(_ target: Range<Int>) -> Bool {
        let last = target.lowerBound - 1
        guard sentence.contains(last) else { return false }
        return word(last).has([.preposition, .possessive, .coordinator])
            && !word(last).has([.relative, .clauseBorder])
            || table.verbs[word(last).key].map { !$0.frames.isEmpty && word(last).has(.finite) }
                ?? false
    }

    /// Which way goes what the target is said to have to do.
    private func duty(from i: Int) -> Int? {
        var i = i
        var isNegated = false
        while sentence.contains(i),
            word(i).has([.negation, .adverb, .to, .have]) || holds(i, Self.be)
        {
            if word(i).has(.negation) { isNegated.toggle() }
            i += 1
        }
        guard let side = departure(at: i) else { return nil }
        return isNegated ? -side : side
    }

    /// “Her resignation would be a disaster”, “those who attack her are fools”, “critics of her are fools”.
    private func around(_ target: Range<Int>) -> Found? {
        var turn = 0
        var i = target.upperBound
        let last = target.lowerBound - 1
        if holds(last, Self.of), sentence.contains(last - 1),
            table.opponents.contains(word(last - 1).key)
        {
            turn = -1
        } else if sentence.contains(last - 1), word(last - 1).has(.relative),
            let verb = table.verbs[word(last).key],
            let frame = verb.frames.map({ table.frames[$0] })
                .first(where: { $0.leads.isEmpty && $0.tail.isEmpty && !$0.isWish })
        {
            turn = frame.direction
        } else {
            let isOwner = word(target.lowerBound).has(.possessive)
            if sentence.contains(i), word(i).isClitic, word(i).has(.be) {
                i += 1
            } else if !isOwner {
                return nil
            }
            guard sentence.contains(i) else { return nil }
            let key = word(i).key
            if table.unfriendlyWishes.contains(key) || table.opponents.contains(key) { turn = -1 }
            i += 1
        }
        guard turn != 0 else { return nil }
        while sentence.contains(i), word(i).has(.modal) { i += 1 }
        guard sentence.contains(i), word(i).has(.be), let verdict = verdict(from: i + 1) else {
            return nil
        }
        return Found(
            SpeechAct(direction: verdict.direction * turn, strength: 2),
            Range(from: target.lowerBound, to: verdict.end), head: verdict.end - 1)
    }

    /// “not sure she can win back the confidence”, “doubted he had lied”: what is said is not believed.
    private func belief(_ target: Range<Int>) -> Found? {
        var i = target.lowerBound - 1
        while sentence.contains(i), word(i).has([.relative, .question, .clauseBorder]) { i -= 1 }
        guard sentence.contains(i), target.lowerBound - i < 4 else { return nil }
        let isDoubt = Self.doubting.contains(word(i).key)
        guard isDoubt || Self.believing.contains(word(i).key) && isNegated(before: i),
            let said = said(from: target.upperBound), said.direction > 0
        else { return nil }
        return Found(
            SpeechAct(
                direction: -said.direction, strength: said.direction > 0 ? 2 : 1, isNegated: true),
            Range(from: i, to: said.end), head: i)
    }

    private static let `for` = key("for")
    private static let of = key("of")
    private static let time = key("time")
    private static let without = key("without")
    private static let than = key("than")
    private static let better = key("better")
    private static let nobody = key("nobody")
    private static let nothing = key("nothing")
    private static let wrong = key("wrong")
    private static let been = key("been")
    private static let be = key("be")
    private static let doing = KeySet("done did")
    private static let musts = KeySet("must should needs need has ought")
    private static let deserving = KeySet("deserve deserves deserved need needs want wants")
    private static let doubting = KeySet("doubt doubts doubted doubting")
    private static let believing = KeySet(
        "sure convinced certain think thinks thought believe believes believed")
}
