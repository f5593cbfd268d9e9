import CaucusMatrix
import Foundation
import Testing

@testable import CaucusStance

@Suite("gates fitted anew to labels")
struct GateRefitTests {
    /// Verdicts on quotations of 60 articles whose labels follow `truth` of the log odds that each gate gave.
    private static func verdicts(
        _ count: Int, seed: UInt64 = 7, truth: (Double) -> Double
    ) -> [GateRefit.Verdict] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { i in
            func drawn() -> (p: Double, passes: Bool) {
                let odds = 6 * Double.random(in: 0..<1, using: &random) - 2
                return (
                    1 / (1 + exp(-odds)),
                    Double.random(in: 0..<1, using: &random) < 1 / (1 + exp(-truth(odds)))
                )
            }
            let (speech, about, speaker) = (drawn(), drawn(), drawn())
            return GateRefit.Verdict(
                gates: GateProbabilities(speech: speech.p, about: about.p, speaker: speaker.p),
                passes: speech.passes
                    ? [.speech: true, .about: about.passes, .speaker: speaker.passes]
                    : [.speech: false],
                group: i % 60)
        }
    }

    @Test func labelsMoveGatesThatAreOff() throws {
        let refit = try GateRefit(Self.verdicts(2000) { 0.5 * $0 - 1.5 })
        for part in refit.parts {
            #expect(abs(part.line.slope - 0.5) < 0.12, "\(part)")
            #expect(abs(part.line.offset + 1.5) < 0.3, "\(part)")
            #expect(part.after < part.before - 0.1, "\(part)")
        }
        #expect(refit.pull != nil && refit.quotations == 2000 && refit.articles == 60)
        // What is no speech teaches no other gate.
        #expect(refit.parts[0].labels == 2000 && refit.parts[1].labels == refit.parts[0].passed)
    }

    @Test func labelsThatAgreeLeaveGatesNearlyAsTheyAre() throws {
        let refit = try GateRefit(Self.verdicts(2000) { $0 })
        for part in refit.parts {
            #expect(abs(part.line.slope - 1) < 0.15 && abs(part.line.offset) < 0.2, "\(part)")
            #expect(part.after < part.before + 0.01, "\(part)")
        }
    }

    @Test func fewLabelsMoveLess() throws {
        let points = (0..<10).map { GateLine.Point(odds: Double($0 % 3), passes: false) }
        let some = GateLine.fitted(to: points, pull: 3)
        let many = GateLine.fitted(to: (0..<20).flatMap { _ in points }, pull: 3)
        #expect(some.offset < 0 && many.offset < some.offset)
        #expect(GateLine.fitted(to: points, pull: .infinity) == .same)
        #expect(GateLine.fitted(to: [], pull: 1) == .same)
    }

    /// Where the sure ones fail and the unsure ones pass, the order is not turned round.
    @Test func aLineNeverFalls() {
        let points = (0..<400).map {
            GateLine.Point(odds: $0 % 2 == 0 ? 3 : -1, passes: $0 % 2 == 1)
        }
        let line = GateLine.fitted(to: points, pull: 1)
        #expect(line.slope == 0 && abs(line.offset) < 0.01, "\(line)")
    }

    /// The lowest point of the sum, found by trying many lines.
    @Test func theLineHasTheLeastLossAndPull() {
        let points = Self.verdicts(300) { 2 * $0 + 1 }.map {
            GateLine.Point(
                odds: log($0.gates.speech / (1 - $0.gates.speech)), passes: $0.passes[.speech]!)
        }
        func sum(_ line: GateLine) -> Double {
            let (a, b) = (line.slope - 1, line.offset)
            return points.reduce(5 * (a * a + b * b)) { $0 + line.loss($1) }
        }
        let line = GateLine.fitted(to: points, pull: 10)
        for (a, b) in [(0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01), (0.01, -0.01)] {
            let near = GateLine(slope: line.slope + a, offset: line.offset + b)
            #expect(sum(line) < sum(near), "\(line) \(near)")
        }
    }

    @Test func oneArticleIsTooFew() {
        let one = Self.verdicts(50) { $0 }.map {
            GateRefit.Verdict(gates: $0.gates, passes: $0.passes, group: 0)
        }
        #expect(throws: (any Error).self) { try GateRefit(one) }
        #expect(throws: (any Error).self) { try GateRefit([]) }
    }

    @Test func theFileGivesTheMovedProbabilities() throws {
        let gates = try GateTests.model()
        let refit = try GateRefit(Self.verdicts(500) { 0.5 * $0 - 1 })
        let moved = try gates.refitted(by: refit, name: "own", version: "2")
        var row = GateRow(keepsNames: false)
        row.add(.cue, "said")
        let (before, after) = (gates.probabilities(for: row), moved.probabilities(for: row))
        for (gate, part) in zip(Gate.allCases, refit.parts) where before[gate] < 0.999 {
            let odds = log(before[gate] / (1 - before[gate]))
            let wanted = 1 / (1 + exp(-(part.line.slope * odds + part.line.offset)))
            #expect(abs(after[gate] - wanted) < 2e-3, "\(gate) \(before) \(after) \(wanted)")
        }
        // What was measured with the gates of before is not said of these.
        #expect(moved.shareErrors == nil && moved.provenance.precisions.isEmpty)
        #expect(moved.checksum != gates.checksum)
        let again = try GateModel(bytes: moved.encoded())
        let kept = try #require(again.provenance.refits?.first?.fit)
        #expect(kept.quotations == 500 && kept.articles == 60 && kept.pull == refit.pull)
        for (part, wanted) in zip(kept.parts, refit.parts) {
            #expect(abs(part.line.slope - wanted.line.slope) < 1e-6, "\(part) \(wanted)")
            #expect(part.labels == wanted.labels && part.passed == wanted.passed)
        }
        #expect(again.provenance.refits?.first?.checksum == gates.checksum)
        #expect(again.card.contains("## Fitted anew") && !again.card.contains("## How good"))
        #expect(!gates.card.contains("## Fitted anew"))
        // A second round keeps the first.
        let twice = try moved.refitted(by: refit, name: "own-2", version: "2")
        #expect(twice.provenance.refits?.map(\.name) == ["gates", "own"])
    }
}
