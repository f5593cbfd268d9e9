import CaucusQuotes
import Foundation

/// The Swift sources that hold fitted weights.
///
/// Weights are written with two decimals: a hundredth of a log odd changes no answer that matters,
/// and the last digits of a fit differ between machines.
enum WeightSource {
    /// The source of the ranker's weights.
    static func ranker(_ fit: RankerFit) -> String {
        let (level, slope) = (digits(fit.calibration.level), digits(fit.calibration.slope))
        return """
            /// The weights of the ranker: a conditional logit with an L2 penalty, fitted on PolNeAR's
            /// training articles and on quotations that language models judged in news articles.
            ///
            /// Each speaks of structure alone, so that no text of the corpus is in them. Positive
            /// means: more likely the speaker. Made by `make attribution-weights`; do not edit by
            /// hand.
            extension SpeakerRanker {
                /// The ranker of this version, fitted on \(fit.quotations) quotations.
                static let standard = SpeakerRanker(
                    table: table, calibration: (level: \(level), slope: \(slope)))

                private static let table: [SpeakerFeature: Double] = [
            \(entries(Trace.speakerFeatureNames, fit.weights))
                ]
            }

            """
    }

    /// The source of the judge's weights.
    static func judge(_ fit: JudgeFit) -> String {
        """
        /// The weights of the judge: log odds with an L2 penalty, fitted on PolNeAR's training
        /// articles and on quotations that language models judged in news articles.
        ///
        /// They speak of groups of verbs, complements and shapes, never of words. Positive means:
        /// more likely a quotation. Made by `make attribution-weights`; do not edit by hand.
        extension ContentJudge {
            /// The judge of this version, fitted on \(fit.candidates) candidates.
            static let standard = ContentJudge(
                intercept: \(digits(fit.intercept)), table: table, pairs: pairs)

            private static let table: [ContentFeature: Double] = [
        \(entries(Trace.contentFeatureNames.dropLast(Trace.contentPairs.count), fit.weights))
            ]

            private static let pairs: [ContentPair: Double] = [
        \(entries(pairs, fit.weights.suffix(pairs.count)))
            ]
        }

        """
    }

    private static let pairs = Trace.contentPairs.map { "init(.\($0.verb), .\($0.complement))" }

    /// `weight` as it is written.
    static func rounded(_ weight: Double) -> Double { (100 * weight).rounded() / 100 }

    private static func digits(_ weight: Double) -> String {
        // Adding 0 turns -0 into 0.
        String(format: "%.2f", rounded(weight) + 0)
    }

    /// `.name: weight,` for every weight that is not 0, in lines of at most 98 columns.
    private static func entries(_ names: some Sequence<String>, _ weights: some Sequence<Double>)
        -> String
    {
        var lines: [String] = []
        for (name, weight) in zip(names, weights) where rounded(weight) != 0 {
            let entry = ".\(name): \(digits(weight)),"
            if let last = lines.last, last.count + 1 + entry.count <= 97 {
                lines[lines.count - 1] = "\(last) \(entry)"
            } else {
                lines.append("        \(entry)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
