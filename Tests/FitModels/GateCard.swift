import CaucusStance
import Foundation

/// The card of the gates, in Markdown.
struct GateCard {
    var text: String

    init(_ model: GateModel) {
        let made = model.provenance
        func percent(_ share: Double) -> String { String(format: "%.1f %%", 100 * share) }
        var lines = [
            "# \(made.name)", "",
            """
            Three logistic models of Caucus \(made.version) that ask of every quotation about a leader: do the words \
            count as somebody's speech, do they speak of the leader, and is the named speaker the one who speaks?
            """,
            "", "## Labels", "",
            """
            \(made.examples) judged quotations about \(made.leaders) leaders in \(made.articles) US news articles. The \
            judges are language models that read each quotation in its article by a code book; two of them, \
            independently, agree at a Krippendorff's α of 0.92 to 0.95 on these three questions. No sentence of the \
            articles is in the file: words with their weights are.
            """,
            "", "## How good", "",
            """
            Measured on the uniform sample among them, each leader judged by a fit to other leaders. A quotation counts \
            from a probability of \(made.keep) on that all three hold.
            """, "",
            "| | area under the ROC curve |", "|---|---|",
        ]
        for (gate, area) in zip(Gate.allCases, made.areas) {
            lines.append("| \(gate.rawValue) | \(String(format: "%.3f", area)) |")
        }
        let kept = model.judged.rows.filter { $0.pass >= made.keep }
        let right = kept.count { $0.isRight }
        lines += [
            "",
            """
            Of \(kept.count) that count, \(percent(Double(right) / Double(max(kept.count, 1)))) are speech of that \
            speaker about the leader. A side, favor or against, is answered where speech, speaker, leader and side are \
            right together this often (with `stance-en-2`):
            """, "",
            "| from a probability of | wholly right (95 %) | of the quotations with a side |",
            "|---|---|---|",
        ]
        for point in made.precisions where Int((point.threshold * 100).rounded()) % 5 == 0 {
            lines.append(
                "| \(String(format: "%.2f", point.threshold)) | \(percent(point.precision)) "
                    + "(\(percent(point.low))–\(percent(point.high))) | \(percent(point.recall)) |")
        }
        if let point = made.neutralPrecisions.first(where: {
            $0.precision >= GateModel.standardPrecision
        }) {
            lines += [
                "",
                """
                Neutral is answered from a probability of \(String(format: "%.2f", point.threshold)) on: such answers \
                were right in everything in \(percent(point.precision)), and \(percent(point.recall)) of the neutral \
                ones got one.
                """,
            ]
        }
        lines += ["", "## Shares", ""]
        for (label, name) in ["against", "neutral", "in favor"].enumerated() {
            let (covered, leaders) = model.coverage(of: label)
            lines.append(
                "- The share \(name) lay in its corrected 95 % interval for \(covered) of \(leaders) "
                    + "leaders held out.")
        }
        lines += [
            "", "## Known failures", "",
            "- US news of the years 2012 to 2020; other countries and outlets may differ.",
            "- Quotations that a record brings along (GDELT and the like) are not asked.",
            "- The judges are models, not people; where they err together, so does this file.",
            "", "Checksum of the stance model: `\(made.stanceModel)`", "",
        ]
        text = lines.joined(separator: "\n")
    }
}
