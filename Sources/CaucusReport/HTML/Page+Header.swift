import CaucusStance
import CaucusStatistics

extension Page {
    /// The leader, the headline, and what the corpus is.
    func header() -> Values {
        Values([
            "lead": report.headline(about: target), "verdict": report.verdict(about: target),
            "any": report.overall != nil, "sureness": report.sureness,
            "choices": report.choices, "hasSureness": !report.sureness.isEmpty,
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
    }

    /// By which words the leader was found, and how many quotations hold each; where nothing was
    /// found, which aliases were looked for.
    func matched() -> Values? {
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
