extension DualAscent {
    /// What a sweep saw on its way, before each row's visit changed it.
    struct Sight {
        /// C Σ KL(p̃ᵢ ‖ pᵢ) for each model: the duality gap, but that weights moved during the sweep.
        var gaps: [Double]
        /// Σ cᵢ · cross-entropy for each model.
        var losses: [Double]
    }

    /// A number for each model.
    typealias Models = SIMD8<Float>

    /// What changes from visit to visit.
    private struct State {
        var r: L
        var q: L
        var gap = Models.zero
        var loss = Models.zero
        /// Room for the lanes of z, p̃ and its successor, with what a read may overhang.
        let scratch: UnsafeMutablePointer<Float>
        /// Room for p, log p, and the way from p̃ to p, class by class.
        let classwise: UnsafeMutablePointer<Models>
    }

    /// Visits every row once.
    func sweep() -> Sight {
        precondition(
            models <= Models.scalarCount, "\(models) models in \(Models.scalarCount) lanes")
        let scratch = UnsafeMutablePointer<Float>.allocate(capacity: 128)
        let classwise = UnsafeMutablePointer<Models>.allocate(capacity: 4 * classes)
        defer {
            scratch.deallocate()
            classwise.deallocate()
        }
        scratch.initialize(repeating: 0, count: 128)
        classwise.initialize(repeating: .zero, count: 4 * classes)
        var state = State(r: r, q: q, scratch: scratch, classwise: classwise)
        let blocks = shuffledBlocks()
        let count = labels.count
        rows.rowStarts.withUnsafeBufferPointer { starts in
            rows.indices.withUnsafeBufferPointer { indices in
                rows.values.withUnsafeBufferPointer { values in
                    for block in blocks {
                        let first = Int(block) * Self.block
                        for i in first..<min(first + Self.block, count) where weights[i] > 0 {
                            let range = starts[i]..<starts[i + 1]
                            visit(
                                i, UnsafeBufferPointer(rebasing: indices[range]),
                                UnsafeBufferPointer(rebasing: values[range]), &state)
                        }
                    }
                }
            }
        }
        r = state.r
        q = state.q
        settle()
        return Sight(
            gaps: (0..<models).map { Double(state.gap[$0]) },
            losses: (0..<models).map { Double(state.loss[$0]) })
    }

    @inline(__always)
    private func visit(
        _ i: Int, _ j: UnsafeBufferPointer<Int32>, _ x: UnsafeBufferPointer<Float>,
        _ state: inout State
    ) {
        let along = alongCenter[i]
        let cost = Float(c) * weights[i]
        let z =
            Self.gather(v, j, x) + b0 - state.q
            + state.r * (centerSquared + multiplier - along)
        let old = dual[i]
        let curvature = cost * (squaredNorms[i] + multiplier)
        var new: L
        if !isCrossValidation {
            new = step(z, old, cost: cost, curvature: curvature, label: labels[i], &state)
        } else {
            new = steps(
                z, old, cost: cost, curvature: curvature, label: labels[i],
                leftOut: Int(leftOut[i]), &state)
            if isAnyFrozen { new.replace(with: old, where: moving .== L.zero) }
        }
        dual[i] = new
        let change = (old - new) * cost
        Self.scatter(change, into: v, j, x)
        state.r += change
        state.q += change * along
    }

    /// V xᵢ.
    @inline(__always)
    static func gather(
        _ v: UnsafeMutablePointer<L>, _ j: UnsafeBufferPointer<Int32>,
        _ x: UnsafeBufferPointer<Float>
    ) -> L {
        var even = L.zero
        var odd = L.zero
        var n = 0
        while n + 1 < j.count {
            even += v[Int(j[n])] * x[n]
            odd += v[Int(j[n + 1])] * x[n + 1]
            n += 2
        }
        if n < j.count { even += v[Int(j[n])] * x[n] }
        return even + odd
    }

    @inline(__always)
    static func scatter(
        _ change: L, into v: UnsafeMutablePointer<L>, _ j: UnsafeBufferPointer<Int32>,
        _ x: UnsafeBufferPointer<Float>
    ) {
        for n in 0..<j.count { v[Int(j[n])] += change * x[n] }
    }

