import CaucusTarget
import CaucusFeatures
import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusStance

@Suite("stance models")
struct StanceModelTests {
    /// Sentences of three kinds with a number each, so that no two are alike.
    static let examples: [LabeledExample] = (0..<60).map { i in
        let (label, words) = [
            ("favor", "We are proud of Okello and trust her with plan"),
            ("against", "We are tired of Okello and she must resign over plan"),
            ("neutral", "Okello will present to the house on Monday plan"),
        ][i % 3]
        return LabeledExample(
            id: "\(i)", text: "\(words) number \(i / 3)", target: "Ada Okello", label: label,
            group: "g\(i / 6)", place: Place(file: "labels.jsonl", line: i + 1))
    }

    private func trained(_ examples: [LabeledExample] = examples, folds: Int = 3) throws
        -> StanceModel
    {
        try StanceTrainer(folds: folds).trained(on: examples).model
    }

    @Test func aModelTellsItsTrainingSentencesApart() throws {
        let model = try trained()
        let rows = model.probabilities(for: PassageMaker.passages(of: Self.examples))
        for (example, row) in zip(Self.examples, rows) {
            let best = try #require(row.indices.max { row[$0] < row[$1] })
            #expect(StanceTask.stance.labels[best] == example.label)
        }
        #expect(model.provenance.metrics != nil)
    }

    @Test func aSavedModelAnswersAlike() throws {
        let model = try trained()
        let loaded = try StanceModel(bytes: model.encoded())
        let passages = PassageMaker.passages(of: Self.examples)
        #expect(loaded.probabilities(for: passages) == model.probabilities(for: passages))
        #expect(loaded.checksum == model.checksum)
        #expect(loaded.card == model.card)
        #expect(try loaded.encoded() == model.encoded())
    }

    @Test func trainingTwiceGivesTheSameBytes() throws {
        #expect(try trained().encoded() == trained().encoded())
    }

    /// Later files, and those from before the first release, which told their layout elsewhere.
    @Test(arguments: [("caucus_model", "2"), ("caucus_format", "1"), ("caucus_format", "2")])
    func aFileOfAnotherVersionIsRefusedByName(key: String, format: String) throws {
        var file = try TensorFile(bytes: trained(folds: 0).encoded())
        file.metadata["caucus_model"] = nil
        #expect(throws: ModelFileError.foreign("no caucus_model in its metadata")) {
            try StanceModel(bytes: file.encoded())
        }
        file.metadata[key] = format
        #expect(throws: ModelFileError.otherFormat("\(key) \(format)")) {
            try StanceModel(bytes: file.encoded())
        }
    }

    @Test func numbersInAModelFileHaveNineDigitsAtMost() {
        let json =
            #"{"a":0.30000000000000004,"b":[1e-05,-12.3456789012,7,true,null],"c\\\" 0.1234567890123":false}"#
        let short =
            #"{"a":0.3,"b":[1e-05,-12.3456789,7,true,null],"c\\\" 0.1234567890123":false}"#
        let rounded = JSONNumbers.rounded(Array(json.utf8))
        #expect(String(decoding: rounded, as: UTF8.self) == short)
        #expect(JSONNumbers.rounded(rounded) == rounded)
    }

    @Test func aChangedByteIsNoticed() throws {
        let bytes = try trained(folds: 0).encoded()
        for i in stride(from: 9, to: bytes.count, by: max(1, bytes.count / 60)) {
            var damaged = bytes
            damaged[i] ^= 1
            #expect(throws: (any Error).self, "byte \(i)") { try StanceModel(bytes: damaged) }
        }
    }

    @Test func twoLabelsSuffice() throws {
        let two = Self.examples.filter { $0.label != "neutral" }
        let model = try trained(two)
        let row = try #require(model.probabilities(for: PassageMaker.passages(of: [two[0]])).first)
        #expect(row[1] == 0)
        #expect(abs(row[0] + row[2] - 1) < 1e-12)
    }

    @Test func oneLabelIsRefused() {
        let one = Self.examples.filter { $0.label == "favor" }
        #expect(throws: TrainingError.singleClass(label: "favor", examples: 20)) {
            try trained(one)
        }
    }

    @Test func aLabelOutsideTheTaskIsRefusedWithItsPlace() {
        var odd = Self.examples
        odd[4].label = "love"
        #expect(
            throws: TrainingError.unknownLabel(
                "love", place: Place(file: "labels.jsonl", line: 5),
                expected: ["against", "neutral", "favor"])
        ) { try trained(odd) }
    }

    @Test func sentimentReadsStanceLabels() throws {
        let model = try StanceTrainer(task: .sentiment, folds: 0, c: 1).trained(on: Self.examples)
            .model
        #expect(model.labels == ["negative", "neutral", "positive"])
    }

    @Test func theTargetsNameMovesNothing() throws {
        let model = try trained(folds: 0)
        let text = "We are proud of Okello and trust her"
        let other = "We are proud of Lindqvist and trust her"
        let a = Passage(text: text, targets: [Span(16, 22)])
        let b = Passage(text: other, targets: [Span(16, 25)])
        #expect(model.probabilities(for: [a]) == model.probabilities(for: [b]))
    }

    @Test func movingWordsLieInTheTextAndPointTheRightWay() throws {
        let model = try trained()
        let text = "Naïve or not, we are proud of Okello and trust her"
        let start = try #require(CodePoints(text).byte(atCodePoint: 30))
        let passage = Passage(text: text, targets: [Span(start, start + 6)])
        let words = model.movingWords(in: passage)
        let scalars = Array(text.unicodeScalars)
        let named = words.map { word in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[word.start..<word.end])
            return (String(view), word.weight)
        }
        let proud = try #require(named.first { $0.0 == "proud" })
        #expect(proud.1 > 0)
    }
}

