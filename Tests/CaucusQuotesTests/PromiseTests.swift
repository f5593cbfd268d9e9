import CaucusQuotes
import CaucusText
import Foundation
import Testing

/// What every extraction keeps, whatever the text.
struct PromiseTests {
    /// Pieces that random texts are made of: names, verbs, marks, odd bytes.
    private static let pieces = [
        "“", "”", "\"", "'", "’", "‘", "''", "``", "«", "»", "said", "says", "Lena Orvik", "she",
        "he",
        "that", ",", ".", "?", ":", ";", "—", "-", "\n", "\r\n", "\n\n", " ", "  ", "\u{A0}", "the",
        "official",
        "according to", "to", "claims", "Mr.", "U.S.", "É", "e\u{301}", "🙂", "日本", "(", ")",
        "TINSEL:",
        "told", "asked whether", "a", "whose", "who", "…", "\u{2028}", "\0", "1,000.5", "'s",
    ]

    private func text(seed: UInt64, count: Int) -> String {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = ""
        for _ in 0..<count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text += Self.pieces[Int(state >> 33) % Self.pieces.count]
            if state >> 20 & 3 != 0 { text += " " }
        }
        return text
    }

    /// The processor time of this thread, which a busy machine does not stretch.
    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func check(_ text: String) {
        let extraction = Heard.extraction(text)
        let utf8 = Array(text.utf8)
        func isBorder(_ offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }
        func isInside(_ span: Span) -> Bool {
            span.end <= utf8.count && isBorder(span.start) && isBorder(span.end)
        }
        var last = 0
        for (i, quotation) in extraction.quotations.enumerated() {
            #expect(quotation.spans.allSatisfy { isInside($0) && !$0.isEmpty })
            #expect(
                zip(quotation.spans, quotation.spans.dropFirst()).allSatisfy { $0.end <= $1.start })
            #expect(quotation.content.start >= last)
            last = quotation.content.start
            #expect([quotation.cue, quotation.source].compactMap(\.self).allSatisfy(isInside))
            #expect(quotation.confidence >= 0 && quotation.confidence <= 1)
            if let parent = quotation.parent {
                #expect(parent != i && extraction.quotations.indices.contains(parent))
            }
        }
        for mention in extraction.mentions {
            #expect(isInside(mention.span))
            #expect(mention.entity.map(extraction.entities.indices.contains) ?? true)
        }
        #expect(extraction.rejected.allSatisfy { isInside($0.span) })
        #expect(extraction.sentences.allSatisfy { isInside($0.span) })
        let again = Heard.extraction(text)
        #expect(again.quotations == extraction.quotations && again.entities == extraction.entities)
    }

    @Test(arguments: 0..<60) func randomTextsKeepThePromises(_ seed: Int) {
        check(text(seed: UInt64(seed), count: 20 + seed * 7))
    }

    @Test(arguments: [
        "", "\"", "“”", "\n", "said", "“a", "a”", "said \"", ": \"x\"", "\u{FEFF}\"x\"",
    ])
    func tinyTextsKeepThePromises(_ text: String) { check(text) }

    @Test func brokenUTF8IsReadAsReplacements() {
        let bytes: [UInt8] =
            Array("\"It is late,\" Lena Orvik ".utf8) + [0xE2, 0x80] + Array("said.".utf8)
        check(String(decoding: bytes, as: UTF8.self))
    }

    @Test(arguments: [
        "\"", "\"a ", "“a” ", "'a' ", "he said ", "\"x,\" he said. ", "Roe and ", "who said ", ". ",
    ])
    func aLongLineTakesTimeInProportion(_ piece: String) {
        func seconds(_ count: Int) -> Double {
            let text = String(repeating: piece, count: count)
            let times = (0..<3).map { _ in
                let start = Self.processorSeconds()
                _ = Heard.extraction(text).quotations.count
                return Self.processorSeconds() - start
            }
            return times.min() ?? 0
        }
        let short = seconds(300)
        let long = seconds(3_000)
        // Ten times the text; 40 leaves room for cold caches and is far below the 100 of a quadratic
        // step.
        #expect(long < 40 * max(short, 1e-4))
    }
}
