import CaucusFeatures
import CaucusLearning
import CaucusText
import Testing

@testable import CaucusStance

/// Sentences of three kinds about two leaders, with a speaker, a topic and a number, so that none are alike.
private func sentences(_ count: Int = 180) -> [LabeledExample] {
    let topics = ["the harbor", "the ferry", "the school", "the budget", "the clinic"]
    let leaders = ["Ada Okello", "Ivo Brandt"]
    return (0..<count).map { i in
        let leader = leaders[i / 3 % 2]
        let surname = String(leader.split(separator: " ")[1])
        let (label, before, after) = [
            ("favor", "We are proud of ", " and trust what was done for \(topics[i % 5])"),
            ("against", "We are tired of ", " who must resign over \(topics[i % 5])"),
            ("neutral", "On Monday ", " will present a paper about \(topics[i % 5])"),
        ][i % 3]
        let start = before.utf8.count
        return LabeledExample(
            id: "\(i)", text: before + surname + after + " number \(i)", target: leader,
            targetSpan: Span(start, start + surname.utf8.count), label: label,
            speaker: i % 4 == 0 ? "Bo Lind" : "Cy Moss", group: "g\(i / 6)",
            place: Place(file: "labels.jsonl", line: i + 1))
    }
}

private func trained(
    _ examples: [LabeledExample], features: FeatureSettings = .stance, folds: Int = 0,
    maximumError: Double? = nil
) throws -> StanceModel {
    try StanceTrainer(
        features: features, folds: folds, c: 3, maximumError: maximumError
    ).trained(on: examples).model
}

@Suite("evaluation")
struct EvaluationTests {
    @Test func theModelsRecipeIsHeldOutInFourWays() throws {
        let examples = sentences()
        let evaluation = try StanceEvaluation(try trained(examples), on: examples)
        #expect(evaluation.isTrainingData)
        let names = ["random", "by group", "by speaker", "by target"]
        #expect(Array(evaluation.refits.map(\.name).prefix(4)) == names)
        #expect(evaluation.refits.prefix(4).map(\.units) == [180, 30, 2, 2])
        for refit in evaluation.refits.prefix(4) {
            guard case .measured(let metrics, let labels) = refit.outcome else {
                Issue.record("\(refit.name) was not measured")
                continue
            }
            #expect(labels == ["against", "neutral", "favor"])
            #expect(metrics.rows == 180 && metrics.groups == 30)
        }
    }

    @Test func waysThatTheExamplesDoNotAllowAreNamed() throws {
        var examples = sentences(60)
        for i in examples.indices { examples[i].speaker = nil }
        for i in examples.indices { examples[i].target = "Ada Okello" }
        let evaluation = try StanceEvaluation(try trained(examples), on: examples)
        var reasons: [String: String] = [:]
        for refit in evaluation.refits {
            if case .impossible(let reason) = refit.outcome { reasons[refit.name] = reason }
        }
        #expect(reasons["by speaker"] == "no example has a speaker")
        #expect(reasons["by target"] == "one target only")
    }

    @Test func twiceIsTheSame() throws {
        let examples = sentences(90)
        let model = try trained(examples)
        let (a, b) = (
            try StanceEvaluation(model, on: examples), try StanceEvaluation(model, on: examples)
        )
        #expect(a.metrics == b.metrics && a.calibration == b.calibration)
        #expect(a.nameProbe == b.nameProbe && a.targetProbe == b.targetProbe)
    }

    @Test func quickMeasuresTheModelAlone() throws {
        let examples = sentences(60)
        let evaluation = try StanceEvaluation(
            try trained(examples), on: examples, options: .init(refits: false, probes: false))
        #expect(evaluation.refits.isEmpty && evaluation.nameProbe == nil)
        #expect(evaluation.targetProbe == nil && evaluation.learningCurve.isEmpty)
    }

    @Test func theWorstErrorsAreWrongAndComeWorstFirst() throws {
        var examples = sentences()
        for i in [0, 10, 20] { examples[i].label = i % 3 == 1 ? "favor" : "against" }
        let model = try trained(sentences())
        let evaluation = try StanceEvaluation(model, on: examples)
        #expect(Set(evaluation.worst.map(\.example.id)) == ["0", "10", "20"])
        let probabilities = evaluation.worst.map(\.labelProbability)
        #expect(probabilities == probabilities.sorted())
        for error in evaluation.worst {
            #expect(error.answer != error.example.label)
            #expect(!error.reasons.isEmpty && error.reasons.allSatisfy { $0.weight > 0 })
        }
    }

