import CaucusEncoder
import CaucusMatrix
import CaucusTestSupport
import CaucusText
import Testing

@Suite("Words that an encoder reads")
struct EncoderWordsTests {
    private let encoder: Encoder

    init() throws { encoder = try TinyEncoder.encoder(TinyEncoder.bytes()) }

    private func words(_ marked: MarkedText) -> [String] {
        EncoderInput.withWords(marked, by: encoder.tokenizer).words.map { marked.text[$0.span] }
    }

    @Test func marksAroundWordsAndNamesAreNone() {
        let text = "“Great,” he said of Okello’s bad-great plan — (bad)!"
        let target = Span(text, of: "Okello")
        let marked = MarkedText(
            text: text, targets: [target], speakers: [Span(text, of: "he")], quotation: [])
        #expect(words(marked) == ["Great", "said", "of", "s", "bad-great", "plan", "bad"])
    }

    @Test func eachWordHasItsOwnPieces() {
        let marked = MarkedText(
            text: "unknowns praised, her", targets: [], speakers: [], quotation: [Span(9, 16)])
        let (input, words) = EncoderInput.withWords(marked, by: encoder.tokenizer)
        // [CLS] un ##known ##s [open] praised [close] , her [SEP]
        #expect(words.map(\.pieces) == [1..<4, 5..<6, 8..<9])
        #expect(input == EncoderInput(marked, by: encoder.tokenizer))
    }

    /// Whatever the text and the marks: what is read word by word is what is read at once.
    @Test func wordsMakeTheSameInput() {
        let parts = [
            "the", " ", "great", "e\u{301}", "“", "”", "…", "—", "\u{301}", "\u{A0}", "中", "\t",
            "a",
            ".", "'s", "\u{200B}", "\u{0}", "\u{37E}", "\u{1FEF}", "😀", "unknowns", "\n", "-",
            "\u{FFFD}",
        ]
        var random = SplitMix(seed: 5)
        for length in 0..<300 {
            let text = (0..<length).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            func span() -> Span {
                let a = Int.random(in: 0...text.utf8.count, using: &random)
                let b = Int.random(in: 0...text.utf8.count, using: &random)
                return Span(min(a, b), min(max(a, b), min(a, b) + 9))
            }
            let marked = MarkedText(
                text: text, targets: [span()], speakers: [span()], quotation: [span()])
            let (input, words) = EncoderInput.withWords(marked, by: encoder.tokenizer)
            #expect(input == EncoderInput(marked, by: encoder.tokenizer))
            #expect(words.count <= EncoderInput.longest)
            for word in words {
                #expect(word.pieces.lowerBound > 0 && word.pieces.upperBound < input.pieces.count)
            }
        }
    }

    @Test func aWordWeighsWhatTheEncoderSaysOtherwiseWithoutIt() throws {
        let marked = MarkedText(
            text: "the mayor is great, bad", targets: [Span(4, 9)], speakers: [], quotation: [])
        let weights = encoder.weights(ofWordsIn: marked)
        #expect(weights.map { marked.text[$0.span] } == ["the", "is", "great", "bad"])
        func side(_ input: EncoderInput) -> Float {
            let values = encoder.opinion(on: input, EncoderScratch()).values
            return values[2] - values[0]
        }
        let whole = EncoderInput(marked, by: encoder.tokenizer)
        for (i, piece) in [1, 3, 4, 6].enumerated() {
            var masked = whole
            // The tiny vocabulary has no [MASK].
            masked.pieces[piece] = WordPiece.unknown
            #expect(weights[i].weight == side(whole) - side(masked))
            #expect(weights[i].weight != 0)
        }
    }

    @Test func aTextWithoutWordsHasNone() {
        for text in ["", " ", "—", "\u{301}"] {
            let marked = MarkedText(text: text, targets: [], speakers: [], quotation: [])
            #expect(encoder.weights(ofWordsIn: marked).isEmpty)
        }
    }
}

extension Span {
    /// Where some words stand first in a text.
    fileprivate init(_ text: String, of words: String) {
        let range = Array(text.utf8).firstRange(of: Array(words.utf8)) ?? 0..<0
        self.init(range.lowerBound, range.upperBound)
    }
}
