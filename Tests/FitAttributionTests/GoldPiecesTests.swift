import Testing

@testable import FitAttribution

@Suite("the annotators' quotations")
struct GoldPiecesTests {
    /// “It rained” and the clause after it, said by “Mr. Roe Jr.”, in a text that is not ASCII.
    private let article = GoldArticle(
        id: "a", text: "É “It rained\nall day long,” said Mr. Roe Jr. Ms. Poe's dog barked.",
        quotes: [
            GoldArticle.Quote(
                start: 2, end: 27, speaker: "Mr. Roe Jr.", speakerStart: 33, speakerEnd: 44)
        ])

    @Test func aQuotationIsCutAtLineBreaks() {
        let pieces = GoldPieces(article)
        #expect(pieces.match(3..<12) != nil)
        #expect(pieces.match(13..<25) != nil)
        #expect(pieces.match(28..<44) == nil)
    }

    @Test func halfOfTheTokensAreEnoughAndFewerAreNot() {
        let pieces = GoldPieces(article)
        // “rained all” shares one token of three with the first piece, of four with the second.
        #expect(pieces.match(6..<16) == nil)
        // “rained” is one of two.
        #expect(pieces.match(6..<12) != nil)
    }

    @Test func aSourceThatOverlapsOrEndsAlikeNamesTheSpeaker() throws {
        let pieces = GoldPieces(article)
        let quote = try #require(pieces.match(3..<12))
        #expect(pieces.names(33..<36, speakerOf: quote))
        #expect(!pieces.names(45..<52, speakerOf: quote))
        let other = GoldArticle.Quote(
            start: 3, end: 12, speaker: "Jane POE\u{2019}s", speakerStart: nil, speakerEnd: nil)
        #expect(pieces.names(49..<54, speakerOf: other))
        #expect(!pieces.names(33..<44, speakerOf: other))
    }
}
