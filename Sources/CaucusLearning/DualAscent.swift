import CaucusMatrix
import Foundation

/// Multinomial dual coordinate ascent (Yu, Huang & Lin 2011; Shalev-Shwartz & Zhang 2013), for one
/// model or for several over the same rows, side by side in the lanes of one vector.
///
/// Every row i has a dual block p̃ᵢ on the simplex, and the weights are V = Σ cᵢ xᵢ (yᵢ − p̃ᵢ)ᵀ. A visit
/// moves p̃ᵢ towards softmax(zᵢ) by the best step on that line.
///
/// The intercepts are not penalized, which ties the blocks together: R = Σ cᵢ (yᵢ − p̃ᵢ) must vanish. It
/// does so by the method of multipliers, b = b₀ + μR with b₀ moved after each sweep; and rows are
/// centered by m, near their mean, so that the weights do not stand in for the intercepts meanwhile. No
/// centered row is ever formed: with aᵢ = m·xᵢ and q = Vm,
/// zᵢ = V xᵢ + b₀ − q + (|m|² + μ − aᵢ) R.
final class DualAscent<L: SIMD & BitwiseCopyable> where L.Scalar == Float {
    let rows: SparseMatrix
    let labels: Fixed<Int>
    /// How many models lie side by side, and how many classes each has; class k of model m is lane
    /// k · models + m.
    let models: Int
    let classes: Int
    /// C; the cost of a row is C times its weight.
    private(set) var c: Double
    let weights: Fixed<Float>
    /// The model that leaves a row out, -1 for none.
    let leftOut: Fixed<Int32>
    /// 1 in the lanes that a row trains, by the model it is left out of, plus one.
    let masks: Fixed<L>
    /// 1 in the lanes of a label.
    let targets: Fixed<L>
    /// m, a number a column.
    let center: [Float]
    /// aᵢ.
    let alongCenter: Fixed<Float>
    /// |xᵢ − m|².
    let squaredNorms: Fixed<Float>
    let centerSquared: Float
    let v: UnsafeMutablePointer<L>
    let dual: UnsafeMutablePointer<L>
    private(set) var multiplier: Float = 0
    private(set) var b0: L = .zero
    var r: L = .zero
    var q: L = .zero
    private var order: [Int32] = []
    private var random: SplitMix
    private let seed: UInt64
    private(set) var mass = 0.0
    /// 1 in the lanes of the models that still move.
    private(set) var moving = L(repeating: 1)
    /// Whether some model rests while others move.
    private(set) var isAnyFrozen = false
    /// Whether each row is left out by at most one of the models, which then share one arithmetic
    /// whatever their number.
    let isCrossValidation: Bool

    /// A solver whose blocks are the labels themselves, and whose weights are 0.
    init(
        rows: SparseMatrix, labels: [Int], weights: [Float], classes: Int, models: Int = 1,
        leftOut: [Int32]? = nil, c: Double, seed: UInt64 = 1
    ) {
        precondition(models * classes <= L.scalarCount, "more classes than lanes")
        self.rows = rows
        self.labels = Fixed(labels)
        self.models = models
        self.classes = classes
        self.c = c
        self.weights = Fixed(weights)
        mass = weights.reduce(0) { $0 + Double($1) }
        isCrossValidation = leftOut != nil
        self.leftOut = Fixed(leftOut ?? [Int32](repeating: -1, count: labels.count))
        masks = Fixed(
            (-1..<models).map { out in
                var mask = L.zero
                for lane in 0..<(models * classes) where lane % models != out { mask[lane] = 1 }
                return mask
            })
        targets = Fixed(
            (0..<classes).map { label in
                var target = L.zero
                for model in 0..<models { target[label * models + model] = 1 }
                return target
            })
        center = Self.center(of: rows)
        let (along, norms, squared) = Self.measures(rows, center)
        alongCenter = Fixed(along)
        squaredNorms = Fixed(norms)
        centerSquared = squared
        v = .roomy(capacity: max(rows.columns, 1))
        v.initialize(repeating: .zero, count: max(rows.columns, 1))
        dual = .roomy(capacity: labels.count)
        self.seed = seed
        random = SplitMix(seed: seed)
        for (i, label) in labels.enumerated() {
            var p = L.zero
            for model in 0..<models where model != Int(self.leftOut[i]) {
                p[label * models + model] = 1
            }
            dual[i] = p
        }
        b0 = priorIntercepts()
        setMultiplier()
    }

    deinit {
        v.deallocate()
        dual.deallocate()
    }

    /// Rows are visited in blocks, and the blocks in a new order each sweep.
    static var block: Int { 16 }

    /// The mean of a sixteenth of the rows; any vector is right, the mean is quick.
    private static func center(of rows: SparseMatrix) -> [Float] {
        var center = [Float](repeating: 0, count: rows.columns)
        let step = max(1, min(16, rows.rows / 256))
        let share = Float(step) / Float(max(rows.rows, 1))
        for i in stride(from: 0, to: rows.rows, by: step) {
            for n in rows.range(ofRow: i) { center[Int(rows.indices[n])] += rows.values[n] * share }
        }
        return center
    }

