import Caucus
import CaucusMatrix
import Foundation

/// The parts of `Tests/Benchmarks/learning` that no command reaches, each printing one line of JSON:
///
///     learning-parts fit EXAMPLES.jsonl [GAP]      vectorize with `plain` and fit at C = 1
///     learning-parts cv EXAMPLES.jsonl [JOBS]      5 folds × 10 values of C
///     learning-parts rows EXAMPLES.jsonl OUT.svm   the rows for liblinear
///     learning-parts mixed EXAMPLES.jsonl          50 unit-variance dense columns beside the sparse ones
///     learning-parts dense ROWS COLUMNS            dense rows, and the floor of their products
///     learning-parts metrics ROWS                  metrics of as many groups, with intervals
@main
struct LearningBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let values = Array(arguments.dropFirst())
        switch (arguments.first, values.count) {
        case ("fit", 1...): try fit(values[0], gap: values.dropFirst().first.flatMap { Double($0) })
        case ("cv", 1...): try crossValidate(values[0], jobs: values.dropFirst().first)
        case ("rows", 2): try write(values[0], to: values[1])
        case ("mixed", 1): try mixed(values[0])
        case ("dense", 2): try dense(rows: Int(values[0]) ?? 20_000, columns: Int(values[1]) ?? 400)
        case ("metrics", 1): metrics(rows: Int(values[0]) ?? 20_000)
        default:
            FileHandle.standardError.write(
                Data("usage: learning-parts fit|cv|rows|mixed|dense|metrics …\n".utf8))
            exit(64)
        }
    }

    private static func fit(_ path: String, gap: Double?) throws {
        let examples = try Examples(path)
        let (rows, vectorize) = try timed { try examples.rows() }
        let estimator = LogisticRegression(c: 1, relativeGap: gap ?? 1e-4)
        let (model, seconds) = try timed {
            try estimator.fitted(to: rows, labels: examples.labels, classes: 3)
        }
        Line(
            model.convergence,
            [
                ("columns", Double(rows.columns)), ("nonzeros", Double(rows.nonzeros)),
                ("vectorize_cpu_seconds", vectorize), ("fit_cpu_seconds", seconds),
            ]
        ).print()
    }

    private static func crossValidate(_ path: String, jobs: String?) throws {
        let examples = try Examples(path)
        let rows = try examples.rows()
        let folds = try Folds.grouped(
            labels: examples.labels, groups: Array(examples.labels.indices), count: 5, seed: 1)
        let start = ContinuousClock.now
        let (result, seconds) = try timed {
            try CrossValidation().run(
                rows, labels: examples.labels, classes: 3, folds: folds,
                jobs: jobs.flatMap { Int($0) } ?? 1)
        }
        let wall = ContinuousClock.now - start
        Line(
            nil,
            [
                ("best_c", result.bestC), ("cv_cpu_seconds", seconds),
                ("cv_wall_seconds", wall / .seconds(1)),
                ("reached", Double(result.trials.count { $0.reached })),
            ]
        ).print()
    }

    /// Writes the rows in liblinear's format, columns ascending and counted from 1.
    private static func write(_ path: String, to output: String) throws {
        let examples = try Examples(path)
        let rows = try examples.rows()
        var text = ""
        for i in 0..<rows.rows {
            text += "\(examples.labels[i])"
            for n in rows.range(ofRow: i).sorted(by: { rows.indices[$0] < rows.indices[$1] }) {
                text += " \(rows.indices[n] + 1):\(rows.values[n])"
            }
            text += "\n"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: output))
    }

    private static func mixed(_ path: String) throws {
        let examples = try Examples(path)
        let rows = try examples.rows()
        var random = Random(seed: 7)
        let block = random.matrix(rows: rows.rows, columns: 50)
        for isScaled in [true, false] {
            let (model, seconds) = try timed {
                try LogisticRegression(c: 1, relativeGap: 1e-6).fitted(
                    to: rows, beside: block, isScaled: isScaled, labels: examples.labels, classes: 3
                )
            }
            Line(
                model.convergence,
                [
                    ("scaled", isScaled ? 1 : 0), ("fit_cpu_seconds", seconds),
                ]
            ).print()
        }
    }

    /// A dense fit, and what one plain Newton step's products cost: three symmetric ones (one a pair of
    /// classes) and two general ones, for the logits and the gradient.
    private static func dense(rows n: Int, columns d: Int) throws {
        var random = Random(seed: 7)
        let x = random.matrix(rows: n, columns: d)
        let labels = (0..<n).map { i in
            let z = x[i, 0] + x[i, 1] - 0.5 * x[i, 2] + 2 * random.next()
            return z < 0.3 ? 0 : z < 1.5 ? 1 : 2
        }
        _ = x.gram
        let (_, syrk) = timed { for _ in 0..<3 { _ = x.gram } }
        let weights = random.matrix(rows: d, columns: 3)
        let (_, gemm) = timed { _ = x.transposedTimes(x.times(weights)) }
        let (model, seconds) = try timed {
            try LogisticRegression(c: 1, relativeGap: 1e-8).fitted(
                to: x, labels: labels, classes: 3)
        }
        Line(
            model.convergence,
            [
                ("syrk_cpu_seconds", syrk), ("gemm_cpu_seconds", gemm),
                ("fit_cpu_seconds", seconds),
            ]
        ).print()
    }

    private static func metrics(rows n: Int) {
        var random = Random(seed: 7)
        let p = Softmax.probabilities(logits: random.matrix(rows: n, columns: 3))
        let labels = (0..<n).map { i in
            let u = random.next()
            return u < p[i, 0] ? 0 : u < p[i, 0] + p[i, 1] ? 1 : 2
        }
        let (result, seconds) = timed { Metrics(probabilities: p, labels: labels) }
        Line(nil, [("metrics_cpu_seconds", seconds), ("groups", Double(result.groups))]).print()
    }

    /// A result, and the processor seconds it took.
    private static func timed<Result>(_ work: () throws -> Result) rethrows -> (Result, Double) {
        let start = clock()
        let result = try work()
        return (result, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
}

/// Labeled texts as rows.
private struct Examples {
    private struct Record: Decodable {
        var text: String
        var label: String
    }

    private let passages: [Passage]
    let labels: [Int]

    init(_ path: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let decoder = JSONDecoder()
        let records = try bytes.split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(Record.self, from: $0)
        }
        let names = Set(records.map(\.label)).sorted()
        passages = records.map { Passage(text: $0.text) }
        labels = records.map { record in names.firstIndex(of: record.label) ?? 0 }
    }

    func rows() throws -> SparseMatrix {
        try Vectorizer(.plain).fittedRows(to: passages).rows
    }
}

/// One line of JSON.
private struct Line {
    private var members: [(String, Double)]

    init(_ convergence: Convergence?, _ members: [(String, Double)]) {
        self.members = members
        guard let convergence else { return }
        self.members += [
            ("objective", convergence.objective), ("gap", convergence.relativeGap ?? -1),
            ("iterations", Double(convergence.iterations)),
        ]
    }

    func print() {
        let text = members.map { "\"\($0)\": \($1)" }.joined(separator: ", ")
        Swift.print("{\(text)}")
    }
}

/// A small generator, so that every run sees the same numbers.
private struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The next number in 0..<1.
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) * 0x1p-53
    }

    /// Numbers of mean 0 and variance 1, nearly normal.
    mutating func matrix(rows: Int, columns: Int) -> Matrix {
        var result = Matrix(rows: rows, columns: columns)
        for n in result.values.indices {
            result.values[n] = 2 * (next() + next() + next() - 1.5)
        }
        return result
    }
}
