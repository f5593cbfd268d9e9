import Caucus
import CaucusCorpus
import CaucusLearning
import CaucusStance
import CaucusText
import Foundation

/// `FitModels ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv NEWSMTSC.jsonl FOLDER`: fits the stance model and the gates to judged
/// quotations and writes their files. `make models` calls it.
///
/// `FitModels acts ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv FILE.swift` fits how likely an act is one by how it was
/// read. `make act-weights` calls it.
///
/// `FitModels passages ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv VOCABULARY.txt FILE.jsonl` writes what an encoder is tuned
/// on. `make encoder` calls it.
///
/// `FitModels texts ARTICLES.jsonl.gz LABELS.jsonl CONTEXT.tsv NEWSMTSC.jsonl DSE.jsonl FOLDER` writes hashes of what the
/// models in a folder learned from. `make model-texts` calls it.
///
/// `FitModels encode ENCODER.safetensors FILE.jsonl` reads such inputs, and tells how fast.
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
        if arguments.first == "encode", arguments.count == 3 {
            _ = try EncoderRun(arguments[1], arguments[2])
            return
        }
        if arguments.first == "texts", arguments.count == 7 {
            let examples = try Examples(
                articles: arguments[1], labels: arguments[2], context: arguments[3])
            try TextsFit(
                examples, labels: arguments[2], newsMTSC: arguments[4], dse: arguments[5]
            ).write(in: arguments[6])
            return
        }
        guard arguments.count == 5 || arguments.count == 6 else { throw Failure.usage }
        if arguments[0] == "acts" {
            let examples = try Examples(
                articles: arguments[1], labels: arguments[2], context: arguments[3])
            return try write(Array(ActFit(examples).source.utf8), to: arguments[4])
        }
        if arguments[0] == "passages" {
            guard arguments.count == 6 else { throw Failure.usage }
            let examples = try Examples(
                articles: arguments[1], labels: arguments[2], context: arguments[3])
            return try write(
                EncoderRows(examples, vocabulary: arguments[4]).bytes, to: arguments[5])
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
        let words = try ModelsFit(examples, leader: leader, folds: folds).fitted(
            StanceFit(
                examples: examples, folds: folds, others: try StanceFit.others(arguments[3]),
                name: "stance-en-2", about: about("stance-en-2", arguments[4])),
            gates: GateModel.shippedName)
        try write(words, in: arguments[4])
        guard let opinions = try HeldOutOpinions(folder: arguments[4]) else { return }
        print("with the encoder \(opinions.checksum.prefix(12)):")
        let read = try examples.with(opinions)
        let fit = ModelsFit(read, leader: leader, folds: folds, sieve: words.heldOut)
        let accurate = try fit.fitted(
            StanceFit(
                examples: read, folds: folds, others: [], name: "stance-en-3",
                about: about("stance-en-3", arguments[4]), encoder: opinions.checksum),
            gates: GateModel.accurateName)
        try write(accurate, in: arguments[4])
    }

    /// What a model's folder says of it.
    private static func about(_ name: String, _ folder: String) -> String? {
        try? String(contentsOfFile: folder + "/\(name)/ABOUT.md", encoding: .utf8)
    }

    private static func write(_ fitted: ModelsFit.Fitted, in folder: String) throws {
        let bytes = try fitted.gates.encoded()
        let (gates, stance) = (
            fitted.gates.provenance.name, fitted.stance.provenance.name
        )
        try write(
            Array(GateModel(bytes: bytes).card.utf8), to: folder + "/\(gates)/CARD.md")
        try write(bytes, to: folder + "/\(gates)/\(gates).safetensors")
        try write(fitted.stance.encoded(), to: folder + "/\(stance)/\(stance).safetensors")
        try write(Array(fitted.stance.card.utf8), to: folder + "/\(stance)/CARD.md")
    }

    private static func write(_ bytes: [UInt8], to path: String) throws {
        try OutputFile.write(bytes, to: path, force: true)
        print("wrote \(path)")
    }
}
