import CaucusStance
import CaucusStatistics

extension Report {
    /// The report's numbers for programs; the quotations themselves are in `quotations.csv`.
    func json() -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("run", runJSON()), ("corpus", corpusJSON()), ("audit", auditJSON()),
            ("options", optionsJSON()),
        ]
        members.append(("overall", overall.map(Self.json) ?? .null))
        members.append(("sentence", .text(headline)))
        members.append(("overall_without_labels", plain.map(Self.json) ?? .null))
        members.append(("corrections", .array(corrections.map(Self.json))))
        members.append(("model_errors", modelErrors.map(Self.json) ?? .null))
        members.append(("tones", Tones(self).map(json) ?? .null))
        members.append(("n_labels", .integer(labelUse?.quotations ?? 0)))
        members.append(("labels", labelUse.map(labelsJSON) ?? .null))
        members.append(("matched", matchedJSON()))
        members.append(("speakers", .array(speakers.map(speakerJSON))))
        members.append(("leader", leader.map(speakerJSON) ?? .null))
        members.append(("unscored", .array(unscored.map(speakerJSON))))
        members.append(("timeline", .array(periods.map(Self.json))))
        members.append(("sources", .array(sources.map { Self.json($0, as: "source") })))
        members.append(("column", .text(options.column)))
        members.append(("column_values", .array(columnValues.map { Self.json($0, as: "value") })))
        let messages = diagnostics.map { JSONValue.string($0.description) }
        members.append(("diagnostics", .array(messages)))
        return .object(members)
    }

    private func corpusJSON() -> JSONValue {
        let facts = corpus
        return .object([
            ("documents", .integer(documents.count)), ("sources", .integer(facts.sources)),
            ("first_published", .text(facts.first?.iso)),
            ("last_published", .text(facts.last?.iso)), ("hash", .string(facts.hash)),
        ])
    }

    private static func json(_ correction: ShareCorrection) -> JSONValue {
        .object([
            ("method", .string(correction.method)), ("unit", .string(correction.unit.rawValue)),
            ("against", correction.against.map(json) ?? .null),
            ("neutral", correction.neutral.map(json) ?? .null),
            ("favor", correction.favor.map(json) ?? .null),
            ("net", correction.net.map(json) ?? .null),
            ("condition", .number(correction.condition)),
            ("at_edge", .boolean(correction.isAtEdge)), ("refusal", .text(correction.refusal)),
        ])
    }

    private func json(_ tones: Tones) -> JSONValue {
        func ids(_ indices: [Int]) -> JSONValue {
            .array(indices.map { .string(quotations[$0].id) })
        }
        let rows = tones.counts.enumerated().map { i, counts in
            JSONValue.object(
                [("sentiment", .string(Tones.order[i]))]
                    + zip(Stance.allCases, counts).map { ($0.rawValue, .integer($1)) })
        }
        return .object([
            ("counts", .array(rows)), ("warm_but_against", ids(tones.warmAgainst)),
            ("harsh_but_favor", ids(tones.harshFavor)),
        ])
    }

    private static func json(_ errors: ModelErrors) -> JSONValue {
        let stances = Stance.allCases
        let bins = errors.calibration.bins.map { bin in
            JSONValue.object([
                ("items", .integer(bin.items)), ("predicted", .number(bin.predicted)),
                ("observed", .number(bin.observed)), ("low", .number(bin.low)),
                ("high", .number(bin.high)),
            ])
        }
        let rows = stances.indices.map { i in
            JSONValue.object(
                [("label", .string(stances[i].rawValue))]
                    + stances.indices.map {
                        (stances[$0].rawValue, .integer(errors.confusion[i][$0]))
                    } + [("abstained", .integer(errors.abstained[i]))])
        }
        return .object([
            ("kept", .integer(errors.kept)), ("examples", .integer(errors.examples)),
            ("calibration", .array(bins)), ("confusion", .array(rows)),
        ])
    }

    private static func json(_ period: PeriodSummary) -> JSONValue {
        .object([
            ("period", .string(period.label)), ("n_quotes", .integer(period.quotations)),
            ("estimates", period.estimates.map(json) ?? .null),
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
        let loss = LossSteps(self)
        let steps = loss.steps.map { step in
            JSONValue.object([
                ("step", .string(step.name)), ("n", .integer(step.count)),
                (
                    "lost",
                    .array(
                        step.losses.map {
                            .object([("reason", .string($0.reason)), ("n", .integer($0.count))])
                        })
                ),
            ])
        }
        let reasons = LossReason.allCases.map {
            ($0.key, JSONValue.integer(loss.lost[$0.rawValue]))
        }
        return .object([
            ("documents", .integer(audit.documents)), ("quotations", .integer(audit.quotations)),
            ("attributed", .integer(audit.attributed)),
            ("about_target", .integer(audit.aboutTarget)), ("scored", .integer(audit.scored)),
            ("counted", .integer(loss.count(after: .reprint, of: quotations.count))),
            ("lost", .object(reasons)), ("steps", .array(steps)),
        ])
    }

    private func labelsJSON(_ use: LabelUse) -> JSONValue {
        .object([
            ("quotations", .integer(use.quotations)), ("counted", .integer(use.counted)),
            ("stories", .integer(use.stories)), ("corrected", .boolean(use.isCorrected)),
            ("compared_by_model_alone", .boolean(use.comparesModelAlone)),
            ("annotators", .integer(annotators)),
            ("krippendorff_alpha", agreement.map(Self.json) ?? .null),
            ("notes", .array(use.notes.map { .string($0) })),
        ])
    }

    private func matchedJSON() -> JSONValue {
        .array(
            mentionForms.forms.map {
                .object([
                    ("words", .string($0.words)), ("kind", .string($0.kind.rawValue)),
                    ("n_quotes", .integer($0.count)),
                ])
            })
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
                        sentence($0, about: run.target.name, of: speaker)
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

    private static func json(_ summary: SourceSummary, as name: String) -> JSONValue {
        .object([
            (name, .text(summary.name)), ("n_quotes", .integer(summary.quotations)),
            ("n_documents", .integer(summary.documents)), ("estimates", json(summary.estimates)),
        ])
    }

    private static func json(_ estimates: StanceEstimates) -> JSONValue {
        .object([
            ("against", json(estimates.against)), ("neutral", json(estimates.neutral)),
            ("favor", json(estimates.favor)), ("net", json(estimates.net)),
            ("corrected", .boolean(estimates.isCorrected)),
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
