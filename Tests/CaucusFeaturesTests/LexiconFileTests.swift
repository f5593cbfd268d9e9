import Testing

@testable import CaucusFeatures

/// A user's lexicon file, in each known format, and what is wrong with others.
struct LexiconFileTests {
    private func lexicon(_ text: String) throws -> ValenceLexicon {
        try ValenceLexicon(reading: Array(text.utf8), named: "mine.txt")
    }

    private func valence(_ word: String, in lexicon: ValenceLexicon) -> Float? {
        lexicon.entry(for: word)?.valence
    }

    private func category(_ word: String, in lexicon: ValenceLexicon) -> ValenceCategory? {
        lexicon.entry(for: word)?.category
    }

    private func error(of text: String) -> LexiconError? {
        do throws(LexiconError) {
            _ = try ValenceLexicon(reading: Array(text.utf8), named: "mine.txt")
            return nil
        } catch { return error }
    }

    @Test func theBuiltInTextReadAloneIsTheBuiltInLexicon() throws {
        let again = try ValenceLexicon(
            readingOnly: Array(ValenceLexicon.builtInText.utf8), named: "valence-en.txt")
        let isSame = again.payload == ValenceLexicon.builtIn.payload
        #expect(isSame)
    }

    @Test func aLineOfOurOwnAddsAWordWithItsForms() throws {
        let mine = try lexicon(
            "# mine\nkerfuffle\t-1.5\tconflict\tnoun\nflannel+\t-2\tmorality\tverb\n")
        #expect(valence("kerfuffles", in: mine) == -1.5)
        #expect(valence("flannelled", in: mine) == -2)
        #expect(category("kerfuffle", in: mine) == .conflict)
        #expect(valence("praised", in: mine) == valence("praised", in: .builtIn))
    }

    @Test func aGroupOfOurOwnAddsItsWords() throws {
        let mine = try lexicon("[support verb 2.5]\nstand/stood_beside\n\n  high-five\r\n")
        #expect(valence("stood beside", in: mine) == 2.5)
        #expect(valence("high-fives", in: mine) == 2.5)
    }

    @Test func aNamedWordReplacesTheBuiltInOne() throws {
        let mine = try lexicon("scandal\t0\npraised\t-4\n")
        #expect(valence("scandal", in: mine) == 0)
        #expect(valence("scandals", in: mine) == valence("scandals", in: .builtIn))
        #expect(valence("praised", in: mine) == -4)
        #expect(
            category("scandal", in: mine)
                == category("scandal", in: .builtIn))
    }

    @Test func aStarStandsForAnyEndingAndReplacesWhatIsBuiltIn() throws {
        let mine = try lexicon("flimflam*\t-2\ncorrupt*\t1\n")
        for word in ["flimflam", "flimflammed", "Flimflammery"] {
            #expect(valence(word, in: mine) == -2)
        }
        #expect(valence("flimfl", in: mine) == nil)
        #expect(valence("corruption", in: mine) == 1)
    }

    @Test func aColumnFileWithDeviationsIsVADER() throws {
        let mine = try lexicon(
            "grumpfish\t-2.3\t0.9\t[-2, -3, -2, -3, -1, -2, -3, -2, -3, -2]\n:-)\t1.3\t0.8\t[1, 2]\n"
        )
        #expect(valence("grumpfish", in: mine) == -2.3)
    }

    @Test func wholeNumbersUpToFiveAreAFINNAndScaled() throws {
        let mine = try lexicon("grumpfish\t-5\ncan't grumble\t2\n")
        #expect(valence("grumpfish", in: mine) == -4)
        #expect(valence("can't grumble", in: mine) == 1.6)
    }

    @Test(arguments: [
        "positive:\n  - gleamfish*\n  - \"a gleaming hake\"\nnegative:\n  - grumpfish*\n",
        "+\ngleamfish*\na gleaming hake\n-\nGRUMPFISH* (1)\n",
        "+positive\ngleamfish*\na gleaming hake\n+negative\nGRUMPFISH*\n",
        """
        <?xml version="1.0"?><dictionary style="Lexicoder3"><cnode name="NEGATIVE"><pnode name="GRUMPFISH*"></pnode>
        </cnode><cnode name="ODD"><pnode name="gleamfish*"/></cnode>
        <cnode name="POSITIVE"><pnode name="gleamfish*"/><pnode name="a gleaming hake"/></cnode></dictionary>
        """,
        "dictionary:\n  negative:\n    - grumpfish*\n  positive:\n    - gleamfish*\n    - a gleaming hake\n",
    ])
    func sectionsAreLexicoder(text: String) throws {
        let mine = try lexicon(text)
        #expect(valence("gleamfishes", in: mine) == 2)
        #expect(valence("a gleaming hake", in: mine) == 2)
        #expect(valence("grumpfished", in: mine) == -2)
    }

    @Test func aStarEndsTheLastWordOfAPhrase() throws {
        let mine = try lexicon("neg_positive:\n- not gleam*\npositive:\n- gleam*\n")
        #expect(valence("not gleaming", in: mine) == -2)
        #expect(valence("gleaming", in: mine) == 2)
    }

    @Test(arguments: [
        ("[support verb 2]\nhelp\n[oddity verb 2]\n", 3), ("[support verb 9]\nx\n", 1),
        ("[support gerund 2]\nx\n", 1), ("# a\n\nword\t1\nword\n", 4), ("word\thigh\n", 1),
        ("word\t1\tnowhere\n", 1), ("word\tnan\n", 1), ("a*b\t1\n", 1), ("*\t1\n", 1),
        ("positive:\n- a\nodd:\n- b\n", 3), ("x\t1\n\(String(repeating: "y", count: 200))\t1\n", 2),
        ("a b c d e f g h i\t1\n", 1),
    ])
    func aBadLineIsNamedWithItsPlace(text: String, line: Int) throws {
        guard case .badLine("mine.txt", let found, _, _) = error(of: text) else {
            Issue.record("no bad line: \(String(describing: error(of: text)))")
            return
        }
        #expect(found == line)
        #expect(error(of: text)?.description.hasPrefix("mine.txt:\(line): found “") == true)
    }

    @Test func aFileOfNoKnownFormatIsRefused() {
        #expect(
            error(of: "\nDear editor,\n")
                == .unknownFormat(file: "mine.txt", line: 2, found: "Dear editor,"))
        #expect(error(of: "") == .empty(file: "mine.txt"))
        #expect(error(of: "# only\n\n") == .empty(file: "mine.txt"))
        #expect(error(of: "[support verb 2]\n") == .empty(file: "mine.txt"))
    }

    @Test func aFileThatIsTooLargeIsRefused() {
        let bytes = [UInt8](repeating: 0x61, count: LexiconReader.limit + 1)
        #expect(
            throws: LexiconError.tooLarge(
                file: "big", bytes: bytes.count, limit: LexiconReader.limit)
        ) { try ValenceLexicon(reading: bytes, named: "big") }
    }

    @Test func randomBytesNeverCrash() {
        var state: UInt64 = 7
        let pieces = [
            "[", "]", "\t", "\n", "*", "+", "/", "_", " ", "support", "verb", "2", ":", "-", "é",
            "#", "(",
        ]
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<60 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let roll = Int(truncatingIfNeeded: state >> 33)
                bytes +=
                    roll % 9 == 0
                    ? [UInt8(truncatingIfNeeded: roll >> 4)]
                    : Array(pieces[roll % pieces.count].utf8)
            }
            _ = try? ValenceLexicon(readingOnly: bytes, named: "noise")
        }
    }
}
