import CCaucus
import FuzzSupport

/// Rows of numbers for a regression: usual ones, one in four with a start, an index, a value, a class or a count that is odd.
struct GivenRows {
    private var starts: [Int64] = [0]
    private var indices: [Int32] = []
    private var values: [Double] = []
    private var classes: [Int64] = []
    private var weights: [Double] = []
    private var isWeighted = false
    private var columns: Int64 = 3
    private var rows: Int64?

    init(_ choices: inout Choices) {
        let count = choices.pick([6, 2, 12, 1, 0])
        for row in 0..<count {
            for column in 0..<Int32(choices.below(4)) {
                indices.append(column)
                values.append(choices.pick([1, -1, 0.5, 2, 0, 1e-3, 100, 1e6]))
            }
            starts.append(Int64(indices.count))
            classes.append(Int64((row + choices.below(2)) % 2))
            weights.append(choices.pick([1, 2, 0, 0.1]))
        }
        isWeighted = choices.isOne(in: 4)
        guard choices.isOne(in: 4) else { return }
        switch choices.below(8) {
        case 0: starts[choices.below(starts.count)] = choices.pick([-1, .min, .max, 1, 99])
        case 1: rows = choices.pick([-1, .min, .max, 1 << 31])
        case 2: columns = choices.pick([0, -1, .min, .max, 1, Int64(Int32.max), 1 << 20])
        case 3 where !indices.isEmpty:
            indices[choices.below(indices.count)] = choices.pick([-1, .min, .max, 3, 0])
        case 4 where !values.isEmpty:
            values[choices.below(values.count)] = choices.pick([
                .nan, .infinity, 1e300, -1e300, .leastNonzeroMagnitude, 1e100, 1e38,
            ])
        case 5 where !classes.isEmpty:
            classes[choices.below(classes.count)] = choices.pick([-1, 2, .min, .max])
        case 6 where !weights.isEmpty:
            isWeighted = true
            weights[choices.below(weights.count)] = choices.pick([
                -1, .nan, .infinity, 1e300, .leastNonzeroMagnitude,
            ])
        default: break
        }
    }

    mutating func regress(
        _ options: CTable?, _ schema: UnsafeMutablePointer<ArrowSchema>,
        _ array: UnsafeMutablePointer<ArrowArray>,
        _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    ) -> Int32 {
        starts.withUnsafeBufferPointer { starts in
            indices.withUnsafeBufferPointer { indices in
                values.withUnsafeBufferPointer { values in
                    var given = caucus_rows(
                        row_count: rows ?? Int64(starts.count - 1), column_count: columns,
                        value_count: Int64(values.count), starts: starts.baseAddress,
                        indices: indices.baseAddress, values: values.baseAddress)
                    return caucus_regress(
                        &given, classes, isWeighted ? weights : nil, options?.table, schema, array,
                        message)
                }
            }
        }
    }
}
