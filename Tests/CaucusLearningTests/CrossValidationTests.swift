import CaucusLearning
import CaucusMatrix
import Testing

@Suite("CrossValidation")
struct CrossValidationTests {
    private let problem = Problem.sparse(rows: 200)

    private func folds() throws -> Folds {
        try Folds.grouped(
            labels: problem.labels, groups: problem.labels.indices.map { $0 / 2 }, count: 5, seed: 1
        )
    }

    @Test func heldOutLogitsAreThoseOfModelsThatNeverSawTheRows() throws {
        let folds = try folds()
        let validation = CrossValidation(penalties: [0.1, 1], relativeGap: 1e-9)
        let result = try validation.run(
            problem.rows, labels: problem.labels, classes: 3, folds: folds)
        for fold in 0..<5 {
            let training = folds.training(fold)
            let out = folds.heldOut(fold)
            let model = try LogisticRegression(c: result.bestC, relativeGap: 1e-9).fitted(
                to: problem.rows.rows(at: training), labels: training.map { problem.labels[$0] },
                classes: 3)
            let p = model.probabilities(for: problem.rows.rows(at: out))
            let held = Softmax.probabilities(logits: result.logits.rows(at: out))
            // Both certified to 10⁻⁹ F ≈ 10⁻⁷, so that weights differ by at most 5 · 10⁻⁴.
            #expect(distance(p, held) < 1e-3)
        }
    }

    @Test func theBestPenaltyHasTheLeastLogLoss() throws {
        let result = try CrossValidation().run(
            problem.rows, labels: problem.labels, classes: 3, folds: try folds())
        #expect(result.trials.count == 10)
        let least = try #require(result.trials.min { $0.logLoss < $1.logLoss })
        #expect(result.bestC == least.c)
        let loss = Softmax.logLoss(logits: result.logits, labels: problem.labels)
        #expect(abs(loss - least.logLoss) < 1e-12)
    }

    @Test func aFoldThatTrainsOnOneClassIsNamed() throws {
        let folds = Folds(assignment: [0, 0, 1, 1], count: 2)
        #expect(throws: FitError.singleClassFold(fold: 0)) {
            try CrossValidation().run(
                problem.rows.rows(at: [0, 1, 2, 3]), labels: [0, 1, 0, 0], classes: 2, folds: folds)
        }
    }

    @Test func laneByLaneIsFoldByFold() throws {
        let classes = 2
        let labels = problem.labels.map { $0 == 0 ? 0 : 1 }
        // Eight models of two classes fill the sixteen lanes; the ninth is swept alone.
        let folds = try Folds.grouped(
            labels: labels, groups: Array(labels.indices), count: 9, seed: 1)
        let validation = CrossValidation(penalties: [1], relativeGap: 1e-6)
        let result = try validation.run(
            problem.rows, labels: labels, classes: classes, folds: folds)
        for fold in [0, 7, 8] {
            let training = folds.training(fold)
            let model = try LogisticRegression(c: 1, relativeGap: 1e-6).fitted(
                to: problem.rows.rows(at: training), labels: training.map { labels[$0] },
                classes: classes)
            let out = folds.heldOut(fold)
            let p = model.probabilities(for: problem.rows.rows(at: out))
            let held = Softmax.probabilities(logits: result.logits.rows(at: out))
            // Gaps of 10⁻⁶ F ≈ 10⁻⁴ bound the distance of the weights by some 10⁻².
            #expect(distance(p, held) < 1e-2)
        }
    }

    @Test func aNestedChoiceNeverSeesTheHeldOutRows() throws {
        let folds = try folds()
        let validation = CrossValidation(penalties: [0.1, 1], relativeGap: 1e-3)
        let (logits, chosen) = try validation.nested(
            problem.rows, labels: problem.labels, classes: 3,
            groups: problem.labels.indices.map { $0 / 2 }, folds: folds, innerFolds: 3)
        #expect(chosen.count == 5 && chosen.allSatisfy { [0.1, 1].contains($0) })
        #expect(logits.values.allSatisfy { $0.isFinite })
    }

    @Test(arguments: [2, 3])
    func theAnswerDoesNotDependOnTheJobs(classes: Int) throws {
        let problem = Problem.sparse(rows: 80, classes: classes, seed: 6)
        let folds = try Folds.grouped(
            labels: problem.labels, groups: problem.labels.indices.map { $0 / 2 }, count: 5, seed: 1
        )
        let validation = CrossValidation(penalties: [0.1, 1, 10], relativeGap: 1e-3)
        let alone = try validation.run(
            problem.rows, labels: problem.labels, classes: classes, folds: folds)
        for jobs in [2, 5] {
            let shared = try validation.run(
                problem.rows, labels: problem.labels, classes: classes, folds: folds, jobs: jobs)
            #expect(shared.logits == alone.logits && shared.trials == alone.trials)
        }
    }

    @Test func moreClassesThanLanesAreFittedFoldByFold() throws {
        let problem = Problem.sparse(rows: 200, columns: 40, classes: 20)
        let folds = try Folds.grouped(
            labels: problem.labels, groups: Array(problem.labels.indices), count: 2, seed: 1)
        let validation = CrossValidation(penalties: [0.1, 1], relativeGap: 1e-2)
        let alone = try validation.run(
            problem.rows, labels: problem.labels, classes: 20, folds: folds)
        let shared = try validation.run(
            problem.rows, labels: problem.labels, classes: 20, folds: folds, jobs: 2)
        #expect(alone.trials == shared.trials && alone.logits == shared.logits)
        // Twenty classes by chance cost log 20 = 3.0 nats.
        #expect(alone.trials.allSatisfy { $0.reached && $0.logLoss < 3 })
    }

    @Test func aPathOfPenaltiesEndsWhereASinglePenaltyDoes() throws {
        let folds = try folds()
        let path = try CrossValidation(penalties: [0.01, 0.1, 1], relativeGap: 1e-6).run(
            problem.rows, labels: problem.labels, classes: 3, folds: folds)
        for trial in path.trials {
            let alone = try CrossValidation(penalties: [trial.c], relativeGap: 1e-6).run(
                problem.rows, labels: problem.labels, classes: 3, folds: folds)
            // Gaps of 10⁻⁶ F ≈ 10⁻⁴ bound the distance of the weights by some 10⁻², and the mean
            // loss on held-out rows moves by far less.
            #expect(abs(alone.trials[0].logLoss - trial.logLoss) < 2e-3)
        }
    }

    @Test func theRefittedModelIsTheOneAtTheBestPenalty() throws {
        let (model, result) = try CrossValidation(penalties: [0.1, 1]).fitted(
            to: problem.rows, labels: problem.labels, classes: 3, folds: try folds())
        let direct = try LogisticRegression(c: result.bestC).fitted(
            to: problem.rows, labels: problem.labels, classes: 3)
        #expect(model == direct)
    }
}
