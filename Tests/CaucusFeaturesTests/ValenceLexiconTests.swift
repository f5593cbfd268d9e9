@_spi(HashTable) import CaucusText
import Testing

@testable import CaucusFeatures

/// The built-in lexicon, and how words and phrases are found in it.
struct ValenceLexiconTests {
    /// A call, so that a failed expectation does not print the whole lexicon.
    private func entry(_ word: String, in lexicon: ValenceLexicon = .builtIn)
        -> ValenceLexicon.Entry?
    { lexicon.entry(for: word) }

    /// The words of the lexicon in a text, with their valences.
    private func found(_ text: String, in lexicon: ValenceLexicon = .builtIn) -> [String: Float] {
        let bytes = Array(text.utf8)
        let lexemes = Tokenizer().lexemes(of: bytes)
        var result: [String: Float] = [:]
        var i = 0
        while i < lexemes.count {
            let match = lexicon.match(at: i, in: lexemes, of: bytes)
            let last = i + (match?.words ?? 1) - 1
            if let match {
                let span = Int(lexemes[i].start)..<Int(lexemes[last].end)
                result[String(decoding: bytes[span], as: UTF8.self)] = match.entry.valence
            }
            i = last + 1
        }
        return result
    }

    @Test func atLeastThreeThousandWordsAreListed() {
        let lines = ValenceLexicon.builtInText.split(separator: "\n")
        let words = lines.filter { !$0.hasPrefix("#") && !$0.hasPrefix("[") }
            .flatMap { $0.split(separator: " ") }
        #expect(words.count > 3000)
        let forms = ValenceLexicon.builtIn.count
        #expect(forms > 2 * words.count)
    }

    @Test func noWordIsListedTwiceInOneClass() {
        var seen: [String: String] = [:]
        var group = ""
        for line in ValenceLexicon.builtInText.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("[") {
                group = String(line)
                continue
            }
            let kind = group.split(separator: " ")[1]
            for word in line.split(separator: " ") {
                let earlier = seen.updateValue(group, forKey: "\(word) \(kind)")
                #expect(earlier == nil, "\(word) in \(group)")
            }
        }
    }

    @Test(arguments: [
        ("praised", 1), ("PRAISES", 1), ("accused", -1), ("lying", -1), ("lies", -1),
        ("thieves", -1), ("worse", -1), ("best", 1), ("recklessly", -1), ("recklessness", -1),
        ("tougher", 1), ("quitting", -1), ("scandals", -1), ("panicking", -1), ("betrays", -1),
        ("steps down", -1), ("stepped down", -1), ("stood by", 1), ("on the ropes", -1),
        ("lame ducks", -1), ("hand in glove", -1), ("crises", -1), ("heroes", 1),
        ("feebly", -1), ("heroically", 1), ("hatefully", -1), ("denying", -1),
    ])
    func aFormHasTheSignOfItsWord(form: String, sign: Int) throws {
        let found = try #require(entry(form), "\(form)")
        #expect((found.valence < 0 ? -1 : 1) == sign)
        #expect(!found.category.isFactor)
    }

    @Test(arguments: ["the", "premier", "of", "ropes of", "on the", "down", "glove"])
    func wordsWithoutValenceHaveNoEntry(word: String) {
        #expect(entry(word) == nil)
    }

    @Test func theLongestPhraseIsFoundInItsText() {
        let hits = found("The premier, on the ropes, stepped down; a few friends stood by her.")
        #expect(hits["on the ropes"] ?? 0 < 0)
        #expect(hits["stepped down"] ?? 0 < 0)
        #expect(hits["stood by"] ?? 0 > 0)
        #expect(hits["ropes"] == nil)
    }

    @Test func aMarkWithinAPhraseBreaksIt() {
        #expect(found("He took a step, down the road.").keys.contains("step, down") == false)
    }

    @Test func factorsAreToldApart() throws {
        #expect(try #require(entry("utterly")).category == .intensifier)
        #expect(try #require(entry("slightly")).category == .diminisher)
        #expect(try #require(entry("didn't")).category == .negator)
        #expect(try #require(entry("fails to")).valence < 0)
        #expect(try #require(entry("utterly")).valence > 1)
    }

    @Test func lettersGiveTheSameEntryAsLexemes() {
        let text = Array("She PRAISED the naïve, feckless résumé of a liar’s ally".utf8)
        for lexeme in Tokenizer().lexemes(of: text) where lexeme.kind == .word {
            text.withUnsafeBufferPointer { text in
                let word = text[Int(lexeme.start)..<Int(lexeme.end)]
                let byLetters = ValenceLexicon.builtIn.entry(
                    forLowercased: UnsafeBufferPointer(rebasing: word))
                let byKey = ValenceLexicon.builtIn.entry(forKey: lexeme.key)
                #expect(byLetters == byKey)
            }
        }
    }

    @Test func valencesAreHalvesFromMinusFourToFour() {
        for (_, entry) in ValenceLexicon.builtIn.exact.contents where entry.isListed {
            #expect(abs(entry.valence) <= 4)
            if !entry.category.isFactor {
                #expect((entry.valence * 2).rounded() == entry.valence * 2)
            }
        }
    }

    @Test func noLettersAndOddBytesHaveNoEntry() {
        for bytes: [UInt8] in [
            [], [0xFF], [0xE2, 0x80], [0xC3], [0x27], Array(repeating: 97, count: 4000),
        ] {
            let found = bytes.withUnsafeBufferPointer {
                ValenceLexicon.builtIn.entry(forLowercased: $0)
            }
            #expect(found == nil)
        }
    }

    @Test func aSavedLexiconAnswersAlike() throws {
        let mine = Array("rutabaga\t-3\tharm\tnoun\nflimflam*\t-2\n".utf8)
        let lexicon = try ValenceLexicon(reading: mine, named: "mine.txt")
        let payload = lexicon.payload
        let again = try ValenceLexicon(payload: payload)
        let isSame = again.payload == payload
        #expect(isSame)
        for word in ["rutabagas", "flimflammery", "praised", "stepped down", "the"] {
            #expect(entry(word, in: again) == entry(word, in: lexicon))
        }
    }

    @Test func aDamagedSavedLexiconIsRefused() {
        let whole = ValenceLexicon.builtIn.payload
        for cut in [0, 3, 19, 20, 21, whole.count - 1] {
            #expect(throws: LexiconError.self) {
                try ValenceLexicon(payload: Array(whole.prefix(cut)))
            }
        }
        var wrong = whole
        wrong[20 + 12] = 200
        #expect(throws: LexiconError.self) { try ValenceLexicon(payload: wrong) }
    }
}
