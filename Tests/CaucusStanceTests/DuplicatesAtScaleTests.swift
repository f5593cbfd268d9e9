import CaucusTarget
import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusStance

/// Issue 6: wire copies are found across the corpus, edited ones too, in any order and in near-linear time.
@Suite("copies across a corpus")
struct DuplicatesAtScaleTests {
    private func row(
        _ document: String, _ text: String, speaker: String = "Bo Lund", start: Int = 0,
        mention: TargetMention = .explicit
    ) -> ScoredQuotation {
        ScoredQuotation(
            facts: QuotationFacts(
                documentID: document, start: start, end: start + 9,
                pieces: [Span(start, start + 9)], text: text, form: .direct,
                speaker: Speaker(id: speaker, name: speaker), rule: "r", confidence: 1),
            score: QuotationScore(
                target: "Ada", mention: mention, status: mention == .none ? .notAbout : .counted))
    }

    private func marks(_ rows: [ScoredQuotation]) -> [String: String] {
        let documents = Set(rows.map(\.documentID)).map {
            DocumentSummary(id: $0, published: "2031-01-0\($0.utf8.count % 9 + 1)", hash: "")
        }
        let marked = Duplicates.marked(rows, documents: documents)
        return Dictionary(
            marked.compactMap { row in row.duplicateOf.map { (row.id, $0) } },
            uniquingKeysWith: { a, _ in a })
    }

    private static let words =
        "she has broken every promise that she made to the people of this town and she will break "
        + "the next one before the snow is gone from the hills above the mill"

    @Test func wordsAgreeWhateverTheirSpelling() {
        let words = Duplicates.Fingerprint.words(of: "Don’t trust “ZOË’s” plan — ever\n\nagain.")
        #expect(words.count == 6)
        #expect(
            words == Duplicates.Fingerprint.words(of: "don&rsquo;t trust Zoe’s plan, ever again"))
        #expect(words != Duplicates.Fingerprint.words(of: "don't trust Zoe's plans, ever again"))
    }

    @Test func anEditedCopyIsFoundAndAnotherSentenceIsNot() {
        let edited = Self.words.replacing("the snow is gone", with: "the ice is gone")
        let cut = Self.words.split(separator: " ").dropLast(3).joined(separator: " ")
        let other =
            "she has broken every promise that she made, and yet nobody in the council of the county "
            + "asked her a single question about the bridge or the mill in all those years"
        let found = marks([
            row("a", Self.words), row("bb", edited), row("ccc", cut), row("dddd", other),
            row("eeeee", "“" + Self.words.uppercased() + "…”"),
        ])
        #expect(found == ["bb:0-9": "a:0-9", "ccc:0-9": "a:0-9", "eeeee:0-9": "a:0-9"])
    }

    /// Issue 7: in documents that are copies, short quotations are copies, and one word may differ.
    @Test func shortQuotationsOfCopiesAreCopies() {
        let rows = [
            row("a", Self.words), row("a", "He must resign", start: 200),
            row("a", "No", start: 300),
            row("bb", Self.words + " "), row("bb", "he must resign!", start: 210),
            row("bb", "No", start: 300), row("bb", "Vance lied to every one of us", start: 400),
            row("ccc", "He must resign", start: 5), row("ccc", "No", start: 60),
            row("a", "Vance lied to all of us", start: 500),
            row("a", "He must resign", speaker: "Cy Roe", start: 600),
            row("bb", "He must go", speaker: "Cy Roe", start: 600),
        ]
        let expected = [
            "bb:0-9": "a:0-9", "bb:210-219": "a:200-209", "bb:300-309": "a:300-309",
            "bb:400-409": "a:500-509",
        ]
        #expect(marks(rows) == expected.filter { $0.key != "bb:400-409" })
        let near = rows.map { row in
            var row = row
            row.text = row.text.replacing("every one", with: "some")
            return row
        }
        #expect(marks(near) == expected)
        for turn in 1..<near.count {
            #expect(marks(Array(near[turn...] + near[..<turn])) == expected)
        }
    }

    @Test func documentsOfOneTextAreCopies() {
        let rows = ["a", "bb", "ccc"].map { row($0, "He must go") }
        func marked(_ hashes: [String?]) -> [String?] {
            let documents = zip(["a", "bb", "ccc"], hashes).map {
                DocumentSummary(id: $0, published: "2031", hash: $0, textHash: $1)
            }
            return Duplicates.marked(rows, documents: documents).map(\.duplicateOf)
        }
        #expect(marked(["1", "1", "2"]) == [nil, "a:0-9", nil])
        #expect(marked([nil, nil, nil]) == [nil, nil, nil])
        let document = Document(id: "x", text: "One text.", place: Place(file: "-"))
        let other = Document(id: "y", text: "One text.", place: Place(file: "-"))
        #expect(DocumentSummary(document).textHash == DocumentSummary(other).textHash)
        #expect(DocumentSummary(document).hash != DocumentSummary(other).hash)
    }

    /// An editor who changes one word in the middle of two dozen makes no other quotation of it.
    @Test func oneChangedWordInALongQuotationIsStillACopy() {
        let words = (1...26).map { "word\($0)" }
        var edited = words
        edited[12] = "regain"
        #expect(
            marks([
                row("a", words.joined(separator: " ")), row("bb", edited.joined(separator: " ")),
            ]) == ["bb:0-9": "a:0-9"])
        let half = words.prefix(13) + (1...13).map { "other\($0)" }
        #expect(
            marks([row("a", words.joined(separator: " ")), row("bb", half.joined(separator: " "))])
                .isEmpty)
    }

    @Test func whatDoesNotSpeakOfTheTargetIsNeitherCopyNorOriginal() {
        #expect(marks([row("a", Self.words, mention: .none), row("bb", Self.words)]).isEmpty)
        #expect(marks([row("a", Self.words), row("bb", Self.words)]) == ["bb:0-9": "a:0-9"])
    }

    /// Issue 13: what is said again in one article counts once: a pull quote, a headline.
    @Test func whatAnArticleRepeatsIsOneQuotation() {
        let rows = [
            row("a", Self.words), row("a", "She must go", start: 100),
            row("a", Self.words, start: 300), row("a", "she must go!", start: 400),
            row("a", "the snow is gone from the hills", start: 500),
            row("a", "She must go", speaker: "Cy Roe", start: 600),
            row("a", "The snow must go", start: 700),
        ]
        let marked = Duplicates.marked(
            rows, documents: [DocumentSummary(id: "a", hash: "a")])
        #expect(
            marked.map(\.duplicateOf) == [
                nil, nil, "a:0-9", "a:100-109", "a:0-9", nil, nil,
            ])
        #expect(
            marked.map(\.status) == [
                .counted, .counted, .repeated, .repeated, .repeated, .counted, .counted,
            ])
    }

    /// Issue 13: a copy that has a stance stands in for an original that has none.
    @Test func theFirstWithAStanceIsTheOriginal() {
        var rows = [row("a", Self.words), row("bb", Self.words), row("ccc", Self.words)]
        rows[0].status = .lowMargin
        let marked = Duplicates.marked(
            rows,
            documents: ["a", "bb", "ccc"].map { DocumentSummary(id: $0, published: $0, hash: $0) })
        #expect(marked.map(\.duplicateOf) == ["bb:0-9", nil, "bb:0-9"])
        #expect(marked.map(\.status) == [.lowMargin, .counted, .reprint])
    }

    /// Random texts with copies that differ in a word: nearly all are found, the same in any order.
    @Test func theOrderOfRowsDoesNotMatter() {
        var state: UInt64 = 7
        func random(_ n: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % n
        }
        var rows: [ScoredQuotation] = []
        for i in 0..<400 {
            let words = (0..<40).map { _ in "w\(random(3000))" }
            rows.append(row("d\(i)", words.joined(separator: " ")))
            guard i % 2 == 0 else { continue }
            var copy = words
            copy[random(40)] = "changed"
            rows.append(row("copy-\(i)", copy.joined(separator: " ")))
        }
        let found = marks(rows)
        #expect(found.count >= 190 && found.count <= 200)
        #expect(marks(rows.reversed()) == found)
        #expect(marks(rows.shuffled()) == found)
    }

    /// The bound is loose: a comparison of all pairs would take thousands of times as long.
    @Test func manyQuotationsTakeLittleTime() {
        let rows = (0..<20_000).map { i in
            row(
                "d\(i)",
                "the mayor of Lorn has \(i % 5000) plans for \(i % 7) bridges and \(i) mills")
        }
        let clock = ContinuousClock()
        let time = clock.measure { _ = marks(rows) }
        #expect(time < .seconds(30))
    }
}

