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
        /// Whether each model is certified as close as was asked.
        var reached: [Bool]
    }

    /// What rounding in `Float` may hide of a gap, as a share of the objective.
    static var rounding: Double { 1e-7 }

    /// What is known of one model on its way.
    private struct Watch {
        /// What the sweeps saw of its gap, as a share of its objective.
        var shares: [Double] = []
        /// What a sweep sees is about five times what it leaves.
        var trust = 4.0
        var certificate: Certificate?
        var reached = false
        var sweeps = 0

        /// Whether the sweeps have stopped helping.
        var isSlow: Bool {
            shares.count > 12 && shares[shares.count - 1] > 0.5 * shares[shares.count - 5]
        }
    }

    /// Sweeps until every model's gap is certified to be at most `relativeGap` of its objective, or
    /// the sweeps run out, or they stop helping.
    ///
    /// A model that is there rests while the others go on, so that its end depends on no other model.
    func solve(relativeGap: Double, maximumSweeps: Int) -> Outcome {
        restart()
        var watches = [Watch](repeating: Watch(), count: models)
        while true {
            let sight = sweep()
            let norms = weightNorms()
            var due: [(model: Int, isOver: Bool)] = []
            for model in 0..<models where watches[model].certificate == nil {
                let value = max(0.5 * norms[model] + sight.losses[model], floor)
                let share = sight.gaps[model] / value
                watches[model].shares.append(share)
                watches[model].sweeps += 1
                let isOver =
                    watches[model].sweeps >= max(maximumSweeps, 1) || watches[model].isSlow
                if isOver || share <= watches[model].trust * relativeGap {
                    due.append((model, isOver))
                }
            }
            guard !due.isEmpty else { continue }
            let products = products()
            for (model, isOver) in due {
                let certificate = certificate(
                    model: model, products: products, squaredNorm: norms[model])
                let reached =
                    certificate.gap <= relativeGap * max(certificate.objective, floor)
                if reached || isOver {
                    watches[model].certificate = certificate
                    watches[model].reached = reached
                    freeze(model)
                } else {
                    watches[model].trust = 0.5 * (watches[model].shares.last ?? 0) / relativeGap
                }
            }
            let certificates = watches.compactMap(\.certificate)
            if certificates.count == models {
                return Outcome(
                    sweeps: watches.map(\.sweeps).max() ?? 0, certificates: certificates,
                    products: products, reached: watches.map(\.reached))
            }
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
                gap: certificate.gap, reached: outcome.reached[0])
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
