import CaucusText

/// Owners of what is said.
extension PhraseReader {
    /// What a person gives when asked: ““No” was Roe's answer”.
    static let answers = KeySet(
        """
        answer answers reply response retort riposte rejoinder refrain mantra motto message verdict word words \
        line take advice comment reaction explanation excuse plea warning prediction assessment conclusion \
        summary catchphrase pitch question defense defence lament complaint boast promise greeting lesson \
        instruction order judgment judgement description
        """)

    /// “Jane Roe” in “Jane Roe's answer to the strikers”, “her” in “her answer”; `nil` where nobody owns an answer.
    func owner(of phrase: NounPhrase) -> NounPhrase? {
        let limit = phrase.words.prefix(16)
        guard let noun = limit.first(where: { Self.answers.contains(reading.words[$0].key) }),
            noun > phrase.words.lowerBound
        else { return nil }
        let first = phrase.words.lowerBound
        if reading.words[first].has(.possessive), noun - first < 4 {
            return NounPhrase(words: first..<first + 1, head: first, mention: -1, kind: .pronoun)
        }
        var k = noun - 1
        while k > first, noun - k < 4, !isOwning(k) { k -= 1 }
        guard k > first, isOwning(k) else { return nil }
        let mention = Int(names.mentionOfWord[k - 1])
        if mention >= 0 { return headed(names.mentions[mention].whole) }
        return headed(Range(from: first, to: k))
    }

    /// Whether the word is “'s” after an owner, or the apostrophe of “the dockers'”.
    func isOwning(_ i: Int) -> Bool {
        let word = reading.words[i]
        if word.shape.contains(.clitic) { return word.has(.be) && word.has(.have) }
        return (word.kind == .singleClose || word.kind == .singleStraight) && i > 0
            && !word.shape.contains(.spaceBefore) && reading.endsLike(i - 1, "s")
    }

    /// Who gives what follows a colon: the subject of its sentence, or Roe in “For Roe, the answer is simple: ”.
    func subjectBeforeColon(_ colon: Int) -> NounPhrase? {
        let sentence = reading.sentence(of: colon)
        let first = sentence.lowerBound
        if reading.words[first].key == Self.forWord, first + 1 < colon {
            let mention = Int(names.mentionOfWord[first + 1])
            if mention >= 0 {
                let whole = names.mentions[mention].whole
                if whole.upperBound < colon, reading.words[whole.upperBound].kind == .comma {
                    return headed(whole)
                }
            }
        }
        // “Their answer came within the hour: ”
        if reading.words[first].has(.possessive),
            Range(from: first + 1, to: min(first + 4, colon)).contains(where: {
                Self.answers.contains(reading.words[$0].key)
            })
        {
            return NounPhrase(words: first..<first + 1, head: first, mention: -1, kind: .pronoun)
        }
        return mainSubject(first, colon) ?? firstSubject(of: Int(reading.sentenceOfWord[colon]))
    }

    /// “Asked if she would stand, Roe had one word: ”: the subject after the comma where the sentence opens with a
    /// participle or a subordinate clause.
    private func mainSubject(_ first: Int, _ colon: Int) -> NounPhrase? {
        let opener = reading.words[first]
        guard
            opener.has(.clauseBorder) || opener.form.contains(.participle) || opener.has(.question)
        else { return nil }
        let comma = Range(from: first, to: min(first + 30, colon)).first {
            reading.words[$0].kind == .comma
        }
        guard let comma else { return nil }
        for i in Range(from: comma + 2, to: min(comma + 12, colon)) {
            guard reading.canBeFinite(i), names.mentionOfWord[i] < 0,
                let found = subject(before: i, from: comma + 1)
            else { continue }
            return found
        }
        return nil
    }

    private static let forWord = LetterFolding.key(of: "for")
}
