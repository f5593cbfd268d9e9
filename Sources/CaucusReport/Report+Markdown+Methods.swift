import CaucusStance
import CaucusStatistics

/// How the numbers of the text are made, and how often the model errs.
extension Report {
    /// The methods, a paragraph each, and the model's card.
    func methodsMarkdown() -> String {
        var out = "## How the numbers are made\n\n"
        out += Explanations.methods.map { "**\($0.0).** \($0.1)\n\n" }.joined()
        out += "Seed \(options.seed), \(Numbers.count(options.draws)) bootstrap draws.\n\n"
        guard !run.modelCard.isEmpty else { return out }
        // A card is Markdown, and not ours: it is quoted as it is.
        let lines = run.modelCard.split(separator: "\n", omittingEmptySubsequences: false)
        out += "## The model\n\n"
        return out + lines.map { "    " + $0.filter { $0 != "\r" } + "\n" }.joined() + "\n"
    }

    /// Calibration and confusions; nothing where no held-out answers are at hand.
    func errorsMarkdown() -> String {
        guard let errors = modelErrors else { return "" }
        var out = "## How often the model is right\n\n"
        out +=
            "From \(Numbers.count(errors.kept)) of \(Numbers.count(errors.examples)) labeled quotations of its "
        out += "training, each judged by a model that had not seen its article.\n\n"
        out += Markdown.table(
            ["quotations", "probability", "right", "band"],
            errors.calibration.bins.map {
                [
                    Numbers.count($0.items), Numbers.percent($0.predicted),
                    Numbers.percent($0.observed),
                    Numbers.percent($0.low) + "–" + Numbers.percent($0.high),
                ]
            })
        let rows = Stance.allCases.enumerated().map { i, label in
            [Wording.stance(label)] + errors.confusion[i].map { Numbers.count($0) }
                + [Numbers.count(errors.abstained[i])]
        }
        return out
            + Markdown.table(
                ["by hand"] + Stance.allCases.map(Wording.stance) + ["no stance"], rows)
    }

    /// Shares by other estimators, with what their names mean.
    func correctionsMarkdown() -> String {
        guard !corrections.isEmpty else { return "" }
        let rows = corrections.map { correction in
            [correction.method]
                + [correction.against, correction.neutral, correction.favor].map {
                    $0.map { Numbers.percent($0.value) } ?? ""
                } + [
                    correction.net.map(Wording.withInterval) ?? "",
                    correction.refusal ?? (correction.isAtEdge ? Wording.atEdge : ""),
                    correction.condition.map { Numbers.fixed($0, 1) } ?? "",
                ]
        }
        return "## Shares by other estimators\n\n" + Explanations.estimators + "\n\n"
            + Markdown.table(
                ["estimator", "against", "neutral", "favor", "net", "remark", "condition"], rows)
    }

    /// The first records with a fault.
    func faultsMarkdown() -> String {
        guard !diagnostics.isEmpty else { return "" }
        let shown = diagnostics.prefix(50).map {
            Markdown.escaped(Clipping.clipped($0.description, to: 300))
        }
        return Markdown.section("Records with a fault", items: shown)
            + (Page.rest(diagnostics.count - 50).map { "\($0) in report.json.\n\n" } ?? "")
    }

    /// How to cite the report, in three forms.
    func citationMarkdown() -> String {
        let citation = Citation(self)
        func block(_ text: String) -> String {
            text.split(separator: "\n").map { "    " + $0 + "\n" }.joined() + "\n"
        }
        return "## Cite this report\n\n" + Markdown.escaped(citation.plain) + "\n\n"
            + block(citation.bibtex) + block(citation.csl)
    }
}
