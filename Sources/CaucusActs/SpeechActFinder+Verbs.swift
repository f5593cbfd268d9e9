import CaucusLanguage
import CaucusQuotes
import CaucusText

/// Verbs: “accused the mayor of”, “was praised by”, “drew criticism from”.
extension SpeechActFinder {
    mutating func readVerb(_ verb: ActTable.Verb, at v: Int) {
        let voice = voice(of: v, verb.form)
        guard isVerb(v, verb.form, voice) else { return }
        if !verb.receives.isEmpty, !voice.isPassive { readReceiver(verb, at: v, voice) }
        guard verb.isAct else { return }
        let agent = agent(after: v, verb.form)
        if let agent, voice.isPassive || !verb.form.contains(.gerund) {
            if readPassive(verb, at: v, voice, agent) { return }
            if voice.isPassive { return }
        }
        // Who might endorse somebody has not; who cannot, has said no.
        guard !voice.isPassive, !voice.isPossible || voice.isNegated else { return }
        let best =
            rejection(by: verb, at: v) ?? judgement(by: verb, at: v)
            ?? bestMatch(of: verb, at: v) ?? preference(of: verb, at: v)
        if let best { addActive(best, v, voice) }
    }

    /// A frame that leads from a verb to the target.
    struct Match {
        var path: Path
        var direction: Int
        var strength: Int
        /// One past the words of the verb itself.
        var cueEnd: Int
    }

    private mutating func addActive(_ match: Match, _ v: Int, _ voice: Voice) {
        if voice.isGerund, let (main, turn) = reproach(around: v) {
            guard turn != 0 else { return }
            var match = match
            match.direction *= turn
            match.strength = min(match.strength, 2)
            addActive(match, main, self.voice(of: main, table.verbs[word(main).key]?.form ?? []), v)
            return
        }
        addActive(match, v, voice, v)
    }

    /// `v` is the verb whose subject acts, `head` the one that carries the act.
    private mutating func addActive(_ match: Match, _ v: Int, _ voice: Voice, _ head: Int) {
        guard !voice.isPassive, let source = source(of: v, voice) else { return }
        let isNegated = voice.isNegated != source.isNegated
        let place = places[match.path.place]
        var direction = match.direction * match.path.polarity
        var strength = max(1, match.strength - match.path.weakness)
        if isNegated {
            // Who does not praise need not be against; who refuses to, no longer does, or does not trust, is.
            let isPlain = !source.isRefusal && !voice.isEnded && !voice.isRefused
            let isState = direction > 0 && strength == 2
            direction = -direction
            strength = isPlain && !isState || source.isNegated && !source.isRefusal ? 1 : 2
        }
        var traits: ActTraits = match.path.owned >= 0 ? .owned : []
        if source.isShared { traits.insert(.shared) }
        if voice.isWould { traits.insert(.promised) }
        if match.path.weakness > 0 { traits.insert(.weak) }
        add(
            Clause(
                act: SpeechAct(direction: direction, strength: strength, isNegated: isNegated),
                cue: Range(from: voice.first, to: match.cueEnd),
                content: content(from: voice.first, past: match.path.end), target: place.place,
                source: source.phrase, traits: traits, head: head,
                isOwner: match.path.owned >= 0, isPromised: voice.isWould))
    }

    /// Whether a form that may be a noun is a verb here.
    private func isVerb(_ v: Int, _ form: VerbForm, _ voice: Voice) -> Bool {
        if voice.first < v, !voice.isNegated || word(v - 1).has([.auxiliary, .to]) {
            return !(word(v - 1).isClitic && form.contains(.base) && !word(v - 1).has(.modal))
        }
        guard v > sentence.lowerBound else { return form == .gerund || form.contains(.participle) }
        let before = word(v - 1)
        if form == .gerund || !form.isDisjoint(with: [.participle]) && !form.contains(.base) {
            return !before.has(.determiner) || before.has(.object)
        }
        if before.isClitic || before.has([.determiner, .possessive, .preposition, .adjective]),
            !before.has([.subjectPronoun, .relative])
        {
            return false
        }
        // “rejected calls”: a noun after another verb.
        if before.has(.finite), !before.has([.auxiliary, .name]), !form.contains(.participle),
            reading.endsInS(v)
        {
            return false
        }
        if form.contains(.base) {
            return before.kind == .comma
                || before.has([
                    .subjectPronoun, .relative, .person, .coordinator, .adverb, .name, .negation,
                ]) || isPlural(v - 1)
        }
        return true
    }

