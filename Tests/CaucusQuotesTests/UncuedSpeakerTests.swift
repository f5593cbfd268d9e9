import CaucusText
import Testing

@testable import CaucusQuotes

/// Who speaks a direct quotation that has no cue beside it, and where it is better to name nobody.
@Suite("who speaks without a cue")
struct UncuedSpeakerTests {
    private func speakers(_ text: String) -> [String?] {
        QuotationExtractor().extraction(of: Document(id: "a", text: text)).quotations
            .filter { $0.parent == nil && $0.form == .direct }.map { $0.speaker?.name }
    }

    @Test func aLineWithNameAndPaperSignsTheQuotationBeforeIt() {
        let text = """
            The left says that the bridge is late.

            “The bridge should have been built before the tunnel was closed. Nobody will use it now.”

            Jane Roe, Oram Herald

            “A bridge is a bridge. It will be used, as the old one was.”

            Hugh Penn, The Lowfen Gazette
            """
        #expect(speakers(text) == ["Jane Roe", "Hugh Penn"])
    }

    @Test func theRestOfTheParagraphMaySign() {
        let text = """
            Some say that it is late.

            “The bridge should have been built before the tunnel was closed.” Jane Roe, Oram Herald
            """
        #expect(speakers(text) == ["Jane Roe"])
    }

    @Test func aQuotationOfSeveralParagraphsIsSignedAtItsEnd() {
        let text = """
            The mayor, Lena Tull, said that it was late.

            “The bridge should have been built before the tunnel was closed…

            “Nobody will use it now. It was a waste of money.”

            Jane Roe, Oram Herald
            """
        #expect(speakers(text) == ["Jane Roe"])
    }

    @Test func aPaperBeforeAColonIsALabelAfterADash() {
        let text = """
            Mr. Penn was asked about it on Monday, and he said no.

            Two mayors meet at last - Oram Herald: “Jane Roe and Hugh Penn have met at the bridge.”
            """
        #expect(speakers(text) == ["Oram Herald"])
    }

    @Test func aSignatureIsTheNameAfterTheRole() {
        let text =
            "“The bridge is late, and so is the mayor.” — Oram senator Jane Roe in an interview"
        #expect(speakers(text) == ["Jane Roe"])
        #expect(
            speakers("“The bridge is late, and we know it” — a view that Jane Roe shares.") != [
                "Jane Roe"
            ])
    }

    @Test func aLabelEndsAtItsComma() {
        #expect(
            speakers(
                "Jane Roe, Lowfen, Maine: “I think that the bridge is late, and so is the mayor.”")
                == ["Jane Roe"])
    }

    @Test func whoIsNamedAfterByBeforeAColonSpeaks() {
        let text = """
            Hugh Penn called the bridge late.

            Then there was this, by the columnist Jane Roe: “The bridge is not late. We were early.”
            """
        #expect(speakers(text) == ["Jane Roe"])
    }

    @Test func aReporterWhoSignsAParagraphDoesNotSpeakIt() {
        let text = """
            “It is late,” Lena Tull said. “We are all tired of the bridge, and of the tunnel.”

            -Jane Roe
            """
        #expect(speakers(text).allSatisfy { $0 == "Lena Tull" })
    }

    @Test func aSpeakerLongGoneIsNotNamed() {
        let text = """
            “It is late,” Lena Tull said.

            The bridge was closed in May. The tunnel was closed in June.

            Many people in the town were angry. Some of them had seen the plans.

            It was a bad summer for the town. The shops were empty.

            “Nothing works here any more”
            """
        #expect(!speakers(text).dropFirst().contains("Lena Tull"))
    }

    @Test func aCueStillNamesTheSpeaker() {
        #expect(speakers("“It is late,” said Lena Tull, who knew.") == ["Lena Tull"])
        #expect(speakers("Lena Tull said: “It is late, and we know it.”") == ["Lena Tull"])
        #expect(
            speakers("“It is late,” Lena Tull said.\n\n“And it is cold,” she added.")
                == ["Lena Tull", "Lena Tull"])
    }

    @Test func linksBehindANameAreNotRead() {
        let text = """
            Mayor Lena Roe Lena Ann RoeFive bridges to watch Penn says 'the bridge is late' Mayors meet: report MORE \
            said on Monday that the tunnel would stay.
            """
        let found = QuotationExtractor().extraction(of: Document(id: "a", text: text)).quotations
        #expect(found.map { $0.speaker?.name } == ["Lena Roe"])
        #expect(found.map { text[$0.content] } == ["the tunnel would stay"])
    }

    @Test func aLinkMayOwnWhatFollowsIt() {
        let text = """
            The board met for Mayor Lena Roe Lena Ann RoeFive bridges to watch, says Penn in his weekly column MORE's trial. \
            Tull said that it was late.
            """
        #expect(
            Heard.all(in: text) == [Heard("it was late", "Tull")])
    }

    @Test func theWordMoreInCapitalsAloneHidesNothing() {
        let text = "Lena Roe said that she wanted MORE money. Hugh Penn said that he did not."
        let found = QuotationExtractor().extraction(of: Document(id: "a", text: text)).quotations
        #expect(found.map { $0.speaker?.name } == ["Lena Roe", "Hugh Penn"])
    }

    @Test func headlinesAndCaptionsAreNoSpeech() {
        #expect(
            speakers("A story headlined “Two Mayors Meet at the Bridge at Last” was read.") == [])
        #expect(
            speakers("There was a picture with the caption: “A crowd waits for the mayor in May.”")
                == [])
        #expect(speakers("WATCH: ‘The mayor talks about the bridge and the tunnel.’") == [])
        #expect(
            speakers("“The headline is wrong, and we will not accept it,” Lena Tull said.")
                == ["Lena Tull"])
    }
}
