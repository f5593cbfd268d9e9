import Caucus
import CaucusCorpus
import CaucusFeatures
import CaucusLearning
import CaucusStance
import CaucusText
import Foundation

/// `FitModels ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv NEWSMTSC.jsonl FOLDER`: fits the stance model and the gates to judged
/// quotations and writes their files. `make models` calls it.
///
/// `FitModels acts ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv FILE.swift` fits how likely an act is one by how it was
/// read. `make act-weights` calls it.
@main
enum Command {
    static func main() {
        do {
            try run(Array(CommandLine.arguments.dropFirst()))
        } catch {
            FileHandle.standardError.write(Data("FitModels: \(error)\n".utf8))
            if case Failure.usage = error { exit(64) }
            exit(65)
        }
    }

    private static func run(_ arguments: [String]) throws {
        guard arguments.count == 5 else { throw Failure.usage }
        if arguments[0] == "acts" {
            let examples = try Examples(
                articles: arguments[1], labels: arguments[2], context: arguments[3])
            return try write(Array(ActFit(examples).source.utf8), to: arguments[4])
        }
        let examples = try Examples(
            articles: arguments[0], labels: arguments[1], context: arguments[2])
        print(
            "\(examples.labels) labels, \(examples.rows.count) of them found; of the uniform "
                + "ones \(examples.good) are speech about the leader, \(examples.sided) with a side; "
                + "\(examples.rows.count { $0.label.isUniform && $0.isGood }) of the former are found"
        )
        let leaders = Set(examples.rows.map(\.label.leader)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: leaders.enumerated().map { ($1, $0) })
        let leader = examples.rows.map { numbers[$0.label.leader] ?? 0 }
        let folds = try Folds.grouped(
            labels: examples.rows.map { $0.isGood ? 1 : 0 }, groups: leader, count: 25, seed: 1)

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

        let fit = StanceFit(
            examples: examples, folds: folds, others: try StanceFit.others(arguments[3]))
        let (fitted, stances) = try fit.fitted(in: arguments[4])
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
                name: GateModel.shippedName, version: Caucus.version,
                examples: examples.rows.count, leaders: leaders.count,
                articles: Set(examples.rows.map(\.label.doc)).count, c: gates.c,
                stanceModel: model.checksum, keep: chosen.keep, precisions: chosen.precisions,
                neutralPrecisions: chosen.neutralPrecisions,
                areas: gates.areas, slices: slices),
            judged: chosen.judged(leader))
        for (label, name) in ["against", "neutral", "favor"].enumerated() {
            let (covered, leaders) = gateModel.coverage(of: label)
            print(
                "share \(name): in its 95 % interval for \(covered) of \(leaders) leaders held out")
        }
        let bytes = try gateModel.encoded()
        try write(
            Array(GateModel(bytes: bytes).card.utf8), to: arguments[4] + "/gates-en-1/CARD.md")
        try write(bytes, to: arguments[4] + "/gates-en-1/gates-en-1.safetensors")
        try write(model.encoded(), to: arguments[4] + "/stance-en-2/stance-en-2.safetensors")
        try write(
            Array(model.card.utf8), to: arguments[4] + "/stance-en-2/CARD.md")
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try OutputFile.write(bytes, to: path, force: true)
        print("wrote \(path)")
    }
}
