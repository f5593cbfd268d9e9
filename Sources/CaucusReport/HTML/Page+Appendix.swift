import CaucusStance
import CaucusStatistics

extension Page {
    /// The model and its errors, methods, cautions and checksums.
    func appendix() -> Values {
        var values = Values([
            "methods": Explanations.methods.map { Values(["heading": $0.0, "text": $0.1]) },
            "card": MarkdownBlocks.values(report.run.modelCard),
            "hasCard": !report.run.modelCard.isEmpty,
            "diagnostics": report.diagnostics.prefix(50).map {
                Clipping.clipped($0.description, to: 300)
            },
            "hasDiagnostics": !report.diagnostics.isEmpty,
            "diagnosticCount": Numbers.count(report.diagnostics.count, "record"),
            "diagnosticRest": Page.rest(report.diagnostics.count - 50),
            "files": tables.map {
                Values([
                    "file": $0.name, "size": Numbers.count($0.bytes.count),
                    "digest": Report.digest($0.bytes),
                ])
            },
            "corrections": report.corrections.map(correction),
            "hasCorrections": !report.corrections.isEmpty, "confusion": confusion(),
            "seed": String(report.options.seed),
            "draws": Numbers.count(report.options.draws),
        ])
        values["agreement"] = report.agreement.map { Wording.agreement($0, report.annotators) }
        values["agreements"] =
            report.agreements.isEmpty
            ? []
            : [
                Values([
                    "heads": Array(Wording.agreementHeads.dropFirst()),
                    "rows": report.agreements.map { part in
                        let cells = Wording.agreementCells(part)
                        return Values(["question": cells[0], "cells": Array(cells.dropFirst())])
                    },
                ])
            ]
        values["lacking"] = Wording.lackingModel(Clipping.clipped(report.run.model, to: 120))
        values["errors"] = report.modelErrors.map { [errors($0)] } ?? []
        values["unit"] = report.options.unit.rawValue
        values["estimators"] = Explanations.estimators
        values["level"] = Numbers.level(report.options.level)
        return values
    }

    private func remark(_ correction: ShareCorrection) -> String {
        if let refusal = correction.refusal { return refusal }
        var parts: [String] = []
        if correction.isAtEdge { parts.append(Wording.atEdge) }
        if let condition = correction.condition {
            parts.append("condition number \(Numbers.fixed(condition, 1))")
        }
        return parts.joined(separator: "; ")
    }

    private func correction(_ correction: ShareCorrection) -> Values {
        func cell(_ estimate: Estimate?, _ text: (Double) -> String) -> Values {
            guard let estimate else { return Values(["value": ""]) }
            let range = estimate.low.flatMap { low in
                estimate.high.map { text(low) + "–" + text($0) }
            }
            return Values(["value": text(estimate.value), "range": range])
        }
        var net = cell(correction.net, Numbers.signed)
        net["range"] = correction.net.flatMap(Numbers.interval)
        return Values([
            "method": correction.method,
            "cells": [
                cell(correction.against, Numbers.percent),
                cell(correction.neutral, Numbers.percent),
                cell(correction.favor, Numbers.percent), net,
            ],
            "remark": remark(correction),
        ])
    }

    /// What people said of the labeled quotations against what the model said; empty without labels.
    private func confusion() -> [Values] {
        let labels = Dictionary(
            uniqueKeysWithValues: report.labels.map { ($0.quotation, $0.label) })
        guard !labels.isEmpty else { return [] }
        var counts: [Stance: [Stance: Int]] = [:]
        for quotation in report.quotations {
            if case let label?? = labels[quotation.id], let stance = quotation.stance {
                counts[label, default: [:]][stance, default: 0] += 1
            }
        }
        let rows = Stance.allCases.map { label in
            Values([
                "label": Wording.stance(label),
                "cells": report.stances.map { Numbers.count(counts[label]?[$0] ?? 0) },
            ])
        }
        return [Values(["heads": report.stances.map(Wording.stance), "rows": rows])]
    }

    /// The calibration curve and the confusions of the model's own gold items.
    private func errors(_ errors: ModelErrors) -> Values {
        let bins = errors.calibration.bins.map { bin in
            Values([
                "x": Plot.percent(bin.predicted), "y": Self.height(bin.observed),
                "low": Self.height(bin.low), "high": Self.height(bin.high),
                "predicted": Numbers.percent(bin.predicted),
                "observed": Numbers.percent(bin.observed),
                "band": Numbers.percent(bin.low) + "–" + Numbers.percent(bin.high),
                "items": Numbers.count(bin.items), "inside": bin.isInside ? "yes" : "no",
                "off": !bin.isInside,
            ])
        }
        let rows = Stance.allCases.enumerated().compactMap { i, label -> Values? in
            let total = errors.confusion[i].reduce(0, +) + errors.abstained[i]
            guard total > 0 else { return nil }
            let known = Stance.allCases.indices.filter {
                report.stances.contains(Stance.allCases[$0])
            }
            let columns = known.map { ($0, errors.confusion[i][$0]) } + [(-1, errors.abstained[i])]
            let cells = columns.map { k, n in
                Values([
                    "share": Numbers.percent(Double(n) / Double(total)),
                    "n": Numbers.count(n), "right": k == i,
                ])
            }
            return Values([
                "label": Wording.symbol(label) + " " + Wording.stance(label),
                "total": Numbers.count(total), "cells": cells,
            ])
        }
        return Values([
            "kept": Numbers.count(errors.kept), "examples": Numbers.count(errors.examples),
            "bins": bins, "inside": errors.calibration.bins.count { $0.isInside },
            "binCount": errors.calibration.bins.count, "rows": rows,
            "heads": report.stances.map { Wording.symbol($0) + " " + Wording.stance($0) },
            "ticks": [0.0, 0.25, 0.5, 0.75, 1].map {
                Values(["at": Self.height($0), "x": Plot.percent($0), "label": Numbers.percent($0)])
            },
        ])
    }

    /// Where a share stands in the calibration chart, whose field is 200 high under a margin of 10.
    private static func height(_ share: Double) -> String {
        Numbers.table(10 + 200 * (1 - min(max(share, 0), 1)))
    }
}
