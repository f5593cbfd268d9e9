import Caucus
import CaucusLearning
import CaucusStance

/// Fits gates and stance model to the same judged quotations, and the thresholds from which their answers are given.
struct ModelsFit {
    private let examples: Examples
    private let leader: [Int]
    private let folds: Folds
    /// What gates that read words alone say of each row, where an encoder is asked only about what they let through.
    private let sieve: [GateProbabilities]?

    /// What a fit gave, and what its gates say of each row from a fit to other leaders.
    struct Fitted {
        var stance: StanceModel
        var gates: GateModel
        var heldOut: [GateProbabilities]
    }

    /// The share of the quotations that are speech about the leader that a sieve shall let through.
    private static let passing = 0.95

    init(
        _ examples: Examples, leader: [Int], folds: Folds, sieve: [GateProbabilities]? = nil
    ) {
        self.examples = examples
        self.leader = leader
        self.folds = folds
        self.sieve = sieve
    }

    func fitted(_ fit: StanceFit, gates name: String) throws -> Fitted {
        let trainer = GateTrainer(folds: folds)
        let candidates = zip(examples.rows, leader).map { row, leader in
            GateTrainer.Example(
                row: row.found.row, isSpeech: row.label.isSpeech, isAbout: row.label.isAbout,
                isSpeaker: row.isSpeaker, weight: row.weight, leader: leader)
        }
        var gates = try trainer.fitted(to: candidates)
        print("gates: C \(gates.c), \(gates.features.count) features; area under the curve:")
        for (gate, area) in zip(Gate.allCases, gates.areas) {
            print("  \(gate.rawValue) \((area * 1000).rounded() / 1000)")
        }
        let least = leastOfSieve()
        if let sieve, let least {
            // What the sieve holds back has its say alone.
            for i in sieve.indices where sieve[i].all < least { gates.heldOut[i] = sieve[i] }
        }
        let (fitted, stances) = try fit.fitted()
        let answers = zip(examples.rows, stances).map { row, p in
            let side = p[2] > p[0] ? "favor" : "against"
            return GateTrainer.Answer(
                stances: p, isRight: row.isRight && row.label.stance == side)
        }
        let sides = try trainer.fitAnswers(&gates, of: candidates, answers)
        let chosen = Thresholds(examples, gates.heldOut, stances, sides)
        chosen.tell()
        let slices = chosen.slices(leader)
        let model = try fitted.telling(slices)
        let gateModel = GateModel(
            gates,
            provenance: GateProvenance(
                name: name, version: Caucus.version,
                examples: examples.rows.count, leaders: Set(leader).count,
                articles: Set(examples.rows.map(\.label.doc)).count, c: gates.c,
                stanceModel: model.checksum, keep: chosen.keep, precisions: chosen.precisions,
                neutralPrecisions: chosen.neutralPrecisions,
                areas: gates.areas, slices: slices, encoder: fit.encoder, sieve: least),
            judged: chosen.judged(leader))
        for (label, name) in ["against", "neutral", "favor"].enumerated() {
            let (covered, leaders) = gateModel.coverage(of: label)
            print(
                "share \(name): in its 95 % interval for \(covered) of \(leaders) leaders held out")
        }
        return Fitted(stance: model, gates: gateModel, heldOut: gates.heldOut)
    }

    /// From which probability on the sieve lets through.
    private func leastOfSieve() -> Double? {
        guard let sieve else { return nil }
        let good = examples.rows.indices.filter {
            examples.rows[$0].weight > 0 && examples.rows[$0].isGood
        }.map { sieve[$0].all }.sorted()
        let lost = Int(((1 - Self.passing) * Double(good.count)).rounded(.down))
        let least = good.isEmpty ? 0 : (good[lost] * 1000).rounded(.down) / 1000
        let drawn = examples.rows.indices.filter { examples.rows[$0].weight > 0 }
        let read = drawn.count { sieve[$0].all >= least }
        print("sieve: from \(least), which lets through \(read) of \(drawn.count) candidates")
        return least
    }
}
