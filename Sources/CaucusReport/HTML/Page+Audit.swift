import CaucusStance

extension Page {
    /// The steps of the loss audit, each with what was lost before it, and why, and a few examples.
    func audit() -> [Values] {
        let steps = LossSteps(report).steps
        let articles = Double(max(report.audit.documents, 1))
        let quotations = Double(max(report.audit.quotations, 1))
        return steps.enumerated().map { i, step in
            Values([
                "step": step.name, "count": Numbers.count(step.count),
                // Articles are measured by articles, quotations by quotations.
                "width": Plot.percent(Double(step.count) / (i < 2 ? articles : quotations)),
                "losses": step.losses.map { loss in
                    Values([
                        "lost": Numbers.count(loss.count), "reason": loss.reason,
                        "samples": loss.samples.map { sample(loss.kind, $0) },
                    ])
                },
            ])
        }
    }

    private func sample(_ kind: LossSteps.Loss.Kind, _ index: Int) -> Values {
        switch kind {
        case .record:
            return Values([
                "plain": Clipping.clipped(report.diagnostics[index].description, to: 240)
            ])
        case .article:
            let document = report.documents[index]
            return Values([
                "plain": Clipping.clipped(document.title ?? document.id, to: 160),
                "where": document.source.map { Clipping.clipped($0, to: 80) },
            ])
        case .quotation:
            let quotation = report.quotations[index]
            let title = report.document(of: quotation)?.title ?? quotation.documentID
            let speaker = quotation.speaker.map { Clipping.clipped($0.name, to: 80) + ", " } ?? ""
            return Values([
                "quote": Clipping.clipped(quotation.text, to: 160),
                "where": speaker + Clipping.clipped(title, to: 80),
            ])
        }
    }
}
