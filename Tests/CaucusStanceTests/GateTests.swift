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

    static func model(_ slices: [JudgedSlice]? = nil) throws -> GateModel {
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
                stanceModel: "abc", keep: 0.3,
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
}
