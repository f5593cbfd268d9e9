import CaucusLanguage
import CaucusQuotes
import CaucusText

/// The slots that code reads: whom words mean, what a word of the lists leads by, and what the lexicon says.
extension SpeechActFinder {
    /// A part at word `i`, or `nil` where it is not there.
    func read(_ part: ActPattern.Part, at i: Int, _ found: ActMatch) -> ActMatch? {
        switch part {
        case .target:
            guard found.place < 0,
                let place = places.firstIndex(where: { $0.words.lowerBound == i })
            else { return nil }
            var next = found
            next.place = place
            next.end = places[place].words.upperBound
            return next
        case .source, .somebody, .subject, .before, .owner: return source(part, at: i, found)
        case .denial: return trigger.verb.denies ? atTrigger(i, found) : nil
        case .naming: return trigger.verb.names ? atTrigger(i, found) : nil
        case .namingAs: return trigger.verb.namesAs ? atTrigger(i, found) : nil
        case .received: return received(at: i, found)
        case .carrier: return carrier(at: i, found)
        case .noun, .adjective:
            guard i == trigger.word, trigger.noun.leads.contains(word(i + 1).key) else {
                return nil
            }
            var next = taking(trigger.noun.direction, trigger.noun.strength, found, to: i + 2)
            next.cueEnd = i + 1
            return next
        case .lead:
            // “accusations of theft against her”: a noun's own words go on to whom it is about.
            guard let noun = table.nouns[word(i - 1).key], noun.leads.contains(word(i).key) else {
                return nil
            }
            return taking(noun.direction < 0 ? -1 : 1, found.strength, found, to: i + 1)
        case .doing, .attitude:
            return found.sort.rawValue == part.rawValue.lowercased() ? found.ending(at: i) : nil
        case .tail: return tail(at: i, found)
        case .verdict: return telling(verdict(from: i), found)
        case .character: return telling(predicateVerdict(from: i), found)
        case .said: return telling(said(from: i), found)
        case .good: return telling(said(from: i).flatMap { $0.direction > 0 ? $0 : nil }, found)
        case .opening: return i - sentence.lowerBound < 3 ? found.ending(at: i) : nil
        case .undenied:
            let before = Range(from: max(sentence.lowerBound, i - 4), to: i)
            return before.contains { word($0).has(.negation) } ? nil : found.ending(at: i)
        case .verb, .wish, .plainVerb, .plainWish, .friend, .act, .main, .receiver: return nil
        }
    }

    private func taking(
        _ direction: Int, _ strength: Int, _ found: ActMatch, to end: Int
    ) -> ActMatch {
        var next = found
        next.direction *= direction
        next.strength = strength
        next.end = end
        return next
    }

    private func telling(_ verdict: Verdict?, _ found: ActMatch) -> ActMatch? {
        guard let verdict else { return nil }
        var next = taking(verdict.direction, verdict.strength, found, to: verdict.end)
        next.telling = verdict.end - 1
        return next
    }

    /// The trigger with its auxiliaries, where they start at `i`.
    private func atTrigger(_ i: Int, _ found: ActMatch) -> ActMatch? {
        guard i == trigger.first else { return nil }
        var next = found.ending(at: trigger.word + 1)
        next.cueEnd = next.end
        return next
    }

    private func source(_ part: ActPattern.Part, at i: Int, _ found: ActMatch) -> ActMatch? {
        var next = found.ending(at: i)
        next.source = (part, i)
        switch part {
        case .owner:
            // “her criticism of”, “Roe's criticism of”
            guard let owner = phrase(part, at: i) else { return nil }
            next.end = i + 1
            next.first = min(next.first, owner.words.lowerBound)
        case .source, .somebody:
            guard let phrase = phrase(part, at: i), part == .source || isSomebody(phrase) else {
                return nil
            }
            next.end = phrase.words.upperBound
        default: break
        }
        return next
    }

    /// Who acts by a match that is no verb of its own, or `nil` where nobody is seen.
    func phrase(_ part: ActPattern.Part, at i: Int) -> NounPhrase? {
        let start = sentence.lowerBound
        switch part {
        case .subject: return subject(before: i)
        case .before:
            return reading.phrase(endingAt: i, from: start).flatMap { isSomebody($0) ? $0 : nil }
        case .owner:
            if word(i).has(.possessive) { return reading.pronoun(at: i) }
            guard i > start, word(i).isClitic, word(i).has(.be) else { return nil }
            let first = reading.name(at: i - 1)?.lowerBound ?? start
            return reading.phrase(endingAt: i, from: first)
        case .carrier:
            let form = table.verbs[word(i).key]?.form ?? []
            return source(of: i, voice(of: i, form))?.phrase
        default: return reading.phrase(startingAt: i, to: sentence.upperBound)
        }
    }

