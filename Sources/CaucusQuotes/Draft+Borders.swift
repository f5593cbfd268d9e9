import CaucusText

/// Where a content ends although its sentence goes on, with marks or without.
extension Draft {
    /// A content without the clause that the sentence is about: “Noting that it was late, Roe left”, “While Roe said it
    /// was late, the board voted”.
    func beforeMainClause(_ cue: Cue, _ content: Range<Int>) -> Range<Int> {
        guard cue.pattern == .verb, let source = cue.source else { return content }
        let first = source.words.lowerBound
        if first - 1 > content.lowerBound, first < content.upperBound {
            return word(first - 1).kind == .comma
                ? Range(from: content.lowerBound, to: first - 1) : content
        }
        guard first < cue.head, isSubordinate(first, scene.reading.sentence(of: cue.head)) else {
            return content
        }
        for i in content.dropLast(3) where word(i).kind == .comma && scene.quotes.ofWord[i] < 0 {
            if opensClause(i + 1, content) { return Range(from: content.lowerBound, to: i) }
        }
        return content
    }

    /// A content without what the sentence says of who spoke: “Roe, who said it was late, left”.
    func beforePredicate(_ cue: Cue, _ content: Range<Int>) -> Range<Int> {
        guard cue.pattern == .verb, let source = cue.source else { return content }
        let sentence = scene.reading.sentence(of: cue.head)
        var relative = word(source.head).has(.relative) ? source.head : cue.words.lowerBound - 1
        if cue.isShared {
            while relative > sentence.lowerBound, cue.head - relative < 16,
                !word(relative).has(.relative),
                word(relative).isWord
            {
                relative -= 1
            }
        }
        guard relative > sentence.lowerBound, word(relative).has(.relative),
            word(relative - 1).kind == .comma, word(relative).key == CueFinder.who
        else { return content }
        for i in content.dropLast() where word(i).kind == .comma && scene.quotes.ofWord[i] < 0 {
            var verb = i + 1
            while verb < content.upperBound - 1, word(verb).has(.adverb),
                !word(verb).has(.auxiliary)
            { verb += 1 }
            if isFiniteOnly(verb) || scene.isFinite(verb) && word(verb).form.contains(.third) {
                return Range(from: content.lowerBound, to: i)
            }
        }
        return content
    }

    /// “While Roe”, “And while in March Roe”: no comma parts the subject from the word that subordinates its clause.
    private func isSubordinate(_ subject: Int, _ sentence: Range<Int>) -> Bool {
        var first = sentence.lowerBound
        if first + 1 < subject, isJoint(first) { first += 1 }
        return subject - first <= 5 && word(first).has([.clauseBorder, .preposition])
            && Self.subordinators.contains(word(first).key)
            && Range(from: first, to: subject).allSatisfy { word($0).isWord }
    }

    /// Whether a subject and its verb open at `i`: “he has”, “Jane Roe said”.
    private func opensClause(_ i: Int, _ content: Range<Int>) -> Bool {
        if word(i).has(.subjectPronoun) { return true }
        guard let phrase = scene.phrases.phrase(startingAt: i, to: content.upperBound) else {
            return false
        }
        let verb = phrase.words.upperBound
        return verb < content.upperBound && scene.reading.canBeFinite(verb)
    }

    /// A content without what the same speaker says next: “said it was late, adding that …”, “said it was late and
    /// promised to …”, “saying it was late and arguing that …”.
    func beforeNextAct(_ index: Int, _ content: Range<Int>) -> Range<Int> {
        let cue = scene.cues[index]
        guard cue.pattern == .verb else { return content }
        var i = index + 1
        while i < scene.cues.count, scene.cues[i].head < content.upperBound {
            defer { i += 1 }
            let next = scene.cues[i]
            let joint = next.words.lowerBound - 1
            guard joint - 1 > content.lowerBound, next.pattern == .verb, next.isShared,
                !next.isPassive,
                !next.isInfinitive, joint >= content.lowerBound
            else { continue }
            if next.isParticipial, !cue.isParticipial {
                guard Resolver.isSpeech(next.verb), next.complement != .nothing,
                    next.complement != .preposition,
                    word(joint).kind == .comma || word(joint).kind == .dash
                else { continue }
                return Range(from: content.lowerBound, to: joint)
            }
            guard isJoint(joint), isLike(next, cue), speaksAgain(next, after: cue),
                !isPerfect(next, cue, Range(from: content.lowerBound, to: joint))
            else { continue }
            return Range(from: content.lowerBound, to: beforeJoint(joint, content))
        }
        return content
    }

