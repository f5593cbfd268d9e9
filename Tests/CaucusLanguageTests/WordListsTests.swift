import CaucusText
import Testing

@testable import CaucusLanguage

/// What a user adds to the built-in lists.
struct WordListsTests {
    private func lists(_ files: String...) throws -> WordLists {
        try WordLists(adding: files.map { ("mine.txt", Array($0.utf8)) })
    }

    private func entry(_ word: String, in lists: WordLists = .standard) -> Lexicon.Entry {
        lists.lexicon[LetterFolding.key(of: word)]
    }

    @Test func everyFormOfAVerbIsAdded() throws {
        let lists = try lists("[say noun]\nyammer\n[title]\nportreeve\n")
        for form in ["yammer", "yammers", "yammered", "yammering"] {
            #expect(entry(form, in: lists).verb == .say)
            #expect(entry(form).verb == .none)
        }
        #expect(entry("yammers", in: lists).form == [.third, .noun])
        #expect(entry("portreeve", in: lists).classes == .title)
        #expect(entry("said", in: lists) == entry("said"))
    }

    @Test func aUsersClassOfAVerbWinsAndTheFirstOfTwoStays() throws {
        let lists = try lists("[claim]\nmutter\n[tell]\nmutter", "[deny]\nmutter\n")
        #expect(entry("muttered").verb == .say)
        #expect(entry("muttered", in: lists).verb == .claim)
        #expect(
            !entry("argued", in: try self.lists("[manner]\nargue")).classes.contains(.reporting))
    }

    @Test func aDigestTellsTheWordsApartAndNotTheComments() throws {
        #expect(WordLists.standard.digest == nil)
        #expect(try WordLists(adding: []).digest == nil)
        let digest = try lists("[say]\nyammer rasp\n").digest
        #expect(digest != nil)
        #expect(try lists("\u{FEFF}# mine\r\n[say]\r\n\tyammer\r\n> x\r\nrasp").digest == digest)
        #expect(try lists("[say]\nyammer\n[claim]\nrasp\n").digest != digest)
        #expect(try lists("[say]\nrasp yammer\n").digest != digest)
    }

    /// The built-in lists are in the notation that a user's are in; of words alone, “&” apart.
    @Test(arguments: Lexicon.lists + [.reportingVerbs, .actVerbs, .actNouns])
    func aBuiltInListIsRead(_ list: English.List) throws {
        let text = English.text(of: list).replacing(" &\n", with: "\n")
        let groups = try WordListReader.groups(in: Array(text.utf8), file: list.rawValue)
        #expect(groups.count == English.groups(of: list).count)
    }

    @Test(arguments: [
        ("yammer", 1, "“yammer”", "a group such as [say]"),
        ("# x\n[sya]\nyammer", 2, "“[sya]”", "a group of the built-in lists"),
        ("[say\nyammer", 1, "“[say”", "a group of the built-in lists"),
        ("[conflict verb -3]\nattack", 1, "“[conflict verb -3]”", "a group of the built-in lists"),
        ("[verb against 4]\nzing", 1, "“[verb against 4]”", "a group of the built-in lists"),
        ("[noun against 2]\nzinger", 1, "“[noun against 2]”", "[noun against 2: of]"),
        ("[noun against 2: of !]\nzinger", 1, "“!”", "one word"),
        ("[say: of]\nyammer", 1, "“[say: of]”", "[say]"),
        ("[say]\nyammer\n\nrasp hem_and_haw", 4, "“hem_and_haw”", "a verb: base"),
        ("[say]\na/b/c/d", 2, "“a/b/c/d”", "a verb: base"),
        ("[title]\nSen.", 2, "“Sen.”", "one word"),
        ("[verb against 2]\nzing_~_on_~", 2, "“zing_~_on_~”", "a verb: base"),
    ])
    func anOddLineIsRefused(_ text: String, line: Int, found: String, expected: String) throws {
        let error = #expect(throws: WordListError.self) { try lists(text) }
        let told = try #require(error).description
        #expect(told.hasPrefix("mine.txt:\(line): found \(found), expected "), "\(told)")
        #expect(told.contains(expected), "\(told)")
    }

    @Test func anOddFileIsRefused() {
        #expect(throws: WordListError.empty(file: "mine.txt")) { try lists("# mine\n[say]\n") }
        #expect(
            throws: WordListError.badLine(
                file: "mine.txt", line: 2, found: "bytes that are not UTF-8", expected: "UTF-8")
        ) {
            try WordLists(adding: [("mine.txt", Array("[say]\n".utf8) + [0xFF])])
        }
        let large = [UInt8](repeating: 0x0A, count: WordLists.largestFile + 1)
        #expect(throws: WordListError.tooLarge(file: "mine.txt", limit: WordLists.largestFile)) {
            try WordLists(adding: [("mine.txt", large)])
        }
    }

    /// An entry's number has 16 bits: words that are each in other ones of 16 groups ask for more.
    @Test func moreKindsOfWordsThanThereAreNumbersAreRefused() {
        let names = [
            "title", "role", "people", "place", "rank", "suffix", "writing", "demonym", "adjective",
            "adverb", "time", "numeral", "modal", "have", "be", "male-name",
        ]
        var text = ""
        for (bit, name) in names.enumerated() {
            text += "[\(name)]\n"
            for i in 0..<(1 << 16) where i >> bit & 1 == 1 {
                text += "q\(String(i, radix: 36))\n"
            }
        }
        #expect(throws: WordListError.tooMany(file: "mine.txt")) { try lists(text) }
    }
}
