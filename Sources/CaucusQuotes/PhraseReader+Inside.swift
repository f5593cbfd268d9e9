import CaucusLanguage
import CaucusText

/// Words that a noun phrase goes on across, and asides that name a town.
extension PhraseReader {
    /// “Jane Roe, of Oram, Wash., said”: the comma before the town, where a state or a country alone stands between the
    /// last two commas; `comma` itself elsewhere.
    func beforeHometown(_ comma: Int, close: Int, from start: Int) -> Int {
        let isState = Range(from: comma + 1, to: close).allSatisfy {
            word($0).has(.place) || word($0).shape.contains(.abbreviated)
                || names.mentionOfWord[$0] >= 0 && word($0).has(.adjective)
        }
        guard isState, close > comma + 1, close - comma < 4 else { return comma }
        var i = comma - 1
        while i > start, comma - i < 5, word(i).isCapitalized || word(i).has(.preposition) {
            let mention = Int(names.mentionOfWord[i])
            if mention >= 0, names.mentions[mention].titled { return comma }
            i -= 1
        }
        guard i > start, word(i).kind == .comma else { return comma }
        let town = Int(names.mentionOfWord[i + 1])
        let isPerson =
            town >= 0 && names.mentions[town].name.count > 1
            && names.mentions[town].kind == .person
        return isPerson ? comma : i
    }

    /// A source after its verb with the name that closes it: “said a spokeswoman for the port, Jane Roe.”
    func named(_ phrase: NounPhrase, to limit: Int) -> NounPhrase {
        let comma = phrase.words.upperBound
        guard phrase.mention < 0, word(phrase.head).has([.role, .people]), comma + 1 < limit,
            word(comma).kind == .comma
        else { return phrase }
        let name = Int(names.mentionOfWord[comma + 1])
        guard name >= 0, names.mentions[name].kind == .person,
            names.mentions[name].whole.lowerBound == comma + 1
        else { return phrase }
        let end = names.mentions[name].whole.upperBound
        guard end >= limit || [.comma, .stop].contains(word(end).kind) else { return phrase }
        var result = phrase
        result.words = Range(from: phrase.words.lowerBound, to: end)
        if namesComplement(name, phrase) {
            result.complement = end
        } else if !isPlural(phrase.head) {
            result.mention = name
            result.head = names.mentions[name].name.upperBound - 1
            result.kind = .name
        } else {
            return phrase
        }
        return result
    }

    /// “a”, “the”, “his”, “this”: an adverb after it is no adverb of the clause.
    func opensNoun(_ word: Word) -> Bool {
        word.has([.definite, .indefinite, .possessive]) || word.key == Self.this
    }

    private static let this = LetterFolding.key(of: "this")

    /// “a highly placed official”, “with direct knowledge”, “Roe's thinking”: no adverb or verb of a clause after an
    /// article, a preposition or an owner.
    func isInside(_ i: Int, end: Int) -> Bool {
        guard i > 0 else { return false }
        let before = word(i - 1)
        if word(i).has(.adverb) {
            return i + 1 < end && opensNoun(before)
        }
        if word(i).form.contains(.gerund) {
            return before.shape.contains(.clitic) && before.has(.have) || before.has(.possessive)
        }
        return i + 1 < end && word(i).form.contains(.base)
            && before.has(.preposition) && !before.has([.to, .clauseBorder])
    }
}
