import CaucusStance
import Testing

@testable import CaucusLabeling

/// What is drawn, and with which probability.
@Suite struct SampleTests {
    @Test func probabilitiesOfEveryDesignSumToTheSample() {
        let frame = LabelingSamples.frame(300, favor: 9)
        let designs = [
            SampleDesign(), SampleDesign(isTwoPhase: false),
            SampleDesign(by: .article), SampleDesign(by: .speaker, isTwoPhase: true),
            SampleDesign(by: .outlet, strata: [.stance, .form]), SampleDesign(by: .month, seed: 9),
        ]
        for design in designs {
            let all = design.probabilities(frame.rows, count: 50)
            #expect(abs(all.values.reduce(0, +) - 50) < 1e-9)
            #expect(all.values.allSatisfy { $0 > 0 && $0 <= 1 })
            let drawn = design.drawn(50, of: frame)
            #expect(drawn.count == 50)
            #expect(Set(drawn.map(\.row.quotation.id)).count == 50)
            let byID = Dictionary(
                uniqueKeysWithValues: zip(frame.rows.map(\.quotation.id), all.values))
            #expect(drawn.allSatisfy { byID[$0.row.quotation.id] == $0.probability })
            #expect(
                design.drawn(50, of: frame).map(\.row.quotation.id) == drawn.map(\.row.quotation.id)
            )
        }
        let ids = { (seed: UInt64) in
            SampleDesign(seed: seed).drawn(50, of: frame).map(\.row.quotation.id)
        }
        #expect(ids(1) != ids(2))
    }

    @Test func aRareSideIsDrawnMoreOften() {
        let frame = LabelingSamples.frame(300, favor: 9)
        let design = SampleDesign()
        #expect(design.rareSides(frame) == [.favor])
        #expect(design.drawn(60, of: frame).count { $0.row.leading == .favor } == 9)
        #expect(SampleDesign(isTwoPhase: false).rareSides(frame).isEmpty)
        #expect(design.rareSides(LabelingSamples.frame(300, favor: 90)).isEmpty)
    }

    @Test func speakersGetAsManyEach() {
        let frame = LabelingSamples.frame(280, favor: 90)
        let drawn = SampleDesign(by: .speaker).drawn(70, of: frame)
        for i in 0..<7 { #expect(drawn.count { $0.row.quotation.speakerID == "s\(i)" } == 10) }
    }

    @Test func theUncertainComeFirstAndOneAnArticle() {
        let frame = LabelingSamples.frame(30, favor: 10)
        let drawn = UncertainDraw().drawn(10, of: frame)
        #expect(Set(drawn.map(\.quotation.documentID)).count == 10)
        #expect(UncertainDraw().drawn(99, of: frame).count == 30)
        #expect(drawn.first?.quotation.stance == nil)
    }

    @Test func aRowIsReadAsItWasWritten() throws {
        let rows = LabelingSamples.rows(12)
        let text = rows.map { $0.json + "\n" }.joined()
        let read = try LabelingSamples.withFile("s.jsonl", text + "{\"quote_id\":\"x\"}\n") {
            try SampleFile(path: $0)
        }
        #expect(read.rows == rows)
        #expect(read.diagnostics.count == 1)
        let row = try #require(rows.first)
        let letters = Array(row.context.unicodeScalars)
        let words = letters[row.contextSpan.start..<row.contextSpan.end]
        #expect(String(String.UnicodeScalarView(words)) == row.quote)
        #expect(!row.shown(withProgram: false).contains("0.7"))
        #expect(!row.shown(withProgram: false).contains("sampling_probability"))
    }

    @Test func theArticleGivesMoreContextAndTheSameWords() throws {
        let quotation = LabelingSamples.quotation(0, isFavor: true)
        let article =
            String(repeating: "wörd ", count: 4) + quotation.text
            + String(repeating: " mörë", count: 600)
        let context = try #require(SampleContext(quotation, in: article))
        let letters = Array(context.text.unicodeScalars)
        let words = letters[context.span.start..<context.span.end]
        #expect(String(String.UnicodeScalarView(words)) == quotation.text)
        #expect(context.start == 0 && !context.text.hasSuffix("m"))
        #expect(letters.count < SampleContext.reach + 100)
        #expect(SampleContext(quotation, in: "short") == nil)
    }
}
