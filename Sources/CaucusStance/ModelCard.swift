import Foundation

/// What a model is, for a reader: made from the model alone.
public struct ModelCard: Sendable {
    private let model: StanceModel

    /// Creates the card of a model.
    public init(_ model: StanceModel) {
        self.model = model
    }

    /// The card in Markdown.
    public var markdown: String {
        let about = model.provenance.about.map {
            [$0.trimmingCharacters(in: .whitespacesAndNewlines)]
        }
        let details = Self.sections(
            model.provenance.details, raised: model.provenance.balance > 0)
        return ([heading] + (about ?? []) + [training, results] + heldOut + details + [use])
            .joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        """
        # \(model.provenance.name)

        A logistic \(model.task.rawValue) model of Caucus \(model.provenance.version): it reads a \
        quotation and the place where it names the leader, and gives the probabilities of \
        \(model.task.labels.joined(separator: ", ")).

        Checksum: `\(model.checksum)`
        """
    }

    private var training: String {
        let p = model.provenance
        let labels = zip(model.task.labels, p.labelCounts).map { "\($1) \($0)" }
        let gap = p.convergence.relativeGap.map { String(format: "%.1e", $0) } ?? "not certified"
        return """
            ## Training

            - Examples: \(p.examples) (\(labels.joined(separator: ", "))) in \(p.groups) groups, \
            \(p.targets) named targets
            - Digest of the examples: `\(p.trainingDigest.prefix(16))`
            - Features: `\(p.features.name)`, \(p.columns) columns, \(p.nonzeros) nonzeros
            \(p.balance > 0 ? "- Labels raised: each example weighs (1 / its label's share)^\(p.balance)\n" : "")\
            \(p.lexicon.map { "- Lexicon: \($0.words) words and forms, \($0.isExtended ? "extended by the user" : "built in"), digest `\($0.digest.prefix(16))`\n" } ?? "")\
            \(p.shift.isEmpty ? "" : "- Labels chosen for F_avg: \(p.shift.map { String(format: "%+.2f", $0) }.joined(separator: ", ")) added to the calibrated logits\n")\
            \(p.readsSentences ? "- Reads quotations in the sentences around them\n" : "")\
            - Penalty: C = \(p.c)\(p.folds > 0 ? ", chosen by \(p.folds) grouped folds" : "")
            \(p.penaltyFollowsCounts ? "- The penalty is less for words that fall unevenly on the labels\n" : "")\
            - Seed: \(p.seed)
            - Fit: \(p.convergence.iterations) iterations, objective \
            \(String(format: "%.4f", p.convergence.objective)), relative gap \(gap)\
            \(p.convergence.reached ? "" : "; NOT converged")
            - Temperature: \(String(format: "%.3f", model.temperature))
            """
    }

    private var results: String {
        guard let metrics = model.provenance.metrics, let baseline = model.provenance.baseline
        else { return "## Results\n\nNone: trained without folds." }
        return """
            ## Results

            Calibrated out-of-fold probabilities; no group on both sides. Intervals: 95 %, bootstrap over \
            groups.

            \(MetricsTable(metrics, names: model.labels, baseline: baseline).markdown)\(answering)
            """
    }

    /// The results on judged quotations of leaders held out, or none where they were not measured.
    private var heldOut: [String] {
        guard let slices = model.provenance.slices, !slices.isEmpty else { return [] }
        return [
            """
            ## Results on leaders held out

            Judged quotations drawn at random that count (by the gates) and are speech about the leader, each answered by a \
            fit to other leaders: the mean F1 of the three stances, and how often the likeliest is right.

            \(slices.stanceTables)
            """
        ]
    }

    /// What the margin promises, or nothing where the model keeps none.
    private var answering: String {
        guard let threshold = model.threshold, let low = threshold.error.low,
            let high = threshold.error.high
        else { return "" }
        return String(
            format: """


                It answers from a margin of %.3f on (the lead of its best label over the next), kept for at \
                most %.0f %% wrong answers: out of fold it answered %.0f %%, and %.1f %% (%.1f–%.1f) of \
                those wrongly.
                """, threshold.margin, 100 * threshold.maximumError, 100 * threshold.coverage,
            100 * threshold.error.value, 100 * low, 100 * high)
    }

    private var use: String {
        """
        ## Use

        For shares over many quotations, read with their intervals; a single answer can be wrong as often as \
        the table says. The model knows the kind of text it was trained on: label a sample of your own corpus \
        and run `caucus evaluate` on it before you trust it there.
        """
    }
}
