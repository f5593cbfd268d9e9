extension Matrix {
    /// The matrix product `self · other`, by OpenBLAS.
    ///
    /// - Precondition: `columns == other.rows`.
    public func times(_ other: Matrix) -> Matrix {
        precondition(
            columns == other.rows,
            "\(rows) × \(columns) times \(other.rows) × \(other.columns)")
        var result = Matrix(rows: rows, columns: other.columns)
        guard columns > 0 else { return result }
        BLAS.gemm(
            transposeA: false, transposeB: false, m: rows, n: other.columns, k: columns, values,
            other.values, &result.values)
        return result
    }

    /// The matrix product `selfᵀ · other`, by OpenBLAS, without forming the transpose.
    ///
    /// - Precondition: `rows == other.rows`.
    public func transposedTimes(_ other: Matrix) -> Matrix {
        precondition(
            rows == other.rows,
            "the transpose of \(rows) × \(columns) times \(other.rows) × \(other.columns)")
        var result = Matrix(rows: columns, columns: other.columns)
        guard rows > 0 else { return result }
        BLAS.gemm(
            transposeA: true, transposeB: false, m: columns, n: other.columns, k: rows, values,
            other.values, &result.values)
        return result
    }

    /// The product `self · vector`, by OpenBLAS.
    ///
    /// - Precondition: `vector.count == columns`.
    public func times(_ vector: [Double]) -> [Double] {
        precondition(vector.count == columns, "\(columns) columns times \(vector.count) numbers")
        var result = [Double](repeating: 0, count: rows)
        BLAS.gemv(transpose: false, rows: rows, columns: columns, values, vector, &result)
        return result
    }

    /// The symmetric matrix `selfᵀ · self`, by OpenBLAS, both triangles filled.
    public var gram: Matrix {
        var result = Matrix(rows: columns, columns: columns)
        BLAS.syrk(rows: rows, columns: columns, values, &result.values, stride: columns)
        for i in 0..<columns {
            for j in 0..<i { result.values[i * columns + j] = result.values[j * columns + i] }
        }
        return result
    }

    /// The solution of `self · x = right` for a symmetric positive definite matrix by Cholesky's
    /// method, or `nil` where the matrix is not positive definite. Only the upper triangle is read.
    ///
    /// - Precondition: the matrix is square and `right.count == rows`.
    public func solution(of right: [Double]) -> [Double]? {
        precondition(rows == columns, "\(rows) × \(columns) is not square")
        precondition(right.count == rows, "\(rows) rows and \(right.count) numbers")
        var factor = values
        var result = right
        guard BLAS.potrf(rows, &factor) else { return nil }
        BLAS.potrs(rows, factor, &result)
        return result
    }
}
