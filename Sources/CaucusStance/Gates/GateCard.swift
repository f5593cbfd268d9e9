import Foundation

extension GateModel {
    /// The card of the gates in Markdown.
    public var card: String { GateCard(self).markdown }
}

/// What the gates are, for a reader: made from their file alone.
struct GateCard {
    private let model: GateModel
    private var made: GateProvenance { model.provenance }

    init(_ model: GateModel) { self.model = model }

    /// The card in Markdown.
    var markdown: String {
        let measured = made.refits == nil ? [quality, answers] + slices + [shares] : [refitted]
        return ([heading, labels] + measured + [features, limits]).joined(separator: "\n\n") + "\n"
    }

    private var heading: String {
        """
        # \(made.name)

        Three logistic models of Caucus \(made.version) that ask of every quotation about a leader: do the words count \
        as somebody's speech, do they speak of the leader, and is the named speaker the one who speaks? A fourth asks \
        of an answered side whether all of it is right.

        Checksum: `\(model.checksum)`\(stanceModel)\(encoder)
        """
    }

    /// What it was measured with, where it was.
    private var stanceModel: String {
        made.stanceModel.isEmpty ? "" : ". Checksum of the stance model: `\(made.stanceModel)`"
    }

    /// How the gates were fitted anew.
    private var refitted: String {
        let rounds = (made.refits ?? []).map { round in
            let rows = round.fit.parts.map { part in
                "| \(part.gate.rawValue) | \(part.labels) | \(part.passed) | "
                    + [part.before, part.after, part.line.slope, part.line.offset]
                    .map { String(format: "%.3f", $0) }.joined(separator: " | ") + " |"
            }
            return """
                \(Self.cell(round.name)) (checksum `\(Self.cell(String(round.checksum.prefix(12))))`) fitted to \(round.fit.quotations) labeled \
                quotations of \(round.fit.articles) articles:

                | | labels | passed | log loss before | after, on articles held out | slope | offset |
                |---|---|---|---|---|---|---|
                \(rows.joined(separator: "\n"))
                """
        }
        return """
            ## Fitted anew

            The log odds of each gate are multiplied by the slope and moved by the offset. A quotation counts from a \
            probability of \(made.keep) on that all three hold. What was measured with the gates of before (how often a \
            side is right, how far shares are off) is not told of these; labels drawn by `caucus sample` correct shares.

            \(rounds.joined(separator: "\n\n"))
            """
    }

    /// What is said of the encoder, where there is one.
    private var encoder: String {
        guard let encoder = made.encoder else { return "" }
        let sieve = made.sieve ?? 0
        return """
            . Checksum of the encoder: `\(encoder)`

            Beside the features they weigh what the encoder says of the sentences. It reads what the gates of words alone \
            find right with a probability of \(sieve) or more; what they hold back does not count.
            """
    }

    private var labels: String {
        """
        ## Labels

        \(made.examples) judged quotations about \(made.leaders) leaders in \(made.articles) US news articles. The \
        judges are language models that read each quotation in its article by a code book; two of them, independently, \
        agree at a Krippendorff's α of 0.92 to 0.95 on these three questions. No sentence of the articles is in the \
        file: words with their weights are.
        """
    }

    private var quality: String {
        let areas = zip(Gate.allCases, made.areas).map { gate, area in
            "| \(gate.rawValue) | \(String(format: "%.3f", area)) |"
        }
        return """
            ## How good

            Measured on the uniform sample among them, each leader judged by a fit to other leaders. A quotation counts \
            from a probability of \(made.keep) on that all three hold.

            | | area under the ROC curve |
            |---|---|
            \(areas.joined(separator: "\n"))
            """
    }

    private var answers: String {
        let kept = model.judged.rows.filter { $0.pass >= made.keep }
        let right = kept.count { $0.isRight }
        let points = made.precisions.filter { Int(($0.threshold * 100).rounded()) % 5 == 0 }.map {
            "| \(String(format: "%.2f", $0.threshold)) | \(Self.percent($0.precision)) "
                + "(\(Self.percent($0.low))–\(Self.percent($0.high))) | \(Self.percent($0.recall)) |"
        }
        return """
            Of \(kept.count) that count, \(Self.percent(Double(right) / Double(max(kept.count, 1)))) are speech of that \
            speaker about the leader. A side, favor or against, is answered where speech, speaker, leader and side are \
            right together this often (with that stance model):

            | from a probability of | wholly right (95 %) | of the quotations with a side |
            |---|---|---|
            \(points.joined(separator: "\n"))\(neutral)
            """
    }

    private var neutral: String {
        guard
            let point = made.neutralPrecisions.first(where: {
                $0.precision >= GateModel.standardPrecision
            })
        else { return "" }
        return """


            Neutral is answered from a probability of \(String(format: "%.2f", point.threshold)) on: such answers were \
            right in everything in \(Self.percent(point.precision)), and \(Self.percent(point.recall)) of the neutral \
            ones got one.
            """
    }

    private var slices: [String] {
        guard let slices = made.slices, !slices.isEmpty else { return [] }
        return [
            """
            ## Results on leaders held out

            How many of the judged quotations that were drawn at random count, how many of these are speech of that speaker \
            about the leader; how many get a side, and how many of these are right in everything. What the stance is worth \
            by itself stands in the card of the stance model.

            \(slices.gateTables)
            """
        ]
    }

    private var shares: String {
        let lines = ["against", "neutral", "in favor"].enumerated().map { label, name in
            let (covered, leaders) = model.coverage(of: label)
            return
                "- The share \(name) lay in its corrected 95 % interval for \(covered) of \(leaders) "
                + "leaders held out."
        }
        return "## Shares\n\n" + lines.joined(separator: "\n")
    }

    private var features: String {
        let gates = Gate.allCases.map { gate in
            let found = model.strongest(for: gate, limit: 8)
            func list(_ features: [(name: String, weight: Double)]) -> String {
                features.map { "`\(Self.cell($0.name))` \(String(format: "%+.2f", $0.weight))" }
                    .joined(separator: ", ")
            }
            return "- \(gate.rawValue), for: \(list(found.toward))\n"
                + "- \(gate.rawValue), against: \(list(found.away))"
        }
        return """
            ## Features

            \(model.features.count) features have a weight; `caucus inspect \(made.name) --features` tells what their \
            names mean. Those that weigh most, as log odds:

            \(gates.joined(separator: "\n"))
            """
    }

    private var limits: String {
        """
        ## Known failures

        - US news of the years 2012 to 2020; other countries and outlets may differ.
        - Quotations that a record brings along (GDELT and the like) are not asked.
        - The judges are models, not people; where they err together, so does this file.
        """
    }

    private static func percent(_ share: Double) -> String {
        String(format: "%.1f %%", 100 * share)
    }

    /// A name that breaks no code span.
    private static func cell(_ name: String) -> String {
        String(name.map { $0.isNewline || $0 == "`" ? "'" : $0 }.prefix(60))
    }
}
