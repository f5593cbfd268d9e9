import CaucusStatistics
import Foundation

/// Corpora of 400 articles whose size goes with their stance, read by a biased and overconfident classifier.
struct SharesBenchmark {
    private struct Item {
        var label: Int
        var posterior: [Double]
        var article: Int

        var truth: Double { Double(label - 1) }
        var prediction: Double { posterior[2] - posterior[0] }
    }

    private static let articles = 400
    private static let labeled = 60

    private static func corpus(_ random: inout Random, articles: Int) -> [Item] {
        var items: [Item] = []
        for article in 0..<articles {
            let effect = random.normal()
            let shares = softmax([0.4 + effect, 0.2, -0.2 - 0.5 * effect])
            var size = 1
            let least = exp(-exp(0.4 + 0.5 * effect))
            var product = random.unit()
            while product > least, size < 30 {
                product *= random.unit()
                size += 1
            }
            for _ in 0..<size {
                let label = random.index(shares)
                var logits = [0.5, 0.0, -0.3].map { $0 + random.normal() }
                logits[label] += 1.2
                items.append(
                    Item(
                        label: label, posterior: softmax(logits.map { 1.3 * $0 }), article: article)
                )
            }
        }
        return items
    }

    /// The table of coverage over `corpora` corpora.
    static func lines(corpora: Int) throws -> [Line] {
        var random = Random(99)
        let all = corpus(&random, articles: 400_000)
        let truth = all.reduce(0) { $0 + $1.truth } / Double(all.count)
        var tally = Tally()
        for seed in 1...corpora {
            var random = Random(UInt64(seed))
            let items = corpus(&random, articles: articles)
            try designBased(items, &random, truth, &tally)
            uncorrected(items, truth, &tally)
        }
        return tally.lines { $0.hasPrefix("design-based") ? 93...97 : nil }
    }

    private static func designBased(
        _ items: [Item], _ random: inout Random, _ truth: Double, _ tally: inout Tally
    ) throws {
        let chosen = Set((0..<articles).shuffled(using: &random).prefix(labeled))
        let byArticle = items.map { item in
            DesignBasedMean.Item(
                prediction: item.prediction,
                label: chosen.contains(item.article) ? item.truth : nil,
                samplingProbability: Double(labeled) / Double(articles), cluster: item.article)
        }
        let estimator = DesignBasedMean(bounds: -1...1)
        tally.note(
            "design-based, 60 labeled articles", try estimator.estimate(of: byArticle), truth: truth
        )
        let picked = Set(items.indices.shuffled(using: &random).prefix(labeled))
        let byQuotation = items.enumerated().map { i, item in
            DesignBasedMean.Item(
                prediction: item.prediction, label: picked.contains(i) ? item.truth : nil,
                samplingProbability: Double(labeled) / Double(items.count), cluster: item.article)
        }
        tally.note(
            "design-based, 60 labeled quotations", try estimator.estimate(of: byQuotation),
            truth: truth)
        let sample = items.filter { chosen.contains($0.article) }
        if let alone = ClusteredMean(bounds: -1...1).estimate(
            of: sample.map(\.truth), clusters: sample.map(\.article))
        {
            tally.note("labels of 60 articles alone", alone, truth: truth)
        }
    }

    private static func uncorrected(_ items: [Item], _ truth: Double, _ tally: inout Tally) {
        let clusters = items.map(\.article)
        let mean = ClusteredMean(bounds: -1...1)
        if let estimate = mean.estimate(of: items.map(\.truth), clusters: clusters) {
            tally.note("every quotation labeled, clustered", estimate, truth: truth)
        }
        if let estimate = mean.estimate(of: items.map(\.prediction), clusters: clusters) {
            tally.note("mean of probabilities, clustered", estimate, truth: truth)
        }
        let answers = items.map { item -> Double in
            let best = item.posterior.indices.max { item.posterior[$0] < item.posterior[$1] }
            return Double((best ?? 1) - 1)
        }
        let n = Double(answers.count)
        let average = answers.reduce(0, +) / n
        let error = (answers.reduce(0) { $0 + pow($1 - average, 2) }).squareRoot() / n
        tally.note(
            "counting the classifier's answers", average - 1.96 * error, average + 1.96 * error,
            truth: truth)
    }
}
