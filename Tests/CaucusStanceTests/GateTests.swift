import CaucusLearning
import CaucusTestSupport
import CaucusText
import Testing

@testable import CaucusStance

@Suite("Gates")
struct GateTests {
    /// Candidates of ten leaders: “said” is speech, “sign” is not; “her” means the leader, “his” does not.
    private static var examples: [GateTrainer.Example] {
        (0..<200).map { i in
            let isSpeech = i % 3 != 0
            let isAbout = i % 2 == 0
            var row = GateRow(keepsNames: true)
            row.add(.cue, isSpeech ? "said" : "sign")
            row.add(.mentionWords, isAbout ? "her" : "his")
            row.add(.sourceHead, i % 5 == 0 ? "aide" : "mayor")
            return GateTrainer.Example(
                row: row, isSpeech: isSpeech, isAbout: isAbout, isSpeaker: i % 5 != 0,
                weight: 1, leader: i / 20)
        }
    }

    static func model(
        _ slices: [JudgedSlice]? = nil, knowing stanceModel: String = "abc"
    ) throws -> GateModel {
        let examples = examples
        let folds = try Folds.grouped(
            labels: examples.map { $0.isSpeech ? 1 : 0 }, groups: examples.map(\.leader), count: 5,
            seed: 1)
        let fit = try GateTrainer(folds: folds).fitted(to: examples)
        #expect(fit.areas.allSatisfy { $0 > 0.95 })
        let rows = fit.heldOut.enumerated().map { i, gates in
            JudgedSample.Row(
                leader: i / 20, article: i, pass: gates.all, stances: [0.25, 0.5, 0.25],
                isRight: gates.all > 0.5, label: i % 4 == 0 ? -1 : i % 3)
        }
        return GateModel(
            fit,
            provenance: GateProvenance(
                name: "gates", version: "1", examples: 200, leaders: 10, articles: 200, c: fit.c,
                stanceModel: stanceModel, keep: 0.3,
                precisions: [
                    .init(threshold: 0.2, precision: 0.5, low: 0.4, high: 0.6, recall: 0.9),
                    .init(threshold: 0.6, precision: 0.8, low: 0.7, high: 0.9, recall: 0.4),
                ],
                neutralPrecisions: [
                    .init(threshold: 0.4, precision: 0.7, low: 0.6, high: 0.8, recall: 0.7)
                ], areas: fit.areas, slices: slices),
            judged: JudgedSample(rows: rows))
    }

    @Test func theyLearnWhatTellsThemApart() throws {
        let model = try Self.model()
        let (good, bad) = (Self.examples[2], Self.examples[3])
        let (yes, no) = (model.probabilities(for: good.row), model.probabilities(for: bad.row))
        #expect(yes.speech > 0.8 && yes.about > 0.8 && no.speech < 0.3 && no.about < 0.3)
        let strongest = model.contributions(to: .about, of: bad.row)
        #expect(strongest.first?.name == "mentionWords: his")
        #expect((strongest.first?.weight ?? 0) < 0)
    }