    @Test func moreLabelsTeachMore() throws {
        // Every eighth label is wrong, which few labels cannot tell from right ones.
        let examples = sentences(300).enumerated().map { i, example in
            var example = example
            if i % 8 == 3 { example.label = ["favor", "against", "neutral"][i / 8 % 3] }
            return example
        }
        let model = try trained(examples)
        func curve() -> [LearningCurvePoint] {
            LearningCurvePoint.curve(
                of: model, on: examples, sizes: [18, 90, 260], draws: 2, seed: 1)
        }
        let points = curve()
        // 260 would leave less than a fifth to test on.
        #expect(points.map(\.labels) == [18, 90] && points.map(\.draws) == [2, 2])
        #expect(points[1].logLoss.value < points[0].logLoss.value)
        #expect(points == curve())
    }
}

@Suite("probes")
struct ProbeTests {
    @Test func aModelThatSeesNoNamesIsNotMovedByThem() throws {
        let examples = sentences()
        let evaluation = try StanceEvaluation(try trained(examples), on: examples)
        let probe = try #require(evaluation.nameProbe)
        #expect(probe.examples == 180)
        #expect(probe.changed == 0 && probe.largestShift == 0)
    }

    @Test func aModelThatGoesByNamesIsFoundOut() throws {
        let examples = sentences().map { example in
            var example = example
            example.text = example.target == "Ada Okello" ? "It was Okello" : "It was Brandt"
            example.text += " number \(example.id)"
            example.targetSpan = Span(7, 13)
            example.label = example.target == "Ada Okello" ? "favor" : "against"
            return example
        }
        let evaluation = try StanceEvaluation(
            try trained(examples, features: .plain), on: examples)
        #expect(evaluation.metrics.accuracy.value == 1)
        let probe = try #require(evaluation.nameProbe)
        #expect(probe.share.value > 0.3 && probe.meanShift > 0.1)
    }

    @Test func theTargetMovesToSomethingElseInTheText() throws {
        let examples = sentences()
        let evaluation = try StanceEvaluation(try trained(examples), on: examples)
        let probe = try #require(evaluation.targetProbe)
        #expect(probe.examples == 180)
        #expect(probe.moved.values.reduce(0, +) == 180)
        #expect(abs(probe.before - evaluation.metrics.macroF1.value) < 1e-12)
        #expect(abs(probe.fall.value - (probe.before - probe.after)) < 1e-12)
    }

    @Test func whereNoTargetStandsNothingIsMoved() throws {
        let examples = sentences().map { example in
            var example = example
            example.target = nil
            example.targetSpan = nil
            example.speaker = nil
            return example
        }
        let evaluation = try StanceEvaluation(try trained(examples), on: examples)
        #expect(evaluation.targetProbe?.examples == 0)
        #expect(evaluation.nameProbe?.examples == 0)
    }
}

@Suite("two stance models")
struct ModelComparisonTests {
    @Test func answersThatDifferAreListed() throws {
        let examples = sentences()
        var wrong = examples
        for i in wrong.indices where i % 3 == 0 { wrong[i].label = "against" }
        let comparison = try ModelComparison(
            try trained(examples), try trained(wrong), on: examples)
        #expect(comparison.flips.map(\.example.id) == (0..<60).map { "\($0 * 3)" })
        #expect(comparison.flips.allSatisfy { $0.isFirstRight && !$0.isSecondRight })
        #expect(comparison.difference.mcNemar.onlyFirst == 60)
        #expect(
            comparison.difference.accuracy.value == comparison.first.accuracy.value
                - comparison.second.accuracy.value)
    }

    @Test func modelsOfTwoTasksAreRefused() throws {
        let examples = sentences(30)
        let tone = try StanceTrainer(task: .sentiment, folds: 0, c: 1).trained(on: examples).model
        #expect(throws: ComparisonError.differentTasks(first: .stance, second: .sentiment)) {
            try ModelComparison(try trained(examples), tone, on: examples)
        }
    }
}

@Suite("thresholds")
struct ThresholdTests {
    @Test func aModelKeepsItsMarginInItsFileAndOnItsCard() throws {
        let model = try trained(sentences(), folds: 3, maximumError: 0.2)
        let threshold = try #require(model.threshold)
        #expect(threshold.maximumError == 0.2 && threshold.coverage > 0.5)
        let loaded = try StanceModel(bytes: model.encoded())
        #expect(loaded.threshold == threshold)
        #expect(model.card.contains("It answers from a margin of"))
    }

