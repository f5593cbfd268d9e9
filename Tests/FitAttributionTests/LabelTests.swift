import CaucusText
import FitSupport
import Testing

@testable import FitAttribution

@Suite("judged quotations")
struct LabelTests {
    private func label(_ start: Int, _ end: Int, speaker: String, true name: String = "")
        -> QuotationLabel
    {
        QuotationLabel(
            doc: "a", start: start, end: end, speech: "whole", speaker: speaker, trueSpeaker: name,
            found: QuotationLabel.Found(form: "direct", speaker: "Jane Roe"))
    }

    @Test func theTrueSpeakerIsTheOneFoundOnlyWhereThatIsRight() {
        #expect(label(0, 9, speaker: "right").whoSpeaks == "Jane Roe")
        #expect(label(0, 9, speaker: "wrong", true: "Hugh Penn").whoSpeaks == "Hugh Penn")
        #expect(label(0, 9, speaker: "wrong").whoSpeaks == nil)
        #expect(label(0, 9, speaker: "none").whoSpeaks == nil)
    }

    @Test func aStretchHasTheLabelThatSharesHalfOfTheShorter() {
        let article = LabeledArticle(
            document: Document(id: "a", text: ""),
            labels: [label(0, 10, speaker: "right"), label(20, 60, speaker: "wrong")])
        #expect(article.label(ofMarked: 2..<6)?.start == 0)
        #expect(article.label(ofMarked: 7..<20) == nil)
        #expect(article.label(ofMarked: 30..<50)?.start == 20)
        // Of a content and its label half of both together.
        #expect(article.label(ofContent: 30..<45) == nil)
        #expect(article.label(ofContent: 30..<60)?.start == 20)
    }

    @Test func namesAreTheSameByTheirLastWordOrHalfOfTheirWords() {
        #expect(SameSpeaker.judge("Sen. Jane Roe", "Roe"))
        #expect(SameSpeaker.judge("Jane Roe’s", "Jane Roe"))
        #expect(SameSpeaker.judge("Roe Smith", "Roe Penn"))
        #expect(!SameSpeaker.judge("Jane Roe", "Hugh Penn"))
        #expect(!SameSpeaker.judge("the", "the"))
    }

    @Test func aChoiceFitsTheShareOfTheRightCandidate() throws {
        // Feature 0 is right three times of four: log 3 = 1.1 between the two, a little less by the penalty.
        let choices = (0..<400).map { i in
            ChoiceFit.Choice(
                candidates: [[0], [1]], isRight: i % 4 == 0 ? [false, true] : [true, false])
        }
        let weights = try ChoiceFit(choices, columns: 2, named: "choice").weights
        #expect(abs(weights[0] - weights[1] - 1.0986) < 0.03)
        #expect(abs(weights[0] + weights[1]) < 1e-6)
    }
}
