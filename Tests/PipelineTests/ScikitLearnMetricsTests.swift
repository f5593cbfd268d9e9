import Caucus
import CaucusMatrix
import Foundation
import Testing

/// Metrics and calibration are those of scikit-learn on the same numbers.
@Suite("metrics as scikit-learn counts them")
struct ScikitLearnMetricsTests {
    private static let script = """
        import json, sys
        import numpy as np
        from sklearn import metrics
        from sklearn.isotonic import IsotonicRegression
        from scipy.optimize import minimize_scalar
        from scipy.stats import binomtest
        d = json.load(open(sys.argv[1]))
        z, y, other = np.array(d["logits"]).reshape(-1, 3), np.array(d["labels"]), np.array(d["other"])
        softmax = lambda z: (e := np.exp(z - z.max(1, keepdims=True))) / e.sum(1, keepdims=True)
        p = softmax(z)
        q = p.argmax(1)
        f = metrics.f1_score(y, q, average=None)
        loss = lambda t: metrics.log_loss(y, softmax(z / t), labels=[0, 1, 2])
        a, b = int(((q == y) & (other != y)).sum()), int(((q != y) & (other == y)).sum())
        curve = IsotonicRegression(out_of_bounds="clip").fit(p[:, 1], y == 1)
        order = np.argsort(p.max(1), kind="stable")
        edges = [i * len(y) // 15 for i in range(16)]
        ece = sum(abs(((q == y)[order[s:e]].astype(float) - p.max(1)[order[s:e]]).sum())
                  for s, e in zip(edges, edges[1:])) / len(y)
        print(json.dumps({
            "f1": f.tolist(), "macro": metrics.f1_score(y, q, average="macro"),
            "average": metrics.f1_score(y, q, labels=[0, 2], average="macro"),
            "precision": metrics.precision_score(y, q, average=None).tolist(),
            "recall": metrics.recall_score(y, q, average=None).tolist(),
            "accuracy": metrics.accuracy_score(y, q),
            "logLoss": metrics.log_loss(y, p, labels=[0, 1, 2]),
            "brier": float(((p - np.eye(3)[y]) ** 2).sum(1).mean()),
            "confusion": metrics.confusion_matrix(y, q).tolist(),
            "temperature": minimize_scalar(loss, bounds=(0.05, 20), method="bounded",
                                           options={"xatol": 1e-9}).x,
            "isotonic": curve.predict(p[:, 1]).tolist(), "ece": ece,
            "mcNemar": binomtest(a, a + b).pvalue}))
        """

    private struct Answer: Decodable {
        var f1: [Double]
        var macro: Double
        var average: Double
        var precision: [Double]
        var recall: [Double]
        var accuracy: Double
        var logLoss: Double
        var brier: Double
        var confusion: [[Int]]
        var temperature: Double
        var isotonic: [Double]
        var ece: Double
        var mcNemar: Double
    }

    private struct Question: Encodable {
        var logits: [Double]
        var labels: [Int]
        var other: [Int]
    }

    private func question() -> Question {
        var random = SplitMix(seed: 11)
        let logits = (0..<3600).map { _ in 4 * random.unit() - 2 }
        let p = Softmax.probabilities(
            logits: Matrix(rows: 1200, columns: 3, values: logits), temperature: 1.7)
        let labels = (0..<1200).map { i in
            let u = random.unit()
            return u < p[i, 0] ? 0 : u < p[i, 0] + p[i, 1] ? 1 : 2
        }
        let other = labels.map { random.unit() < 0.45 ? $0 : Int(3 * random.unit()) }
        return Question(logits: logits, labels: labels, other: other)
    }

    @Test(.enabled(if: ScikitLearnPeer.python != nil, Comment(rawValue: ScikitLearnPeer.need)))
    func everyNumberIsTheSame() throws {
        let question = question()
        let input = String(decoding: try JSONEncoder().encode(question), as: UTF8.self)
        let theirs = try #require(
            try ScikitLearnPeer.answer(Self.script, input: input, as: Answer.self))
        let logits = Matrix(rows: 1200, columns: 3, values: question.logits)
        let p = Softmax.probabilities(logits: logits)
        let ours = Metrics(probabilities: p, labels: question.labels, interest: [0, 2])
        // Sums of 1,200 terms in another order.
        func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-11 }
        #expect(ours.confusion == theirs.confusion)
        for k in 0..<3 {
            #expect(near(ours.f1[k].value, theirs.f1[k]))
            #expect(near(ours.precision[k].value, theirs.precision[k]))
            #expect(near(ours.recall[k].value, theirs.recall[k]))
        }
        #expect(near(ours.macroF1.value, theirs.macro))
        #expect(near(ours.averageF1.value, theirs.average))
        #expect(near(ours.accuracy.value, theirs.accuracy))
        #expect(near(ours.logLoss.value, theirs.logLoss))
        #expect(near(ours.brier.value, theirs.brier))
        #expect(near(ours.calibrationError.value, theirs.ece))
        let t = Calibration.temperature(logits: logits, labels: question.labels)
        // A minimum can be found to the root of the precision of the loss only.
        #expect(abs(t - theirs.temperature) < 1e-5)
        let test = McNemar(
            first: p.largestColumns, second: question.other, labels: question.labels)
        #expect(near(test.pValue, theirs.mcNemar))
        let curve = IsotonicCurve(
            scores: (0..<1200).map { p[$0, 1] },
            outcomes: question.labels.map { $0 == 1 ? 1 : 0 })
        // Ours goes on a line between the middles of the pools, theirs holds each pool level: at a
        // pool's middle the two meet.
        for (score, share) in zip(curve.scores, curve.shares) {
            let nearest = (0..<1200).min { abs(p[$0, 1] - score) < abs(p[$1, 1] - score) } ?? 0
            #expect(abs(theirs.isotonic[nearest] - share) < 0.05)
        }
    }
}
