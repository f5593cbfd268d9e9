import CaucusStance
import CaucusStatistics
import CaucusText

extension Report {
    /// The report's numbers for programs; the quotations themselves are in `quotations.csv`.
    func json() -> [UInt8] {
        var json = JSONWriter(.indented)
        json.object { json in
            json.member("complete", isComplete)
            json.member("run") { runJSON(&$0) }
            json.member("corpus") { corpusJSON(&$0) }
            json.member("audit") { auditJSON(&$0) }
            json.member("options") { optionsJSON(&$0) }
            json.member("filter") { filterJSON(&$0) }
            json.member("edits") { editsJSON(&$0) }
            json.member("notes", choices)
            json.member("overall", overall)
            json.member("verdict", verdict(about: run.target.name))
            json.member("sentence", headline)
            json.member("sureness", sureness)
            json.member("front", frontSpeakers.map(\.element.id))
            json.member("key_quotations", keyQuotations.map { quotations[$0].id })
            json.member("cautions", Explanations.cautions)
            json.member("methods", objects: Explanations.methods) { json, method in
                json.member("about", method.0)
                json.member("text", method.1)
            }
            json.member("citation") { Citation(self).fill(&$0) }
            json.member("overall_without_labels", plain)
            json.member("corrections", objects: corrections, Self.fill)
            errorsJSON(&json)
            tonesJSON(&json)
            labelsJSON(&json)
            json.member("matched", objects: mentionForms.forms) { json, form in
                json.member("words", form.words)
                json.member("kind", form.kind.rawValue)
                json.member("n_quotes", form.count)
            }
            json.member("speakers", objects: speakers, fill)
            json.key("leader")
            if let leader { json.object { fill(&$0, leader) } } else { json.null() }
            json.member("unscored", objects: unscored, fill)
            json.member("timeline", objects: periods) { json, period in
                json.member("period", period.label)
                json.member("n_quotes", period.quotations)
                json.member("estimates", period.estimates)
            }
            json.member("undated", undated)
            json.member("outlets", objects: sources) { Self.fill(&$0, $1, as: "outlet") }
            // The same by its older name, for programs that read earlier reports.
            json.member("sources", objects: sources) { Self.fill(&$0, $1, as: "source") }
            json.member("column", options.column)
            json.member("column_values", objects: columnValues) { Self.fill(&$0, $1, as: "value") }
            json.member("diagnostics", diagnostics.map(\.description))
        }
        return json.ended()
    }

    private func runJSON(_ json: inout JSONWriter) {
        json.member("id", run.id)
        json.member("target", run.target.name)
        json.member("aliases", run.target.aliases)
        json.member("model", run.model)
        json.member("model_checksum", run.modelChecksum)
        json.member("gates_checksum", run.gatesChecksum)
        json.member("lexicon", run.reading.lexicon)
        json.member("version", run.version)
        json.member("model_card", run.modelCard)
        json.member("command", command)
        json.member("date", options.date)
    }

    private func corpusJSON(_ json: inout JSONWriter) {
        let facts = corpus
        json.member("documents", documents.count)
        json.member("outlets", facts.sources)
        json.member("first_published", facts.first?.iso)
        json.member("last_published", facts.last?.iso)
        json.member("hash", facts.hash)
    }

    private func auditJSON(_ json: inout JSONWriter) {
        json.member("documents", audit.documents)
        json.member("left_out", audit.crashed)
        json.member("quotations", audit.quotations)
        json.member("attributed", audit.attributed)
        json.member("about_target", audit.aboutTarget)
        json.member("scored", audit.scored)
        json.member("counted", audit.counted)
        json.member("status") { json in
            for status in QuotationStatus.allCases.reversed() {
                json.member(status.rawValue, audit.counts[status] ?? 0)
            }
        }
        json.member("sum", audit.sum.replacing("\u{A0}", with: " "))
        json.member("steps", objects: LossSteps(self).steps) { json, step in
            json.member("step", step.name)
            json.member("n", step.count)
            json.member("lost", objects: step.losses) { json, loss in
                json.member("reason", loss.reason)
                json.member("n", loss.count)
            }
        }
    }

