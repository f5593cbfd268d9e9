extension JudgedQuotations {
    /// How many there are, by whom, and what each counts, for people.
    func sentence(documents: Int? = nil) -> String {
        var text = Self.count(judged.count, "labeled quotation")
        if let documents { text += " of " + Self.count(documents, "article") }
        let names = people.map { $0.onOneLine.cut }
        if !names.isEmpty {
            text += ", by " + names.prefix(6).joined(separator: ", ")
            if names.count > 6 { text += " and \(names.count - 6) more" }
        }
        let left = [
            (split, "that people are split on"), (skipped, "skipped"),
            (outside, "with another label than ours"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !left.isEmpty { text += "; left out: " + left.joined(separator: ", ") }
        return text + "\n" + weighting
    }

    /// What each counts, and why.
    var weighting: String {
        if isWeighted { return "each weighs the inverse of its chance to be drawn" }
        let reasons = [
            forTraining > 0
                ? "\(forTraining) \(forTraining == 1 ? "was" : "were") drawn for training, which asks for the hardest"
                : nil,
            withoutProbability > 0
                ? "\(withoutProbability) \(withoutProbability == 1 ? "has" : "have") no sampling_probability"
                : nil,
        ].compactMap(\.self)
        return "all weigh alike"
            + (reasons.isEmpty
                ? ""
                : ": " + reasons.joined(separator: ", ") + "; figures are of these quotations alone")
    }

    static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}

extension JSONWriter {
    /// The labels that figures were taken by.
    mutating func labels(_ labels: JudgedQuotations) {
        key("labels")
        object { line in
            line.member("quotations", labels.judged.count)
            line.member("people", labels.people)
            line.member("split", labels.split)
            line.member("skipped", labels.skipped)
            line.member("outside", labels.outside)
            line.member("for_training", labels.forTraining)
            line.member("without_probability", labels.withoutProbability)
            line.member("weighted", labels.isWeighted)
        }
    }

    /// A value with its interval, or null.
    mutating func member(_ name: String, _ estimate: Estimate?) {
        if let estimate { return member(name, estimate) }
        key(name)
        null()
    }

    /// Two sets of answers and what the second has over the first.
    mutating func pair(
        _ answers: PairedAnswers, first: String = "metrics_first", second: String = "metrics_second"
    ) {
        let names = StanceTask.stance.labels
        member("quotations", answers.difference.rows)
        member("articles", answers.difference.groups)
        key(first)
        metrics(answers.first, names, certain: answers.isCertain)
        key(second)
        metrics(answers.second, names, certain: answers.isCertain)
        key("difference")
        object { line in
            let difference = answers.difference
            line.member("macro_f1", difference.macroF1)
            line.member("accuracy", difference.accuracy)
            line.member("log_loss", answers.isCertain ? nil : difference.logLoss)
            line.member("brier", answers.isCertain ? nil : difference.brier)
        }
    }

    /// Errors, the surest first.
    mutating func wrong(_ answers: [RunEvaluation.WrongAnswer]) {
        key("worst_errors")
        array(answers) { line, error in
            line.object { line in
                line.member("quote_id", error.quotation)
                line.member("text", error.words)
                line.member("label", error.label.rawValue)
                line.member("answer", error.answer.rawValue)
                line.member("p_answer", rounded: error.probability)
            }
        }
    }
}

extension PairedAnswers {
    /// Figure by figure: each side's value, and the difference with its interval.
    func lines() -> [[String]] {
        var lines: [[String]] = []
        func add(_ name: String, _ part: (Metrics) -> Estimate, _ gap: Estimate) {
            lines.append([
                name, part(first).value.three, part(second).value.three, gap.signedThree,
            ])
        }
        add("macro-F1", { $0.macroF1 }, difference.macroF1)
        add("accuracy", { $0.accuracy }, difference.accuracy)
        guard !isCertain else { return lines }
        add("log loss", { $0.logLoss }, difference.logLoss)
        add("Brier", { $0.brier }, difference.brier)
        return lines
    }
}

extension RunEvaluation.WrongAnswer {
    /// Two lines for people.
    var text: String {
        "  \(quotation.onOneLine): labeled \(label.rawValue), answered \(answer.rawValue) (p "
            + "\(probability.three))\n    \(words.onOneLine.cut)"
    }
}
