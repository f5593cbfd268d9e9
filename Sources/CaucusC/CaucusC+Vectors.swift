public import CCaucus
import Caucus
import CaucusMatrix
import Foundation

@c @implementation
public func caucus_vectorizer(
    _ examples: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ work: UnsafePointer<caucus_work>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let work = try CallWork(work)
        let settings = try features(try CallOptions(options, ["features"]))
        guard !settings.weighsByCountRatios else {
            throw CallError.usage("features \(settings.name) need labels; expected others")
        }
        let passages = PassageMaker.passages(of: try labeledExamples(examples), for: settings)
        try work.check()
        let fitted = try Features(settings).fittedRows(to: passages, jobs: work.jobs)
        try work.check()
        return rows(fitted.rows, state: try VectorizerState(fitted.features).bytes)
    }
}

@c @implementation
public func caucus_vectorize(
    _ examples: UnsafePointer<caucus_table>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let features = try VectorizerState.features(try CallOptions(options, ["state"]))
        let examples = try labeledExamples(examples)
        return rows(
            features.rows(for: PassageMaker.passages(of: examples, for: features.settings)))
    }
}

@c @implementation
public func caucus_feature_names(
    _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let features = try VectorizerState.features(try CallOptions(options, ["state"]))
        var table = ResultTable([("name", .text)])
        for column in 0..<features.columns { table.add([.text(features.name(ofColumn: column))]) }
        return table
    }
}

/// CSR rows as one row of bytes, the columns of each in order; with the state that finds them, where it is new.
private func rows(_ rows: SparseMatrix, state: [UInt8]? = nil) -> ResultTable {
    var (indices, values) = (rows.indices, rows.values)
    for row in 0..<rows.rows {
        let range = rows.range(ofRow: row)
        let order = range.sorted { rows.indices[$0] < rows.indices[$1] }
        for (place, n) in zip(range, order) {
            (indices[place], values[place]) = (rows.indices[n], rows.values[n])
        }
    }
    var table = ResultTable(
        [("column_count", .integer)]
            + ["state", "starts", "indices", "values"].map { ($0, .bytes) })
    table.addRow { columns in
        columns[0].add(.integer(rows.columns))
        columns[1].add(bytes: state)
        rows.rowStarts.withUnsafeBytes { columns[2].add(bytes: Array($0)) }
        indices.withUnsafeBytes { columns[3].add(bytes: Array($0)) }
        values.withUnsafeBytes { columns[4].add(bytes: Array($0)) }
    }
    return table
}

/// What a vectorizer has learned, as JSON.
private struct VectorizerState: Codable {
    var settings: FeatureSettings
    var parts: [String: Data]

    init(_ features: FittedFeatures) {
        settings = features.settings
        parts = Dictionary(
            features.payload.map { ($0.name, Data($0.bytes)) }, uniquingKeysWith: { a, _ in a })
    }

    var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return Array(try encoder.encode(self))
        }
    }

    /// The features of the option `state`.
    static func features(_ options: CallOptions) throws -> FittedFeatures {
        guard let bytes = options.bytes("state") else {
            throw CallError.usage("found no option state")
        }
        guard let state = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            throw CallError.data(
                "the state of a vectorizer is damaged; expected what caucus_vectorizer gave")
        }
        return try FittedFeatures(settings: state.settings) { name in
            state.parts[name].map(Array.init)
        }
    }
}
