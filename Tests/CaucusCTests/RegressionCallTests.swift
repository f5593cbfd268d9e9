import CCaucus
import Foundation
import Testing

/// Logistic regression of the caller's rows.
@Suite(.onCallersThread) struct RegressionCallTests {
    /// Rows of two columns, and classes; what tests break is open to them.
    struct Rows {
        var starts: [Int64] = [0, 1, 2, 3, 4]
        var indices: [Int32] = [0, 1, 0, 1]
        var values: [Double] = [1, 1, 2, 3]
        var classes: [Int64] = [0, 1, 0, 1]
        var weights: [Double]?
        /// Instead of what the arrays say.
        var rowCount: Int64?
        var columnCount: Int64 = 2
        var valueCount: Int64?

        func fitted(_ options: CTable?) -> CAnswer {
            starts.withUnsafeBufferPointer { starts in
                indices.withUnsafeBufferPointer { indices in
                    values.withUnsafeBufferPointer { values in
                        var rows = caucus_rows(
                            row_count: rowCount ?? Int64(starts.count - 1),
                            column_count: columnCount,
                            value_count: valueCount ?? Int64(values.count),
                            starts: starts.baseAddress, indices: indices.baseAddress,
                            values: values.baseAddress)
                        return CAnswer {
                            caucus_regress(&rows, classes, weights, options?.table, $0, $1, $2)
                        }
                    }
                }
            }
        }
    }

    private static func options() -> CTable { CTable([("class_count", ["2"]), ("c", ["1"])]) }

    static func fitted(options: CTable?) -> CAnswer {
        let given = options?.table.pointee
        guard let options, given?.row_count == 1, given?.column_count == 1,
            let name = options.columns.pointee.name.map({ String(cString: $0) }),
            ["c", "dense", "gap", "iterations"].contains(name),
            let bytes = options.columns.pointee.bytes
        else { return Rows().fitted(options) }
        let count = Int(options.columns.pointee.byte_count)
        let value = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        return Rows().fitted(CTable([("class_count", ["2"]), (name, [value])]))
    }

    private static func doubles(_ table: ArrowTable?, _ name: String) -> [Double] {
        guard case .bytes(let bytes)? = table?[name].first else { return [] }
        return bytes.withUnsafeBytes { buffer in
            (0..<(buffer.count / 8)).map {
                buffer.loadUnaligned(fromByteOffset: $0 * 8, as: Double.self)
            }
        }
    }

    @Test func sparseAndDenseRowsHaveTheSameWeights() throws {
        let sparse = try #require(Rows().fitted(Self.options()).table)
        let dense = try #require(
            Rows().fitted(CTable([("class_count", ["2"]), ("c", ["1"]), ("dense", ["1"])])).table)
        let (left, right) = (Self.doubles(sparse, "weights"), Self.doubles(dense, "weights"))
        #expect(left.count == 4 && Self.doubles(sparse, "intercepts").count == 2)
        // Both stop at a relative gap of 1e-6.
        #expect(zip(left, right).allSatisfy { abs($0 - $1) < 1e-2 }, "\(left) \(right)")
        #expect(left[0] > 0 && left[1] < 0 && left[2] < 0 && left[3] > 0)
        #expect(sparse["converged"] == [.integer(1)] && dense["converged"] == [.integer(1)])
    }

    @Test func whatARowCountsMatters() throws {
        var rows = Rows()
        rows.weights = [1, 1, 1, 1]
        #expect(rows.fitted(Self.options()).table == Rows().fitted(Self.options()).table)
        rows.weights = [9, 1, 1, 1]
        #expect(rows.fitted(Self.options()).table != Rows().fitted(Self.options()).table)
    }

    /// Ways in which rows can be broken, and the code.
    private static let defects:
        [(name: String, code: Int32, breaks: @Sendable (inout Rows) -> Void)] = [
            ("negative rows", 64, { $0.rowCount = -1 }),
            ("too many rows", 64, { $0.rowCount = .max }),
            ("negative columns", 64, { $0.columnCount = -1 }),
            ("too many columns", 64, { $0.columnCount = .max }),
            ("columns whose weights fill the memory", 64, { $0.columnCount = Int64(Int32.max) }),
            ("negative values", 64, { $0.valueCount = -1 }),
            ("fewer values", 64, { $0.valueCount = 3 }),
            ("a start that falls", 64, { $0.starts[2] = 0 }),
            ("a start beyond the values", 64, { $0.starts[4] = 9 }),
            ("a start before the values", 64, { $0.starts[0] = -1 }),
            ("an index beyond the columns", 64, { $0.indices[1] = 2 }),
            ("an index before them", 64, { $0.indices[1] = -1 }),
            ("a value that is no number", 65, { $0.values[0] = .nan }),
            ("a value too large", 65, { $0.values[0] = 1e300 }),
            ("a class beyond the others", 64, { $0.classes[0] = 2 }),
            ("a negative class", 64, { $0.classes[0] = -1 }),
            ("one class", 65, { $0.classes = [1, 1, 1, 1] }),
            ("a weight that is no number", 65, { $0.weights = [.nan, 1, 1, 1] }),
            ("a negative weight", 65, { $0.weights = [-1, 1, 1, 1] }),
            ("weights too large to be summed", 65, { $0.weights = [1e300, 1e300, 1, 1] }),
            ("weights too small to be told from zero", 65, { $0.weights = [1e-300, 1, 1, 1] }),
            (
                "no row", 65,
                {
                    $0.starts = [0]
                    $0.valueCount = 0
                }
            ),
        ]

    @Test(arguments: defects.indices) func brokenRowsAreRefused(n: Int) {
        let defect = Self.defects[n]
        var rows = Rows()
        defect.breaks(&rows)
        let answer = rows.fitted(Self.options())
        #expect(answer.code == defect.code, "\(defect.name): \(answer.message ?? "")")
    }

    @Test func whatIsNotGivenIsAskedFor() {
        let options = Self.options()
        #expect(
            CAnswer { caucus_regress(nil, nil, nil, options.table, $0, $1, $2) }.message
                == "found no rows")
        #expect(Rows().fitted(nil).message == "found no option class_count")
        var rows = caucus_rows()
        #expect(CAnswer { caucus_regress(&rows, nil, nil, options.table, $0, $1, $2) }.code == 64)
    }
}