    private func isPlural(_ i: Int) -> Bool {
        guard word(i).isWord, !word(i).isCapitalized, !word(i).has(.preposition) else {
            return false
        }
        return reading.endsInS(i)
    }

    /// The best frame of a verb that leads to the target; the one with most words of its own.
    private func bestMatch(of verb: ActTable.Verb, at v: Int) -> Match? {
        var best: Match?
        var words = -1
        for number in verb.frames {
            let frame = table.frames[number]
            let own = frame.leads.count + frame.tail.count
            guard let match = match(frame, after: v) else { continue }
            // A wish that says what is wanted tells more than the verb alone.
            let weight = own * 2 + (frame.isWish && match.direction != 0 ? 3 : 0)
            if weight > words {
                best = match
                words = weight
            }
        }
        return best
    }

    private func match(_ frame: ActTable.Frame, after v: Int) -> Match? {
        guard let start = follow(frame.leads, from: v + 1), var path = path(from: start) else {
            return nil
        }
        if frame.isWish { return wish(frame, &path, start) }
        if !frame.tail.isEmpty {
            if path.owned >= 0, frame.tail == [word(path.owned).key] {
                // “came to her aid”: what she owns is part of the words.
                path.polarity = 1
                path.weakness = 0
                path.owned = -1
            } else {
                guard let end = follow(frame.tail, from: path.end) else { return nil }
                path.end = end
            }
        }
        return Match(
            path: path, direction: frame.direction, strength: frame.strength, cueEnd: start)
    }

    /// One past the words of `leads`, with up to three small words before each, or `nil`.
    func follow(_ leads: [UInt64], from start: Int) -> Int? {
        var i = start
        // “had lost confidence in” is another verb than “had confidence in”.
        if start > sentence.lowerBound, start < sentence.upperBound, !leads.isEmpty,
            word(start).key != leads[0], word(start - 1).has(.have), word(start).has(.finite),
            table.verbs[word(start).key]?.form.contains(.participle) ?? false
        {
            return nil
        }
        for lead in leads {
            var skipped = 0
            while i < sentence.upperBound, word(i).key != lead {
                let word = word(i)
                guard skipped < 3, word.isWord, !word.has([.quoted, .name]),
                    !word.has([
                        .preposition, .auxiliary, .coordinator, .relative, .to, .subjectPronoun,
                    ])
                else { return nil }
                skipped += 1
                i += 1
            }
            guard i < sentence.upperBound else { return nil }
            i += 1
        }
        return i
    }

    /// What is wanted: “urged her to resign”, “demanded her resignation”, “asked that she resign”.
    private func wish(_ frame: ActTable.Frame, _ path: inout Path, _ start: Int) -> Match? {
        if path.owned >= 0 {
            let key = word(path.owned).key
            path.polarity = 1
            path.weakness = 0
            if table.unfriendlyWishes.contains(key) {
                return Match(path: path, direction: -1, strength: 3, cueEnd: start)
            }
            if table.friendlyWishes.contains(key) {
                return Match(path: path, direction: 1, strength: 2, cueEnd: start)
            }
            return nil
        }
        // “called for the resignation of the mayor”
        if path.polarity < 0 || path.weakness > 0 {
            guard path.polarity < 0 else { return nil }
            path.polarity = 1
            path.weakness = 0
            return Match(path: path, direction: -1, strength: 3, cueEnd: start)
        }
        var i = path.end
        while i < sentence.upperBound, word(i).has([.adverb, .time]), !word(i).has(.negation) {
            i += 1
        }
        guard i + 1 < sentence.upperBound else { return nil }
        var isNegated = false
        if word(i).has(.negation) {
            isNegated = true
            i += 1
        }
        guard i + 1 < sentence.upperBound else { return nil }
        let isThat =
            path.place < places.count && word(i).has(.finite) && frame.leads.last == Self.that
        guard word(i).has(.to) || isThat else { return nil }
        var verb = isThat ? i : i + 1
        while verb < sentence.upperBound, word(verb).has([.adverb, .negation]) {
            if word(verb).has(.negation) { isNegated = true }
            verb += 1
        }
        guard verb < sentence.upperBound else { return nil }
        let key = word(verb).key
        if table.leaving.contains(key) {
            return Match(
                path: path, direction: isNegated ? 1 : -1, strength: isNegated ? 2 : 3,
                cueEnd: start)
        }
        if table.staying.contains(key) {
            return Match(path: path, direction: isNegated ? -1 : 1, strength: 2, cueEnd: start)
        }
        return Match(path: path, direction: 0, strength: 1, cueEnd: start)
    }

    private static let that = LetterFolding.key(of: "that")
}
