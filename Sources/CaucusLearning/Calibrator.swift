public import CaucusMatrix

/// A calibration fitted to held-out logits, of one of three kinds.
public enum Calibrator: Sendable, Codable, Equatable {
    /// Logits divided by one number.
    case temperature(Double)
    /// A factor and an offset for each class.
    case vector(VectorScaling)
    /// A rising curve for each class.
    case isotonic(IsotonicCalibration)

    /// The kinds of calibration, from few numbers to many.
    public enum Method: String, Sendable, Codable, CaseIterable {
        case temperature, vector, isotonic
    }

    /// The calibration of a kind, or `nil` where there are too few rows for it: isotonic needs
    /// ``IsotonicCalibration/fewestRows``.
    public init?(_ method: Method, logits: Matrix, labels: [Int], weights: [Double]? = nil) {
        switch method {
        case .temperature:
            self = .temperature(
                Calibration.temperature(logits: logits, labels: labels, weights: weights))
        case .vector:
            self = .vector(VectorScaling(logits: logits, labels: labels, weights: weights))
        case .isotonic:
            let probabilities = Softmax.probabilities(logits: logits)
            guard
                let curves = IsotonicCalibration(
                    probabilities: probabilities, labels: labels, weights: weights)
            else { return nil }
            self = .isotonic(curves)
        }
    }

    /// The calibrated probabilities of logits.
    public func probabilities(logits: Matrix) -> Matrix {
        switch self {
        case .temperature(let t): Softmax.probabilities(logits: logits, temperature: t)
        case .vector(let scaling): Softmax.probabilities(logits: scaling.scaled(logits))
        case .isotonic(let curves):
            curves.calibrated(Softmax.probabilities(logits: logits))
        }
    }

    /// The probabilities that calibrations give each fold which were fitted to the other folds, so that
    /// no row judges a calibration it had a part in; `nil` where some fold leaves too few rows.
    ///
    /// - Parameter folds: those of the cross-validation that gave the logits, groups kept whole.
    public static func outOfFold(
        _ method: Method, logits: Matrix, labels: [Int], folds: Folds, weights: [Double]? = nil
    ) -> Matrix? {
        precondition(
            folds.assignment.count == logits.rows,
            "\(logits.rows) rows of logits, \(folds.assignment.count) assigned to folds")
        var result = logits
        for fold in 0..<folds.count {
            let (training, out) = (folds.training(fold), folds.heldOut(fold))
            guard
                let calibrator = Calibrator(
                    method, logits: logits.rows(at: training), labels: training.map { labels[$0] },
                    weights: weights.map { weights in training.map { weights[$0] } })
            else { return nil }
            let calibrated = calibrator.probabilities(logits: logits.rows(at: out))
            for (n, row) in out.enumerated() {
                for k in 0..<logits.columns { result[row, k] = calibrated[n, k] }
            }
        }
        return result
    }
}
