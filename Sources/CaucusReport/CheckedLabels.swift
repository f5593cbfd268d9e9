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
        var labels: [Stance]

        /// The label of most people, or `nil` where they are split.
        var label: Stance? {
            let counts = Stance.allCases.map { stance in labels.count { $0 == stance } }
            let most = counts.max() ?? 0
            guard counts.count(where: { $0 == most }) == 1 else { return nil }
            return counts.firstIndex(of: most).map { Stance.allCases[$0] }
        }

        /// The share of people who gave each label.
        var shares: StanceProbabilities {
            func share(_ stance: Stance) -> Double {
                Double(labels.count { $0 == stance }) / Double(max(labels.count, 1))
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

    init(_ given: [HandLabel], _ quotations: [ScoredQuotation]) {
        let known = Set(quotations.map(\.id))
        var seen: Set<[String]> = []
        var people: Set<String> = []
        var order: [String] = []
        for (i, label) in given.enumerated() {
            let id = label.quotation
            let p = label.samplingProbability
            let person = label.annotator ?? ""
            var fault: String?
            if !(p > 0 && p <= 1) {
                fault = "the sampling probability \(p) of \(id) is not above 0 and up to 1"
            } else if !known.contains(id) {
                fault = "there is no quotation \(id) in this run"
            } else if !seen.insert([id, person]).inserted {
                let who = label.annotator.map { " by \($0)" } ?? ""
                fault = "the quotation \(id) is labeled twice\(who); the first label is taken"
            }
            if let fault {
                let place = label.place ?? Place(file: "labels", line: i + 1)
                diagnostics.append(Diagnostic(place, fault))
                continue
            }
            people.insert(person)
            if answers[id] == nil { order.append(id) }
            answers[id, default: Answer(samplingProbability: p, labels: [])].labels.append(
                label.label)
        }
        annotators = people.count
        labels = order.compactMap { id in
            answers[id].flatMap { answer in
                answer.label.map {
                    HandLabel(
                        quotation: id, label: $0, samplingProbability: answer.samplingProbability)
                }
            }
        }
    }

    /// Krippendorff's α over the quotations that several people labeled, or `nil` where there are none.
    func agreement(_ options: ReportOptions) -> Estimate? {
        let units = answers.sorted { $0.key < $1.key }.map { _, answer in
            answer.labels.map { label -> Int? in Stance.allCases.firstIndex(of: label) }
        }
        return try? KrippendorffAlpha(.nominal).estimate(
            of: units, level: options.level, seed: options.seed)
    }
}