    private static func measures(
        _ rows: SparseMatrix, _ center: [Float]
    ) -> (along: [Float], norms: [Float], squared: Float) {
        let squared = center.reduce(0) { $0 + $1 * $1 }
        var along = [Float](repeating: 0, count: rows.rows)
        var norms = along
        rows.indices.withUnsafeBufferPointer { j in
            rows.values.withUnsafeBufferPointer { x in
                center.withUnsafeBufferPointer { m in
                    for i in 0..<rows.rows {
                        var (dot, norm) = (Float(0), Float(0))
                        for n in rows.rowStarts[i]..<rows.rowStarts[i + 1] {
                            dot += x[n] * m[Int(j[n])]
                            norm += x[n] * x[n]
                        }
                        along[i] = dot
                        norms[i] = max(norm - 2 * dot + squared, 0)
                    }
                }
            }
        }
        return (along, norms, squared)
    }

    /// The logarithms of the shares of the classes among the rows each model sees.
    private func priorIntercepts() -> L {
        var totals = [Double](repeating: 0, count: models * classes)
        for i in 0..<labels.count {
            for model in 0..<models where model != Int(leftOut[i]) {
                totals[labels[i] * models + model] += Double(weights[i])
            }
        }
        var result = L.zero
        for model in 0..<models {
            let logs = (0..<classes).map { log(max(totals[$0 * models + model], 1e-30)) }
            let mean = logs.reduce(0, +) / Double(classes)
            for k in 0..<classes { result[k * models + model] = Float(logs[k] - mean) }
        }
        return result
    }

    /// Large enough to bring the intercepts to their place in a sweep, too small to shorten the steps.
    private func setMultiplier() {
        multiplier = Float(max(0.1, 40 / max(c * mass, 1e-30)))
    }

    /// Goes on with another C: the blocks stay, the weights scale.
    func changeC(to new: Double) {
        let intercepts = b0 + r * multiplier
        let factor = Float(new / c)
        c = new
        for j in 0..<rows.columns { v[j] *= factor }
        r *= factor
        q *= factor
        setMultiplier()
        b0 = intercepts - r * multiplier
    }

    /// Starts from blocks that a model's probabilities give, instead of from the labels.
    func begin(at probabilities: Matrix, intercepts: [Double]) {
        for i in 0..<labels.count {
            var p = L.zero
            for lane in 0..<(models * classes) where lane % models != Int(leftOut[i]) {
                p[lane] = Float(probabilities[i, lane / models])
            }
            dual[i] = p
        }
        rebuild()
        r = .zero
        settle()
        for lane in 0..<(models * classes) { b0[lane] = Float(intercepts[lane / models]) }
        b0 += q - r * (centerSquared + multiplier)
    }

    /// Sums the weights anew from the blocks.
    private func rebuild() {
        v.update(repeating: .zero, count: max(rows.columns, 1))
        for i in 0..<labels.count where weights[i] > 0 {
            let y = targets[labels[i]] * masks[Int(leftOut[i]) + 1]
            let change = (y - dual[i]) * (Float(c) * weights[i])
            rows.indices.withUnsafeBufferPointer { j in
                rows.values.withUnsafeBufferPointer { x in
                    Self.scatter(
                        change, into: v, UnsafeBufferPointer(rebasing: j[rows.range(ofRow: i)]),
                        UnsafeBufferPointer(rebasing: x[rows.range(ofRow: i)]))
                }
            }
        }
    }

    /// Sets all models moving, over the same orders of rows every time.
    func restart() {
        order = (0..<Int32((labels.count + Self.block - 1) / Self.block)).map { $0 }
        random = SplitMix(seed: seed)
        moving = L(repeating: 1)
        isAnyFrozen = false
    }

    /// Lets a model rest where it is.
    func freeze(_ model: Int) {
        for k in 0..<classes { moving[k * models + model] = 0 }
        isAnyFrozen = true
    }

    /// The next order of the blocks of rows.
    func shuffledBlocks() -> [Int32] {
        order.shuffle(using: &random)
        return order
    }

    /// Sums R and q anew, so that rounding cannot pile up, and moves the intercepts.
    func settle() {
        var sums = [Double](repeating: 0, count: L.scalarCount)
        for i in 0..<labels.count {
            let p = dual[i]
            let cost = c * Double(weights[i])
            for model in 0..<models where model != Int(leftOut[i]) {
                for k in 0..<classes {
                    let y: Double = labels[i] == k ? 1 : 0
                    sums[k * models + model] += cost * (y - Double(p[k * models + model]))
                }
            }
        }
        b0 += r * multiplier * moving
        for lane in 0..<L.scalarCount { r[lane] = Float(sums[lane]) }
        var product = L.zero
        for j in 0..<rows.columns where center[j] != 0 { product += v[j] * center[j] }
        q = product
    }
}