    private func isJoint(_ i: Int) -> Bool {
        word(i).has(.coordinator)
            || word(i).has(.clauseBorder) && word(i).key == Self.but
    }

    /// The end of what stands before a coordinator, without the comma or the dash before it.
    private func beforeJoint(_ joint: Int, _ content: Range<Int>) -> Int {
        var end = joint
        while end > content.lowerBound + 1, [.comma, .dash].contains(word(end - 1).kind) {
            end -= 1
        }
        return end
    }

    /// Whether the verb of `next` has the form that the verb of `cue` has.
    private func isLike(_ next: Cue, _ cue: Cue) -> Bool {
        let form = word(cue.head).form
        let other = word(next.head).form
        if next.isParticipial || cue.isParticipial {
            return next.isParticipial && cue.isParticipial
        }
        if cue.words.contains(where: { word($0).has(.have) }) {
            return next.words.contains { word($0).has(.have) }
                || next.words.count == 1 && other.contains(.participle)
        }
        if cue.words.dropLast().contains(where: { word($0).has(.auxiliary) }) {
            return false
        }
        guard !next.words.dropLast().contains(where: { word($0).has(.auxiliary) }) else {
            return false
        }
        if form.contains(.past) { return other.contains(.past) }
        if form.contains(.third) { return other.contains(.third) }
        return form.contains(.base) && other == .base
    }

    /// Whether the verb after “and” tells what the speaker says next: after a clause only verbs of speech do.
    private func speaksAgain(_ next: Cue, after cue: Cue) -> Bool {
        if Resolver.isSpeech(next.verb) { return true }
        switch next.verb {
        case .promise: return true
        case .urge:
            return isPhrase(cue) || next.complement == .that || next.complement == .preposition
        case .think, .know, .expect, .fear, .seem, .manner, .none: return false
        default: return isPhrase(cue)
        }
    }

    /// “said the mayor had known of it and told nobody”: what the speaker tells of somebody.
    private func isPerfect(_ next: Cue, _ cue: Cue, _ before: Range<Int>) -> Bool {
        !isPhrase(cue) && word(next.head).form.contains(.participle)
            && word(next.head).key != word(cue.head).key
            && before.contains { word($0).has(.have) && scene.quotes.ofWord[$0] < 0 }
    }

    private func isPhrase(_ cue: Cue) -> Bool {
        [.phrase, .preposition, .infinitive, .gerund].contains(cue.complement)
    }

    /// A content that is no clause, without what somebody does next: “pledged to go and left”, “raised millions and
    /// he has won”.
    func beforeOtherDeed(_ cue: Cue, _ content: Range<Int>) -> Range<Int> {
        guard cue.pattern == .verb, isPhrase(cue), !cue.isParticipial, !cue.isInfinitive else {
            return content
        }
        for i in content.dropFirst() where scene.quotes.ofWord[i] < 0 {
            if word(i).has([.relative, .question])
                || word(i).has(.clauseBorder) && !word(i).has(.preposition)
                    && word(i).key != Self.but
            {
                return content
            }
            guard isJoint(i) else { continue }
            var verb = i + 1
            if verb < content.upperBound, word(verb).has([.he, .she, .they]) { verb += 1 }
            while verb < content.upperBound, word(verb).has(.adverb), !word(verb).has(.auxiliary) {
                verb += 1
            }
            guard verb < content.upperBound, isFiniteOnly(verb) else { continue }
            return Range(from: content.lowerBound, to: beforeJoint(i, content))
        }
        return content
    }

    /// “has”, “won”, “says”, but not “win” nor “claims”.
    private func isFiniteOnly(_ i: Int) -> Bool {
        let word = word(i)
        if word.has([.be, .have, .modal, .doing]) {
            return scene.isFinite(i) && !word.shape.contains(.clitic)
        }
        return word.has(.verb) && !word.form.isDisjoint(with: [.past, .third])
            && word.form.isDisjoint(with: [.noun, .base])
            && scene.phrases.names.mentionOfWord[i] < 0
    }

    /// “30 percent said it was late, while 20 percent said it was not”: somebody else, in a clause of the same tense.
    func isContrast(_ next: Int, _ index: Int) -> Bool {
        let cue = scene.cues[index]
        guard let source = scene.cues[next].source, !word(source.head).has(.relative),
            isLike(scene.cues[next], cue)
        else { return false }
        let joint = source.words.lowerBound - 1
        return joint > 0 && [.comma, .dash].contains(word(joint - 1).kind)
            && Self.contrasting.contains(word(joint).key)
    }

    private static let subordinators = KeySet(
        "while though although when after as because since despite if before")
    private static let but = LetterFolding.key(of: "but")
    private static let contrasting = KeySet("while but whereas and")
}
