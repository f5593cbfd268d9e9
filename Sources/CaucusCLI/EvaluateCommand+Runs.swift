import ArgumentParser
import Caucus

extension EvaluateCommand {
    /// Measures the runs of the store that is given in place of a model.
    func evaluateRuns() throws {
        guard labelsOf == nil else {
            throw Failure(
                64, "--labels-of with the store \(model): expected a model, or no --labels-of")
        }
        try refuseModelOptions(beside: "a store")
        let labels = try readLabels()
        let store = try Store(path: model, mode: .reading)
        let all = try store.runs(named: runName)
        let runs = all.filter { target == nil || $0.target.name == target }
        guard !runs.isEmpty else {
            let leaders = Set(all.map(\.target.name)).sorted().prefix(6)
            throw Failure(
                65,
                "\(model): found no run\(target.map { " toward \($0)" } ?? ""), expected "
                    + (leaders.isEmpty ? "one" : "one of: " + leaders.joined(separator: ", ")))
        }
        try checkTargets(labels, runs, of: model)
        let evaluation = try StoreEvaluation(labels, runs, of: store, errors: errors, seed: seed)
        try store.close()
        guard !evaluation.runs.isEmpty else { throw noneOf(runs, model) }
        let record = StoreEvaluationRecord(evaluation)
        try write(json ? record.json : record.text)
        for run in evaluation.runs { if let stance = run.stance { try check(stance) } }
    }

    /// Measures the model beside the run whose quotations are labeled.
    func evaluateTrained(on path: String) throws {
        try refuseModelOptions(beside: "--labels-of")
        let stance = try ModelFile.stance(model)
        let labels = try readLabels()
        let store = try Store(path: path, mode: .reading)
        let all = try StoredRun.all(of: store, named: runName, targets: target.map { [$0] })
        try checkTargets(labels, all, of: path)
        let runs = all.filter { !labels.about($0.target.name).isEmpty }
        guard !runs.isEmpty else { throw noneOf(all, path) }
        let evaluation = try TrainedEvaluation(
            stance, labels, runs, of: store, keepsLearned: alsoLearned, errors: errors, seed: seed)
        try store.close()
        guard let record = TrainedEvaluationRecord(evaluation, model: model),
            let answers = evaluation.answers
        else { throw nothing(evaluation, path) }
        try write(json ? record.json : record.text)
        try check(answers.second)
    }

    /// Why nothing was measured.
    private func nothing(_ evaluation: TrainedEvaluation, _ path: String) -> Failure {
        let files = labeled.joined(separator: ", ")
        if let learned = evaluation.learned, learned.quotations > 0 {
            return Failure(
                65,
                "\(files): found no label of an article that \(model) has not learned from, expected some "
                    + "(\(learned.quotations) quotations of \(learned.documents) articles are left out; --also-learned measures them)"
            )
        }
        return Failure(
            65, "\(files): found no stance of a quotation of \(path), expected some")
    }

    private func noneOf(_ runs: [RunDescription], _ path: String) -> Failure {
        let leaders = Set(runs.map(\.target.name)).sorted().prefix(6).joined(separator: ", ")
        return Failure(
            65,
            "\(labeled.joined(separator: ", ")): found no label of a quotation of \(path), expected their quote_id "
                + "and a target of: \(leaders)")
    }

    /// What people said; what nothing could be made of is told.
    private func readLabels() throws -> JudgedQuotations {
        let read = try CodedAnswers(paths: labeled)
        var bad = BadRecords()
        if !batch.quiet || batch.strict { for odd in read.diagnostics { bad.note(odd) } }
        let labels = JudgedQuotations(read.answers)
        guard !labels.judged.isEmpty else {
            throw Failure(
                65,
                read.diagnostics.first.map(\.description)
                    ?? "\(labeled.joined(separator: ", ")): found no label that most people gave, expected quote_id "
                    + "with favor, against, neutral, not_speech, not_about or wrong_speaker")
        }
        try bad.finish(
            records: labels.judged.count, strict: batch.strict, nothing: .noExamples(paths: labeled)
        )
        return labels
    }

    /// Fails where labels tell no leader and there are several.
    private func checkTargets(
        _ labels: JudgedQuotations, _ runs: [RunDescription], of path: String
    ) throws {
        let leaders = Set(runs.map(\.target.name)).sorted()
        let without = labels.judged.count { $0.target.isEmpty }
        guard without > 0, leaders.count > 1 else { return }
        throw Failure(
            64,
            "\(labeled.joined(separator: ", ")): \(without) labels have no target, and \(path) has runs toward "
                + "\(leaders.count) leaders: expected --target with one of: "
                + leaders.prefix(6).joined(separator: ", "))
    }

    /// Fails where something is asked for that only a model on examples gives: it would be lost without a word.
    private func refuseModelOptions(beside what: String) throws {
        let given = [
            by.map { _ in "--by" }, learningCurve ? "--learning-curve" : nil,
            sentiment.map { _ in "--sentiment" }, batch.limit.map { _ in "--limit" },
        ].compactMap(\.self)
        guard let first = given.first else { return }
        throw Failure(64, "\(first) with \(what): expected a model and labeled examples")
    }

    private func write(_ text: String) throws {
        var output = StandardOutput()
        try output.write(line: text)
        try output.flush()
    }
}
