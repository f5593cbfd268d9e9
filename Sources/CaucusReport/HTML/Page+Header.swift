import CaucusStance
import CaucusStatistics

extension Page {
    /// The leader, the headline, and what the corpus is.
    func header() -> Values {
        let overall = report.overall
        var values = Values([
            "lead": report.headline(about: target),
            "hasBrackets": overall?.net.hasInterval == true, "any": overall != nil,
            "articles": Wording.corpus(report.documents.count, facts.sources),
            "dates": facts.dates ?? "dates not told",
            "speakers": Numbers.count(report.speakers.count, "speaker"),
            "corpusHash": String(facts.hash.prefix(16)),
            "model": Clipping.clipped(report.run.model, to: 120),
            "modelChecksum": String(report.run.modelChecksum.prefix(16)),
            "lexicon": report.lexiconNote,
            "level": Numbers.level(report.options.level), "unit": report.unitWords,
            "unfinished": report.isComplete ? nil : Wording.unfinished,
            "found": Numbers.count(report.audit.quotations, "quotation"),
            "counted": Numbers.count(report.audit.counted),
            "undated": report.undated > 0
                ? Numbers.count(report.undated, "counted quotation") : nil,
        ])
        values["notes"] = (report.labelUse?.sentences ?? []) + report.measured.sentences
        if let use = report.labelUse {
            if use.isCorrected { values["plain"] = report.plain.map { plain($0, use) } }
        }
        values["matched"] = matched()
        return values
    }

    /// What the numbers would be without the hand labels.
    private func plain(_ estimates: StanceEstimates, _ use: LabelUse) -> Values {
        Values([
            "labels": Numbers.count(use.counted, "quotation"),
            "net": Numbers.signed(report.overall?.net.value ?? 0),
            "interval": report.overall.flatMap { Numbers.interval($0.net) },
            "plainNet": Numbers.signed(estimates.net.value),
            "method": report.overall?.net.method,
        ])
    }

    /// By which words the leader was found, and how many quotations hold each; where nothing was
    /// found, which aliases were looked for.
    private func matched() -> Values? {
        let forms = report.mentionForms
        guard !forms.forms.isEmpty else {
            let aliases = report.run.target.aliases
            return aliases.isEmpty
                ? nil
                : Values([
                    "heading": "Also looked for",
                    "kinds": [
                        Values([
                            "tags": aliases.prefix(12).map {
                                Values(["words": Clipping.clipped($0, to: 80)])
                            }
                        ])
                    ],
                ])
        }
        var kinds = MentionForms.Kind.allCases.compactMap { kind -> Values? in
            let found = forms.forms(kind)
            guard !found.isEmpty else { return nil }
            return Values([
                "kind": kind.heading,
                "tags": found.prefix(8).map {
                    Values([
                        "words": Clipping.clipped($0.words, to: 80),
                        "count": Numbers.count($0.count),
                    ])
                },
                "rest": found.count > 8 ? "and \(Numbers.count(found.count - 8)) more" : nil,
            ])
        }
        if !forms.unmatched.isEmpty {
            kinds.append(
                Values([
                    "kind": "in no quotation",
                    "tags": forms.unmatched.prefix(8).map {
                        Values(["words": Clipping.clipped($0, to: 80)])
                    },
                ]))
        }
        let about = Numbers.count(report.audit.aboutTarget, "quotation")
        return Values([
            "heading": "The leader was found as, in so many of the \(about) about the leader",
            "kinds": kinds,
        ])
    }
}
