import CaucusStance
import CaucusStatistics

extension Report {
    /// The report's numbers for programs; the quotations themselves are in `quotations.csv`.
    func json() -> JSONValue {
        .object([
            ("run", runJSON()),
            (
                "corpus",
                .object([
                    ("documents", .integer(documents.count)),
                    ("sources", .integer(corpus.sources)),
                    ("first_published", .text(corpus.first?.iso)),
                    ("last_published", .text(corpus.last?.iso)),
                    ("hash", .string(corpus.hash)),
                ])
            ),
            ("audit", auditJSON()),
            ("options", optionsJSON()),
            ("overall", overall.map(Self.json) ?? .null),
            ("speakers", .array(speakers.map(speakerJSON))),
            ("leader", leader.map(speakerJSON) ?? .null),
            ("unscored", .array(unscored.map(speakerJSON))),
            (
                "timeline",
                .array(
                    periods.map {
                        .object([
                            ("period", .string($0.label)), ("n_quotes", .integer($0.quotations)),
                            ("estimates", $0.estimates.map(Self.json) ?? .null),
                        ])
                    })
            ),
            (
                "sources",
                .array(
                    sources.map {
                        .object([
                            ("source", .text($0.name)), ("n_quotes", .integer($0.quotations)),
                            ("n_documents", .integer($0.documents)),
                            ("estimates", Self.json($0.estimates)),
                        ])
                    })
            ),
            ("diagnostics", .array(diagnostics.map { .string($0.description) })),
        ])
    }

    private func runJSON() -> JSONValue {
        .object([
            ("id", .string(run.id)), ("target", .string(run.target.name)),
            ("aliases", .array(run.target.aliases.map { .string($0) })),
            ("model", .string(run.model)), ("model_checksum", .string(run.modelChecksum)),
            ("version", .string(run.version)),
        ])
    }

    private func auditJSON() -> JSONValue {
        .object([
            ("documents", .integer(audit.documents)), ("quotations", .integer(audit.quotations)),
            ("attributed", .integer(audit.attributed)),
            ("about_target", .integer(audit.aboutTarget)), ("scored", .integer(audit.scored)),
        ])
    }

    private func optionsJSON() -> JSONValue {
        .object([
            ("level", .number(options.level)), ("unit", .string(options.unit.rawValue)),
            ("by", .string(options.period.rawValue)), ("draws", .integer(options.draws)),
            ("seed", .string(String(options.seed))),
        ])
    }

    private func speakerJSON(_ speaker: SpeakerSummary) -> JSONValue {
        .object([
            ("speaker_id", .string(speaker.id)), ("speaker", .string(speaker.name)),
            ("role", .text(speaker.role)), ("kind", .string(speaker.kind.rawValue)),
            ("aliases", .array(speaker.aliases.map { .string($0) })),
            ("n_quotes", .integer(speaker.counted.count)),
            ("n_documents", .integer(speaker.documents)),
            ("n_sources", .integer(speaker.sources)),
            ("n_abstained", .integer(speaker.abstained.count)),
            ("n_repeated", .integer(speaker.repeated.count)),
            ("estimates", speaker.estimates.map(Self.json) ?? .null),
            (
                "sentence",
                .text(
                    speaker.estimates.map {
                        Wording.sentence($0, about: run.target.name, documents: speaker.documents)
                    })
            ),
            ("note", .text(Wording.notEstimable(speaker))),
            ("pooled", speaker.pooled.map(Self.json) ?? .null),
            (
                "rank",
                speaker.rank.map {
                    .object([
                        ("low", .integer($0.low)), ("rank", .integer($0.rank)),
                        ("high", .integer($0.high)),
                    ])
                } ?? .null
            ),
            ("contrary", .text(speaker.contrary.map { quotations[$0].id })),
            ("evidence", .array(speaker.counted.map { .string(quotations[$0].id) })),
        ])
    }

    private static func json(_ estimates: StanceEstimates) -> JSONValue {
        .object([
            ("against", json(estimates.against)), ("neutral", json(estimates.neutral)),
            ("favor", json(estimates.favor)), ("net", json(estimates.net)),
        ])
    }

    private static func json(_ estimate: Estimate) -> JSONValue {
        .object([
            ("value", .number(estimate.value)), ("low", .number(estimate.low)),
            ("high", .number(estimate.high)), ("level", .number(estimate.level)),
            ("items", .integer(estimate.items)), ("clusters", .integer(estimate.clusters)),
            ("method", .string(estimate.method)),
        ])
    }
}