    private func optionsJSON(_ json: inout JSONWriter) {
        json.member("level", rounded: options.level)
        json.member("unit", options.unit.rawValue)
        json.member("by", options.period.rawValue)
        json.member("draws", options.draws)
        // As text: a reader's numbers may be doubles, which do not hold every seed.
        json.member("seed", String(options.seed))
    }

    /// What was asked for, and what it left out.
    private func filterJSON(_ json: inout JSONWriter) {
        let filter = options.filter
        json.member("direct", filter.isDirect)
        json.member("explicit", filter.isExplicit)
        json.member("named", filter.isNamed)
        json.member("kind", filter.kind?.rawValue)
        json.member("min_confidence", rounded: filter.leastConfidence)
        json.member("from", filter.from)
        json.member("to", filter.to)
        json.member("outlets", filter.outlets)
        json.member("left_out", audit.counts[.filtered] ?? 0)
        json.member("whole_n_quotes", filterUse?.whole ?? audit.counted)
        json.member("whole", filterUse.map(\.estimates) ?? overall)
    }

    private func editsJSON(_ json: inout JSONWriter) {
        for (name, uses) in [("merged", merged), ("excluded", excluded)] {
            json.member(name, objects: uses) { json, use in
                json.member("speaker_id", use.id)
                json.member("speaker", use.name)
                json.member("into", use.into)
                json.member("into_id", use.intoID)
                json.member("n_found", use.quotations)
                json.member("n_quotes", use.counted)
            }
        }
        json.member("unknown", unknownEdits.map(\.description))
    }

    private func tonesJSON(_ json: inout JSONWriter) {
        json.key("tones")
        guard let tones = Tones(self) else { return json.null() }
        json.object { json in
            json.member("counts", objects: zip(Tones.order, tones.counts)) { json, row in
                json.member("sentiment", row.0)
                for (stance, count) in zip(Stance.allCases, row.1) {
                    json.member(stance.rawValue, count)
                }
            }
            json.member("warm_but_against", tones.warmAgainst.map { quotations[$0].id })
            json.member("harsh_but_favor", tones.harshFavor.map { quotations[$0].id })
        }
    }

    private func labelsJSON(_ json: inout JSONWriter) {
        json.member("n_labels", labelUse?.quotations ?? 0)
        json.key("labels")
        guard let use = labelUse else { return json.null() }
        json.object { json in
            json.member("quotations", use.quotations)
            json.member("counted", use.counted)
            json.member("stories", use.stories)
            json.member("corrected", use.isCorrected)
            json.member("compared_by_model_alone", use.comparesModelAlone)
            json.member("annotators", annotators)
            json.member("krippendorff_alpha", agreement)
            json.key("agreement")
            json.array(agreements) { json, part in
                json.object { json in
                    json.member("question", part.question)
                    json.member("quotations", part.nominal.items)
                    json.member("nominal", part.nominal)
                    json.member("ordinal", part.ordinal)
                }
            }
            json.member("people", use.people)
            json.key("answers")
            json.object { json in
                for answer in HandAnswer.all { json.member(answer.word, use.answers[answer] ?? 0) }
            }
            if let counts = use.counts {
                json.key("counts")
                json.object { json in
                    json.member("counted", counts.counted)
                    json.member("right", counts.right)
                    json.member("against", counts.against)
                    json.member("neutral", counts.neutral)
                    json.member("favor", counts.favor)
                }
            }
            json.key("corrected")
            json.array(corrected) { json, one in
                json.object { json in
                    json.member("quote_id", one.quotation)
                    json.member("people", one.people)
                    json.member("true_speaker", one.speaker)
                    json.member("true_speaker_id", one.speakerID)
                    json.member("speaker_people", one.speakerPeople)
                    json.member("true_start", one.borders?.start)
                    json.member("true_end", one.borders?.end)
                    json.member("true_quote", one.words)
                    json.member("border_people", one.borderPeople)
                }
            }
            json.member("of_another_run", use.origin.otherRun)
            json.member("matched_by_place", use.origin.byPlace)
            json.member("unmatched", use.origin.unmatched)
            json.member("notes", use.notes)
        }
    }
}
