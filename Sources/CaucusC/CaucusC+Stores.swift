public import CCaucus
import Caucus
import Foundation

@c @implementation
public func caucus_score(
    _ documents: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ work: UnsafePointer<caucus_work>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let work = try CallWork(work)
        let options = try CallOptions(options, StoreScoring.options)
        return try StoreScoring(options, work).scored(documents)
    }
}

@c @implementation
public func caucus_store(
    _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let options = try CallOptions(options, ["store", "table", "run"])
        guard let name = try options.choice("table", StoreExport.Table.self) else {
            throw CallError.usage("found no option table")
        }
        let store = try Store(path: try options.needed("store"), mode: .reading)
        defer { try? store.close() }
        var table = ResultTable([])
        try StoreExport(of: store, run: options["run"]).forEachRow(of: name) { columns in
            table = ResultTable(columns.map { ($0.name, .init($0.type)) })
        } row: {
            table.add($0)
        }
        return table
    }
}

@c @implementation
public func caucus_report(
    _ labels: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let options = try CallOptions(
            options,
            ["store", "run", "target"] + Counted.options + GivenModel.options)
        let counted = try Counted(options)
        let store = try Store(path: try options.needed("store"), mode: .reading)
        defer { try? store.close() }
        let run = try wantedRun(of: store, options)
        let hand = try handLabels(labels)
        let report = try Pipeline.report(
            of: run, in: store, options: counted.options, labels: hand.labels,
            gold: try gold(of: run, options))
        if !hand.labels.isEmpty, report.labelUse == nil {
            throw CallError.data(
                "the labels name none of the run's quotations; expected their quote_id")
        }
        var table = ResultTable([("name", .text), ("bytes", .bytes)])
        for file in try report.files() {
            table.addRow { columns in
                columns[0].add(.text(file.name))
                columns[1].add(bytes: file.bytes)
            }
        }
        return table
    }
}

/// The one run of a store that the options name.
private func wantedRun(of store: Store, _ options: CallOptions) throws -> RunDescription {
    let runs = try store.runs(named: options["run"])
        .filter { run in options["target"].map { $0 == run.target.name } ?? true }
    guard let run = runs.first, runs.count == 1 else {
        let target = options["target"].map { " toward \($0)" } ?? ""
        let names = try store.runs().map { "\($0.id) (\($0.target.name))" }
        throw CallError.data(
            "\(store.path): found \(runs.count) runs\(target), expected one; it has "
                + (names.isEmpty ? "none" : names.joined(separator: ", ")))
    }
    return run
}

/// What is known of the errors of the model that a run was scored with, as the command knows it.
private func gold(of run: RunDescription, _ options: CallOptions) throws -> GoldSample? {
    if let gates = try GateModel.shipped(of: run) { return gates.gold }
    if let model = try GivenModel.model(options) {
        guard model.checksum == run.modelChecksum else {
            throw CallError.data(
                "found model \(model.checksum.prefix(12)), expected \(run.modelChecksum.prefix(12)), which the run "
                    + "was scored with")
        }
        return model.gold
    }
    let shipped = try StanceModel.shipped(named: run.model)
    return shipped?.checksum == run.modelChecksum ? shipped?.gold : nil
}
