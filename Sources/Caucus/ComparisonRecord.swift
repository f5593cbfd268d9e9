import Foundation

/// What `caucus compare` prints.
public struct ComparisonRecord: Sendable {
    private let comparison: ModelComparison
    private let models: (String, String)

    /// Creates the record of a comparison of two models by these names.
    public init(_ comparison: ModelComparison, first: String, second: String) {
        self.comparison = comparison
        models = (first, second)
    }

    /// The record as one line of JSON.
    public var json: String {
        let difference = comparison.difference
        var line = JSONWriter()
        line.object { line in
            line.member("first", models.0)
            line.member("second", models.1)
            line.member("examples", difference.rows)
            line.member("groups", difference.groups)
            line.key("metrics_first")
            line.metrics(comparison.first, comparison.names)
            line.key("metrics_second")
            line.metrics(comparison.second, comparison.names)
            line.key("difference")
            line.object { line in
                line.member("macro_f1", difference.macroF1)
                line.member("accuracy", difference.accuracy)
                line.member("log_loss", difference.logLoss)
                line.member("brier", difference.brier)
            }
            line.key("mcnemar")
            line.object { line in
                line.member("only_first", difference.mcNemar.onlyFirst)
                line.member("only_second", difference.mcNemar.onlySecond)
                line.member("p", exactly: difference.mcNemar.pValue)
            }
            line.key("flips")
            line.array(comparison.flips) { line, flip in
                line.object { line in
                    line.member("id", flip.example.id)
                    line.member("label", flip.label)
                    line.member("first", flip.first)
                    line.member("second", flip.second)
                    line.member("p_label_first", rounded: flip.firstProbability)
                    line.member("p_label_second", rounded: flip.secondProbability)
                }
            }
        }
        return line.text
    }

    /// The record as tables for people, with as many of the examples answered differently as `flips`.
    public func text(flips: Int) -> String {
        let difference = comparison.difference
        var table = AlignedTable(["", "first", "second", "first − second (95 %)"], left: 1)
        func add(_ name: String, _ part: (Metrics) -> Estimate, _ gap: Estimate) {
            table.add([
                name, part(comparison.first).value.three, part(comparison.second).value.three,
                gap.signedThree,
            ])
        }
        add("macro-F1", { $0.macroF1 }, difference.macroF1)
        add("accuracy", { $0.accuracy }, difference.accuracy)
        add("log loss", { $0.logLoss }, difference.logLoss)
        add("Brier", { $0.brier }, difference.brier)
        let test = difference.mcNemar
        let heading = """
            first:  \(models.0.onOneLine)
            second: \(models.1.onOneLine)
            \(difference.rows) examples in \(difference.groups) groups; intervals draw groups, the same \
            for both
            """
        let groups =
            difference.groups == difference.rows
            ? "each example alone" : "the groups its units"
        let mcNemar = """
            McNemar, \(groups): only the first is right \(test.onlyFirst) times, only the second \
            \(test.onlySecond) times, p = \(Self.p(test.pValue))
            """
        return [heading, table.text, mcNemar, self.flips(flips)].joined(separator: "\n\n")
    }

    private func flips(_ count: Int) -> String {
        let flips = comparison.flips
        let (gained, lost) = (flips.count { $0.isSecondRight }, flips.count { $0.isFirstRight })
        let head =
            "\(flips.count) answers differ: \(lost) right only by the first, \(gained) only by the "
            + "second, \(flips.count - gained - lost) by neither"
        // Those that the two see most differently first.
        let order = flips.indices.sorted {
            let (a, b) = (Self.distance(flips[$0]), Self.distance(flips[$1]))
            return (b, $0) < (a, $1)
        }
        let lines = order.prefix(count).map { i in
            let flip = flips[i]
            return "  \(flip.example.id.onOneLine): labeled \(flip.label), first \(flip.first) (p "
                + "\(flip.firstProbability.three) for the label), second \(flip.second) (p "
                + "\(flip.secondProbability.three))\n    \(flip.example.text.onOneLine.cut)"
        }
        return ([head] + lines).joined(separator: "\n")
    }

    private static func distance(_ flip: ModelComparison.Flip) -> Double {
        abs(flip.firstProbability - flip.secondProbability)
    }

    private static func p(_ value: Double) -> String {
        value < 0.0001 ? String(format: "%.1e", value) : String(format: "%.4f", value)
    }
}

extension Estimate {
    /// The value and its ends with their signs.
    var signedThree: String {
        guard let low, let high else { return String(format: "%+.3f", value) }
        return String(format: "%+.3f (%+.3f to %+.3f)", value, low, high)
    }
}
