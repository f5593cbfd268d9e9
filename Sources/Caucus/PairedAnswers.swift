import CaucusMatrix

/// Two sets of answers to the same labeled quotations, with what the second has over the first.
public struct PairedAnswers: Sendable {
    /// The figures of either.
    public let first: Metrics
    public let second: Metrics
    /// The second less the first.
    public let difference: PairedComparison
    /// Whether all answers of one of them are certain, so that probabilities cannot be compared.
    public let isCertain: Bool

    /// Compares answers, of which there must be some; groups are drawn for both at once.
    init(_ first: StanceAnswers, _ second: StanceAnswers, seed: UInt64) {
        self.first = first.metrics(seed: seed)
        self.second = second.metrics(seed: seed)
        difference = PairedComparison(
            first: second.matrix, second: first.matrix, labels: first.labels, groups: first.groups,
            weights: first.weights, seed: seed)
        isCertain = first.isCertain || second.isCertain
    }
}

/// Probabilities of the stances of labeled quotations, with what figures of them need.
struct StanceAnswers {
    /// A quotation whose label tells a stance.
    struct Row {
        var id: String
        var text: String
        var documentID: String
        var label: Stance
        var weight: Double
        var probabilities: [Double]
        /// The stance that the run gives, or `nil` where it is not sure enough.
        var stance: Stance?
    }

    var rows: [Row]
    /// Whether rows weigh differently.
    var isWeighted: Bool

    var labels: [Int] { rows.map { Stance.allCases.firstIndex(of: $0.label) ?? 0 } }

    /// The articles, numbered in the order of the rows.
    var groups: [Int] { rows.map(\.documentID).numbered }

    /// What rows count, 1 in the mean; `nil` where all count alike.
    var weights: [Double]? { isWeighted ? rows.map(\.weight).scaled : nil }

    var matrix: Matrix {
        Matrix(
            rows: rows.count, columns: Stance.allCases.count,
            values: rows.flatMap(\.probabilities))
    }

    /// Whether every answer is given as certain, as those of people are.
    var isCertain: Bool {
        rows.allSatisfy { row in row.probabilities.allSatisfy { $0 == 0 || $0 == 1 } }
    }

    func metrics(seed: UInt64) -> Metrics {
        Metrics(
            probabilities: matrix, labels: labels, groups: groups, weights: weights,
            interest: [0, Stance.allCases.count - 1], seed: seed)
    }

    func calibration(seed: UInt64) -> CalibrationCurve {
        CalibrationCurve(
            probabilities: matrix, labels: labels, weights: weights, leastItems: 10, seed: seed)
    }

    /// The errors that were given the highest probability, at most `count`.
    func worst(_ count: Int) -> [Row] {
        func sureness(_ row: Row) -> Double { row.probabilities.max() ?? 0 }
        let wrong = rows.filter { $0.answer != $0.label }
        return Array(
            wrong.sorted { (sureness($1), $0.id) < (sureness($0), $1.id) }.prefix(count))
    }
}

extension StanceAnswers.Row {
    /// The likeliest stance; of equals the first.
    var answer: Stance {
        var best = 0
        for k in probabilities.indices where probabilities[k] > probabilities[best] { best = k }
        return Stance.allCases[best]
    }
}

extension [String] {
    /// Numbers in place of names, in the order in which they occur.
    var numbered: [Int] {
        var numbers: [String: Int] = [:]
        return map { name in
            let next = numbers.count
            return numbers[name]
                ?? {
                    numbers[name] = next
                    return next
                }()
        }
    }
}

extension [Double] {
    /// The same, 1 in the mean.
    var scaled: [Double] {
        let sum = reduce(0, +)
        return sum > 0 ? map { $0 * Double(count) / sum } : self
    }
}

extension StanceProbabilities {
    /// The three in the order of ``Stance/allCases``.
    var all: [Double] { [against, neutral, favor] }
}