@Suite("repeated quotations")
struct DuplicatesTests {
    private func row(_ document: String, _ text: String, speaker: String = "bo") -> ScoredQuotation
    {
        ScoredQuotation(
            facts: QuotationFacts(
                documentID: document, start: 0, end: 9, pieces: [Span(0, 9)], text: text,
                form: .direct, speaker: Speaker(id: speaker, name: speaker), rule: "r",
                confidence: 1),
            score: QuotationScore(target: "Ada", mention: .explicit, status: .counted))
    }

    private let words = "She has broken every promise that she made to us"
    private let documents = [
        DocumentSummary(id: "b", published: "2031-02-01", hash: "1"),
        DocumentSummary(id: "a", published: "2031-02-02", hash: "2"),
    ]

    @Test func theLaterOneIsTheCopyWhateverTheOrder() {
        let rows = [row("a", words), row("b", words.uppercased() + ".")]
        #expect(
            Duplicates.marked(rows, documents: documents).map(\.duplicateOf) == ["b:0-9", nil])
        #expect(
            Duplicates.marked(rows.reversed(), documents: documents).map(\.duplicateOf)
                == [nil, "b:0-9"])
    }

    @Test func anotherSpeakerOrAFewWordsAreNoCopy() {
        let rows = [row("a", words), row("b", words, speaker: "cy")]
        #expect(Duplicates.marked(rows, documents: documents).allSatisfy { $0.duplicateOf == nil })
        let short = [row("a", "She must go"), row("b", "She must go")]
        #expect(Duplicates.marked(short, documents: documents).allSatisfy { $0.duplicateOf == nil })
    }
}

@Suite("the batch runner")
struct BatchRunnerTests {
    @Test(arguments: [1, 2, 7])
    func chunksArriveInOrderWhateverTheJobs(jobs: Int) async throws {
        var next = 0
        var seen: [String] = []
        try await BatchRunner(jobs: jobs).run(
            next: {
                next += 1
                return next <= 5000
                    ? Document(id: "\(next)", text: String(repeating: "x", count: next % 900)) : nil
            },
            work: { $0.id },
            commit: { seen += $0 })
        #expect(seen == (1...5000).map(String.init))
    }

    @Test func whatWasCommittedBeforeAnErrorStays() async {
        struct Full: Error {}
        var next = 0
        var committed = 0
        await #expect(throws: Full.self) {
            try await BatchRunner(jobs: 2).run(
                next: {
                    next += 1
                    return next <= 5000 ? Document(id: "\(next)", text: "x") : nil
                },
                work: { $0.id },
                commit: { chunk in
                    if committed >= 2000 { throw Full() }
                    committed += chunk.count
                })
        }
        #expect(committed == 2000)
    }
}
