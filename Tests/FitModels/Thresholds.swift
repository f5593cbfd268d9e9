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
    /// How likely the likelier side of each is right in everything.
    private let sides: [Double]
    /// What was drawn at random.
    private let drawn: [Int]

    /// The share of the quotations about the leader that are found which shall count.
    private static let recall = 0.87

    init(
        _ examples: Examples, _ gates: [GateProbabilities], _ stances: [[Double]], _ sides: [Double]
    ) {
        self.examples = examples
        self.gates = gates
        self.stances = stances
        self.sides = sides
        drawn = examples.rows.indices.filter { examples.rows[$0].weight > 0 }
        let good = drawn.filter { examples.rows[$0].label.isUniform && examples.rows[$0].isGood }
            .map { gates[$0].all }.sorted()
        let lost = good.count - Int((Self.recall * Double(examples.good)).rounded())
        keep = lost > 0 && lost < good.count ? (good[lost] * 1000).rounded(.down) / 1000 : 0
        let context = drawn.filter { examples.rows[$0].label.isContext && examples.rows[$0].isGood }
        let sides = context.filter { examples.rows[$0].label.stance != "neutral" }
        func weight(_ rows: [Int]) -> Double { rows.reduce(0) { $0 + examples.rows[$1].weight } }
        precisions = curve(answers(neutral: false), Double(examples.sided) + weight(sides))
        neutralPrecisions = curve(
            answers(neutral: true),
            Double(examples.good - examples.sided) + weight(context) - weight(sides))
    }

    /// What an answered side is worth, or neutral: the probability that all is right, and whether it is.
    private func answers(neutral: Bool) -> [Answer] {
        drawn.compactMap { i in
            let p = stances[i]
            guard gates[i].all >= keep, let best = p.indices.max(by: { p[$0] < p[$1] }),
                (best == 1) == neutral
            else { return nil }
            let row = examples.rows[i]
            let side = ["against", "neutral", "favor"][best]
            let odds = neutral ? gates[i].all * p[1] : sides[i]
            return Answer(
                odds: odds, isRight: row.isRight && row.label.stance == side,
                article: row.label.doc, weight: row.weight)
        }
    }

    /// An answer of a fit to other leaders.
    private struct Answer {
        /// The probability that it is right in everything.
        var odds: Double
        var isRight: Bool
        var article: String
        var weight: Double
    }

    private func curve(
        _ all: [Answer], _ whole: Double
    ) -> [GateProvenance.AnswerPrecision] {
        return (0...95).compactMap { step in
            let threshold = Double(step) / 100
            let given = all.filter { $0.odds >= threshold }
            guard given.count >= 40 else { return nil }
            let count = given.reduce(0) { $0 + $1.weight }
            let right = given.reduce(0) { $0 + ($1.isRight ? $1.weight : 0) }
            let share = right / count
            // Answers of one article are not independent.
            let articles = Dictionary(grouping: given, by: \.article).sorted { $0.key < $1.key }
                .map(\.value)
            let variance =
                articles.reduce(0.0) { sum, group in
                    let residual = group.reduce(0.0) {
                        $0 + $1.weight * (($1.isRight ? 1 : 0) - share)
                    }
                    return sum + residual * residual
                } / (count * count)
            let half = 1.96 * variance.squareRoot()
            return .init(
                threshold: threshold, precision: share, low: max(0, share - half),
                high: min(1, share + half), recall: right / max(whole, 1))
        }
    }

    /// Prints what the thresholds give.
    func tell() {
        for (name, isContext, whole) in [
            ("with a word for the leader", false, examples.good),
            ("without", true, drawn.count { isGood($0, inContext: true) }),
        ] {
            let all = drawn.filter { examples.rows[$0].label.isContext == isContext }
            let kept = all.filter { gates[$0].all >= keep }
            let right = kept.count { examples.rows[$0].isRight }
            let good = kept.count { isGood($0, inContext: isContext) }
            print(
                "keep from \(keep), \(name): \(kept.count) of \(all.count), right "
                    + "\(percent(right, kept.count)), of the good \(percent(good, whole))")
        }
        let kept = drawn.filter { gates[$0].all >= keep && examples.rows[$0].label.isUniform }
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

    private func isGood(_ i: Int, inContext isContext: Bool) -> Bool {
        examples.rows[i].isGood && examples.rows[i].label.isContext == isContext
    }

    private func percent(_ part: Int, _ whole: Int) -> String {
        percent(Double(part) / Double(max(whole, 1)))
    }
    private func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }

    /// How well what was drawn at random is answered, by form, mention and leader.
    func slices(_ leader: [Int]) -> [JudgedSlice] {
        let side = precisions.first { $0.precision >= GateModel.standardPrecision }?.threshold
        let answers = zip(drawn, judged(leader).rows).map { i, row in
            let found = examples.rows[i].found
            return HeldOutAnswer(
                form: found.act == nil ? found.form.rawValue : "act", mention: found.mention,
                leader: examples.rows[i].label.leader, row: row, right: sides[i])
        }
        return JudgedSlice.all(of: answers, keeping: keep, answeringFrom: side ?? 1.01)
    }

    /// What was drawn at random with what the held-out fits say of it.
    func judged(_ leader: [Int]) -> JudgedSample {
        var articles: [String: Int] = [:]
        let labels = ["against", "neutral", "favor"]
        return JudgedSample(
            rows: drawn.map { i in
                let row = examples.rows[i]
                let article = articles[row.label.doc] ?? articles.count
                articles[row.label.doc] = article
                return .init(
                    leader: leader[i], article: article, pass: gates[i].all, stances: stances[i],
                    isRight: row.isRight,
                    label: row.isGood ? labels.firstIndex(of: row.label.stance) ?? -1 : -1,
                    right: sides[i], weight: row.weight)
            })
    }
}