    /// A verb at `i` with the words that belong to it, a reading for each of its frames.
    func framed(_ part: ActPattern.Part, at i: Int, _ found: ActMatch) -> [ActMatch] {
        switch part {
        case .verb, .wish, .plainVerb, .plainWish, .friend, .act, .main:
            return verb(part, at: i, found)
        case .receiver:
            guard let start = atTrigger(i, found) else { return [] }
            return trigger.verb.receives.compactMap { follow($0, from: start.end, start) }
        default: return []
        }
    }

    /// The frames of a verb, each with the words that belong to it; those with most words first.
    private func verb(_ part: ActPattern.Part, at i: Int, _ found: ActMatch) -> [ActMatch] {
        let isOwn = part == .act || part == .main
        guard isOwn || i == trigger.first,
            let verb = isOwn ? table.verbs[word(i).key] : trigger.verb, !verb.frames.isEmpty
        else { return [] }
        let v = isOwn ? i : trigger.word
        if part == .main, voice(of: v, verb.form).isPassive || word(v).has(.name) { return [] }
        var leads = 0
        return verb.frames.compactMap { number in
            let frame = table.frames[number]
            // “turned her back on” is not “turned on”.
            guard frame.leads.count >= leads else { return nil }
            let isPlain = frame.leads.isEmpty && frame.tail.isEmpty
            let isWanted =
                switch part {
                case .plainVerb: isPlain && !frame.isWish
                case .plainWish: isPlain && frame.isWish
                case .friend: isPlain && frame.direction > 0
                case .wish: frame.isWish
                case .act: frame.tail.isEmpty && !frame.isWish
                case .main: isPlain && !frame.isWish
                default: !frame.isWish
                }
            guard isWanted else { return nil }
            var next = found.ending(at: v + 1)
            if part == .main {
                next.main = v
            } else {
                guard let led = follow(frame.leads, from: v + 1, next) else { return nil }
                next = led
                next.cueEnd = led.end
                let isPast = Range(from: v + 1, to: led.end).contains { place(at: $0) != nil }
                if !isPast { leads = frame.leads.count }
            }
            if frame.isWish { return next }
            next.sort = frame.sort
            next.tail = frame.tail.isEmpty ? -1 : number
            let strength = next.strength > 0 ? min(next.strength, frame.strength) : frame.strength
            return taking(frame.direction, strength, next, to: next.end)
        }
    }

    /// The match with the words of `leads` read, each after up to three small words, or `nil`.
    private func follow(_ leads: [UInt64], from start: Int, _ found: ActMatch) -> ActMatch? {
        var next = found.ending(at: start)
        guard !leads.isEmpty else { return next }
        let second = word(start)
        // “had lost confidence in” is another verb than “had confidence in”.
        if second.key != leads[0], word(start - 1).has(.have), second.has(.finite),
            table.verbs[second.key]?.form.contains(.participle) ?? false
        {
            return nil
        }
        for lead in leads {
            let reach = Range(from: next.end, to: min(next.end + 4, sentence.upperBound))
            guard let i = reach.first(where: { word($0).key == lead }),
                Range(from: next.end, to: i).allSatisfy({
                    word($0).isWord
                        && !word($0).has([
                            .quoted, .name, .preposition, .auxiliary, .coordinator, .relative, .to,
                            .subjectPronoun,
                        ])
                })
            else { return nil }
            // “voiced no support for”
            if Range(from: next.end, to: i).contains(where: { word($0).key == Self.no }) {
                next = next.turned()
            }
            next.end = i + 1
        }
        return next
    }

    private static let no = LetterFolding.key(of: "no")

    /// What stands after the target: “took her to task”, “came to her aid”.
    private func tail(at i: Int, _ found: ActMatch) -> ActMatch? {
        var next = found.ending(at: i)
        guard found.tail >= 0 else { return next }
        let tail = table.frames[found.tail].tail
        next.tail = -1
        guard found.isOwned, tail == [word(i - 1).key] else { return follow(tail, from: i, next) }
        next.isOwned = false
        return next
    }

    /// A noun of an act that comes to its subject; what a verb such as “lost” takes away is turned round.
    private func received(at i: Int, _ found: ActMatch) -> ActMatch? {
        guard let noun = table.received[word(i).key] else { return nil }
        let isTaken = trigger.verb.carries < 0 && noun.direction > 0
        var next = taking(noun.direction, max(isTaken ? 2 : 1, noun.strength), found, to: i + 1)
        next.cueEnd = i + 1
        return isTaken ? next.turned() : next
    }

    /// A verb whose subject has a noun's act: “voiced support for”, “withdrew her endorsement of”.
    private func carrier(at i: Int, _ found: ActMatch) -> ActMatch? {
        guard i > sentence.lowerBound, table.knows(word(i).key),
            let verb = table.verbs[word(i).key], verb.carries != 0
        else { return nil }
        let voice = voice(of: i, verb.form)
        guard !voice.isPassive, !voice.isPossible, let agent = source(of: i, voice) else {
            return nil
        }
        var next = found.ending(at: i + 1)
        next.source = (.carrier, i)
        next.first = voice.first
        let isNegated = voice.isNegated != agent.isNegated
        return isNegated != (verb.carries < 0) ? next.turned() : next
    }
}
