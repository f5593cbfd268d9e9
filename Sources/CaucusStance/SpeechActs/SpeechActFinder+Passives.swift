import CaucusQuotes
import CaucusText

/// The target as the subject: “was praised by Roe”, “drew criticism from Roe”.
extension SpeechActFinder {
    private static let by = LetterFolding.key(of: "by")
    private static let givers = Set(
        ["from", "of", "among"].map { LetterFolding.key(of: $0) })

    /// The “by” phrase of a participle, up to four words on.
    func agent(after v: Int, _ form: ActTable.Form) -> ClauseReading.Phrase? {
        guard form.contains(.participle) else { return nil }
        var i = v + 1
        while i < sentence.upperBound, i - v < 5, word(i).key != Self.by {
            guard word(i).has(.word), !word(i).has([.quoted, .finite, .relative, .clauseBorder])
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
        _ verb: ActTable.Verb, at v: Int, _ voice: Voice, _ agent: ClauseReading.Phrase
    ) -> Bool {
        guard
            let frame = verb.frames.map({ table.frames[$0] }).first(where: {
                $0.leads.isEmpty && $0.tail.isEmpty && !$0.isWish
            }),
            let path = subjectPath(before: voice.first)
        else { return false }
        var direction = frame.direction * path.polarity
        var strength = max(1, frame.strength - path.weakness)
        if voice.isNegated {
            direction = -direction
            strength = 1
        }
        let place = places[path.place].place
        add(
            Clause(
                act: SpeechAct(
                    direction: direction, strength: strength, isNegated: voice.isNegated),
                cue: voice.first..<v + 1,
                content: content(from: voice.first, past: agent.words.upperBound), target: place,
                source: agent, confidence: place.mention == .explicit ? 0.85 : 0.75, head: v))
        return true
    }

    /// The path to the target as the subject of the verb that starts at `end`.
    private func subjectPath(before end: Int) -> Path? {
        for number in places.indices.reversed() where places[number].words.upperBound <= end {
            let words = places[number].words
            if words.upperBound == end || isAside(words.upperBound..<end) {
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
        if range.count == 1, word(first).has([.comma, .adverb]) { return true }
        return word(first).has(.comma) && word(last).has(.comma)
            && !range.contains { word($0).has([.border, .finite, .subjectPronoun]) }
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
            let limit = min(i + 6, sentence.upperBound)
            while i < limit, word(i).has(.word), !word(i).has([.quoted, .preposition]) {
                if let noun = table.received[word(i).key] { act = noun }
                i += 1
            }
            while i < min(limit + 6, sentence.upperBound), !Self.givers.contains(word(i).key),
                word(i).has(.word),
                !word(i).has([.finite, .relative])
            {
                i += 1
            }
            guard let act, i + 1 < sentence.upperBound, Self.givers.contains(word(i).key),
                let source = reading.phrase(startingAt: i + 1, to: sentence.upperBound)
            else { continue }
            // “lost the support of”
            let isTakenBack = verb.carries < 0 && act.direction > 0
            let isNegated = voice.isNegated || isTakenBack
            let direction = act.direction * path.polarity * (isNegated ? -1 : 1)
            add(
                Clause(
                    act: SpeechAct(
                        direction: direction,
                        strength: voice.isNegated ? 1 : max(1, act.strength - path.weakness),
                        isNegated: isNegated),
                    cue: voice.first..<i,
                    content: content(from: voice.first, past: source.words.upperBound),
                    target: places[path.place].place, source: source, confidence: 0.8, head: v))
            return
        }
    }

    /// The target as the subject that a verb shares: “Hale smiled and drew cheers from”.
    private func sharedTarget(before end: Int) -> Path? {
        guard end > sentence.lowerBound, word(end - 1).has(.coordinator),
            let first = places.first, first.words.lowerBound == sentence.lowerBound
        else { return nil }
        return Path(place: 0, end: first.words.upperBound)
    }
}