    /// The block's successor on the line to softmax(z), for the one model of a fit.
    ///
    /// The length of the step starts from a parabola's guess, and Newton's method goes on from there
    /// on the derivative, which falls from `slope` to `-bend`.
    @inline(__always)
    private func step(
        _ z: L, _ old: L, cost: Float, curvature: Float, label: Int, _ state: inout State
    ) -> L {
        var most = z[0]
        for k in 1..<classes { most = max(most, z[k]) }
        let centered = z - L(repeating: most)
        let e = LaneMath<L>.exp(centered) * masks[0]
        let sum = e.sum()
        let p = e / sum
        let logP = centered - LaneMath<L>.log(L(repeating: sum))
        let logOld = LaneMath<L>.log(old)
        let d = p - old
        state.gap[0] += (old * (logOld - logP)).sum() * cost
        state.loss[0] -= logP[label] * cost
        let slope = (d * (logP - logOld)).sum()
        let bend = (d * d).sum() * curvature
        var t = slope / (slope + bend + 1e-30)
        for _ in 0..<2 {
            let there = pointwiseMax(old + d * t, L(repeating: 1e-20))
            let value = (d * (logP - LaneMath<L>.log(there))).sum() - t * bend
            let fall = (d * d / there).sum() + bend + 1e-30
            t = min(max(t + value / fall, t * 0.1), 1)
        }
        return pointwiseMax(old + d * t, .zero)
    }

    /// The same for the models of a cross-validation at once, a vector a class.
    @inline(__always)
    private func steps(
        _ z: L, _ old: L, cost: Float, curvature: Float, label: Int, leftOut: Int,
        _ state: inout State
    ) -> L {
        typealias Wide = LaneMath<Models>
        let zs = UnsafeMutableRawPointer(state.scratch)
        let olds = zs + 128
        let news = zs + 256
        zs.storeBytes(of: z, as: L.self)
        olds.storeBytes(of: old, as: L.self)
        let p = state.classwise
        let logP = p + classes
        let d = logP + classes
        let gains = d + classes
        let stride = 4 * models
        var most = Models(repeating: -.infinity)
        for k in 0..<classes {
            logP[k] = (zs + k * stride).loadUnaligned(as: Models.self)
            most = pointwiseMax(most, logP[k])
        }
        var sum = Models.zero
        for k in 0..<classes {
            logP[k] -= most
            p[k] = Wide.exp(logP[k])
            sum += p[k]
        }
        let logSum = Wide.log(sum)
        let share = 1 / sum
        var slope = Models.zero
        var length = Models.zero
        var divergence = Models.zero
        for k in 0..<classes {
            let was = (olds + k * stride).loadUnaligned(as: Models.self)
            logP[k] -= logSum
            d[k] = p[k] * share - was
            gains[k] = logP[k] - Wide.log(was)
            slope += d[k] * gains[k]
            length += d[k] * d[k]
            divergence -= was * gains[k]
            p[k] = was
        }
        var trained = Models(repeating: cost)
        if leftOut >= 0 { trained[leftOut] = 0 }
        state.gap += divergence * trained
        state.loss -= logP[label] * trained
        let bend = length * curvature
        let tiny = Models(repeating: 1e-30)
        var t = slope / (slope + bend + tiny)
        for _ in 0..<2 {
            var value = t * -bend
            var fall = bend + tiny
            for k in 0..<classes {
                let there = pointwiseMax(p[k] + t * d[k], Models(repeating: 1e-20))
                value += d[k] * (logP[k] - Wide.log(there))
                fall += d[k] * d[k] / there
            }
            t = pointwiseMin(
                pointwiseMax(t + value / fall, t * 0.1), Models(repeating: 1))
        }
        for k in 0..<classes {
            // What a class overhangs, the next one overwrites, and the mask clears behind the last.
            let new = pointwiseMax(p[k] + t * d[k], .zero)
            (news + k * stride).storeBytes(of: new, as: Models.self)
        }
        return news.loadUnaligned(as: L.self).replacing(
            with: 0, where: masks[leftOut + 1] .== L.zero)
    }
}
