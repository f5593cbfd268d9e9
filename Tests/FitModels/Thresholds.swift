import CaucusStance
import Foundation

/// From which probability on a quotation counts, and a side is answered; chosen on the uniform sample with every leader
/// held out.
struct Thresholds {
    private(set) var keep = 0.0
    /// For answered sides, and for answered neutral.
    private(set) var precisions: [GateProvenance.AnswerPrecision] = []
    private(set) var neutralPrecisions: [GateProvenance.AnswerPrecision] = []
    private let examples: Examples
    private let gates: [GateProbabilities]
    private let stances: [[Double]]
    private let uniform: [Int]

    /// The share of the quotations about the leader that are found which shall count.
    private static let recall = 0.87

    init(_ examples: Examples, _ gates: [GateProbabilities], _ stances: [[Double]]) {
        self.examples = examples
        self.gates = gates
        self.stances = stances
        uniform = examples.rows.indices.filter { examples.rows[$0].label.isUniform }
        let good = uniform.filter { examples.rows[$0].isGood }.map { gates[$0].all }.sorted()
        let lost = good.count - Int((Self.recall * Double(examples.good)).rounded())
        keep = lost > 0 && lost < good.count ? (good[lost] * 1000).rounded(.down) / 1000 : 0
        precisions = curve(answers(neutral: false), examples.sided)
        neutralPrecisions = curve(answers(neutral: true), examples.good - examples.sided)
    }

    /// What an answered side is worth, or neutral: the probability that all is right, and whether it is.
    private func answers(
        neutral: Bool
    ) -> [(odds: Double, isRight: Bool, article: String)] {
        uniform.compactMap { i in
            let p = stances[i]
            guard gates[i].all >= keep, let best = p.indices.max(by: { p[$0] < p[$1] }),
                (best == 1) == neutral
            else { return nil }
            let row = examples.rows[i]
            let side = ["against", "neutral", "favor"][best]
            return (gates[i].all * p[best], row.isRight && row.label.stance == side, row.label.doc)
        }
    }

    private func curve(
        _ all: [(odds: Double, isRight: Bool, article: String)], _ whole: Int
    ) -> [GateProvenance.AnswerPrecision] {
        return (0...95).compactMap { step in
            let threshold = Double(step) / 100
            let given = all.filter { $0.odds >= threshold }
            guard given.count >= 40 else { return nil }
            let right = Double(given.count { $0.isRight })
            let share = right / Double(given.count)
            // Answers of one article are not independent.
            let articles = Dictionary(grouping: given, by: \.article).sorted { $0.key < $1.key }
                .map(\.value)
            let variance =
                articles.reduce(0.0) { sum, group in
                    let residual = group.reduce(0.0) { $0 + ($1.isRight ? 1 : 0) - share }
                    return sum + residual * residual
                } / (Double(given.count) * Double(given.count))
            let half = 1.96 * variance.squareRoot()
            return .init(
                threshold: threshold, precision: share, low: max(0, share - half),
                high: min(1, share + half), recall: right / Double(max(whole, 1)))
        }
    }

    /// Prints what the thresholds give.
    func tell() {
        let kept = uniform.filter { gates[$0].all >= keep }
        let right = kept.count { examples.rows[$0].isRight }
        let good = kept.count { examples.rows[$0].isGood }
        print(
            "keep from \(keep): \(kept.count) of \(uniform.count), right \(percent(right, kept.count)), "
                + "of the good \(percent(good, examples.good))")
        var table: [String: Int] = [:]
        for i in kept where examples.rows[i].isGood {
            let best = stances[i].indices.max { stances[i][$0] < stances[i][$1] } ?? 1
            table[
                examples.rows[i].label.stance + ["against", "neutral", "favor"][best], default: 0] +=
                1
        }
        let f1 = ["against", "neutral", "favor"].map { label in
            let hit = Double(table[label + label] ?? 0)
            let all = table.reduce(0.0) {
                $0 + ($1.key.hasPrefix(label) ? Double($1.value) : 0)
                    + ($1.key.hasSuffix(label) ? Double($1.value) : 0)
            }
            return all > 0 ? 2 * hit / all : 0
        }
        print(
            "stance of the good ones that count: macro-F1 \(percent(f1.reduce(0, +) / 3)), "
                + f1.map(percent).joined(separator: " "))
        for (name, curve) in [("sides", precisions), ("neutral", neutralPrecisions)] {
            for point in curve where Int((point.threshold * 100).rounded()) % 5 == 0 {
                print(
                    "  \(name) from \(point.threshold): wholly right \(percent(point.precision)) "
                        + "(\(percent(point.low)) to \(percent(point.high))), found "
                        + percent(point.recall))
            }
        }
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        percent(Double(part) / Double(max(whole, 1)))
    }
    private func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

    /// The uniform sample with what the held-out fits say of it.
    func judged(_ leader: [Int]) -> JudgedSample {
        var articles: [String: Int] = [:]
        let labels = ["against", "neutral", "favor"]
        return JudgedSample(
            rows: uniform.map { i in
                let row = examples.rows[i]
                let article = articles[row.label.doc] ?? articles.count
                articles[row.label.doc] = article
                return .init(
                    leader: leader[i], article: article, pass: gates[i].all, stances: stances[i],
                    isRight: row.isRight,
                    label: row.isGood ? labels.firstIndex(of: row.label.stance) ?? -1 : -1)
            })
    }
}
