import CaucusStance
import CaucusStatistics
import CaucusText

extension Report {
    func fill(_ json: inout JSONWriter, _ speaker: SpeakerSummary) {
        json.member("speaker_id", speaker.id)
        json.member("speaker", speaker.name)
        json.member("role", speaker.role)
        json.member("kind", speaker.kind.rawValue)
        json.member("aliases", speaker.aliases)
        json.member("n_quotes", speaker.counted.count)
        json.member("n_documents", speaker.documents)
        json.member("n_outlets", speaker.sources)
        json.member("status") { json in
            let all = (speaker.counted + speaker.others).map { quotations[$0].status }
            for status in QuotationStatus.allCases.reversed() {
                let count = all.count { $0 == status }
                if count > 0 { json.member(status.rawValue, count) }
            }
        }
        json.member("estimates", speaker.estimates)
        json.member(
            "sentence", speaker.estimates.map { sentence($0, about: run.target.name, of: speaker) })
        json.member("note", Wording.notEstimable(speaker))
        json.member("pooled", speaker.pooled)
        json.key("rank")
        if let rank = speaker.rank {
            json.object { json in
                json.member("low", rank.low)
                json.member("rank", rank.rank)
                json.member("high", rank.high)
            }
        } else {
            json.null()
        }
        json.member("contrary", speaker.contrary.map { quotations[$0].id })
        json.member("evidence", speaker.counted.map { quotations[$0].id })
    }

    func fill(_ json: inout JSONWriter, _ leader: LeaderSummary) {
        json.member("speaker", leader.name)
        json.member("role", leader.role)
        json.member("aliases", leader.aliases)
        json.member("n_quotes", leader.quotations.count)
        json.member("n_documents", leader.documents)
        json.member("n_outlets", leader.sources)
        json.member("first_published", leader.firstPublished)
        json.member("last_published", leader.lastPublished)
        json.member("evidence", leader.quotations.map { quotations[$0].id })
    }

    static func fill(_ json: inout JSONWriter, _ summary: SourceSummary, as name: String) {
        json.member(name, summary.name)
        json.member("n_quotes", summary.quotations)
        json.member("n_documents", summary.documents)
        json.member("estimates", summary.estimates)
    }

    static func fill(_ json: inout JSONWriter, _ correction: ShareCorrection) {
        json.member("method", correction.method)
        json.member("unit", correction.unit.rawValue)
        json.member("against", correction.against)
        json.member("neutral", correction.neutral)
        json.member("favor", correction.favor)
        json.member("net", correction.net)
        json.member("condition", rounded: correction.condition)
        json.member("at_edge", correction.isAtEdge)
        json.member("refusal", correction.refusal)
    }

    func errorsJSON(_ json: inout JSONWriter) {
        json.key("model_errors")
        guard let errors = modelErrors else { return json.null() }
        let stances = Stance.allCases
        json.object { json in
            json.member("kept", errors.kept)
            json.member("examples", errors.examples)
            json.member("calibration", objects: errors.calibration.bins) { json, bin in
                json.member("items", bin.items)
                json.member("predicted", rounded: bin.predicted)
                json.member("observed", rounded: bin.observed)
                json.member("low", rounded: bin.low)
                json.member("high", rounded: bin.high)
            }
            json.member("confusion", objects: stances.indices) { json, i in
                json.member("label", stances[i].rawValue)
                for k in stances.indices {
                    json.member(stances[k].rawValue, errors.confusion[i][k])
                }
                json.member("abstained", errors.abstained[i])
            }
        }
    }
}
