public import CCaucus
import Caucus
import CaucusMatrix

@c @implementation
public func caucus_regress(
    _ rows: UnsafePointer<caucus_rows>?, _ classes: UnsafePointer<Int64>?,
    _ weights: UnsafePointer<Double>?, _ options: UnsafePointer<caucus_table>?,
    _ schema: UnsafeMutablePointer<ArrowSchema>?, _ array: UnsafeMutablePointer<ArrowArray>?,
    _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    answered(schema, array, message) {
        let options = try CallOptions(
            options, ["class_count", "c", "dense", "gap", "iterations"])
        let rows = try InputRows(rows)
        guard let classes else { throw CallError.usage("found no classes") }
        guard let count: Int = try options.number("class_count", in: 2...100_000) else {
            throw CallError.usage("found no option class_count")
        }
        try rows.checkWeights(classes: count)
        let labels = try (0..<rows.count).map { row in
            guard (0..<Int64(count)).contains(classes[row]) else {
                throw CallError.usage(
                    "class \(classes[row]) of row \(row); expected 0 to \(count - 1)")
            }
            return Int(classes[row])
        }
        let counts = weights.map { Array(UnsafeBufferPointer(start: $0, count: rows.count)) }
        // With two classes scikit-learn penalizes the difference of the weights, twice our penalty: its C is twice ours.
        let scale = count == 2 ? 0.5 : 1
        let regression = LogisticRegression(
            c: scale * (try options.number("c", in: Double.leastNonzeroMagnitude...1e12) ?? 1),
            relativeGap: try options.number("gap", in: 1e-15...0.1) ?? 1e-6,
            maximumIterations: try options.number("iterations", in: 1...1_000_000) ?? 500)
        let model =
            try options.flag("dense")
            ? regression.fitted(
                to: try rows.dense(), labels: labels, classes: count, weights: counts)
            : regression.fitted(to: rows.sparse, labels: labels, classes: count, weights: counts)
        var table = ResultTable([
            ("weights", .bytes), ("intercepts", .bytes), ("iterations", .integer),
            ("converged", .integer),
        ])
        table.addRow { columns in
            model.weights.values.withUnsafeBytes { columns[0].add(bytes: Array($0)) }
            model.intercepts.withUnsafeBytes { columns[1].add(bytes: Array($0)) }
            columns[2].add(.integer(model.convergence.iterations))
            columns[3].add(.integer(model.convergence.reached ? 1 : 0))
        }
        return table
    }
}

/// The caller's rows of numbers, checked.
private struct InputRows {
    let count: Int
    private let columns: Int
    private let starts: [Int]
    private let indices: UnsafeBufferPointer<Int32>
    private let values: UnsafeBufferPointer<Double>

    init(_ rows: UnsafePointer<caucus_rows>?) throws(CallError) {
        guard let rows = rows?.pointee else { throw .usage("found no rows") }
        guard (0...Int64(Int32.max)).contains(rows.row_count),
            (0...Int64(Int32.max)).contains(rows.column_count), rows.value_count >= 0,
            let first = rows.starts,
            rows.value_count == 0 || rows.indices != nil && rows.values != nil
        else { throw .usage("found rows without starts, indices or values, or too many") }
        count = Int(rows.row_count)
        columns = Int(rows.column_count)
        starts = UnsafeBufferPointer(start: first, count: count + 1).map { Int($0) }
        indices = UnsafeBufferPointer(start: rows.indices, count: Int(rows.value_count))
        values = UnsafeBufferPointer(start: rows.values, count: Int(rows.value_count))
        guard starts.first == 0, starts.last == indices.count,
            zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw .usage("row starts must climb from 0 to \(indices.count)") }
        guard indices.allSatisfy({ $0 >= 0 && $0 < rows.column_count }) else {
            throw .usage("an index lies outside 0..<\(columns)")
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw .data("value \(place) is \(values[place]); expected a finite number")
        }
    }

    var sparse: SparseMatrix {
        SparseMatrix(
            columns: columns, rowStarts: starts, indices: Array(indices),
            values: values.map { Float($0) })
    }

    /// Refuses a fit whose weights would take more than a gigabyte; the solvers keep several copies, in groups of four classes.
    func checkWeights(classes: Int) throws(CallError) {
        guard columns * max(4, classes) <= 1 << 27 else {
            throw .usage("the weights of \(columns) columns and \(classes) classes are too many")
        }
    }

    /// The rows as a dense matrix of up to 4 GB.
    func dense() throws(CallError) -> Matrix {
        let (size, isTooMuch) = count.multipliedReportingOverflow(by: columns)
        guard !isTooMuch, size <= 1 << 29 else {
            throw .usage("\(count) × \(columns) numbers are too many for dense rows")
        }
        var matrix = Matrix(rows: count, columns: columns)
        for row in 0..<count {
            for n in starts[row]..<starts[row + 1] {
                matrix.values[row * columns + Int(indices[n])] = values[n]
            }
        }
        return matrix
    }
}
