import CaucusMatrix

extension DualAscent {
    /// How a run of sweeps ended.
    struct Outcome {
        /// The sweeps it took.
        var sweeps: Int
        /// What was certified for each model.
        var certificates: [Certificate]
        /// V xᵢ of every row at the end.
        var products: [L]
        /// Whether every model is certified as close as was asked.
        var reached: Bool
    }

    /// What rounding in `Float` may hide of a gap, as a share of the objective.
    static var rounding: Double { 1e-7 }

    /// Sweeps until every model's gap is certified to be at most `relativeGap` of its objective, or
    /// the sweeps run out, or they stop helping.
    func solve(relativeGap: Double, maximumSweeps: Int) -> Outcome {
        var sweeps = 0
        // What a sweep sees is about five times what it leaves.
        var trust = 4.0
        var last: [Double] = []
        while true {
            let sight = sweep()
            sweeps += 1
            let norms = weightNorms()
            let shares = (0..<models).map {
                sight.gaps[$0] / max(0.5 * norms[$0] + sight.losses[$0], floor)
            }
            last.append(shares.max() ?? 0)
            let isSlow = sweeps > 12 && last[sweeps - 1] > 0.5 * last[sweeps - 5]
            let isOver = sweeps >= maximumSweeps || isSlow
            guard isOver || last[sweeps - 1] <= trust * relativeGap else { continue }
            let products = products()
            let certificates = (0..<models).map {
                certificate(model: $0, products: products, squaredNorm: norms[$0])
            }
            let reached = certificates.allSatisfy {
                $0.gap <= relativeGap * max($0.objective, floor)
            }
            if reached || isOver {
                return Outcome(
                    sweeps: sweeps, certificates: certificates, products: products,
                    reached: reached)
            }
            trust = 0.5 * last[sweeps - 1] / relativeGap
        }
    }

    /// A share of nothing cannot be asked for: the objective counts as at least this.
    private var floor: Double { 1e-6 * c * mass }
}

extension LogisticProblem {
    /// Fits by dual coordinate ascent, and reports the point, what was certified and whether that is
    /// as close as was asked; `nil` where the classes do not fit into lanes.
    func dualAscent(
        relativeGap: Double, maximumSweeps: Int, start: LogisticModel?
    ) -> (point: LogisticPoint, convergence: Convergence)? {
        switch present.count {
        case ...4: ascend(SIMD4<Float>.self, relativeGap, maximumSweeps, start)
        case ...8: ascend(SIMD8<Float>.self, relativeGap, maximumSweeps, start)
        case ...16: ascend(SIMD16<Float>.self, relativeGap, maximumSweeps, start)
        default: nil
        }
    }

    private func ascend<L: SIMD & BitwiseCopyable>(
        _: L.Type, _ relativeGap: Double, _ maximumSweeps: Int, _ start: LogisticModel?
    ) -> (point: LogisticPoint, convergence: Convergence) where L.Scalar == Float {
        let solver = DualAscent<L>(
            rows: rows, labels: labels, weights: weights, classes: present.count, c: c)
        if let start, start.classes == classes, start.weights.rows == rows.columns {
            solver.begin(
                at: probabilities(of: start),
                intercepts: present.map { max(start.intercepts[$0], -50) })
        }
        let outcome = solver.solve(relativeGap: relativeGap, maximumSweeps: maximumSweeps)
        let certificate = outcome.certificates[0]
        var point = LogisticPoint(
            weights: [Lanes](repeating: .zero, count: rows.columns * groups),
            intercepts: [Lanes](repeating: .zero, count: groups))
        for j in 0..<rows.columns {
            let w = solver.weight(j)
            for group in 0..<groups {
                var lanes = Lanes.zero
                for lane in 0..<4 where group * 4 + lane < present.count {
                    lanes[lane] = Double(w[group * 4 + lane])
                }
                point.weights[j * groups + group] = lanes
            }
        }
        for (k, b) in certificate.intercepts.enumerated() { point.intercepts[k / 4][k % 4] = b }
        return (
            point,
            Convergence(
                iterations: outcome.sweeps, objective: certificate.objective,
                gap: certificate.gap, reached: outcome.reached)
        )
    }

    /// The probabilities a model gives the classes present.
    private func probabilities(of model: LogisticModel) -> Matrix {
        let logits = model.logits(for: rows)
        var present = Matrix(rows: rows.rows, columns: self.present.count)
        for i in 0..<rows.rows {
            for (k, label) in self.present.enumerated() {
                present.values[i * self.present.count + k] = logits[i, label]
            }
        }
        return Softmax.probabilities(logits: present)
    }
}
