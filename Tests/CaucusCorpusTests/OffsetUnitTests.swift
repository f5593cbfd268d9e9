import CaucusText
import Testing

@testable import CaucusCorpus

/// Issue 17: offsets that count something else than code points.
@Suite struct OffsetUnitTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// Lines whose offsets of `name` count as `unit` says.
    private func lines(
        _ texts: [String], _ name: String, moved: Int = 0, _ unit: (Substring) -> Int
    ) -> String {
        texts.map { text in
            let range = text.range(of: name) ?? text.startIndex..<text.startIndex
            let start = unit(text[..<range.lowerBound]) + moved
            let end = start + unit(text[range])
            return
                #"{"text":"\#(text)","label":"favor","target_start":\#(start),"target_end":\#(end)}"#
        }.joined(separator: "\n")
    }

    private let texts = (0..<30).map { i in
        i % 2 == 0 ? "Okello is right \(i)." : "👏👏 “É” — nobody trusts Okello here \(i)."
    }

    private func read(_ content: String) throws -> (marked: Set<String>, told: [String]) {
        let path = try directory.write("a.jsonl", content)
        let (examples, told) = try LabeledExampleReader(paths: [path]).all()
        let marked = examples.compactMap { example in
            example.targetSpan.map { example.text[$0] }
        }
        return (Set(marked), told.map(\.message))
    }

    @Test func codePointsAreReadWithoutAWord() throws {
        let (marked, told) = try read(lines(texts, "Okello") { $0.unicodeScalars.count })
        #expect(marked == ["Okello"] && told.isEmpty)
    }

    @Test func unitsOfUTF16AreFoundAndToldOnce() throws {
        let (marked, told) = try read(lines(texts, "Okello") { $0.utf16.count })
        #expect(marked == ["Okello"])
        #expect(told.count == 1 && told[0].contains("read as UTF-16 code units"))
    }

    @Test func bytesAreFoundAndToldOnce() throws {
        let (marked, told) = try read(lines(texts, "Okello") { $0.utf8.count })
        #expect(marked == ["Okello"])
        #expect(told.count == 1 && told[0].contains("read as UTF-8 bytes"))
    }

    @Test func spansInsideWordsAreCountedWhereNoUnitFits() throws {
        let (marked, told) = try read(lines(texts, "Okello", moved: 3) { $0.unicodeScalars.count })
        #expect(!marked.contains("Okello"))
        #expect(told.last?.hasPrefix("30 of 30 spans begin or end inside a word") == true)
    }

    @Test func oneSloppySpanTurnsNoFile() throws {
        let fine = lines(texts, "Okello") { $0.unicodeScalars.count }
        let sloppy = #"{"text":"👏 nobody","target_start":3,"target_end":8}"#
        let (marked, told) = try read(fine + "\n" + sloppy)
        #expect(marked == ["Okello", "obody"])
        #expect(
            told == [
                "1 of 31 span begins or ends inside a word, the first one here; expected "
                    + "target_start and target_end in code points"
            ])
    }

    @Test func eachFileHasItsOwn() throws {
        try directory.write("a.jsonl", lines(texts, "Okello") { $0.utf16.count })
        try directory.write("b.jsonl", lines(texts, "Okello") { $0.unicodeScalars.count })
        let (examples, told) = try LabeledExampleReader(paths: [directory.path]).all()
        #expect(
            examples.allSatisfy { example in
                example.targetSpan.map { example.text[$0] } == "Okello"
            })
        #expect(examples.count == 60 && told.count == 1)
    }

    @Test(arguments: [Int.min, -1, 0, 1, 2, 3, 4, 5, Int.max])
    func noOffsetIsATrap(_ number: Int) {
        let text = "a👏é"
        for unit in OffsetUnit.allCases {
            for other in [Int.min, -1, 0, 1, 2, 3, 4, 5, 6, 7, Int.max] {
                let span = unit.span(number, other, in: text)
                #expect(span.map { $0.end <= text.utf8.count && !$0.isEmpty } ?? true)
            }
        }
    }
}
