import CaucusQuotes
import CaucusStance
import CaucusStatistics
import CaucusText

/// Turns rows into summaries: who counts, in which cluster, with which weight.
struct Counting {
    let run: RunDescription
    let documents: [String: DocumentSummary]
    let quotations: [ScoredQuotation]
    let clusters: DocumentClusters
    let options: ReportOptions
    /// By quotation.
    var labels: [String: CheckedLabels.Answer] = [:]
    /// What speakers are called across documents, by id.
    var identities: [String: SpeakerIdentity] = [:]

    /// The estimates over the quotations at `indices`.
    func estimates(
        _ indices: [Int], unit: ReportOptions.Unit, labeled: Bool = true
    ) -> StanceEstimates? {
        StanceEstimates(rows(indices, unit, labeled: labeled), level: options.level)
    }

    /// What is known of the errors of the shares of all that is `counted`, or `nil` where that says nothing of these: they
    /// are those of shares in which each quotation counts once, has passed the gates, and is not corrected by labels.
    func errors(
        _ counted: [Int], of counts: StanceEstimates?, _ gold: GoldSample?
    ) -> ShareErrors? {
        guard options.unit == .quotation, counts?.isCorrected == false,
            counted.allSatisfy({ quotations[$0].gates != nil })
        else { return nil }
        return gold?.shareErrors
    }

    /// What a speaker's shares are shares of: a speaker alone is one speaker.
    private var speakerUnit: ReportOptions.Unit {
        options.unit == .document ? .document : .quotation
    }

    /// Each weighs one over the size of its document or speaker, or 1 where each quotation counts once. What several say
    /// as one weighs what it weighs for each of them, so that every speaker counts once.
    func rows(
        _ indices: [Int], _ unit: ReportOptions.Unit, labeled: Bool = true
    ) -> [CountedRow] {
        func keys(_ index: Int) -> [String] {
            let quotation = quotations[index]
            if unit == .document { return [quotation.documentID] }
            let ids = quotation.facts.speakers.map(\.id)
            return ids.isEmpty ? [""] : ids
        }
        var sizes: [String: Double] = [:]
        if unit != .quotation {
            for index in indices { for key in keys(index) { sizes[key, default: 0] += 1 } }
        }
        func weight(_ index: Int) -> Double {
            unit == .quotation ? 1 : keys(index).reduce(0) { $0 + 1 / (sizes[$1] ?? 1) }
        }
        return indices.compactMap { index in
            let quotation = quotations[index]
            guard let probabilities = quotation.probabilities else { return nil }
            let label = labeled ? labels[quotation.id] : nil
            return CountedRow(
                probabilities: probabilities,
                label: label?.shares,
                samplingProbability: label?.samplingProbability ?? 1,
                cluster: clusters.cluster(of: quotation.documentID),
                weight: weight(index))
        }
    }

    /// Everybody quoted but the leader, most counted quotations first, ties by id. What several say as one is in the
    /// group of each.
    func speakers() -> [SpeakerSummary] {
        var groups: [String: [Int]] = [:]
        for (i, quotation) in quotations.enumerated() where quotation.status != .leader {
            for speaker in quotation.facts.speakers { groups[speaker.id, default: []].append(i) }
        }
        return groups.map { summary(id: $0.key, $0.value) }.sorted {
            ($1.counted.count, $0.id) < ($0.counted.count, $1.id)
        }
    }

    private func summary(id: String, _ indices: [Int]) -> SpeakerSummary {
        let identity =
            identities[id]
            ?? SpeakerIdentity(
                indices.flatMap { quotations[$0].facts.speakers.filter { $0.id == id } })
        let counted = indices.filter { quotations[$0].status == .counted }
        let estimates = estimates(counted, unit: speakerUnit)
        let leaning = estimates?.net.value ?? 0
        let days = counted.compactMap { day(quotations[$0]) }
        let order = counted.sorted { decisive($0, before: $1) }
        return SpeakerSummary(
            id: id, name: identity.name, role: identity.role, aliases: identity.aliases,
            kind: identity.kind, counted: order, contrary: contrary(order, leaning: leaning),
            others: indices.filter { quotations[$0].status != .counted },
            documents: Set(counted.map { quotations[$0].documentID }).count,
            sources: Set(counted.compactMap { documents[quotations[$0].documentID]?.source }).count,
            firstPublished: days.min()?.iso, lastPublished: days.max()?.iso, estimates: estimates)
    }

