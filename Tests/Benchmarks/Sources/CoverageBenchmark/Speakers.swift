import CaucusStatistics
import Foundation

/// Speakers of few quotations: raw and pooled intervals, and simultaneous ranks.
struct SpeakersBenchmark {
    var name: String
    var prior: [Double]
    var speakers: Int
    /// Whether a quotation gives probabilities, calibrated within its speaker, or a label.
    var soft: Bool

    private struct Speaker {
        var truth: Double
        var group: Pooling.Group
        var net: Estimate
        var influences: Influences
    }

    private func speaker(_ number: Int, _ random: inout Random) -> Speaker? {
        let shares = random.dirichlet(prior)
        let articles = min(1 + Int(-log(1 - random.unit()) * 5), 40)
        var rows: [[Double]] = []
        var clusters: [Int] = []
        for article in 0..<articles {
            let mix = random.dirichlet(shares.map { max($0, 1e-3) * 6 })
            for _ in 0..<(1 + Int(random.unit() * 3)) {
                rows.append(row(random.index(mix), shares, &random))
                clusters.append(number * 1000 + article)
            }
        }
        let mean = ClusteredMean(bounds: -1...1)
        let parts = (0..<3).compactMap { k in
            mean.estimate(of: rows.map { $0[k] }, clusters: clusters)
        }
        let nets = rows.map { $0[2] - $0[0] }
        guard let net = mean.estimate(of: nets, clusters: clusters),
            let influences = Influences(nets, clusters: clusters)
        else { return nil }
        let errors = parts.compactMap(\.standardError)
        let group = Pooling.Group(
            shares: parts.map(\.value), variances: errors.count == 3 ? errors.map { $0 * $0 } : nil,
            items: rows.count, clusters: Set(clusters).count)
        return Speaker(
            truth: shares[2] - shares[0], group: group, net: net, influences: influences)
    }

    private func row(_ label: Int, _ shares: [Double], _ random: inout Random) -> [Double] {
        guard soft else { return (0..<3).map { $0 == label ? 1 : 0 } }
        let logits = (0..<3).map { k -> Double in
            let signal = (k == label ? 1.5 : 0) + random.normal()
            return log(max(shares[k], 1e-6)) + 1.5 * signal - 1.125
        }
        return softmax(logits)
    }

    /// The rows of the table over `corpora` corpora.
    func lines(corpora: Int) -> [Line] {
        var tally = Tally()
        var ranked = 0
        var covered = 0
        let title = "\(name), \(speakers) speakers, \(soft ? "probabilities" : "labels")"
        for seed in 1...corpora {
            var random = Random(UInt64(seed) + 7)
            let found = (0..<speakers).compactMap { speaker($0, &random) }
            guard let pooling = Pooling(found.map(\.group), contrast: [-1, 0, 1]) else { continue }
            for (speaker, pooled) in zip(found, pooling.estimates) {
                tally.note("\(title): pooled", pooled, truth: speaker.truth)
                tally.note("\(title): raw", speaker.net, truth: speaker.truth)
            }
            let several = found.filter(\.net.hasInterval)
            let ranks = RankIntervals(draws: 299).ranks(of: several.map(\.influences))
            let all = zip(several, ranks).allSatisfy { speaker, rank in
                let place = 1 + several.count { $0.truth > speaker.truth }
                return rank.low <= place && place <= rank.high
            }
            ranked += 1
            if all { covered += 1 }
        }
        let share = 100 * Double(covered) / Double(max(ranked, 1))
        return tally.lines { $0.hasSuffix("pooled") ? 92...97 : nil }
            + [Line("\(title): all ranks at once", value: share, expected: 93...100)]
    }

    static let all = [
        ("very different", [1.2, 0.9, 0.9], 30), ("different", [4.0, 3.0, 3.0], 30),
        ("alike", [24.0, 18.0, 18.0], 30), ("few", [1.2, 0.9, 0.9], 6),
    ].flatMap { name, prior, count in
        [false, true].map {
            SpeakersBenchmark(name: name, prior: prior, speakers: count, soft: $0)
        }
    }
}
