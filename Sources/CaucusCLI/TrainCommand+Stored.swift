import Caucus
import Foundation

/// What labels of a store's quotations teach a stance model, and what they teach gates.
struct StoredLabels {
    var examples: StoredExamples
    var verdicts: StoredVerdicts
}

extension TrainCommand {
    /// The labels of a store's quotations; what is left out is told.
    func storedLabels(_ path: String) throws -> StoredLabels {
        let read = try CodedAnswers(paths: labeled)
        let store = try Store(path: path, mode: .reading)
        let found = StoredLabels(
            examples: try StoredExamples(read.answers, of: store),
            verdicts: try StoredVerdicts(read.answers, of: store))
        try store.close()
        for diagnostic in read.diagnostics.prefix(BadRecords.printed) where !batch.quiet {
            Console.tell("caucus: \(diagnostic)")
        }
        guard !found.examples.examples.isEmpty else {
            throw Failure(
                65,
                "\(labeled.joined(separator: ", ")): found no stance of a quotation of \(path), expected labels of "
                    + "its quotations with quote_id and target")
        }
        if !batch.quiet { tell(found.examples) }
        return found
    }

    private func tell(_ stored: StoredExamples) {
        let parts = [
            (stored.withoutStance, "without a stance"), (stored.split, "that people are split on"),
            (stored.unmatched, "not in the store"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !parts.isEmpty {
            Console.tell("caucus: quotations left out: " + parts.joined(separator: ", "))
        }
        if let before = stored.before {
            Console.tell(
                "before: the run's own answers to these \(before.rows) quotations have macro-F1 "
                    + "\(before.macroF1.three), accuracy \(before.accuracy.three), log loss \(before.logLoss.three)"
            )
        }
    }

    /// The gates of a run fitted to its labels, beside the model; `nil`, and told, where there is nothing to fit.
    func refitted(_ labels: StoredVerdicts) throws -> RefittedGates? {
        func none(_ why: String) {
            if !batch.quiet { Console.tell("caucus: no gates are written: \(why)") }
        }
        guard let checksum = labels.gates else {
            none("the run was scored without")
            return nil
        }
        guard Set(labels.verdicts.map(\.group)).count > 1 else {
            none("found labels of one article, expected two or more")
            return nil
        }
        let given = try gates.map { try ModelFile.gates($0) }
        if let given, given.checksum != checksum {
            throw Failure(
                65,
                "\(gates ?? ""): found gates \(given.checksum.prefix(12)), expected \(checksum.prefix(12)), which the "
                    + "run was scored with")
        }
        guard let judges = try given ?? GateModel.shipped(checksum: checksum) else {
            none("the run was scored with others than the built-in ones, expected them by --gates")
            return nil
        }
        let fit = try GateRefit(labels.verdicts, folds: max(folds, 2), seed: seed)
        let path = NSString(string: output).deletingPathExtension + ".gates.safetensors"
        let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
        let file = try OutputFile(path: path, force: force)
        let model = try judges.refitted(by: fit, name: name, version: Caucus.version)
        try file.write(model.encoded())
        return RefittedGates(path: path, file: file, model: model, fit: fit)
    }
}

/// Gates that were fitted anew, and the file that they are written to.
struct RefittedGates {
    let path: String
    let file: OutputFile
    let model: GateModel
    let fit: GateRefit

    /// Puts the file in its place.
    func commit() throws { try file.commit() }

    /// What is printed of them, a line each.
    var text: String {
        let parts = fit.parts.map { part in
            "\(part.gate.rawValue): \(part.passed) of \(part.labels) passed, log loss \(part.before.three) before, "
                + "\(part.after.three) after"
        }
        let moved = fit.pull == nil ? "; the labels give no reason to move them" : ""
        return "gates, \(fit.quotations) labels of \(fit.articles) articles, out of fold\(moved):\n"
            + (parts.map { "  " + $0 } + ["wrote \(path)"]).joined(separator: "\n")
    }

    var record: GatesRecord { GatesRecord(fit, path: path, checksum: model.checksum) }
}
