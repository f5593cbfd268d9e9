import CEncoder
import CaucusMatrix
import Foundation
import Testing

/// One kind of loops that this processor can run.
private struct Kind: CustomTestStringConvertible, Sendable {
    var loops: caucus_loops
    var testDescription: String { String(cString: loops.name) }

    static let all: [Kind] = (0..<8).compactMap { index in
        caucus_loops_here(CInt(index)).map { Kind(loops: $0.pointee) }
    }
}

/// Rows of eight bits, and weights, as their owner lets C see them.
private final class Operands {
    let (rows, height, columns): (Int, Int, Int)
    var numbers: [UInt8]
    var weights: [Int8]
    var low: [Float]
    var step: [Float]
    var scale: [Float]
    var bias: [Float]

    init(rows: Int, height: Int, columns: Int, seed: UInt64) {
        var random = SplitMix(seed: seed)
        func floats(_ count: Int) -> [Float] {
            (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
        }
        (self.rows, self.height, self.columns) = (rows, height, columns)
        numbers = (0..<rows * columns).map { _ in UInt8.random(in: 0...255, using: &random) }
        weights = (0..<height * columns).map { _ in Int8.random(in: -128...127, using: &random) }
        (low, step, scale, bias) = (floats(rows), floats(rows), floats(height), floats(height))
    }

    /// The sum of the products of a row and a row of weights.
    func sum(_ row: Int, _ weight: Int) -> Int {
        (0..<columns).reduce(0) {
            $0 + Int(numbers[row * columns + $1]) * Int(weights[weight * columns + $1])
        }
    }

    /// What the loops make of them, added to `start`, which is left out where nothing is to be added.
    func product(_ loops: caucus_loops, addedTo start: [Float]? = nil) -> [Float] {
        let packed = UnsafeMutablePointer<Int8>.allocate(capacity: weights.count)
        defer { packed.deallocate() }
        var sums = [Int32](repeating: 0, count: height)
        caucus_pack(weights, height, columns, packed, &sums)
        let scaled = zip(scale, sums).map { $0 * Float($1) }
        var y = start ?? [Float](repeating: .nan, count: rows * height)
        numbers.withUnsafeMutableBufferPointer { numbers in
            low.withUnsafeMutableBufferPointer { low in
                step.withUnsafeMutableBufferPointer { step in
                    guard let n = numbers.baseAddress, let l = low.baseAddress,
                        let s = step.baseAddress
                    else { return }
                    scale.withUnsafeBufferPointer { scale in
                        scaled.withUnsafeBufferPointer { scaled in
                            bias.withUnsafeBufferPointer { bias in
                                guard let scale = scale.baseAddress,
                                    let scaled = scaled.baseAddress, let bias = bias.baseAddress
                                else { return }
                                loops.multiply(
                                    caucus_bytes(numbers: n, low: l, step: s), rows,
                                    caucus_weights(
                                        packed: packed, scale: scale, sum: scaled, bias: bias,
                                        rows: height, columns: columns), start == nil ? 0 : 1, &y)
                            }
                        }
                    }
                }
            }
        }
        return y
    }
}

@Suite("The encoder's loops in C")
struct LoopsTests {
    /// Rows, rows of weights (full panels of 64, and parts of one), columns.
    private static let shapes = [
        (1, 16, 16), (2, 32, 48), (3, 80, 16), (5, 64, 64), (6, 112, 32), (7, 192, 16),
        (13, 48, 96), (23, 128, 384), (2, 64, 4096),
    ]

    @Test func thereAreLoopsForAnyProcessor() {
        #expect(Kind.all.last?.testDescription == "portable")
        #expect(caucus_loops_here(-1) == nil && caucus_loops_here(99) == nil)
    }

    /// To the last bit: the sums are exact, and what follows is done in the order that the formula has.
    @Test(arguments: Kind.all, shapes)
    private func productsAreThoseOfAPlainLoop(_ kind: Kind, _ shape: (Int, Int, Int)) {
        let operands = Operands(rows: shape.0, height: shape.1, columns: shape.2, seed: 1)
        let start = (0..<shape.0 * shape.1).map { Float($0) / 7 }
        let found = operands.product(kind.loops)
        let added = operands.product(kind.loops, addedTo: start)
        for row in 0..<operands.rows {
            for weight in 0..<operands.height {
                let ones = (0..<operands.columns).reduce(0) {
                    $0 + Int(operands.weights[weight * operands.columns + $1])
                }
                let level =
                    operands.low[row] * (operands.scale[weight] * Float(ones))
                    + operands.bias[weight]
                let sum = Float(operands.sum(row, weight))
                let value = sum * operands.step[row] * operands.scale[weight] + level
                let place = row * operands.height + weight
                #expect(found[place] == value)
                #expect(added[place] == value + start[place])
            }
        }
    }

