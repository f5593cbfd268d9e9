import Caucus
import CaucusCorpus
import CaucusFeatures
import CaucusLearning
import CaucusStance
import CaucusText
import Foundation

/// Fits the stance model to the judged quotations that are speech about their leader.
struct StanceFit {
    var examples: Examples
    var folds: Folds
    /// Sentences of news with a label toward somebody named in them.
    var others: [LabeledExample]
    /// The model's name, and what its card says of it.
    var name: String
    var about: String?
    /// The digest of the encoder that has read the passages, or `nil`.
    var encoder: String?

    /// What such a sentence counts: it is another task, whose words are the same.
    static let weightOfOthers = 0.1

    /// The labeled sentences of a file.
    static func others(_ path: String) throws -> [LabeledExample] {
        var others: [LabeledExample] = []
        for reading in try LabeledExampleReader(paths: [path]) {
            switch reading {
            case .example(var example):
                example.weight = weightOfOthers
                others.append(example)
            case .note: continue
            case .leftOut(let record): throw Failure.odd("\(record.place): \(record.reason)")
            case .diagnostic(let diagnostic): throw Failure.odd("\(diagnostic)")
            case .failure(let error): throw error
            }
        }
        return others
    }

    /// The model, and its probabilities for every row from a fit to other leaders.
    func fitted() throws -> (model: StanceModel, heldOut: [[Double]]) {
        let good = examples.rows.indices.filter { examples.rows[$0].isGood }
        var trainer = StanceTrainer(folds: 5, name: name, version: Caucus.version)
        trainer.encoderChecksum = encoder
        trainer.readsSentences = true
        trainer.about = about
        let passages = PassageMaker.passages(of: others)
        let model = try trainer.trained(
            on: good.map(example) + others,
            as: good.map { examples.rows[$0].found.passage } + passages
        ).model
        print("stance: C \(model.provenance.c), temperature \(model.temperature)")
        trainer.folds = 0
        trainer.c = model.provenance.c
        var heldOut = [[Double]](repeating: [], count: examples.rows.count)
        for fold in 0..<folds.count {
            let training = good.filter { folds.assignment[$0] != fold }
            let fitted = try trainer.trained(
                on: training.map(example) + others,
                as: training.map { examples.rows[$0].found.passage } + passages
            ).model
            let held = folds.heldOut(fold)
            let answers = fitted.probabilities(for: held.map { examples.rows[$0].found.passage })
            for (place, answer) in zip(held, answers) {
                heldOut[place] = Self.cooled(answer, by: model.temperature)
            }
        }
        return (model, heldOut)
    }

    private static func cooled(_ probabilities: [Double], by temperature: Double) -> [Double] {
        let powers = probabilities.map { pow(max($0, 1e-9), 1 / temperature) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    private func example(_ i: Int) -> LabeledExample {
        let row = examples.rows[i]
        return LabeledExample(
            id: row.label.id, text: row.found.passage.text, target: row.label.leader,
            label: row.label.stance, speaker: row.found.speaker, group: row.label.doc)
    }
}