    @Test func anAnswerIsWeighedByTheGatesAndTheStances() throws {
        let examples = Self.examples
        let folds = try Folds.grouped(
            labels: examples.map { $0.isSpeech ? 1 : 0 }, groups: examples.map(\.leader), count: 5,
            seed: 1)
        let trainer = GateTrainer(folds: folds)
        var fit = try trainer.fitted(to: examples)
        // A side is right where all gates are passed and the stance model is sure of it.
        let answers = examples.enumerated().map { i, example in
            let isSure = i % 7 < 4
            return GateTrainer.Answer(
                stances: isSure ? [0.8, 0.1, 0.1] : [0.4, 0.35, 0.25],
                isRight: example.isSpeech && example.isAbout && example.isSpeaker && isSure)
        }
        let odds = try trainer.fitAnswers(&fit, of: examples, answers)
        let right = zip(odds, answers).filter { $1.isRight }.map(\.0)
        let wrong = zip(odds, answers).filter { !$1.isRight }.map(\.0)
        #expect(right.reduce(0, +) / Double(right.count) > 0.6)
        #expect(wrong.reduce(0, +) / Double(wrong.count) < 0.2)
        let model = GateModel(
            fit, provenance: try Self.model().provenance, judged: JudgedSample(rows: []))
        let (gates, answer) = model.judgment(of: examples[2].row)
        #expect(
            model.right(answer, gates, [0.8, 0.1, 0.1])
                > model.right(answer, gates, [0.4, 0.35, 0.25]))
        // The dense inputs count, not the features alone.
        let doubtful = GateProbabilities(speech: 0.1, about: 0.1, speaker: 0.1)
        #expect(
            model.right(answer, gates, [0.8, 0.1, 0.1])
                > model.right(answer, doubtful, [0.8, 0.1, 0.1]))
    }

    /// The same candidates, where only an encoder sees whether they are about the leader.
    private static var read: [GateTrainer.Example] {
        examples.enumerated().map { i, example in
            var example = example
            var row = GateRow(keepsNames: true)
            row.add(.cue, example.isSpeech ? "said" : "sign")
            row.add(.sourceHead, i % 5 == 0 ? "aide" : "mayor")
            row.opinion = [0, 0, 0, example.isAbout ? 2 : -2, 0, Float(i % 7) - 3]
            example.row = row
            return example
        }
    }

    @Test func whatAnEncoderSaysIsWeighedBesideTheFeatures() throws {
        let examples = Self.read
        let folds = try Folds.grouped(
            labels: examples.map { $0.isSpeech ? 1 : 0 }, groups: examples.map(\.leader), count: 5,
            seed: 1)
        let trainer = GateTrainer(folds: folds)
        var fit = try trainer.fitted(to: examples)
        #expect(fit.areas.allSatisfy { $0 > 0.95 })
        let answers = examples.map {
            GateTrainer.Answer(stances: [0.8, 0.1, 0.1], isRight: $0.isSpeech && $0.isAbout)
        }
        _ = try trainer.fitAnswers(&fit, of: examples, answers)
        var provenance = try Self.model().provenance
        provenance.encoder = "e"
        provenance.sieve = 0.25
        let model = GateModel(fit, provenance: provenance, judged: JudgedSample(rows: []))
        let good = examples[2].row
        var other = good
        other.opinion[3] = -2
        #expect(model.probabilities(for: good).about > 0.8)
        #expect(model.probabilities(for: other).about < 0.2)
        #expect(model.probabilities(for: good).speech == model.probabilities(for: other).speech)
        #expect(model.judgment(of: good).answer > model.judgment(of: other).answer)
        let told = model.contributions(to: .about, of: other)
        #expect(told.first?.name == GateFeature.encoder && (told.first?.weight ?? 0) < 0)
        let again = try GateModel(bytes: model.encoded())
        #expect(again.probabilities(for: other) == model.probabilities(for: other))
        #expect(again.provenance.sieve == 0.25)
    }

    @Test func anOpinionNeedsAnEncoder() throws {
        var model = try Self.model()
        var provenance = model.provenance
        provenance.encoder = "e"
        model = GateModel(
            try GateTrainer(
                folds: try Folds.grouped(
                    labels: Self.examples.map { $0.isSpeech ? 1 : 0 },
                    groups: Self.examples.map(\.leader), count: 5, seed: 1)
            ).fitted(to: Self.examples), provenance: provenance, judged: JudgedSample(rows: []))
        let bytes = try model.encoded()
        #expect(throws: ModelFileError.self) { try GateModel(bytes: bytes) }
    }

    @Test func aRareDrawingCountsByItsWeight() throws {
        func row(_ i: Int, _ label: Int, _ weight: Double) -> JudgedSample.Row {
            JudgedSample.Row(
                leader: i / 20, article: i, pass: 1, stances: [0.5, 0.5, 0], isRight: true,
                label: label, weight: weight)
        }
        let rows = (0..<100).map { row($0, $0 % 2, $0 % 2 == 0 ? 3 : 1) }
        let errors = try #require(ShareErrors(JudgedSample(rows: rows), keeping: 0))
        #expect(abs(errors.against.mean - 0.25) < 0.01)
        let sample = JudgedSample(rows: rows)
        #expect(JudgedSample(sample.tensor)?.rows.map(\.weight) == rows.map(\.weight))
    }

    @Test func aFileGivesTheModelBack() throws {
        let model = try Self.model()
        let bytes = try model.encoded()
        let read = try GateModel(bytes: bytes)
        #expect(try read.encoded() == bytes)
        for example in Self.examples.prefix(20) {
            #expect(read.probabilities(for: example.row) == model.probabilities(for: example.row))
        }
        #expect(read.provenance == model.provenance)
        #expect(read.judged.rows.count == model.judged.rows.count)
    }

    @Test func damagedFilesAreRefused() throws {
        let bytes = try Self.model().encoded()
        for cut in stride(from: 0, to: bytes.count, by: bytes.count / 40 + 1) {
            #expect(throws: ModelFileError.self) { try GateModel(bytes: Array(bytes[..<cut])) }
        }
        for i in stride(from: 0, to: bytes.count, by: bytes.count / 60 + 1) {
            var changed = bytes
            changed[i] ^= 0x15
            // A space of the header may be another space, and nothing else may change unseen.
            if let read = try? GateModel(bytes: changed) {
                #expect(try read.encoded() == bytes)
            }
        }
        #expect(throws: ModelFileError.self) { try StanceModel(bytes: bytes) }
    }

    @Test func theWeakestGateSaysWhyARowDoesNotCount() {
        func status(_ speech: Double, _ about: Double, _ speaker: Double) -> QuotationScore {
            var score = QuotationScore(target: "Ada Okello", mention: .explicit, status: .counted)
            score.take(
                GateProbabilities(speech: speech, about: about, speaker: speaker), keeping: 0.3)
            return score
        }
        #expect(status(0.9, 0.9, 0.9).status == .counted)
        #expect(status(0.9, 0.9, 0.9).abstention == nil)
        #expect(status(0.1, 0.9, 0.9).status == .notSpeech)
        #expect(status(0.9, 0.1, 0.9).status == .notAbout)
        #expect(status(0.9, 0.9, 0.1).status == .noSpeaker)
        #expect(status(0.9, 0.9, 0.1).abstention == .noSpeaker)
    }

    @Test func aSideIsAnsweredWhereItIsRightOftenEnough() throws {
        let model = try Self.model()
        #expect(model.threshold(for: .all) == 0)
        #expect(model.threshold(for: .standard) == 0.6)
        #expect(model.threshold(for: .precision(0.5)) == 0.2)
        #expect(model.threshold(for: .standard, ofNeutral: true) == 0.4)
        // What nothing reaches is never answered.
        #expect(model.threshold(for: .precision(0.95)) > 1)
    }

    @Test func sharesAreMissedByWhatOtherLeadersTell() throws {
        let rows = (0..<400).map { i in
            // The model says a quarter against; coders find every third so.
            JudgedSample.Row(
                leader: i / 40, article: i, pass: 1, stances: [0.25, 0.5, 0.25], isRight: true,
                label: i % 3)
        }
        let errors = try #require(ShareErrors(JudgedSample(rows: rows), keeping: 0.5))
        #expect(errors.leaders == 10 && errors.quotations == 400)
        #expect(abs(errors.against.mean - (1.0 / 3 - 0.25)) < 0.01)
        #expect(abs(errors.neutral.mean - (1.0 / 3 - 0.5)) < 0.01)
        #expect(errors.against.between < 0.001)
        #expect(ShareErrors(JudgedSample(rows: Array(rows.prefix(30))), keeping: 0.5) == nil)
    }

    @Test func sharesThatAreMovedGoOnSummingToOne() throws {
        let rows = (0..<400).map { i in
            JudgedSample.Row(
                leader: i / 40, article: i, pass: 1, stances: [0.25, 0.5, 0.25], isRight: true,
                label: i % 3)
        }
        let errors = try #require(ShareErrors(JudgedSample(rows: rows), keeping: 0.5))
        for shares in [[0.2, 0.5, 0.3], [0, 0, 1], [0.01, 0.98, 0.01]] {
            let moves = errors.moves(of: shares)
            #expect(abs(moves.reduce(0, +)) < 1e-12)
            #expect(zip(shares, moves).allSatisfy { $0 + $1 >= 0 })
        }
        #expect(ShareErrors.said(of: rows) == [0.25, 0.5, 0.25])
    }

    /// The gates with other judged rows.
    private static func gates(_ rows: [JudgedSample.Row]) throws -> GateModel {
        let model = try Self.model()
        return GateModel(
            provenance: model.provenance, features: model.features, weights: model.weights,
            levels: model.levels, slopes: model.slopes, offsets: model.offsets,
            answerWeights: model.answerWeights, judged: JudgedSample(rows: rows))
    }

    /// A leader with one article has no interval, as on the page.
    @Test func coverageIsThatOfThePagesIntervals() throws {
        func gates(articles: Int) throws -> GateModel {
            var rows = (0..<400).map { i in
                JudgedSample.Row(
                    leader: i / 40, article: i, pass: 1, stances: [0.25, 0.5, 0.25],
                    isRight: true, label: i % 3)
            }
            rows += (0..<30).map { i in
                JudgedSample.Row(
                    leader: 10, article: 400 + i % articles, pass: 1, stances: [0.25, 0.5, 0.25],
                    isRight: true, label: i % 3)
            }
            return try Self.gates(rows)
        }
        #expect(try gates(articles: 15).coverage(of: 0) == (11, 11))
        #expect(try gates(articles: 1).coverage(of: 0) == (10, 11))
    }

    @Test func whatWouldBeLeftOpenIsNoAnswer() throws {
        let model = try Self.model()
        func isAnswered(_ stances: [Double], pass: Double = 0.9, right: Double?) -> Bool {
            model.isAnswered(
                JudgedSample.Row(
                    leader: 0, article: 0, pass: pass, stances: stances, isRight: true, label: 0,
                    right: right))
        }
        // A side from 0.6 on, neutral from 0.4 on.
        #expect(isAnswered([0.6, 0.3, 0.1], right: 0.6))
        #expect(!isAnswered([0.6, 0.3, 0.1], right: 0.59))
        #expect(isAnswered([0.1, 0.3, 0.6], right: nil))
        #expect(isAnswered([0.2, 0.5, 0.3], right: 0.1))
        #expect(!isAnswered([0.2, 0.5, 0.3], pass: 0.7, right: 0.9))
        let rows = [0.9, 0.7, 0.9, 0.1].enumerated().map { i, pass in
            JudgedSample.Row(
                leader: 0, article: i, pass: pass, stances: [0.2, 0.5, 0.3], isRight: true,
                label: i == 2 ? -1 : 1)
        }
        // The last two are no speech about the leader, and do not count.
        #expect(try Self.gates(rows).gold.items.map(\.isAnswered) == [true, false])
    }

    @Test func judgedRowsWithoutTheirLastNumberAreRead() throws {
        let row = JudgedSample.Row(
            leader: 1, article: 2, pass: 0.5, stances: [0.25, 0.5, 0.25], isRight: true, label: 2,
            right: 0.75, weight: 2)
        let whole = JudgedSample(rows: [row]).tensor
        #expect(JudgedSample(whole)?.rows == [row])
        let short = try #require(
            JudgedSample(.init(shape: [1, 9], values: Array(whole.values.prefix(9)))))
        #expect(short.rows[0].right == nil && short.rows[0].weight == 2)
        var odd = whole
        odd.values[9] = 1.5
        #expect(JudgedSample(odd) == nil)
        #expect(JudgedSample(.init(shape: [1, 8], values: Array(whole.values.prefix(8)))) == nil)
    }

    /// A checksum says that nobody changed a file since, not that its numbers are any.
    @Test(arguments: [
        ("weights", Float(2e6)), ("levels", 2e6), ("slopes", -2e6), ("offsets", 2e6),
        ("answer", 2e6), ("judged", -1),
    ])
    func aResealedFileWithBadNumbersIsRefused(tensor: String, number: Float) throws {
        var file = try TensorFile(bytes: Self.model().encoded())
        file.tensors[tensor]?.values[0] = number
        #expect(throws: ModelFileError.self) { try GateModel(bytes: Self.resealed(file)) }
    }

    @Test func aResealedFileOfOtherShapesIsRefused() throws {
        let whole = try TensorFile(bytes: Self.model().encoded())
        #expect(try GateModel(bytes: Self.resealed(whole)).encoded() == whole.encoded())
        var short = whole
        short.tensors["answer"] = .init(shape: [2], values: [0, 0])
        var nameless = whole
        nameless.metadata["features"] = nameless.metadata["features"]?.replacing(" ", with: "")
        var unlikely = whole
        unlikely.metadata["provenance"] = unlikely.metadata["provenance"]?
            .replacing("\"keep\":0.3", with: "\"keep\":3")
        #expect(unlikely.metadata != whole.metadata)
        var fewer = whole
        fewer.metadata["features"] = "1 word: only"
        for file in [short, nameless, unlikely, fewer] {
            #expect(throws: ModelFileError.self) { try GateModel(bytes: Self.resealed(file)) }
        }
    }

    /// The bytes of a file whose checksum is that of its content.
    private static func resealed(_ file: TensorFile) throws -> [UInt8] {
        var file = file
        file.metadata["checksum"] = nil
        file.metadata["checksum"] = file.digest
        return try file.encoded()
    }
}