    @Test func anErrorOutOfReachIsRefused() throws {
        let examples = sentences(90).enumerated().map { i, example in
            var example = example
            example.label = ["favor", "against", "neutral"][(i * 7 + i / 4) % 3]
            return example
        }
        #expect(throws: TrainingError.errorOutOfReach(maximumError: 0.01, examples: 90)) {
            try trained(examples, folds: 3, maximumError: 0.01)
        }
    }

    @Test func theEvaluationTellsWhatTheMarginGives() throws {
        let examples = sentences()
        let model = try trained(examples, folds: 3, maximumError: 0.2)
        let evaluation = try StanceEvaluation(model, on: examples)
        #expect(evaluation.answered?.margin == model.threshold?.margin)
        #expect(try StanceEvaluation(try trained(examples), on: examples).answered == nil)
    }
}

@Suite("where a model does well and where not")
struct TrainingDetailsTests {
    @Test func aCardTellsTargetsFormsCalibrationAndErrors() throws {
        let examples = sentences(120).enumerated().map { i, example in
            var example = example
            // Some labels are noise, so that there are errors to tell of.
            if i % 11 == 0 { example.label = "favor" }
            return example
        }
        let model = try trained(examples, folds: 3)
        let details = try #require(model.provenance.details)
        #expect(details.targets.map(\.name).sorted() == ["Ada Okello", "Ivo Brandt"])
        #expect(details.targets.reduce(0) { $0 + $1.examples } == 120)
        #expect(details.forms.map(\.name) == ["no quotation marks"])
        #expect(details.calibration.bins.reduce(0) { $0 + $1.items } == 120)
        #expect(!details.misleading.isEmpty && details.misleading.count <= 8)
        let card = model.card
        for words in [
            "## Results by part", "| Ada Okello |", "## Calibration out of fold", "## Errors",
            "- Lexicon: ", "spoke most for the wrong answer",
        ] { #expect(card.contains(words), "\(words)") }
        #expect(try StanceModel(bytes: model.encoded()).card == card)
        #expect(try trained(examples).provenance.details == nil)
    }

    @Test func theFormOfAPassageIsToldByItsMarks() {
        func form(_ text: String, _ span: Span?) -> String {
            PassageTraits(Passage(text: text, targets: span.map { [$0] } ?? [])).form.rawValue
        }
        #expect(form("“Okello lies,” he said", Span(3, 9)).hasSuffix("inside quotation marks"))
        #expect(form("Okello: \"No.\"", Span(0, 6)).hasSuffix("outside of them"))
        #expect(form("Okello lies", Span(0, 6)) == "no quotation marks")
        #expect(form("“She lies", nil).hasSuffix("inside quotation marks"))
        let kinds = PassageTraits(Passage(text: "But he won't go?", targets: [Span(4, 6)])).kinds
        #expect(kinds == [.pronoun, .negation, .contrast, .question, .short])
    }
}

@Suite("tone against stance")
struct ToneConflictTests {
    @Test func bothKindsAreFoundWithBothScores() throws {
        let examples = sentences()
        let model = try trained(examples)
        // A sentiment model that reads the words the other way round.
        let swapped = examples.map { example in
            var example = example
            let label = example.label ?? ""
            example.label = ["favor": "against", "against": "favor"][label] ?? "neutral"
            return example
        }
        let sentiment = try StanceTrainer(task: .sentiment, folds: 0, c: 3).trained(on: swapped)
            .model
        let evaluation = try StanceEvaluation(
            model, on: examples,
            options: {
                var options = StanceEvaluation.Options(refits: false, probes: false)
                options.sentiment = sentiment
                return options
            }())
        let conflicts = try #require(evaluation.conflicts)
        #expect(conflicts.count { $0.kind == .warmButAgainst } == 60)
        #expect(conflicts.count { $0.kind == .coldButFavor } == 60)
        for conflict in conflicts {
            let warm = conflict.kind == .warmButAgainst
            #expect(conflict.example.label == (warm ? "against" : "favor") && conflict.isRight)
            #expect((conflict.tone[2] > conflict.tone[0]) == warm)
        }
        #expect(try StanceEvaluation(model, on: examples).conflicts == nil)
    }
}
