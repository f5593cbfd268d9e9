import CaucusText
import Testing

@testable import CaucusLanguage

@Suite("phrases among the words of a reading")
struct PhraseTableTests {
    private func found(_ phrases: [String], in text: String) -> [String] {
        PhraseTable(phrases).matches(in: text).map { text[$0.span] }
    }

    @Test func phrasesAreWholeWords() {
        let text = "Okellos and Okello’s, bathe bosses, McOkello"
        #expect(found(["Okello", "the boss"], in: text) == ["Okello"])
        #expect(found(["Okello"], in: "").isEmpty)
        #expect(found(["", "“”", "Okello"], in: "“Okello”…") == ["Okello"])
    }

    @Test(arguments: [
        // Accents, in either or neither.
        ("Zoë Müller", "Zoe\u{308} Mu\u{308}ller"), ("Zoë Müller", "Zo\u{EB} M\u{FC}ller"),
        ("Zoë Müller", "Zoe Muller"), ("Zoe Muller", "Zoë Müller"),
        // Letters beyond those that are folded.
        ("Nguyễn Lan", "NGUYỄN LAN"), ("Nguy\u{1EC5}n", "Nguye\u{302}\u{303}n"),
        // Apostrophes and entities.
        ("Rory O'Keel", "Rory O’Keel"), ("Rory O’Keel", "Rory O&rsquo;Keel"),
        // Hyphens.
        ("Ana Roe-Vik", "Ana Roe\u{2011}Vik"), ("Ana Roe-Vik", "Ana Roe Vik"),
        ("Jean Luc Roe", "Jean-Luc Roe"), ("al-Roe", "al\u{2010}Roe"),
        // Spaces of other widths.
        ("Ana Roe", "Ana\u{A0}Roe"), ("Ana Roe", "Ana  Roe"),
        // Stops of abbreviations.
        ("Mr. Roe", "Mr Roe"), ("Ana J Roe", "Ana J. Roe"), ("Ana Roe Jr.", "Ana Roe Jr."),
        // Capitals.
        ("Ana Roe", "ANA ROE"), ("Ana Roe", "Ana ROE"), ("the PM's aide", "The PM’s aide"),
        ("Ina van der Roe", "Ina Van Der Roe"),
        ("the PM", "The PM"), ("the boss", "The boss"), ("the head of state", "the Head of State"),
    ])
    func aPhraseIsFoundInEverySpelling(_ phrase: String, in spelling: String) {
        let text = "Then \(spelling) spoke to them all"
        #expect(found([phrase], in: text) == [spelling])
    }

    @Test(arguments: [
        ("Ana Roe", "ana roe"), ("Ana Roe", "Ana, Roe"), ("Ana Roe", "Ana\nRoe"),
        ("Ana Roe", "Ana. Roe"), ("Ng", "NG"), ("the PM", "the pm"), ("the PM", "the Pm"),
        ("the boss", "THE BOSS"), ("chief of staff", "Chief of Staff"), ("Keel", "O’Keel"),
        ("Roe", "Roe.example.org"), ("Un", "UN’s"), ("Un", "UN-led"),
    ])
    func aPhraseIsNotFoundInOtherWords(_ phrase: String, in other: String) {
        #expect(found([phrase], in: "Then \(other) spoke to them all").isEmpty)
    }

    @Test func aPartOfAWordWithHyphensIsAWord() {
        let text = "pro-Okello, anti-Ana-Okello-era, non-Okellos, Roe_Okello_"
        let matches = PhraseTable(["Okello", "Ana Okello"]).matches(in: text)
        #expect(matches.map { text[$0.span] } == ["Okello", "Ana-Okello", "Okello"])
        #expect(matches.map(\.phrase) == [0, 1, 0])
    }

    @Test func anotherStopThanThePhrasesIsLeftOut() {
        #expect(found(["Ana X"], in: "We came for Ana X.") == ["Ana X"])
        #expect(found(["Ana Roe Jr."], in: "We saw Ana Roe Jr. there.") == ["Ana Roe Jr."])
    }

    @Test func theLongestOfPhrasesThatBeginAlikeIsFound() {
        let table = PhraseTable(["the party", "the party leader", "the premier", "the pre"])
        let text = "The party leader and the party led; the premier, the preface"
        let matches = table.matches(in: text)
        #expect(matches.map(\.phrase) == [1, 0, 2])
        #expect(matches.map { text[$0.span] } == ["The party leader", "the party", "the premier"])
    }

    @Test func aPhraseEndsWithTheStretchThatIsSearched() {
        let table = PhraseTable(["the party", "the party leader"])
        let reading = Reading("the party leader")
        #expect(table.matches(in: reading, within: Span(0, 12)).map(\.phrase) == [0])
        #expect(table.matches(in: reading, within: Span(4, 16)).isEmpty)
    }

    @Test func ofPhrasesOfTheSameWordsTheFirstThatFitsIsFound() {
        let table = PhraseTable(["Aid", "AID", "aid"])
        let matches = table.matches(in: "the Aid, the AID, the aid")
        #expect(matches.map(\.phrase) == [0, 0, 2])
        #expect(PhraseTable(["AID", "Aid"]).matches(in: "Aid").map(\.phrase) == [1])
    }

    @Test func capitalsTellNothingWhereAllAreCapitals() {
        let text = "THE BOSS OF ANA GRACE LEFT ON FRIDAY AND THE PARTY WENT HOME WITH HER."
        #expect(found(["the boss", "Ana Grace"], in: text) == ["THE BOSS", "ANA GRACE"])
    }

    @Test func aNameIsFoundAcrossTheLinesOfWrappedCopy() {
        let text = """
            The mayor of the town said on Friday that Ana
            Roe had come to the port in the morning, and that
            she would stay there until the end of the week as
            long as the weather would let her do so.
            """
        #expect(found(["Ana Roe"], in: text) == ["Ana\nRoe"])
    }

    @Test func aWordOfManyHyphensIsReadOnce() {
        let text = String(repeating: "a-", count: 200_000) + "Okello"
        #expect(PhraseTable(["Okello"]).matches(in: text).count == 1)
    }
}
