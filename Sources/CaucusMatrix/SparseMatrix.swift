/// A sparse matrix in compressed rows (CSR).
///
/// The columns of a row are distinct and stand in no promised order.
public struct SparseMatrix: Sendable, Equatable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// Where each row starts in `indices` and `values`, and, last, where the last one ends.
    public let rowStarts: [Int]
    /// The column of each stored number.
    public let indices: [Int32]
    /// The stored numbers.
    public let values: [Float]

    /// The count of stored numbers.
    public var nonzeros: Int { indices.count }

    /// A matrix over CSR arrays.
    ///
    /// - Precondition: `rowStarts` climbs from 0 to `indices.count`, `values` is as long as `indices`,
    ///   and each index lies in `0..<columns`.
    /// - Complexity: O(rows + nonzeros), for the checks.
    public init(columns: Int, rowStarts: [Int], indices: [Int32], values: [Float]) {
        precondition(
            rowStarts.first == 0 && rowStarts.last == indices.count,
            "row starts must run from 0 to \(indices.count)")
        precondition(
            values.count == indices.count, "\(indices.count) indices, \(values.count) values")
        precondition(
            zip(rowStarts, rowStarts.dropFirst()).allSatisfy { $0 <= $1 },
            "row starts must not fall")
        precondition(
            indices.allSatisfy { $0 >= 0 && Int($0) < columns },
            "an index lies outside 0..<\(columns)")
        self.init(
            trusting: columns, rowStarts: rowStarts, indices: indices, values: values)
    }

    /// A matrix over CSR arrays that the caller has just made right.
    package init(trusting columns: Int, rowStarts: [Int], indices: [Int32], values: [Float]) {
        self.rows = rowStarts.count - 1
        self.columns = columns
        self.rowStarts = rowStarts
        self.indices = indices
        self.values = values
    }

    /// A matrix from the numbers of a dense one that are not zero.
    public init(_ dense: Matrix) {
        var starts = [0]
        var indices: [Int32] = []
        var values: [Float] = []
        for i in 0..<dense.rows {
            for (j, value) in dense[row: i].enumerated() where value != 0 {
                indices.append(Int32(j))
                values.append(Float(value))
            }
            starts.append(indices.count)
        }
        self.init(trusting: dense.columns, rowStarts: starts, indices: indices, values: values)
    }

    /// The places of row `row` in `indices` and `values`.
    public func range(ofRow row: Int) -> Range<Int> { rowStarts[row]..<rowStarts[row + 1] }

    /// The dense form, for small matrices.
    public var dense: Matrix {
        var result = Matrix(rows: rows, columns: columns)
        for i in 0..<rows {
            for n in range(ofRow: i) { result[i, Int(indices[n])] += Double(values[n]) }
        }
        return result
    }

    /// The rows at `positions`, in that order; a position may repeat.
    public func rows(at positions: [Int]) -> SparseMatrix {
        var starts = [0]
        starts.reserveCapacity(positions.count + 1)
        var total = 0
        for i in positions {
            total += range(ofRow: i).count
            starts.append(total)
        }
        var indices: [Int32] = []
        var values: [Float] = []
        indices.reserveCapacity(total)
        values.reserveCapacity(total)
        for i in positions {
            indices.append(contentsOf: self.indices[range(ofRow: i)])
            values.append(contentsOf: self.values[range(ofRow: i)])
        }
        return SparseMatrix(
            trusting: columns, rowStarts: starts, indices: indices, values: values)
    }

    /// This matrix with the columns of `other` to its right.
    ///
    /// - Precondition: `rows == other.rows`.
    public func beside(_ other: SparseMatrix) -> SparseMatrix {
        precondition(rows == other.rows, "\(rows) rows beside \(other.rows)")
        var starts = [0]
        var indices: [Int32] = []
        var values: [Float] = []
        indices.reserveCapacity(nonzeros + other.nonzeros)
        values.reserveCapacity(nonzeros + other.nonzeros)
        for i in 0..<rows {
            indices.append(contentsOf: self.indices[range(ofRow: i)])
            values.append(contentsOf: self.values[range(ofRow: i)])
            for n in other.range(ofRow: i) {
                indices.append(other.indices[n] + Int32(columns))
                values.append(other.values[n])
            }
            starts.append(indices.count)
        }
        return SparseMatrix(
            trusting: columns + other.columns, rowStarts: starts, indices: indices, values: values)
    }
}
