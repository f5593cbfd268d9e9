public import CCaucus
import Caucus

@c @implementation
public func caucus_fit(
    _ examples: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ work: UnsafePointer<caucus_work>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let work = try CallWork(work)
        let options = try CallOptions(
            options, ["features", "c", "folds", "seed", "name", "start_from"])
        let folds: Int = try options.number("folds", in: 0...1000) ?? 5
        guard folds != 1 else { throw CallError.usage("folds 1: expected 0, or 2 and more") }
        var base: StanceModel?
        if let name = options["start_from"] {
            base = try StanceModel.shipped(named: name)
            guard base != nil else {
                throw CallError.usage(
                    "start_from \(name): expected one of "
                        + StanceModel.shippedNames.joined(separator: ", "))
            }
        }
        var trainer = StanceTrainer(
            features: try features(options), folds: folds,
            c: try options.number("c", in: Double.leastNonzeroMagnitude...1e12),
            seed: try options.number("seed", in: 0...UInt64.max) ?? 1,
            name: options["name"] ?? "model", version: Caucus.version, base: base)
        trainer.jobs = work.jobs
        trainer.keepsTextHashes = true
        let labeled = try labeledExamples(examples)
        try work.check()
        let result = try trainer.trained(on: labeled)
        try work.check()
        let provenance = result.model.provenance
        let bytes = try result.model.encoded()
        var table = ResultTable([
            ("model", .bytes), ("c", .number), ("columns", .integer), ("iterations", .integer),
            ("converged", .integer),
        ])
        table.addRow { columns in
            columns[0].add(bytes: bytes)
            columns[1].add(exactly: provenance.c)
            columns[2].add(.integer(provenance.columns))
            columns[3].add(.integer(provenance.convergence.iterations))
            columns[4].add(.integer(provenance.convergence.reached ? 1 : 0))
        }
        return table
    }
}

/// The features that the options name; ``FeatureSettings/stance`` where they name none.
func features(_ options: CallOptions) throws -> FeatureSettings {
    guard let name = options["features"] else { return .stance }
    guard let settings = FeatureSettings(named: name) else {
        throw CallError.usage(
            "features \(name): expected one of \(FeatureSettings.names.joined(separator: ", "))")
    }
    return settings
}

/// The examples of a table; one that is odd ends the call, since a row a row is promised.
func labeledExamples(_ table: UnsafePointer<caucus_table>?) throws -> [LabeledExample] {
    try HeldRecords.examples(try InputTable(table, "examples").records).compactMap { reading in
        switch reading {
        case .example(let example): return example
        case .diagnostic(let diagnostic): throw CallError.data(diagnostic.description)
        case .leftOut(let leftOut):
            throw CallError.data("\(leftOut.place): \(leftOut.reason); expected a label")
        case .failure(let error): throw error
        case .note: return nil
        }
    }
}

@c @implementation
public func caucus_predict(
    _ examples: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let model = try GivenModel.needed(try CallOptions(options, GivenModel.options))
        let examples = try labeledExamples(examples)
        let passages = PassageMaker.passages(of: examples, for: model.mentionSettings)
        var table = ResultTable(model.task.labels.map { ("p_" + $0, .number) })
        for row in model.probabilities(for: passages) {
            table.addRow { columns in
                for (k, p) in row.enumerated() { columns[k].add(exactly: p) }
            }
        }
        return table
    }
}

@c @implementation
public func caucus_explain(
    _ examples: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let model = try GivenModel.needed(try CallOptions(options, GivenModel.options))
        let examples = try labeledExamples(examples)
        guard let example = examples.first, examples.count == 1 else {
            throw CallError.usage("found \(examples.count) examples, expected 1")
        }
        let passage = PassageMaker.passages(of: [example], for: model.mentionSettings)[0]
        let record = StanceExplanationRecord(model.explanation(of: passage), id: example.id)
        var table = ResultTable([("json", .text)])
        table.add([.json(record.json)])
        return table
    }
}
