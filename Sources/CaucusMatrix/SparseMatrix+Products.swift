extension SparseMatrix {
    /// The product `self · other`, accumulated in `Double`.
    ///
    /// - Precondition: `columns == other.rows`.
    /// - Complexity: O(nonzeros × other.columns).
    public func times(_ other: Matrix) -> Matrix {
        precondition(
            columns == other.rows,
            "\(rows) × \(columns) times \(other.rows) × \(other.columns)")
        var result = Matrix(rows: rows, columns: other.columns)
        let k = other.columns
        indices.withUnsafeBufferPointer { j in
            values.withUnsafeBufferPointer { x in
                other.values.withUnsafeBufferPointer { w in
                    result.values.withUnsafeMutableBufferPointer { z in
                        for i in 0..<rows {
                            for n in rowStarts[i]..<rowStarts[i + 1] {
                                let column = Int(j[n]) * k
                                let value = Double(x[n])
                                for c in 0..<k { z[i * k + c] += value * w[column + c] }
                            }
                        }
                    }
                }
            }
        }
        return result
    }

    /// The product `selfᵀ · other`, accumulated in `Double`.
    ///
    /// - Precondition: `rows == other.rows`.
    /// - Complexity: O(nonzeros × other.columns).
    public func transposedTimes(_ other: Matrix) -> Matrix {
        precondition(
            rows == other.rows,
            "the transpose of \(rows) × \(columns) times \(other.rows) × \(other.columns)")
        var result = Matrix(rows: columns, columns: other.columns)
        let k = other.columns
        indices.withUnsafeBufferPointer { j in
            values.withUnsafeBufferPointer { x in
                other.values.withUnsafeBufferPointer { r in
                    result.values.withUnsafeMutableBufferPointer { g in
                        for i in 0..<rows {
                            for n in rowStarts[i]..<rowStarts[i + 1] {
                                let column = Int(j[n]) * k
                                let value = Double(x[n])
                                for c in 0..<k { g[column + c] += value * r[i * k + c] }
                            }
                        }
                    }
                }
            }
        }
        return result
    }

    /// The sum of squares of each row.
    public var squaredRowNorms: [Double] {
        (0..<rows).map { i in
            range(ofRow: i).reduce(0) { $0 + Double(values[$1]) * Double(values[$1]) }
        }
    }

    /// How many rows store a number in each column.
    public var documentFrequencies: [Int] {
        var result = [Int](repeating: 0, count: columns)
        for j in indices { result[Int(j)] += 1 }
        return result
    }
}