    private func decisive(_ a: Int, before b: Int) -> Bool {
        let x = abs(quotations[a].probabilities?.net ?? 0)
        let y = abs(quotations[b].probabilities?.net ?? 0)
        return x != y ? x > y : a < b
    }

    /// The first quotation, most decisive first, whose stance is opposite to the speaker's leaning.
    private func contrary(_ order: [Int], leaning: Double) -> Int? {
        let opposite: Stance = leaning < 0 ? .favor : .against
        return order.first { quotations[$0].stance == opposite }
    }

    func day(_ quotation: ScoredQuotation) -> CalendarDay? {
        documents[quotation.documentID]?.published.flatMap { CalendarDay($0) }
    }

    /// Whether labels correct the numbers of some speakers and not those of others: comparing them would take one
    /// estimator for the other.
    func comparesModelAlone(_ speakers: [SpeakerSummary]) -> Bool {
        !labels.isEmpty && !speakers.allSatisfy { $0.estimates?.isCorrected == true }
    }

    /// `speakers` with pooled estimates and ranks, which need all of them at once, by one estimator.
    func compared(_ speakers: [SpeakerSummary]) -> [SpeakerSummary] {
        var result = speakers
        let labeled = !comparesModelAlone(speakers)
        let groups = speakers.compactMap { speaker in
            (labeled
                ? speaker.estimates
                : estimates(speaker.counted, unit: speakerUnit, labeled: false)).map(Self.group)
        }
        if let pooling = Pooling(groups, contrast: [-1, 0, 1], level: options.level) {
            for (i, estimate) in pooling.estimates.enumerated() { result[i].pooled = estimate }
        }
        let ranked = speakers.indices.filter { speakers[$0].estimates?.net.hasInterval == true }
        let influences = ranked.compactMap {
            RowMean.netInfluences(rows(speakers[$0].counted, speakerUnit, labeled: labeled))
        }
        guard ranked.count > 1, influences.count == ranked.count else { return result }
        let ranks = RankIntervals(level: options.level, draws: options.draws, seed: options.seed)
            .ranks(of: influences)
        for (i, rank) in zip(ranked, ranks) { result[i].rank = rank }
        return result
    }

    private static func group(_ estimates: StanceEstimates) -> Pooling.Group {
        let parts = [estimates.against, estimates.neutral, estimates.favor]
        let errors = parts.compactMap(\.standardError)
        // A correction may leave a share a little below 0; a prior knows no such shares.
        let shares = parts.map { max($0.value, 0) }
        let total = max(shares.reduce(0, +), 1e-9)
        return Pooling.Group(
            shares: shares.map { $0 / total },
            variances: errors.count == parts.count ? errors.map { $0 * $0 } : nil,
            items: estimates.net.items, clusters: estimates.net.clusters)
    }

    /// What became of the labels, or `nil` without any.
    func labelUse(
        _ counted: [Int], _ speakers: [SpeakerSummary], _ overall: StanceEstimates?
    ) -> LabelUse? {
        guard !labels.isEmpty else { return nil }
        let labeled = counted.filter { labels[quotations[$0].id] != nil }
        return LabelUse(
            quotations: labels.count, counted: labeled.count,
            stories: Set(labeled.map { clusters.cluster(of: quotations[$0].documentID) }).count,
            isCorrected: overall?.isCorrected == true,
            comparesModelAlone: comparesModelAlone(speakers))
    }
}
