import CaucusLanguage
import CaucusQuotes
import CaucusText

/// The target as the subject: “was praised by Roe”, “drew criticism from Roe”.
extension SpeechActFinder {
    private static let by = LetterFolding.key(of: "by")
    private static let givers = KeySet("from of among")

    /// The “by” phrase of a participle, up to four words on.
    func agent(after v: Int, _ form: VerbForm) -> NounPhrase? {
        guard form.contains(.participle) else { return nil }
        var i = v + 1
        while i < sentence.upperBound, i - v < 5, word(i).key != Self.by {
            guard word(i).isWord, !word(i).has([.quoted, .finite, .relative, .clauseBorder])
            else {
                return nil
            }
            i += 1
        }
        guard i + 1 < sentence.upperBound, word(i).key == Self.by else { return nil }
        return reading.phrase(startingAt: i + 1, to: sentence.upperBound)
    }

    /// “was praised by Roe”, “the mayor, praised by Roe for”: the target is the subject.
    mutating func readPassive(
        _ verb: ActTable.Verb, at v: Int, _ voice: Voice, _ agent: NounPhrase
    ) -> Bool {
        guard !voice.isPossible,
            let path = subjectPath(before: voice.first),
            let (side, force) = passiveSide(of: verb, agent)
        else { return false }
        var direction = side * path.polarity
        var strength = max(1, force - path.weakness)
        if voice.isNegated {
            direction = -direction
            strength = voice.isEnded ? 2 : 1
        }
        let place = places[path.place].place
        add(
            Clause(
                act: SpeechAct(
                    direction: direction, strength: strength, isNegated: voice.isNegated),
                cue: Range(from: voice.first, to: v + 1),
                content: content(from: voice.first, past: agent.words.upperBound), target: place,
                source: agent, traits: .passive, head: v))
        return true
    }

    /// Direction and strength of a passive verb: its own, or that of what its agent wants: “was urged by Roe to go”.
    private func passiveSide(
        of verb: ActTable.Verb, _ agent: NounPhrase
    ) -> (direction: Int, strength: Int)? {
        let plain = verb.frames.map { table.frames[$0] }.filter {
            $0.leads.isEmpty && $0.tail.isEmpty
        }
        if plain.contains(where: \.isWish), let side = wanted(from: agent.words.upperBound) {
            return (side, side < 0 ? 3 : 2)
        }
        return plain.first { !$0.isWish }.map { ($0.direction, $0.strength) }
    }

    /// The path to the target as the subject of the verb that starts at `end`.
    private func subjectPath(before end: Int) -> Path? {
        for number in places.indices.reversed() where places[number].words.upperBound <= end {
            let words = places[number].words
            if words.upperBound == end || isAside(Range(from: words.upperBound, to: end)) {
                return Path(place: number, end: words.upperBound)
            }
            // “her plan was praised”: what the target owns.
            guard let path = path(from: words.lowerBound), path.place == number, path.owned >= 0,
                path.end == end
            else { return nil }
            return path
        }
        return nil
    }

    /// “, the mayor of Oram,” or “who”: what may stand between a subject and its verb.
    private func isAside(_ range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last else { return true }
        if range.count <= 2, word(last).has(.relative) { return true }
        if range.count == 1, word(first).kind == .comma || word(first).has(.adverb) { return true }
        return word(first).kind == .comma && word(last).kind == .comma
            && !range.contains { word($0).isBorder || word($0).has([.finite, .subjectPronoun]) }
    }

    /// “drew criticism from Roe”, “came under fire from critics”: the target is the subject.
    mutating func readReceiver(_ verb: ActTable.Verb, at v: Int, _ voice: Voice) {
        // Who may win a backing has not got it yet.
        guard !voice.isPossible else { return }
        guard let path = subjectPath(before: voice.first) ?? sharedTarget(before: voice.first)
        else { return }
        for leads in verb.receives {
            guard var i = follow(leads, from: v + 1) else { continue }
            var act: ActTable.Noun?
            var isPlea = false
            let limit = min(i + 6, sentence.upperBound)
            while i < limit, word(i).isWord, !word(i).has([.quoted, .preposition]) {
                if let noun = table.received[word(i).key] { act = noun }
                if table.pleas.contains(word(i).key) { isPlea = true }
                i += 1
            }
            guard act != nil || isPlea, let source = giver(from: &i, to: limit + 6) else {
                continue
            }
            // “faces calls from Roe to resign”
            if isPlea, let side = wanted(from: source.words.upperBound) {
                act = ActTable.Noun(direction: side, strength: 2, leads: [])
            }
            guard let act else { continue }
            // “lost the support of”
            let isTakenBack = verb.carries < 0 && act.direction > 0
            let isNegated = voice.isNegated || isTakenBack
            let direction = act.direction * path.polarity * (isNegated ? -1 : 1)
            add(
                Clause(
                    act: SpeechAct(
                        direction: direction,
                        strength: voice.isNegated
                            ? 1 : max(isTakenBack ? 2 : 1, act.strength - path.weakness),
                        isNegated: isNegated),
                    cue: Range(from: voice.first, to: i),
                    content: content(from: voice.first, past: source.words.upperBound),
                    target: places[path.place].place, source: source, traits: .received, head: v))
            return
        }
    }

    /// The phrase after “from”, or else after “of” or “among”, before word `limit`; `i` is set to that word.
    private func giver(from i: inout Int, to limit: Int) -> NounPhrase? {
        var found: (word: Int, phrase: NounPhrase)?
        for k in Range(from: i, to: min(limit, sentence.upperBound - 1)) {
            guard word(k).isWord, !word(k).has([.finite, .relative]) else { break }
            guard Self.givers.contains(word(k).key),
                let phrase = reading.phrase(startingAt: k + 1, to: sentence.upperBound)
            else { continue }
            // “accusations of theft from Roe”
            if found == nil || word(k).key == Self.from { found = (k, phrase) }
            if word(k).key == Self.from { break }
        }
        if let found { i = found.word }
        return found?.phrase
    }

    private static let from = LetterFolding.key(of: "from")

    /// The target as the subject that a verb shares: “Hale smiled and drew cheers from”.
    private func sharedTarget(before end: Int) -> Path? {
        guard end > sentence.lowerBound, word(end - 1).has(.coordinator),
            let first = places.first, first.words.lowerBound == sentence.lowerBound
        else { return nil }
        return Path(place: 0, end: first.words.upperBound)
    }
}
