import CaucusMatrix

/// Rows whose columns are split into those that most rows leave out, kept sparse, and those that many
/// rows fill, kept dense for OpenBLAS, with a last column of ones for the intercepts.
///
/// A point's weights stand in the order of the split: sparse columns first.
struct SplitRows: Sendable {
    /// The columns that most rows leave out.
    let sparse: SparseMatrix
    /// The columns that many rows fill, and one of ones.
    let dense: Matrix
    /// The column each column of the split was before.
    let order: [Int]

    /// The number of rows.
    var rows: Int { dense.rows }
    /// The number of dense columns, that of ones aside.
    var filled: Int { dense.columns - 1 }

    /// Columns that a quarter of the rows fill go to the dense block: there they cost no more memory than
    /// four times what they cost as sparse ones, and their curvature is taken as a whole.
    ///
    /// - Parameter most: how many columns the dense block may have; the fullest go there.
    init(_ rows: SparseMatrix, most: Int) {
        let frequencies = rows.documentFrequencies
        var filled = frequencies.indices.filter { frequencies[$0] * 4 > rows.rows }
        if filled.count > most {
            filled.sort { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
            filled = filled.prefix(most).sorted()
        }
        let place = Self.places(of: filled, columns: rows.columns)
        var dense = Matrix(rows: rows.rows, columns: filled.count + 1)
        var starts = [0]
        starts.reserveCapacity(rows.rows + 1)
        var indices: [Int32] = []
        var values: [Float] = []
        indices.reserveCapacity(rows.nonzeros)
        values.reserveCapacity(rows.nonzeros)
        let left = rows.columns - filled.count
        for i in 0..<rows.rows {
            for n in rows.range(ofRow: i) {
                let column = place[Int(rows.indices[n])]
                if column < left {
                    indices.append(Int32(column))
                    values.append(rows.values[n])
                } else {
                    dense.values[i * (filled.count + 1) + column - left] = Double(rows.values[n])
                }
            }
            dense.values[i * (filled.count + 1) + filled.count] = 1
            starts.append(indices.count)
        }
        sparse = SparseMatrix(trusting: left, rowStarts: starts, indices: indices, values: values)
        self.dense = dense
        var order = [Int](repeating: 0, count: rows.columns)
        for (column, place) in place.enumerated() { order[place] = column }
        self.order = order
    }

    /// Rows that are dense in every column.
    init(dense rows: Matrix) {
        let d = rows.columns
        var dense = Matrix(rows: rows.rows, columns: d + 1, repeating: 1)
        for i in 0..<rows.rows {
            for j in 0..<d { dense.values[i * (d + 1) + j] = rows.values[i * d + j] }
        }
        self.dense = dense
        sparse = SparseMatrix(
            trusting: 0, rowStarts: [Int](repeating: 0, count: rows.rows + 1), indices: [],
            values: [])
        order = Array(0..<d)
    }

    /// Where each column goes: the filled ones last, the others before, both in their order.
    private static func places(of filled: [Int], columns: Int) -> [Int] {
        var place = [Int](repeating: -1, count: columns)
        for (n, column) in filled.enumerated() { place[column] = columns - filled.count + n }
        var next = 0
        for column in 0..<columns where place[column] < 0 {
            place[column] = next
            next += 1
        }
        return place
    }

    /// The logits of a point, intercepts included.
    func logits(_ point: LogisticPoint) -> [Lanes] {
        let g = point.intercepts.count
        var result = [Lanes](repeating: .zero, count: rows * g)
        sparse.eachRow { i, indices, values in
            for group in 0..<g {
                var sum = Lanes.zero
                for n in 0..<indices.count {
                    sum += point.weights[Int(indices[n]) * g + group] * Double(values[n])
                }
                result[i * g + group] = sum
            }
        }
        let block = Array(point.weights[(sparse.columns * g)...]) + point.intercepts
        block.withDoubles { block in
            result.withMutableDoubles { result in
                BLAS.gemm(
                    transposeA: false, transposeB: false, m: rows, n: 4 * g, k: dense.columns,
                    dense.values, block, beta: 1, result)
            }
        }
        return result
    }

    /// `rowsᵀ · residuals`, the sums of the residuals for the intercepts.
    func collected(_ residuals: [Lanes], groups g: Int) -> LogisticPoint {
        var weights = [Lanes](repeating: .zero, count: (sparse.columns + dense.columns) * g)
        sparse.eachRow { i, indices, values in
            for group in 0..<g {
                let residual = residuals[i * g + group]
                for n in 0..<indices.count {
                    weights[Int(indices[n]) * g + group] += residual * Double(values[n])
                }
            }
        }
        residuals.withDoubles { residuals in
            weights.withMutableDoubles { weights in
                BLAS.gemm(
                    transposeA: true, transposeB: false, m: dense.columns, n: 4 * g, k: rows,
                    dense.values, residuals, weights + sparse.columns * 4 * g)
            }
        }
        let intercepts = Array(weights.suffix(g))
        weights.removeLast(g)
        return LogisticPoint(weights: weights, intercepts: intercepts)
    }

    /// The sums of `spread` over the rows, times the squares of each sparse column.
    func sparseSquares(_ spread: [Lanes], groups g: Int) -> [Lanes] {
        var result = [Lanes](repeating: .zero, count: sparse.columns * g)
        sparse.eachRow { i, indices, values in
            for group in 0..<g {
                let s = spread[i * g + group]
                for n in 0..<indices.count {
                    let x = Double(values[n])
                    result[Int(indices[n]) * g + group] += s * (x * x)
                }
            }
        }
        return result
    }
}

extension SparseMatrix {
    /// Calls `body` with each row, its columns and its numbers.
    @inline(__always)
    fileprivate func eachRow(
        _ body: (Int, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Float>) -> Void
    ) {
        indices.withUnsafeBufferPointer { indices in
            values.withUnsafeBufferPointer { values in
                for i in 0..<rows {
                    let range = rowStarts[i]..<rowStarts[i + 1]
                    body(
                        i, UnsafeBufferPointer(rebasing: indices[range]),
                        UnsafeBufferPointer(rebasing: values[range]))
                }
            }
        }
    }
}

extension [Lanes] {
    /// The same numbers one after the other, four for each element; nothing is called where there are
    /// none.
    @inline(__always)
    func withDoubles(_ body: (UnsafePointer<Double>) -> Void) {
        withUnsafeBytes { bytes in
            guard let base = bytes.bindMemory(to: Double.self).baseAddress else { return }
            body(base)
        }
    }

    /// The same, to be written to.
    @inline(__always)
    mutating func withMutableDoubles(_ body: (UnsafeMutablePointer<Double>) -> Void) {
        withUnsafeMutableBytes { bytes in
            guard let base = bytes.bindMemory(to: Double.self).baseAddress else { return }
            body(base)
        }
    }
}
