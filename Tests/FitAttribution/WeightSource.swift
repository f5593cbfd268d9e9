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
            /// The weights of the ranker, fitted on pairs of candidates of PolNeAR's training
            /// articles with an L2 penalty.
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
        let columns = JudgeColumns(names: Trace.contentFeatureNames)
        let rows = columns.groups.enumerated().map { i, group in
            let row = fit.weights[columns.pairs].dropFirst(i * columns.complements.count)
                .prefix(columns.complements.count)
            return "        .\(group): [\(row.map(digits).joined(separator: ", "))],"
        }
        let complements = columns.complements.joined(separator: ", ")
        return """
            /// The weights of the judge: log odds, fitted on PolNeAR's training articles with an L2
            /// penalty.
            ///
            /// They speak of verb classes, complements and shapes, never of words. Positive means:
            /// more likely a quotation. Made by `make attribution-weights`; do not edit by hand.
            extension ContentJudge {
                /// The judge of this version, fitted on \(fit.candidates) candidates.
                static let standard = ContentJudge(
                    intercept: \(digits(fit.intercept)), verbs: verbWeights, pairs: pairWeights,
                    facts: factWeights)

                private static let verbWeights: [VerbClass: Double] = [
            \(entries(columns.verbs, fit.weights[..<columns.pairs.lowerBound]))
                ]

                /// A row a group of classes, a column a complement:
                /// \(complements).
                private static let pairWeights: [ContentFeatures.Group: [Double]] = [
            \(rows.joined(separator: "\n"))
                ]

                private static let factWeights: [ContentFeatures.Fact: Double] = [
            \(entries(columns.facts, fit.weights[columns.pairs.upperBound...]))
                ]
            }

            """
    }

    /// `weight` as it is written.
    static func rounded(_ weight: Double) -> Double { (100 * weight).rounded() / 100 }

    private static func digits(_ weight: Double) -> String {
        // Adding 0 turns -0 into 0.
        String(format: "%.2f", rounded(weight) + 0)
    }

    /// `.name: weight,` for every weight that is not 0, in lines of at most 98 columns.
    private static func entries(_ names: [String], _ weights: some Sequence<Double>) -> String {
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

/// Where the kinds of the judge's features stand among its numbers: verb classes, then pairs of a
/// group and a complement (`speech-that`), then facts.
private struct JudgeColumns {
    let verbs: [String]
    let groups: [String]
    let complements: [String]
    let pairs: Range<Int>
    let facts: [String]

    init(names: [String]) {
        let firstPair = names.firstIndex { $0.contains("-") } ?? names.count
        let firstFact = names[firstPair...].firstIndex { !$0.contains("-") } ?? names.count
        let parts = names[firstPair..<firstFact].map { $0.split(separator: "-").map(String.init) }
        let group = parts.first?.first
        verbs = Array(names[..<firstPair])
        complements = parts.filter { $0.first == group }.compactMap(\.last)
        groups = stride(from: 0, to: parts.count, by: max(1, complements.count))
            .compactMap { parts[$0].first }
        pairs = firstPair..<firstFact
        facts = Array(names[firstFact...])
    }
}
