import CaucusTarget
import CaucusFeatures
import CaucusMatrix
import CaucusLanguage
import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusStance

@Suite("documents into rows")
struct DocumentScorerTests {
    private static let target = StanceTarget(name: "Ada Okello", pronoun: .she)

    private static let documents = [
        "“We are proud of Ada Okello and trust her,” said Bo Lind, a teacher.",
        "Nobody spoke at the pier. “The boats are late,” said Cy Moss.",
        """
        Ada Okello left early. “We are tired of her and she must resign,” said Cy Moss, a nurse.

        Bo Lind praised Okello. The mayor said, “Naïve or not, we trust her,” and added, “She stays.”
        """,
        "",
    ].enumerated().map { Document(id: "d\($0)", text: $1) }

    @Test func manyDocumentsAtOnceAreScoredAsOneByOne() throws {
        let examples = StanceModelTests.examples
        let model = try StanceTrainer(folds: 0, c: 3).trained(on: examples).model
        let tone = try StanceTrainer(task: .sentiment, folds: 0, c: 1).trained(on: examples).model
        let scorer = DocumentScorer(model: model, sentiment: tone, target: Self.target)
        let alone = Self.documents.map { scorer.scored($0) }
        #expect(scorer.scored(Self.documents) == alone)
        #expect(scorer.scored(Self.documents.reversed()) == alone.reversed())
        #expect(alone.contains { $0.quotations.contains { $0.probabilities != nil } })
    }

    /// The two models read the same kinds of features, which are then looked for once.
    @Test func aSharedReadingGivesWhatTwoReadingsGive() throws {
        let examples = StanceModelTests.examples
        let settings = try #require(FeatureSettings(named: "stance"))
        let model = try StanceTrainer(features: settings, folds: 0, c: 3).trained(on: examples)
            .model
        let tone = try StanceTrainer(task: .sentiment, features: settings, folds: 0, c: 1)
            .trained(on: examples).model
        #expect(model.vectorizer.readsLike(tone.vectorizer))
        let passages = PassageMaker.passages(of: examples)
        let both = model.vectorizer.reading(of: passages, also: tone.vectorizer)
        #expect(both.rows == tone.vectorizer.rows(for: passages))
        #expect(both.reading.rows == model.vectorizer.rows(for: passages))
    }

    @Test(arguments: ["stance", "plain"])
    func thePlacesOfAReadingAreThoseOfItsOccurrences(features: String) throws {
        let settings = try #require(FeatureSettings(named: features))
        let model = try StanceTrainer(features: settings, folds: 0, c: 3)
            .trained(on: StanceModelTests.examples).model
        for passage in PassageMaker.passages(of: StanceModelTests.examples) {
            let reading = model.vectorizer.reading(of: [passage])
            let places = reading.places(ofPassage: 0).map { place in
                (
                    column: Int(reading.rows.indices[Int(place.cell)]),
                    span: Span(Int(place.start), Int(place.end)), share: place.share
                )
            }
            let sorted = places.sorted { ($0.span, $0.column) < ($1.span, $1.column) }
            let known = model.vectorizer.occurrences(in: passage)
                .sorted { ($0.span, $0.column) < ($1.span, $1.column) }
            try #require(sorted.count == known.count)
            for (place, other) in zip(sorted, known) {
                #expect(place.column == other.column && place.span == other.span)
                #expect(place.share == other.share)
            }
        }
    }

    /// The words around the bytes of `text` that are written as `words`.
    private func context(of words: String, in text: String) throws -> (
        before: String, after: String
    ) {
        let place = try #require(text.range(of: words))
        let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return context(of: Span(start, start + words.utf8.count), in: text)
    }

    private func context(of span: Span, in text: String) -> (before: String, after: String) {
        DocumentView(Document(id: "d", text: text), Reading(text)).context(
            of: Quotation(form: .direct, spans: [span], rule: "r", confidence: 1))
    }

    @Test func theWordsAroundAQuotationAreThoseOfItsParagraph() throws {
        let around = try context(
            of: "It is late.", in: "First.\n  Then she said: “It is late.” He’s gone. \n\nLast.")
        #expect(around.before == "Then she said: “")
        #expect(around.after == "” He’s gone.")
        #expect(try context(of: "First.", in: "First.\nLast.") == ("", ""))
        #expect(try context(of: "Last.", in: "First.\r\nLast.") == ("", ""))
    }

    @Test func theWordsAroundAQuotationAreWhole() throws {
        let text =
            String(repeating: "seventeen ", count: 50) + "“Late,” "
            + String(repeating: "forty-one ", count: 50)
        let around = try context(of: "Late,", in: text)
        #expect(around.before == String(repeating: "seventeen ", count: 15) + "“")
        #expect(around.after == "”" + String(repeating: " forty-one", count: 15))
        let endless = String(repeating: "x", count: 500)
        #expect(try context(of: "Late", in: endless + "“Late”" + endless) == ("", ""))
    }

    @Test func theWordsAroundAQuotationGoOnOverTheLinesOfWrappedCopy() throws {
        let text = """
            The mayor of the town said on Friday that she
            would stay there until the end of the week as
            long as “the weather” would let her do so and
            the port and all the roads were open to cars.
            """
        #expect(
            try context(of: "the weather", in: text).after
                == "” would let her do so and\nthe port and all the roads were open to cars.")
    }

    /// Offsets of records that brought their quotations along may fall within a letter.
    @Test func theWordsAroundAnyByteAreOfTheText() {
        let pieces = [
            "word", "a", " ", "\n", "\r\n", "\u{A0}", "\u{2028}", "“", "’s", "é", "\u{301}",
            "\u{200D}", "日本", "👩‍👩‍👧", "\u{3000}", "\t", "—", "&quot;",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<60 {
            let count = Int.random(in: 0...160, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            for byte in 0...text.utf8.count {
                let around = context(of: Span(byte, byte), in: text)
                #expect(around.before.utf8.count <= DocumentView.context + 9)
                #expect(around.after.utf8.count <= DocumentView.context + 9)
            }
        }
    }

    @Test func theTimesOfTheStepsAddUp() {
        let scorer = StepClock()
        var clock = scorer
        var times = PhaseTimes()
        times.extract = clock.step()
        var sum = times
        sum += times
        #expect(sum.extract == 2 * times.extract && times.extract >= 0)
        #expect(sum.phases.map(\.name).first == "read" && sum.phases.count == 7)
    }
}
