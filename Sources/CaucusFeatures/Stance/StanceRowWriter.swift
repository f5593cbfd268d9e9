import CaucusMatrix
@_spi(HashTable) import CaucusText
import Foundation

/// Turns what was seen in passages into weighted rows of a sparse matrix.
struct StanceRowWriter {
    /// One column of the open row.
    private struct Cell: BitwiseCopyable {
        var column: Int32
        var sum: Float
        var space: StanceSpace
        /// The sum of the entries' values before any weighting.
        var total: Double
    }

    private let vocabulary: StanceVocabulary
    private var cells: [Cell] = []
    /// The place of each entry of the open row among `cells`, or -1.
    private var cellOfEntry: [Int32] = []
    /// The place among `cells` of each column of the open row, under the column's number plus 1.
    private var places = HashTable<Int32>(expected: 100)
    /// The squared length of each block of the open row.
    private var squares = [Float](repeating: 0, count: StanceSpace.allCases.count)
    private var starts = [0]
    /// What keeps the compiler from leaving ``StanceVocabulary/touch(_:)`` out.
    private var warmth: UInt64 = 0
    private var indices: [Int32] = []
    private var values: [Float] = []

    init(_ vocabulary: StanceVocabulary) { self.vocabulary = vocabulary }

    /// Adds the row of one passage.
    mutating func add(_ entries: [StanceEntry]) {
        gather(entries)
        for i in squares.indices { squares[i] = 0 }
        for i in cells.indices {
            let cell = cells[i]
            let value =
                Self.weight(of: cell.sum, cell.space.kind) * vocabulary.scales[Int(cell.column)]
            cells[i].sum = value
            squares[Int(cell.space.rawValue)] += value * value
        }
        for cell in cells {
            indices.append(cell.column)
            values.append(
                cell.space.kind == .number
                    ? cell.sum : cell.sum / squares[Int(cell.space.rawValue)].squareRoot())
        }
        starts.append(indices.count)
    }

    /// Sums up entries of one column, columns standing in the order of their first entry.
    private mutating func gather(_ entries: [StanceEntry]) {
        places.removeAll()
        cells.removeAll(keepingCapacity: true)
        cellOfEntry.removeAll(keepingCapacity: true)
        // The vocabulary is wider than the nearest caches: its slots are fetched side by side before they are
        // asked one after the other.
        for entry in entries { warmth ^= vocabulary.touch(entry.key) }
        for entry in entries {
            let column = vocabulary.column(entry.key)
            cellOfEntry.append(column < 0 ? -1 : add(entry, to: column))
        }
    }

    /// Adds an entry to the cell of its column, which it gives.
    @inline(__always)
    private mutating func add(_ entry: StanceEntry, to column: Int32) -> Int32 {
        let next = Int32(truncatingIfNeeded: cells.count)
        if let place = places.value(of: Self.key(column), orAdd: next) {
            cells[Int(place)].sum += entry.value
            cells[Int(place)].total += Double(entry.value)
            return place
        }
        cells.append(
            Cell(
                column: column, sum: entry.value, space: entry.space, total: Double(entry.value)))
        return next
    }

    @inline(__always)
    private static func key(_ column: Int32) -> UInt64 { UInt64(UInt32(bitPattern: column)) + 1 }

    /// Where entry `i` of the row that was added last stands: its place among the row's numbers, and its part
    /// of that number; `nil` where it has no column.
    @inline(__always)
    func part(ofEntry i: Int, _ entry: StanceEntry) -> (cell: Int32, share: Double)? {
        let cell = cellOfEntry[i]
        return cell < 0 ? nil : (cell, Double(entry.value) / cells[Int(cell)].total)
    }

    @inline(__always)
    private static func weight(of sum: Float, _ kind: StanceSpace.Kind) -> Float {
        switch kind {
        case .weighted: sum
        case .counted: sum == 1 ? 1 : 1 + log(sum)
        case .number: sum <= 1 ? sum : 1 + log(sum)
        }
    }

    func matrix() -> SparseMatrix {
        SparseMatrix(
            trusting: vocabulary.count, rowStarts: starts, indices: indices, values: values)
    }
}
