import CaucusStance
import CaucusStatistics
import CaucusText

/// Hand labels that can be used, and why the others cannot.
///
/// Several people may label one quotation: its label is that of most of them, and counts in shares as the share of
/// them that gave it.
struct CheckedLabels {
    /// What people said of one quotation.
    struct Answer {
        var samplingProbability: Double
        var answers: [HandAnswer]
        /// Whom people named as the speaker, and the borders that they set, of those who did.
        var speakers: [String] = []
        var borders: [Span] = []

        /// Takes what one person said; of a quotation whose borders have moved since, nothing is known of borders.
        mutating func take(_ label: HandLabel, hasSameBorders: Bool) {
            answers.append(label.answer)
            if label.answer == .fails(.speaker), let speaker = label.speaker {
                speakers.append(speaker)
            }
            if hasSameBorders, label.answer != .fails(.speech), let span = label.borders {
                borders.append(span)
            }
        }

        /// What most people say, or `nil` where they are split.
        var answer: HandAnswer? {
            let counts = HandAnswer.all.map { one in answers.count { $0 == one } }
            let most = counts.max() ?? 0
            guard counts.count(where: { $0 == most }) == 1 else { return nil }
            return counts.firstIndex(of: most).map { HandAnswer.all[$0] }
        }

        /// The share of people who gave each stance; together less than 1 where some say that the quotation is not what it is
        /// counted as.
        var shares: StanceProbabilities {
            func share(_ stance: Stance) -> Double {
                Double(answers.count { $0 == .stance(stance) }) / Double(max(answers.count, 1))
            }
            return StanceProbabilities(
                against: share(.against), neutral: share(.neutral), favor: share(.favor))
        }
    }

    /// One a quotation, in the order of the first; those on which people are split are left out.
    private(set) var labels: [HandLabel] = []
    /// By quotation.
    private(set) var answers: [String: Answer] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    /// How many people labeled.
    private(set) var annotators = 0
    /// The people who are named, in alphabetical order.
    private(set) var people: [String] = []
    /// What became of labels that were drawn of another run.
    private(set) var origin = LabelUse.Origin()

    /// Whether people were asked, and sometimes said, that a quotation is not what it is counted as.
    var judgesGates: Bool {
        answers.values.contains { answer in
            answer.answers.contains { if case .fails = $0 { true } else { false } }
        }
    }

    /// Labels about other leaders than `target` are passed over.
    init(_ given: [HandLabel], _ quotations: [ScoredQuotation], of run: RunDescription) {
        let match = LabelMatch(quotations)
        var seen: Set<[String]> = []
        var people: Set<String> = []
        var order: [String] = []
        for (i, label) in given.enumerated()
        where label.target ?? run.target.name == run.target.name {
            let p = label.samplingProbability
            let person = label.annotator ?? ""
            let isOther = label.run.map { $0 != run.id } ?? false
            origin.otherRun += isOther ? 1 : 0
            var fault: String?
            let id = match.id(of: label.quotation)
            if !(p > 0 && p <= 1) {
                fault =
                    "the sampling probability \(p) of \(label.quotation) is not above 0 and up to 1"
            } else if id == nil {
                origin.unmatched += isOther ? 1 : 0
                fault = "there is no quotation \(label.quotation) in this run"
            } else if let id, !seen.insert([id, person]).inserted {
                let who = label.annotator.map { " by \($0)" } ?? ""
                fault = "the quotation \(id) is labeled twice\(who); the first label is taken"
            }
            guard fault == nil, let id else {
                let place = label.place ?? Place(file: "labels", line: i + 1)
                diagnostics.append(Diagnostic(place, fault ?? ""))
                continue
            }
            origin.byPlace += id == label.quotation ? 0 : 1
            people.insert(person)
            if answers[id] == nil { order.append(id) }
            answers[id, default: Answer(samplingProbability: p, answers: [])].take(
                label, hasSameBorders: id == label.quotation)
        }
        annotators = people.count
        self.people = people.filter { !$0.isEmpty }.sorted()
        labels = order.compactMap { id in
            answers[id].flatMap { answer in
                answer.answer.map {
                    HandLabel(
                        quotation: id, answer: $0, samplingProbability: answer.samplingProbability)
                }
            }
        }
    }

    /// Krippendorff's α over the quotations that several people labeled, or `nil` where there are none.
    func agreement(_ options: ReportOptions) -> Estimate? {
        alpha(.nominal, options) { HandAnswer.all.firstIndex(of: $0) }
    }

    /// α of what `value` makes of each answer; `nil` where no quotation has two of them.
    func alpha(
        _ scale: KrippendorffAlpha.Scale, _ options: ReportOptions, _ value: (HandAnswer) -> Int?
    ) -> Estimate? {
        let units = answers.sorted { $0.key < $1.key }.map { $1.answers.map(value) }
        return try? KrippendorffAlpha(scale).estimate(
            of: units, level: options.level, seed: options.seed)
    }
}
