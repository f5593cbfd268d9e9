import CEncoder

/// The weights of a layer's product, whole numbers of eight bits with a factor a row, in the order in which ``CEncoder``'s loops
/// read them.
final class PackedWeights: @unchecked Sendable {
    private let numbers: UnsafeMutableRawPointer
    private let factors: UnsafeMutablePointer<Float>
    private let rows: Int
    private let columns: Int

    /// - Parameters:
    ///   - bytes: The whole numbers, row after row.
    ///   - scales: The factor of each row.
    ///   - bias: What is added to each number of a product.
    init(_ bytes: UnsafeRawBufferPointer, columns: Int, scales: [Float], bias: [Float]) {
        let rows = scales.count
        precondition(
            rows % 16 == 0 && columns % 16 == 0 && columns <= 65_536 && bias.count == rows
                && bytes.count == rows * columns, "weights of \(bytes.count) bytes")
        (self.rows, self.columns) = (rows, columns)
        // A line of the processor's cache holds sixteen rows' groups of four columns.
        numbers = .allocate(byteCount: rows * columns, alignment: 64)
        factors = .allocate(capacity: 3 * rows)
        var sums = [Int32](repeating: 0, count: rows)
        bytes.withMemoryRebound(to: Int8.self) { bytes in
            guard let base = bytes.baseAddress else { return }
            caucus_pack(
                base, rows, columns, numbers.assumingMemoryBound(to: Int8.self), &sums)
        }
        for row in 0..<rows {
            factors[row] = scales[row]
            factors[rows + row] = scales[row] * Float(sums[row])
            factors[2 * rows + row] = bias[row]
        }
    }

    deinit {
        numbers.deallocate()
        factors.deallocate()
    }

    /// The same for C.
    var inC: caucus_weights {
        caucus_weights(
            packed: numbers.assumingMemoryBound(to: Int8.self), scale: factors,
            sum: factors + rows, bias: factors + 2 * rows, rows: rows, columns: columns)
    }
}