    /// Instructions that cap their sums would show here.
    @Test(arguments: Kind.all, [(UInt8.max, Int8.min), (.max, .max), (0, .min), (128, -1)])
    private func theGreatestSumsAreExact(_ kind: Kind, _ values: (UInt8, Int8)) {
        let operands = Operands(rows: 3, height: 80, columns: 4096, seed: 2)
        operands.numbers = operands.numbers.map { _ in values.0 }
        operands.weights = operands.weights.map { _ in values.1 }
        operands.low = [0, 0, 0]
        operands.step = [1, 1, 1]
        operands.scale = operands.scale.map { _ in 1 }
        operands.bias = operands.bias.map { _ in 0 }
        let sum = Float(4096 * Int(values.0) * Int(values.1))
        #expect(operands.product(kind.loops).allSatisfy { $0 == sum })
    }

    @Test(arguments: Kind.all)
    private func aRowIsRoundedByItsLeastAndGreatestNumber(_ kind: Kind) {
        let (rows, columns) = (5, 48)
        var random = SplitMix(seed: 3)
        var x = (0..<rows * columns).map { _ in Float.random(in: -3...9, using: &random) }
        for i in 0..<columns {
            // One value throughout; and one that is far from the others.
            x[columns + i] = -2.5
            x[2 * columns + i] = i == 17 ? 1e6 : Float(i)
        }
        var numbers = [UInt8](repeating: 7, count: x.count)
        var low = [Float](repeating: .nan, count: rows)
        var step = low
        numbers.withUnsafeMutableBufferPointer { n in
            low.withUnsafeMutableBufferPointer { l in
                step.withUnsafeMutableBufferPointer { s in
                    guard let n = n.baseAddress, let l = l.baseAddress, let s = s.baseAddress
                    else { return }
                    kind.loops.quantize(
                        x, rows, columns, caucus_bytes(numbers: n, low: l, step: s))
                }
            }
        }
        for row in 0..<rows {
            let values = x[row * columns..<(row + 1) * columns]
            let (least, most) = (values.min() ?? 0, values.max() ?? 0)
            #expect(low[row] == least && step[row] == (most - least) / 255)
            for (i, value) in values.enumerated() {
                let number = numbers[row * columns + i]
                let expected =
                    most > least
                    ? ((value - least) * (255 / (most - least))).rounded(.toNearestOrEven) : 0
                #expect(Float(number) == expected)
            }
        }
    }

    /// Erf to 4 · 10⁻⁷ of the greatest value; softmax and norms to rounding.
    @Test(arguments: Kind.all)
    private func geluIsThatOfTheNormalDistribution(_ kind: Kind) {
        let x = (0..<160).map { Float($0 - 80) / 12 } + [-1e9, 1e9, 0, -0.0]
        var y = x + [Float](repeating: 0, count: 176 - x.count)
        kind.loops.gelu(&y, y.count)
        for (x, y) in zip(x, y) {
            let exact = Double(x) * 0.5 * erfc(-Double(x) * 0.5.squareRoot())
            #expect(abs(Double(y) - exact) <= 4e-7 * max(1, abs(Double(x))))
        }
    }

    @Test(arguments: Kind.all)
    private func normedRowsHaveMeanZeroAndVarianceOne(_ kind: Kind) {
        let x = (0..<96).map { Float(($0 * 37) % 29) }
        var y = x
        kind.loops.normalize(
            &y, 2, 48, (0..<48).map { Float($0) }, [Float](repeating: 0.5, count: 48))
        for row in 0..<2 {
            let values = x[row * 48..<(row + 1) * 48].map(Double.init)
            let mean = values.reduce(0, +) / 48
            let deviation =
                (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 48).squareRoot()
            for i in 0..<48 {
                let exact = (values[i] - mean) / deviation * Double(i) + 0.5
                #expect(abs(Double(y[row * 48 + i]) - exact) < 1e-4)
            }
        }
    }

    /// Depths that fill lanes of sixteen, and that do not.
    @Test(arguments: Kind.all, [(1, 16, 2), (7, 32, 4), (33, 64, 2), (96, 96, 2), (17, 48, 4)])
    private func piecesTakeSharesOfOneAnother(_ kind: Kind, _ shape: (Int, Int, Int)) {
        let (n, width, heads) = shape
        let depth = width / heads
        var random = SplitMix(seed: 4)
        let qkv = (0..<n * 3 * width).map { _ in Float.random(in: -1...1, using: &random) }
        var room = [Float](repeating: .nan, count: caucus_attention_room(n, depth))
        var mixed = [Float](repeating: .nan, count: n * width)
        kind.loops.attend(qkv, n, width, heads, &room, &mixed)
        func value(_ piece: Int, _ part: Int, _ column: Int) -> Double {
            Double(qkv[piece * 3 * width + part * width + column])
        }
        for (i, head) in (0..<n).flatMap({ i in (0..<heads).map { (i, $0 * depth) } }) {
            let columns = head..<head + depth
            let shares = (0..<n).map { j in
                exp(
                    columns.reduce(0) { $0 + value(i, 0, $1) * value(j, 1, $1) }
                        / Double(depth).squareRoot())
            }
            let all = shares.reduce(0, +)
            for column in columns {
                let exact = (0..<n).reduce(0) { $0 + shares[$1] * value($1, 2, column) } / all
                #expect(abs(Double(mixed[i * width + column]) - exact) < 1e-5)
            }
        }
    }
}
