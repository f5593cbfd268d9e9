import CaucusText

/// Where a content with marks ends although the sentence goes on.
extension Draft {
    /// A content without what the same speaker says or does next: “the plan was “a joke” and promised to fight it”.
    func beforeNextDeed(_ index: Int, _ content: Range<Int>) -> Range<Int> {
        let cue = scene.cues[index]
        let isPhrase = [.phrase, .quotation, .preposition].contains(cue.complement)
        var i = index + 1
        while i < scene.cues.count, scene.cues[i].head < content.upperBound {
            defer { i += 1 }
            let next = scene.cues[i]
            let joint = next.words.lowerBound - 1
            guard joint - 1 > content.lowerBound, word(joint).has([.coordinator, .clauseBorder]),
                next.pattern == .verb, isDeed(next, afterPhrase: isPhrase)
            else { continue }
            let last = word(joint - 1).kind == .comma ? joint - 2 : joint - 1
            guard last > content.lowerBound, word(joint - 1).isDoubleMark || last == joint - 2,
                let mark = markClosed(by: last), scene.marks[mark].open >= content.lowerBound
            else { continue }
            return Range(from: content.lowerBound, to: last + 1)
        }
        return content
    }

    /// Whether the verb after “and” tells what the speaker did next rather than what he spoke of: after a clause
    /// (“said he was “tired” and wanted to go”) only verbs of speech do.
    private func isDeed(_ cue: Cue, afterPhrase isPhrase: Bool) -> Bool {
        let form = word(cue.head).form
        guard !cue.isInfinitive, !cue.isPassive, !cue.isModal, cue.words.count == 1,
            !form.isDisjoint(with: [.past, .third])
        else { return false }
        if Resolver.isSpeech(cue.verb) { return true }
        switch cue.verb {
        case .promise, .urge: return true
        case .want, .think, .know, .expect, .fear, .seem, .manner, .none: return false
        default: return isPhrase
        }
    }

    /// The top-level stretch whose closing mark is word `i`.
    private func markClosed(by i: Int) -> Int? {
        let mark = Int(scene.quotes.ofWord[i])
        return mark >= 0 && scene.marks[mark].closed && scene.marks[mark].close == i ? mark : nil
    }

    /// A content without what tells when and where it was said after its closing mark: ““no comment” before the vote”.
    func beforeCircumstance(_ cue: Cue, _ content: Range<Int>, _ inside: [Int]) -> Range<Int> {
        guard cue.pattern == .verb, let last = inside.last, scene.marks[last].closed else {
            return content
        }
        let mark = scene.marks[last]
        let end = mark.close + 1
        guard end < content.upperBound else { return content }
        let isLone = inside.count == 1 && (mark.open == content.lowerBound || !isClausal(cue))
        let isComma = word(end).kind == .comma
        let isStop = isLone && word(mark.close - 1).kind == .stop
        let tail = Range(from: isComma ? end + 1 : end, to: content.upperBound)
        // “whispered “Now,” and Roe left”, “called it “late,” Roe said”: a comma inside the marks ends the clause.
        if isLone, mark.open == content.lowerBound, word(mark.close - 1).kind == .comma,
            cue.complement != .that || !word(end).has(.coordinator),
            NoSpeech(scene: scene).isNaming(cue) || !word(end).has(.auxiliary)
        {
            return Range(from: content.lowerBound, to: end)
        }
        guard !tail.isEmpty,
            isLone || isComma
                ? isCircumstance(tail, cue) || isStop && !isJoined(tail) : isMedium(tail)
        else { return content }
        return Range(from: content.lowerBound, to: end)
    }

    private func isClausal(_ cue: Cue) -> Bool {
        cue.complement == .that || cue.complement == .bare || cue.complement == .question
            || cue.complement == .infinitive
    }

    private func isJoined(_ tail: Range<Int>) -> Bool {
        word(tail.lowerBound).has([.coordinator, .auxiliary]) || word(tail.lowerBound).has(.verb)
    }

    /// “before the vote”, “just as he left”, “three days earlier”, “on Monday”, “to reporters”, “in a statement”.
    private func isCircumstance(_ tail: Range<Int>, _ cue: Cue) -> Bool {
        var i = tail.lowerBound
        while i < tail.upperBound - 1, word(i).has(.adverb), !word(i).has([.clauseBorder, .time]) {
            i += 1
        }
        let first = word(i)
        if Self.meanwhile.contains(first.key) { return true }
        // “as he left”, but not “as a warning”
        if first.key == Self.asWord {
            return Range(from: i + 2, to: min(i + 9, tail.upperBound)).contains {
                scene.isFinite($0)
            }
        }
        if Self.borders.contains(first.key) { return true }
        if isTimes(i, tail) { return true }
        if first.has(.to), cue.verb == .say {
            return tail.dropFirst(1).prefix(3).contains { word($0).has([.people, .role]) }
        }
        return isMedium(tail)
    }

    /// “on Monday”, “last week”, “three days earlier”, “a day before”.
    private func isTimes(_ first: Int, _ tail: Range<Int>) -> Bool {
        let next = word(min(first + 1, tail.upperBound - 1))
        if word(first).key == Self.on { return next.has(.time) }
        if word(first).has(.time), !word(first).has([.modal, .numeral]) { return true }
        for i in Range(from: first, to: min(first + 4, tail.upperBound)) {
            if Self.units.contains(word(i).key) {
                return i > first || Self.bareUnits.contains(word(i).key)
            }
            guard
                word(i).has([.determiner, .numeral, .indefinitePronoun, .adverb, .preposition])
                    || word(i).kind == .number
            else { return false }
        }
        return false
    }

    /// “in a statement”, “at a news conference”, “during the debate”.
    private func isMedium(_ tail: Range<Int>) -> Bool {
        guard Self.places.contains(word(tail.lowerBound).key) else { return false }
        for i in tail.dropFirst().prefix(5) {
            if Self.media.contains(word(i).key) { return true }
            guard word(i).isWord, !word(i).has([.auxiliary, .preposition, .clauseBorder]) else {
                return false
            }
        }
        return false
    }

    private static let asWord = LetterFolding.key(of: "as")
    private static let on = LetterFolding.key(of: "on")
    private static let meanwhile = KeySet("during moments minutes seconds hours shortly amid")
    private static let borders = KeySet("before after when while until")
    private static let units = KeySet(
        "second seconds minute minutes hour hours day days week weeks month months year years night morning"
    )
    private static let bareUnits = KeySet("seconds minutes hours days weeks months years")
    private static let places = KeySet("in at during on via by")
    private static let media = KeySet(
        """
        statement statements interview interviews speech letter post tweet tweets email e-mail memo note \
        message briefing conference rally hearing debate podcast broadcast video livestream op-ed column \
        article blog memoir twitter facebook instagram telephone phone
        """)
}
