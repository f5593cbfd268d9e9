import Caucus
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
        m = LogisticRegression(C=c, solver="newton-cg", tol=1e-10, max_iter=10000).fit(x, y)
        z = x @ m.coef_.T + m.intercept_
        top = z.max(1, keepdims=True)
        loss = top[:, 0] + np.log(np.exp(z - top).sum(1)) - z[np.arange(len(y)), np.searchsorted(m.classes_, y)]
        print(json.dumps({"objective": float(0.5 * (m.coef_ ** 2).sum() + c * loss.sum())}))
        """

    /// A Python that imports scikit-learn: `CAUCUS_PYTHON`, or `python3`; `nil` where there is none.
    private static func python() -> String? {
        let candidates = [ProcessInfo.processInfo.environment["CAUCUS_PYTHON"], "python3"]
        return candidates.compactMap(\.self).first { name in
            (try? run(name, ["-c", "import sklearn"]))?.code == 0
        }
    }

    private static func run(_ name: String, _ arguments: [String]) throws -> (
        code: Int32, output: String
    ) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test(
        .enabled(
            if: ScikitLearnTests.python() != nil,
            "needs a Python that imports scikit-learn; set CAUCUS_PYTHON"),
        arguments: [1.0, 10.0])
    func theObjectiveOnTheSampleAgreesToTenThousandth(c: Double) throws {
        let python = try #require(Self.python())
        let path = SharedPaths.root.appendingPathComponent("Corpus/sample/labels/train.jsonl").path
        let examples = try LabeledExampleReader(paths: [path]).compactMap { reading in
            guard case .example(let example) = reading else { return nil as LabeledExample? }
            return example
        }
        let result = try StanceTrainer(folds: 0, c: c).trained(on: examples)
        var lines = ""
        for row in 0..<result.rows.rows {
            lines += "\(result.labels[row])"
            // The format wants columns in order; rows hold them in any.
            let range = result.rows.rowStarts[row]..<result.rows.rowStarts[row + 1]
            for i in range.sorted(by: { result.rows.indices[$0] < result.rows.indices[$1] }) {
                lines += " \(result.rows.indices[i] + 1):\(result.rows.values[i])"
            }
            lines += "\n"
        }
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString).svm")
        try Data(lines.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let answer = try Self.run(python, ["-c", Self.script, file.path, "\(c)"])
        try #require(answer.code == 0)
        let theirs = try JSONDecoder().decode([String: Double].self, from: Data(answer.output.utf8))
        let objective = try #require(theirs["objective"])
        let ours = result.model.provenance.convergence.objective
        // Issue 2 asks for 1e-4: both stop at a tolerance, and rows are rounded to float32.
        #expect(abs(ours - objective) <= 1e-4 * objective, "\(ours) against \(objective)")
    }
}
