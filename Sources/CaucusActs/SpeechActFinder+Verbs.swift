import CaucusLanguage
import CaucusQuotes
import CaucusText

/// What the rows of the table find, as clauses: “accused the mayor of”, “was praised by”, “his criticism of”.
extension SpeechActFinder {
    /// The words before a noun or an adjective that a row may start with.
    private static let reach = 8

    mutating func readVerb(_ verb: ActTable.Verb, at v: Int) {
        let voice = voice(of: v, verb.form)
        guard isVerb(v, verb.form, voice) else { return }
        trigger = Trigger(word: v, first: voice.first, verb: verb)
        let subjects = places.map(\.words.lowerBound).filter { $0 < v }.reversed()
        let isBefore = places.last.map { $0.words.lowerBound > v } ?? false
        // Who may win a backing has not got it yet.
        if !verb.receives.isEmpty, !voice.isPassive, !voice.isPossible,
            let match = match(.received, from: subjects)
        {
            add(match, voice, .received, cueEnd: match.cueEnd, negated: voice.isNegated ? 1 : 0)
        }
        guard verb.isAct else { return }
        if verb.form.contains(.participle), voice.isPassive || !verb.form.contains(.gerund),
            !voice.isPossible, let match = match(.passive, from: subjects)
        {
            return add(match, voice, .passive, cueEnd: v + 1, negated: voice.isEnded ? 2 : 1)
        }
        // Who might endorse somebody has not; who cannot, has said no.
        guard !voice.isPassive, !voice.isPossible || voice.isNegated, isBefore else { return }
        if voice.isGerund,
            let match = match(.gerund, from: (max(sentence.lowerBound, v - 12)..<v).reversed())
        {
            guard !match.isNone else { return }
            let main = self.voice(of: match.main, [])
            return addActive(voice.isNegated ? match.turned() : match, main)
        }
        if let match = match(.verb, from: CollectionOfOne(voice.first)) { addActive(match, voice) }
    }

    mutating func readNoun(
        _ noun: ActTable.Noun, at n: Int, _ kind: ActPattern.Kind, _ traits: ActTraits
    ) {
        guard let last = places.last, last.words.lowerBound > n else { return }
        trigger = Trigger(word: n, first: n, noun: noun)
        let starts = max(sentence.lowerBound, n - Self.reach)...n
        guard let match = match(kind, from: starts) else { return }
        let voice = Voice(first: match.first)
        add(match, voice, traits, cueEnd: n + 1, negated: kind == .noun ? 2 : 1)
    }

    /// Adds an act whose source the row has found; one that is denied has the strength `negated`, unless that is 0.
    private mutating func add(
        _ match: ActMatch, _ voice: Voice, _ traits: ActTraits, cueEnd: Int, negated: Int
    ) {
        guard !match.isNone, let read = match.source,
            let source = phrase(read.part, at: read.word)
        else { return }
        let match = voice.isNegated ? match.turned() : match
        var act = match.act
        if match.isNegated, negated > 0 { act.strength = negated }
        add(
            Clause(
                act: act, cue: Range(from: voice.first, to: cueEnd),
                content: content(from: voice.first, past: max(match.end, cueEnd)),
                target: places[match.place].place, source: source, traits: traits,
                head: trigger.word, pattern: match.row))
    }

    /// Adds an act of the subject of the verb that `voice` is of.
    private mutating func addActive(_ match: ActMatch, _ voice: Voice) {
        let v = match.main < 0 ? trigger.word : match.main
        guard !match.isNone, !voice.isPassive, let source = source(of: v, voice) else { return }
        var act = match.act
        act.isNegated = voice.isNegated != source.isNegated
        if act.isNegated {
            // Who does not praise need not be against; who refuses to, no longer does, or does not trust, is.
            let isPlain = !source.isRefusal && !voice.isEnded && !voice.isRefused
            let isState = act.direction > 0 && act.strength == 2
            act.direction = -act.direction
            act.strength = isPlain && !isState || source.isNegated && !source.isRefusal ? 1 : 2
        }
        var traits: ActTraits = match.isOwned ? .owned : []
        if source.isShared { traits.insert(.shared) }
        if voice.isWould { traits.insert(.promised) }
        if voice.isInfinitive { traits.insert(.infinitive) }
        if voice.isGerund { traits.insert(.gerund) }
        if match.weakness > 0 { traits.insert(.weak) }
        add(
            Clause(
                act: act, cue: Range(from: voice.first, to: max(match.cueEnd, v + 1)),
                content: content(from: voice.first, past: match.end),
                target: places[match.place].place, source: source.phrase, traits: traits,
                head: trigger.word, isOwner: match.isOwned, isPromised: voice.isWould,
                pattern: match.row))
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
}

extension ActMatch {
    var act: SpeechAct {
        SpeechAct(
            direction: direction, strength: max(1, strength - weakness), isNegated: isNegated)
    }
}
