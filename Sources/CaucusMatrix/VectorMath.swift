/// Functions of whole arrays of float32, sixteen numbers at a time.
package enum VectorMath {
    private typealias Lanes = SIMD16<Float>

    /// Each row less its mean, over its standard deviation, times `gain`, plus `bias`.
    ///
    /// - Precondition: `columns` is a multiple of 16.
    package static func normalize(
        _ x: UnsafeMutablePointer<Float>, rows: Int, columns: Int, _ gain: [Float], _ bias: [Float]
    ) {
        precondition(columns % 16 == 0 && gain.count == columns && bias.count == columns)
        gain.withUnsafeBytes { gain in
            bias.withUnsafeBytes { bias in
                for row in 0..<rows {
                    let x = UnsafeMutableRawPointer(x + row * columns)
                    var sum = Lanes.zero
                    for i in stride(from: 0, to: 4 * columns, by: 64) {
                        sum += x.loadUnaligned(fromByteOffset: i, as: Lanes.self)
                    }
                    let mean = Lanes(repeating: sum.sum() / Float(columns))
                    var squares = Lanes.zero
                    for i in stride(from: 0, to: 4 * columns, by: 64) {
                        let d = x.loadUnaligned(fromByteOffset: i, as: Lanes.self) - mean
                        squares += d * d
                    }
                    let scale = Lanes(
                        repeating: 1 / (squares.sum() / Float(columns) + 1e-12).squareRoot())
                    for i in stride(from: 0, to: 4 * columns, by: 64) {
                        let d = (x.loadUnaligned(fromByteOffset: i, as: Lanes.self) - mean) * scale
                        let y =
                            d * gain.loadUnaligned(fromByteOffset: i, as: Lanes.self)
                            + bias.loadUnaligned(fromByteOffset: i, as: Lanes.self)
                        x.storeBytes(of: y, toByteOffset: i, as: Lanes.self)
                    }
                }
            }
        }
    }

    /// x · Φ(x), Φ the normal distribution: by a quotient of polynomials for erf, as Eigen has it, to 4 · 10⁻⁷.
    ///
    /// - Precondition: `count` is a multiple of 16.
    package static func gelu(_ x: UnsafeMutablePointer<Float>, count: Int) {
        precondition(count % 16 == 0)
        let x = UnsafeMutableRawPointer(x)
        let most = Lanes(repeating: 4)
        for i in stride(from: 0, to: 4 * count, by: 64) {
            let v = x.loadUnaligned(fromByteOffset: i, as: Lanes.self)
            var z = v * 0.707_106_78
            z.replace(with: most, where: z .> most)
            z.replace(with: -most, where: z .< -most)
            let q = z * z
            var p = q * -2.726_142_33e-10 + Lanes(repeating: 2.770_681_42e-8)
            p = p * q + Lanes(repeating: -2.101_023_82e-6)
            p = p * q + Lanes(repeating: -5.692_506_39e-5)
            p = p * q + Lanes(repeating: -7.349_906_30e-4)
            p = p * q + Lanes(repeating: -2.954_600_28e-3)
            p = p * q + Lanes(repeating: -1.609_603_48e-2)
            var d = q * -1.456_607_18e-5 + Lanes(repeating: -2.133_740_36e-4)
            d = d * q + Lanes(repeating: -1.682_827_27e-3)
            d = d * q + Lanes(repeating: -7.373_329_80e-3)
            d = d * q + Lanes(repeating: -1.426_473_79e-2)
            let half = v * 0.5
            x.storeBytes(of: half + half * (z * p / d), toByteOffset: i, as: Lanes.self)
        }
    }

    /// e to the power of each number of a row, over the row's sum; a row starts `stride` numbers after the one before, and what
    /// lies between them is lost.
    ///
    /// - Precondition: `stride` is a multiple of 16, and no less than `columns`.
    package static func softmax(
        _ x: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride width: Int
    ) {
        precondition(width % 16 == 0 && width >= columns)
        for row in 0..<rows {
            let x = x + row * width
            for i in columns..<width { x[i] = -.greatestFiniteMagnitude }
            let raw = UnsafeMutableRawPointer(x)
            var most = Lanes(repeating: -.greatestFiniteMagnitude)
            for i in stride(from: 0, to: 4 * width, by: 64) {
                let v = raw.loadUnaligned(fromByteOffset: i, as: Lanes.self)
                most.replace(with: v, where: v .> most)
            }
            let top = Lanes(repeating: most.max())
            var sum = Lanes.zero
            for i in stride(from: 0, to: 4 * width, by: 64) {
                let power = exp(raw.loadUnaligned(fromByteOffset: i, as: Lanes.self) - top)
                raw.storeBytes(of: power, toByteOffset: i, as: Lanes.self)
                sum += power
            }
            let share = Lanes(repeating: 1 / sum.sum())
            for i in stride(from: 0, to: 4 * width, by: 64) {
                let power = raw.loadUnaligned(fromByteOffset: i, as: Lanes.self)
                raw.storeBytes(of: power * share, toByteOffset: i, as: Lanes.self)
            }
        }
    }

    /// e to the power of lanes that are at most 0; those below -87 count as that. As ``LaneMath`` has it, for callers in which it is
    /// worth being inlined.
    @inline(__always)
    private static func exp(_ x: Lanes) -> Lanes {
        let rounder = Lanes(repeating: 12_582_912)
        var bounded = x
        bounded.replace(with: Lanes(repeating: -87), where: x .< Lanes(repeating: -87))
        let shifted = bounded * 1.442_695_04 + rounder
        let n = shifted - rounder
        let r = (bounded - n * 0.693_359_375) - n * -2.121_944_4e-4
        var y = r * 1.987_569_15e-4 + Lanes(repeating: 1.398_199_95e-3)
        y = y * r + Lanes(repeating: 8.333_451_9e-3)
        y = y * r + Lanes(repeating: 4.166_579_6e-2)
        y = y * r + Lanes(repeating: 1.666_666_55e-1)
        y = y * r + Lanes(repeating: 0.5)
        y = y * (r * r) + r + Lanes(repeating: 1)
        let power = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- 0x4B40_0000 &+ 127) &<< 23
        return y * unsafeBitCast(power, to: Lanes.self)
    }

    /// Writes a row `rows` times.
    package static func repeatRow(
        _ row: [Float], rows: Int, into x: UnsafeMutablePointer<Float>
    ) {
        row.withUnsafeBufferPointer { row in
            guard let base = row.baseAddress else { return }
            for i in 0..<rows { (x + i * row.count).update(from: base, count: row.count) }
        }
    }

    /// Adds a row to each of `rows`.
    package static func add(_ row: [Float], rows: Int, to x: UnsafeMutablePointer<Float>) {
        for i in 0..<rows {
            for j in row.indices { x[i * row.count + j] += row[j] }
        }
    }
}