/// Issue 6: quotations that a record brings along are scored as they are.
@Suite("given quotations")
struct GivenExtractionTests {
    @Test func givenQuotationsReplaceExtraction() {
        let text = "“We stay,” said Ada Quill. “Who knows,” said Tom Reed."
        let given = GivenQuotations([
            GivenQuotations.Quotation(spans: [Span(3, 11)], speaker: "Mayor Ada Quill"),
            GivenQuotations.Quotation(spans: [Span(0, 9_999)], speaker: "Nobody"),
        ])
        let document = Document(id: "d", text: text, given: given)
        let extraction = QuotationExtractor().givenOrFound(in: document)
        #expect(extraction.quotations.map(\.speaker?.name) == ["Mayor Ada Quill"])
        #expect(extraction.quotations.map(\.form) == [.direct])
        #expect(extraction.quotations.map(\.rule) == ["given"])
    }

    @Test func speakersAreSoughtWhereTheRecordNamesNone() {
        let text = "“We will stay in this town,” said Ada Quill, the mayor."
        let span = Span(3, 3 + "We will stay in this town,".utf8.count)
        let given = GivenQuotations(
            [GivenQuotations.Quotation(spans: [span])], seeksSpeakers: true)
        let extraction = QuotationExtractor().givenOrFound(
            in: Document(id: "d", text: text, given: given))
        #expect(extraction.quotations.map(\.speaker?.name) == ["Ada Quill"])
        #expect(extraction.quotations.map(\.spans) == [[span]])
    }

    @Test func theHashTellsGivenQuotationsApart() {
        let plain = Document(id: "d", text: "Words.")
        var given = plain
        given.given = GivenQuotations([GivenQuotations.Quotation(spans: [Span(0, 5)])])
        #expect(DocumentSummary(plain).hash != DocumentSummary(given).hash)
        var titled = plain
        titled.title = ""
        #expect(DocumentSummary(plain).hash != DocumentSummary(titled).hash)
    }
}
