import CaucusLanguage
import CaucusText

/// Whom “who”, “which” and “that” go on about.
extension Resolver {
    /// Whom “who” goes on about: the name right before it, or the people: “critics who argue that”.
    mutating func antecedent(before i: Int, _ isSpeech: Bool) -> Int {
        let start = reading.sentence(of: i).lowerBound
        var end = i
        if end - 1 > start, reading.words[end - 1].kind == .comma { end -= 1 }
        // “a Roe supporter last Friday who claimed”
        while end - 1 > start, i - end < 3, reading.words[end - 1].has(.time) { end -= 1 }
        guard end > start else { return -1 }
        var noun: NounPhrase?
        if reading.isPartyTag(end - 1) || reading.words[end - 1].kind == .closeBracket {
            noun = phrases.subject(before: end, from: start)
        }
        let last = Int(table.mentionOfWord[end - 1])
        if noun == nil, last >= 0, table.mentions[last].kind == .person {
            return table.mentions[last].entity
        }
        noun = noun ?? phrases.phrase(endingAt: end, from: start)
        if let whole = noun, reading.words[i].key == Self.who { noun = people(of: whole) }
        guard let noun, noun.kind != .pronoun else { return -1 }
        // “Jane Roe, chairwoman of the port, who asked”
        let comma = noun.words.lowerBound - 1
        let isPerson = noun.mention >= 0 && table.mentions[noun.mention].kind == .person
        if !isPerson, comma > start, reading.words[comma].kind == .comma,
            let named = phrases.subject(before: comma, from: start), named.mention >= 0,
            table.mentions[named.mention].kind == .person
        {
            return table.mentions[named.mention].entity
        }
        let isPeople = noun.mention >= 0 || reading.words[noun.head].has([.role, .people])
        if isPeople, reading.words[i].key == Self.who {
            if let subject = subject(ofBeing: noun, start) { return entity(of: subject, isSpeech) }
            let found = entity(of: noun, isSpeech)
            return found < 0 && noun.mention < 0 ? describe(noun) : found
        }
        if last >= 0 { return table.mentions[last].entity }
        return tells(noun, reading.words[i]) ? describe(nearest(noun)) : -1
    }

    /// “Roe” in “Roe is a farmer who argued that …”.
    private func subject(ofBeing noun: NounPhrase, _ start: Int) -> NounPhrase? {
        let be = noun.words.lowerBound - 1
        guard noun.mention < 0, be > start, reading.words[be].has(.be),
            !reading.words[be].has(.have) || !reading.words[be].shape.contains(.clitic),
            reading.words[noun.words.lowerBound].has(.indefinite),
            let subject = phrases.subject(before: be, from: start), subject.mention >= 0
        else { return nil }
        return subject
    }

    /// “a law” in “this year and flouting a law that requires”: what an article opens that no preposition governs.
    private func nearest(_ noun: NounPhrase) -> NounPhrase {
        let opener = Range(from: noun.words.lowerBound + 1, to: noun.head).last {
            reading.words[$0].has([.definite, .indefinite])
                && !reading.words[$0 - 1].has([.preposition, .determiner, .numeral])
        }
        guard let opener else { return noun }
        return phrases.headed(Range(from: opener, to: noun.words.upperBound))
    }

    /// “key figures” in “disapproval from key figures who said”, “current officers” in “a chorus of current officers
    /// who”: what stands after the last preposition, where no person stands before it.
    private func people(of whole: NounPhrase) -> NounPhrase {
        let head = reading.words[whole.head]
        guard whole.mention < 0, head.kind == .word, !phrases.isPersonNoun(whole.head),
            !head.has([.numeral, .indefinitePronoun, .role, .people]),
            !Self.shares.contains(head.key),
            let last = whole.words.last(where: {
                reading.words[$0].has(.preposition) && table.mentionOfWord[$0] < 0
            }), last > whole.head, last + 1 < whole.words.upperBound
        else { return whole }
        return phrases.headed(Range(from: last + 1, to: whole.words.upperBound))
    }

    private static let shares = KeySet(
        """
        percent share majority minority half third quarter number handful group couple pair dozens hundreds \
        thousands scores proportion
        """)

    /// “figures who said”, “news outlets that reported”, but not “the way that showed”.
    private func tells(_ noun: NounPhrase, _ relative: Word) -> Bool {
        let head = reading.words[noun.head]
        guard head.kind == .word else { return relative.key == Self.who && head.kind == .number }
        return relative.key == Self.who
            || head.has([.role, .people, .writing, .organization, .speechNoun])
    }
}
