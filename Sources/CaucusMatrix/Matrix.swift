/// A dense matrix of `Double`, stored row after row.
public struct Matrix: Sendable, Equatable {
    /// The number of rows.
    public let rows: Int
    /// The number of columns.
    public let columns: Int
    /// The numbers, row after row.
    public var values: [Double]

    /// A matrix of zeros, or of `value`.
    public init(rows: Int, columns: Int, repeating value: Double = 0) {
        precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows) × \(columns)")
        self.rows = rows
        self.columns = columns
        self.values = [Double](repeating: value, count: rows * columns)
    }

    /// A matrix over `values`, row after row.
    ///
    /// - Precondition: `values.count == rows * columns`.
    public init(rows: Int, columns: Int, values: [Double]) {
        precondition(
            rows >= 0 && columns >= 0 && values.count == rows * columns,
            "\(rows) × \(columns) needs \(rows * columns) numbers, got \(values.count)")
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// The number at `row` and `column`.
    public subscript(row: Int, column: Int) -> Double {
        get { values[index(row, column)] }
        set { values[index(row, column)] = newValue }
    }

    /// The numbers of one row.
    public subscript(row row: Int) -> ArraySlice<Double> {
        precondition(row >= 0 && row < rows, "row \(row) of \(rows)")
        return values[(row * columns)..<((row + 1) * columns)]
    }

    /// The rows and columns swapped.
    public var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows {
            for j in 0..<columns { result.values[j * rows + i] = values[i * columns + j] }
        }
        return result
    }

    /// The rows at `indices`, in that order.
    public func rows(at indices: [Int]) -> Matrix {
        var result: [Double] = []
        result.reserveCapacity(indices.count * columns)
        for i in indices { result.append(contentsOf: self[row: i]) }
        return Matrix(rows: indices.count, columns: columns, values: result)
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(
            row >= 0 && row < rows && column >= 0 && column < columns,
            "(\(row), \(column)) of \(rows) × \(columns)")
        return row * columns + column
    }
}
