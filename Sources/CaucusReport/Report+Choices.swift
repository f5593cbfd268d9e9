import CaucusQuotes
import CaucusStance
import CaucusStatistics

/// What the reader of a report asked for, and what its numbers are then of.
extension Report {
    /// Sentences on the filter and on the speakers whom the reader merged and excluded; empty where nothing was asked for.
    package var choices: [String] {
        [filterNote, scopeNote, correctionNote, mergeNote, excludeNote].compactMap { $0 }
    }

    /// “Filter: direct quotations only. 812 of 3 456 …”
    var filterNote: String? {
        guard let use = filterUse else { return nil }
        let left = use.whole - use.kept
        var note =
            "Filter: \(use.filter.conditions.joined(separator: "; ")). "
            + "\(Numbers.count(use.kept)) of \(Numbers.count(use.whole, "quotation")) that count without it "
            + "\(use.kept == 1 ? "is" : "are") left in, \(Numbers.count(left)) \(left == 1 ? "is" : "are") left out"
        if use.undated > 0 {
            note += ", \(Numbers.count(use.undated)) of them without a date that can be read"
        }
        return note + "; their rows are in quotations.csv with the status filtered."
    }

    /// Which numbers do not follow a filter.
    private var scopeNote: String? {
        guard filterUse != nil || !excluded.isEmpty else { return nil }
        return """
            Every share, count, interval, rank and chart is of what is left in. Of the whole run are the articles read, the \
            quotations found and lost, the names that the leader was found by, and what is known of the model’s errors. A \
            reprint counts where it was printed first.\
            \(filterUse == nil ? "" : " The leader’s own words follow form, date and outlet.")
            """
    }

    /// What is claimed of the shares under a filter.
    private var correctionNote: String? {
        guard let overall else { return nil }
        let whole = filterUse?.estimates
        let told = whole.map { all in
            let shares = Stance.allCases.filter { stances.contains($0) }.map { stance in
                Numbers.percent(all[stance].value) + Self.range(all[stance]) + " "
                    + Wording.stance(stance)
            }
            return " Without the filter the shares are \(shares.joined(separator: ", "))"
        }
        if overall.isCorrected {
            return filterUse.map { _ in
                "Hand labels correct the shares of a selection as they do those of all: each was drawn with a known "
                    + "probability.\(told.map { $0 + "." } ?? "")"
            }
        }
        if filterUse?.filter.isConfidenceAlone == true, overall != plain {
            return "The shares are corrected by the judged quotations of at least this confidence."
                + (told.map { $0 + ", corrected by all of them." } ?? "")
        }
        guard isUncorrectedSelection else { return nil }
        return """
            These shares are as the model counts, and their intervals hold the chance of which articles there are, not the model’s \
            errors: those were measured on all quotations of a leader that count, and may be others for such a selection. Other \
            corrections are left out for the same reason.\
            \(told.map { $0 + ", corrected." } ?? "")
            """
    }

    /// Whether the shares would be corrected by judged quotations, were it not for the filter.
    var isUncorrectedSelection: Bool {
        guard let overall, let whole = filterUse?.estimates else { return false }
        return whole.net.method != overall.net.method && !overall.isCorrected && overall == plain
    }

    private static func range(_ estimate: Estimate) -> String {
        guard let low = estimate.low, let high = estimate.high else { return "" }
        return " (\(Numbers.percent(low)) to \(Numbers.percent(high)))"
    }

    var mergeNote: String? {
        guard !merged.isEmpty else { return nil }
        let order = merged.sorted { ($1.counted, $1.quotations) < ($0.counted, $0.quotations) }
        let shown = order.prefix(Self.mostEdits).map {
            "\(Clipping.clipped($0.name, to: 60)) into \(Clipping.clipped($0.into ?? "", to: 60)) "
                + "(\(Numbers.count($0.counted)) of \(Numbers.count($0.quotations, "quotation")) \($0.counted == 1 ? "counts" : "count"))"
        }
        return "Merged by the reader: " + shown.joined(separator: "; ") + more(merged.count)
            + ". The column merged_from of quotations.csv keeps whom the run named."
    }

    var excludeNote: String? {
        guard !excluded.isEmpty else { return nil }
        let left = audit.counts[.excluded] ?? 0
        let shown = excluded.prefix(Self.mostEdits).map {
            "\(Clipping.clipped($0.name, to: 60)) (\(Numbers.count($0.counted)) of \(Numbers.count($0.quotations, "quotation")) would count)"
        }
        var note =
            "Excluded by the reader: " + shown.joined(separator: "; ") + more(excluded.count)
            + ". \(Numbers.count(left, "quotation")) \(left == 1 ? "is" : "are") left out, in quotations.csv with the status excluded."
        if filterUse == nil, overall == plain,
            Double(left) > MeasuredShares.mostExcluded * Double(audit.counted + left)
        {
            note +=
                " The model’s errors were measured with every speaker counted; so many are left out that the shares are not corrected by them."
        }
        return note
    }

    /// The most edits that are told one by one; `report.json` has them all.
    private static let mostEdits = 12

    private func more(_ count: Int) -> String {
        count > Self.mostEdits ? "; and \(Numbers.count(count - Self.mostEdits)) more" : ""
    }

    /// Speakers without a counted quotation: those who have some that the reader left out, and all others.
    var unscoredByReason: (leftOut: [SpeakerSummary], others: [SpeakerSummary]) {
        guard filterUse != nil || !excluded.isEmpty else { return ([], unscored) }
        let left = unscored.map { speaker in
            speaker.others.contains { quotations[$0].status.isLeftOut }
        }
        return (
            zip(unscored, left).filter(\.1).map(\.0), zip(unscored, left).filter { !$0.1 }.map(\.0)
        )
    }
}

extension Wording {
    /// How many speakers have quotations only among those that the reader left out, or `nil` where none has.
    static func without(_ count: Int) -> String? {
        guard count > 0 else { return nil }
        return
            "\(Numbers.count(count, "speaker")) \(count == 1 ? "has" : "have") no quotation left under the filter "
            + "or \(count == 1 ? "is" : "are") excluded: see speakers.csv."
    }
}

extension Report {
    /// The outlets with how many articles each has.
    public var outlets: [String: Int] {
        var counts: [String: Int] = [:]
        for case let source? in documents.map(\.source) { counts[source, default: 0] += 1 }
        return counts
    }
}

extension QuotationFilter {
    /// Up to three outlets that may be meant by a name that none has; where none is near, those of most articles; `nil`
    /// where one has it, without regard to case and accents.
    public static func outlets(near name: String, among counts: [String: Int]) -> [String]? {
        let byKey = Dictionary(grouping: counts.keys.sorted(), by: SpeakerAliases.key)
        guard byKey[SpeakerAliases.key(name)] == nil else { return nil }
        let near = NearNames.of(
            name, among: byKey.mapValues { $0.reduce(0) { $0 + (counts[$1] ?? 0) } })
        let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
        return near.isEmpty ? most : near.compactMap { byKey[$0]?.first }
    }
}
