import Caucus
import CaucusMatrix
import CaucusTestSupport
import Foundation
import Testing

/// The optimum on the sample's labels is scikit-learn's.
@Suite("agreement with scikit-learn")
struct ScikitLearnTests {
    private static let script = """
        import json, sys
        import numpy as np
        from sklearn.datasets import load_svmlight_file
        from sklearn.linear_model import LogisticRegression
        c = float(sys.argv[2])
        x, y = load_svmlight_file(sys.argv[1])
        y = y.astype(int)
        # Of two classes it weighs the difference of the weights alone, which is our penalty doubled.
        m = LogisticRegression(C=c if len(set(y)) > 2 else 2 * c, solver="newton-cg", tol=1e-10, max_iter=10000).fit(x, y)
        z = x @ m.coef_.T + m.intercept_
        w = m.coef_
        if z.shape[1] == 1:
            z, w = np.hstack([-z / 2, z / 2]), np.vstack([-w / 2, w / 2])
        top = z.max(1, keepdims=True)
        loss = top[:, 0] + np.log(np.exp(z - top).sum(1)) - z[np.arange(len(y)), np.searchsorted(m.classes_, y)]
        print(json.dumps({"objective": float(0.5 * (w ** 2).sum() + c * loss.sum()),
                          "probabilities": m.predict_proba(x).ravel().tolist()}))
        """

    private struct Answer: Decodable {
        var objective: Double
        var probabilities: [Double]
    }

    /// The rows as scikit-learn reads them, columns in order and counted from 1.
    private static func svmlight(_ rows: SparseMatrix, _ labels: [Int]) -> String {
        var lines = ""
        for row in 0..<rows.rows {
            lines += "\(labels[row])"
            for i in rows.range(ofRow: row).sorted(by: { rows.indices[$0] < rows.indices[$1] }) {
                lines += " \(rows.indices[i] + 1):\(rows.values[i])"
            }
            lines += "\n"
        }
        return lines
    }

    /// Both read the same float32 numbers; theirs stops at a gradient of 10⁻¹⁰, ours at a certified gap
    /// of 10⁻⁸, so that the 10⁻⁶ and 10⁻³ leave room for nothing but rounding.
    private func checkOptimum(_ rows: SparseMatrix, _ labels: [Int], classes: Int, c: Double) throws
    {
        let model = try LogisticRegression(c: c, relativeGap: 1e-8).fitted(
            to: rows, labels: labels, classes: classes)
        let theirs = try #require(
            try ScikitLearnPeer.answer(
                Self.script, input: Self.svmlight(rows, labels), ["\(c)"], as: Answer.self))
        let ours = model.convergence.objective
        #expect(
            abs(ours - theirs.objective) <= 1e-6 * theirs.objective,
            "\(ours) against \(theirs.objective)")
        let p = model.probabilities(for: rows)
        try #require(p.values.count == theirs.probabilities.count)
        let farthest = zip(p.values, theirs.probabilities).map { abs($0 - $1) }.max() ?? 1
        #expect(farthest <= 1e-3)
    }

    @Test(
        .enabled(if: ScikitLearnPeer.python != nil, Comment(rawValue: ScikitLearnPeer.need)),
        arguments: [0.1, 1.0, 10.0])
    func theOptimumOnTheSampleIsTheSame(c: Double) throws {
        let path = SharedPaths.root.appendingPathComponent("Corpus/sample/labels/train.jsonl").path
        let examples = try LabeledExampleReader(paths: [path]).compactMap { reading in
            guard case .example(let example) = reading else { return nil as LabeledExample? }
            return example
        }
        let result = try StanceTrainer(folds: 0, c: c).trained(on: examples)
        let classes = (result.labels.max() ?? 0) + 1
        try checkOptimum(result.rows, result.labels, classes: classes, c: c)
        // The trainer itself stops at a certified gap of 10⁻⁶ of the objective.
        let model = try LogisticRegression(c: c, relativeGap: 1e-8).fitted(
            to: result.rows, labels: result.labels, classes: classes)
        let best = model.convergence.objective
        #expect(abs(result.model.provenance.convergence.objective - best) <= 1.1e-6 * best)
    }

    @Test(
        .enabled(if: ScikitLearnPeer.python != nil, Comment(rawValue: ScikitLearnPeer.need)),
        arguments: [2, 3, 5])
    func theOptimumOnMadeUpRowsIsTheSame(classes: Int) throws {
        var random = SplitMix(seed: 3)
        var dense = Matrix(rows: 150, columns: 30)
        var labels: [Int] = []
        for i in 0..<150 {
            let label = Int(random.unit() * Double(classes))
            labels.append(random.unit() < 0.8 ? label : Int(random.unit() * Double(classes)))
            dense[i, label] = 1 + random.unit()
            // Half the columns are full, so that both halves of the split are needed.
            for j in 5..<15 { dense[i, j] = 2 * random.unit() - 1 }
            dense[i, 15 + Int(random.unit() * 15)] += 1
        }
        try checkOptimum(SparseMatrix(dense), labels, classes: classes, c: 3)
    }
}
