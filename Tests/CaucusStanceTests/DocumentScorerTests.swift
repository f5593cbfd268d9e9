import CaucusTarget
import CaucusFeatures
import CaucusMatrix
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

    /// The words around a quotation are cut by bytes where every blank is one character, and by `Character`
    /// elsewhere; nobody can tell which.
    @Test func theWordsAroundAQuotationAreCutAlikeByBytesAndByCharacters() {
        let pieces = [
            "word", "a", " ", "\n", "\r\n", "\u{A0}", "\u{2028}", "\u{85}", "“", "’", "é",
            "\u{301}",
            "\u{200D}", "日本", "👩‍👩‍👧", "\u{3000}", "\t", "—", "ß", "\u{2009}", "x\u{205F}",
        ]
        var random = SplitMix(seed: 7)
        for _ in 0..<60 {
            var text = ""
            let plain = Bool.random(using: &random)
            for _ in 0..<Int.random(in: 0...160, using: &random) {
                let piece = pieces[Int.random(in: 0..<(plain ? 7 : pieces.count), using: &random)]
                text += piece
            }
            let view = DocumentView(Document(id: "d", text: text))
            let size = text.utf8.count
            // Offsets of records that brought their quotations along may fall within a letter.
            for byte in 0...size {
                let around = view.context(
                    of: Quotation(
                        form: .direct, spans: [Span(byte, byte)], rule: "r", confidence: 1))
                let reach = DocumentView.context
                let before = CharacterContext.before(
                    text[Span(max(0, byte - reach), byte)], isWhole: byte <= reach)
                let end = min(size, byte + reach)
                let after = CharacterContext.after(text[Span(byte, end)], isLast: end == size)
                #expect(around.before == before && around.after == after)
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
        #expect(sum.phases.map(\.name).first == "read" && sum.phases.count == 6)
    }
}
