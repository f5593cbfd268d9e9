import CaucusStatistics
import Foundation

extension ModelCard {
    /// The sections on calibration, parts of the data and errors, or none where the file holds nothing of it.
    static func sections(_ details: TrainingDetails?, raised: Bool) -> [String] {
        guard let details else { return [] }
        var sections = [calibration(details.calibration, raised: raised)]
        let tables = [
            ("By target, the most frequent ones", details.targets),
            ("By form", details.forms),
        ].filter { !$0.1.isEmpty }.map { title, parts in "\(title):\n\n\(table(parts))" }
        if !tables.isEmpty {
            sections.append("## Results by part\n\n" + tables.joined(separator: "\n\n"))
        }
        if let failures = failures(details) { sections.append(failures) }
        return sections
    }

    private static func calibration(_ curve: CalibrationCurve, raised: Bool) -> String {
        let rows = curve.bins.map { bin in
            String(
                format: "| %d | %.3f | %.3f | %.3f–%.3f%@ |", bin.items, bin.predicted,
                bin.observed,
                bin.low, bin.high, bin.isInside ? "" : ", outside")
        }
        return """
            ## Calibration out of fold

            The probability of the answer against the share of right answers, in bins of equal mass; the band is \
            where that share lies 95 times in 100 if the probabilities are true\
            \(raised ? ", read back to the labels' own shares in the training data" : ""). \
            \(curve.inside) of \(curve.bins.count) bins lie inside.

            | examples | predicted | observed | band |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))
            """
    }

    private static func table(_ parts: [TrainingDetails.Part]) -> String {
        let rows = parts.map { part in
            "| \(cell(part.name)) | \(part.examples) | \(part.macroF1.three) | "
                + "\(part.accuracy.three) |"
        }
        return "| | examples | macro-F1 | right answers (95 %) |\n|---|---|---|---|\n"
            + rows.joined(separator: "\n")
    }

    private static func failures(_ details: TrainingDetails) -> String? {
        var parts: [String] = []
        if !details.traits.isEmpty {
            parts.append(
                "What makes a text hard, hardest first:\n\n\(table(details.traits))")
        }
        if !details.misleading.isEmpty {
            parts.append(
                "In the hundred worst errors these features spoke most for the wrong answer: "
                    + details.misleading.map { "`\(cell($0))`" }.joined(separator: ", ") + ".")
        }
        return parts.isEmpty ? nil : "## Errors\n\n" + parts.joined(separator: "\n\n")
    }

    /// Text that breaks neither a table nor a code span.
    private static func cell(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "|" || $0 == "`" ? " " : $0 }.prefix(60))
    }
}
