import CaucusMatrix

/// The Cholesky factor of the second derivatives by the weights of the dense columns and the
/// intercepts, exact across columns and classes.
///
/// Row by row they are cᵢ xᵢxᵢᵀ ⊗ (diag(pᵢ) − pᵢpᵢᵀ), which is the sum over pairs of classes a < b of
/// cᵢ pᵢₐpᵢ_b xᵢxᵢᵀ ⊗ (e_a − e_b)(e_a − e_b)ᵀ: `classes · (classes − 1) / 2` symmetric products. A move of
/// all classes together changes no probability and costs only the penalty, so that `classes − 1`
/// contrasts, orthogonal and each of sum zero, hold everything else.
struct DenseFactor: Sendable {
    private let classes: Int
    /// Dense columns, that of ones included.
    private let columns: Int
    /// Classes × contrasts.
    private let contrasts: [Double]
    private var factor: [Double]

    private var order: Int { columns * (classes - 1) }

    /// The largest order worth its factorization.
    static let largestOrder = 4000

    /// The factor where the rows have these probabilities, or `nil` where it is not positive definite.
    ///
    /// - Parameters:
    ///   - probabilities: a row of `stride` numbers for each row, the first of them the classes'.
    ///   - areEqual: whether all rows have the same probabilities, so that one product is enough.
    init?(
        _ dense: Matrix, costs: [Double], classes: Int, probabilities: UnsafePointer<Double>,
        stride: Int, areEqual: Bool
    ) {
        self.classes = classes
        columns = dense.columns
        contrasts = Self.helmert(classes)
        let n = dense.columns * (classes - 1)
        factor = [Double](repeating: 0, count: n * n)
        var pairs: [(a: Int, b: Int)] = []
        for a in 0..<classes { for b in (a + 1)..<classes { pairs.append((a, b)) } }
        var products = PairProducts(columns: columns, count: areEqual ? 1 : pairs.count)
        products.add(dense) { row, pair in
            let p = probabilities + row * stride
            return areEqual ? costs[row] : costs[row] * p[pairs[pair].a] * p[pairs[pair].b]
        }
        for (n, pair) in pairs.enumerated() {
            let share = areEqual ? probabilities[pair.a] * probabilities[pair.b] : 1
            place(products.blocks[areEqual ? 0 : n], share, pair.a, pair.b)
        }
        penalize(costs.reduce(0, +))
        guard BLAS.potrf(n, &factor) else { return nil }
    }

    /// Adds the block of a pair to the upper triangle, contrast by contrast.
    private mutating func place(_ block: [Double], _ share: Double, _ a: Int, _ b: Int) {
        let (d, k, n) = (columns, classes - 1, order)
        for u in 0..<k {
            for v in u..<k {
                let q =
                    share * (contrasts[a * k + u] - contrasts[b * k + u])
                    * (contrasts[a * k + v] - contrasts[b * k + v])
                guard q != 0 else { continue }
                factor.withUnsafeMutableBufferPointer { factor in
                    block.withUnsafeBufferPointer { block in
                        for i in 0..<d {
                            let row = (u * d + i) * n + v * d
                            // Of a block on the diagonal nobody reads what lies below it.
                            if u < v {
                                for j in 0..<i { factor[row + j] += q * block[j * d + i] }
                            }
                            for j in i..<d { factor[row + j] += q * block[i * d + j] }
                        }
                    }
                }
            }
        }
    }

    /// Adds the penalty: 1 for a weight, next to nothing for an intercept.
    private mutating func penalize(_ mass: Double) {
        for place in 0..<order {
            let isIntercept = place % columns == columns - 1
            factor[place * order + place] += isIntercept ? 1e-12 * mass : 1
        }
    }

    /// Orthonormal contrasts (Helmert): the classes before the u-th against it.
    private static func helmert(_ classes: Int) -> [Double] {
        let k = classes - 1
        var result = [Double](repeating: 0, count: classes * k)
        for u in 0..<k {
            let length = Double((u + 1) * (u + 2)).squareRoot()
            for a in 0...u { result[a * k + u] = 1 / length }
            result[(u + 1) * k + u] = -Double(u + 1) / length
        }
        return result
    }

    /// Replaces a gradient, a row of `stride` numbers for each column, by the step that the factor
    /// gives.
    func solve(_ gradient: UnsafeMutablePointer<Double>, stride: Int) {
        let (d, k) = (columns, classes - 1)
        var reduced = [Double](repeating: 0, count: order)
        for j in 0..<d {
            for u in 0..<k {
                var sum = 0.0
                for a in 0..<classes { sum += contrasts[a * k + u] * gradient[j * stride + a] }
                reduced[u * d + j] = sum
            }
        }
        BLAS.potrs(order, factor, &reduced)
        for j in 0..<d {
            var mean = 0.0
            if j < d - 1 {
                for a in 0..<classes { mean += gradient[j * stride + a] / Double(classes) }
            }
            for a in 0..<classes {
                var sum = mean
                for u in 0..<k { sum += contrasts[a * k + u] * reduced[u * d + j] }
                gradient[j * stride + a] = sum
            }
        }
    }
}

/// Sums of weighted outer products of the rows of a matrix, the upper triangles, for several weights.
private struct PairProducts {
    var blocks: [[Double]]
    private let columns: Int

    init(columns: Int, count: Int) {
        self.columns = columns
        blocks = [[Double]](
            repeating: [Double](repeating: 0, count: columns * columns), count: count)
    }

    /// Adds Σ weight(row, n) · xxᵀ to the n-th block: rows in stretches that stay near the processor,
    /// each scaled by the root of its weight and multiplied by itself.
    mutating func add(_ matrix: Matrix, weight: (_ row: Int, _ block: Int) -> Double) {
        let d = columns
        let stretch = min(max(256, 1 << 19 / max(d, 1)), max(matrix.rows, 1))
        var scaled = [Double](repeating: 0, count: stretch * d)
        for start in stride(from: 0, to: matrix.rows, by: stretch) {
            let count = min(stretch, matrix.rows - start)
            for n in blocks.indices {
                matrix.values.withUnsafeBufferPointer { rows in
                    scaled.withUnsafeMutableBufferPointer { scaled in
                        for i in 0..<count {
                            let root = max(weight(start + i, n), 0).squareRoot()
                            let from = (start + i) * d
                            for j in 0..<d { scaled[i * d + j] = root * rows[from + j] }
                        }
                    }
                }
                BLAS.syrk(rows: count, columns: d, scaled, beta: 1, &blocks[n], stride: d)
            }
        }
    }
}
