import CaucusStance
import CaucusStatistics

extension Report {
    /// The report as plain Markdown: the sentence form of every speaker, with the evidence of the page.
    func markdown() -> String {
        let target = Markdown.short(run.target.name)
        var out = "# What was said about \(target)\n\n"
        if !isComplete { out += "> \(Wording.unfinished)\n\n" }
        let facts = corpus
        out += Wording.corpus(documents.count, facts.sources)
        out += (facts.dates.map { ", \($0)" } ?? "") + ". Corpus `\(facts.hash.prefix(16))`.\n\n"
        out += headline(about: target) + "\n\n"
        if overall?.net.hasInterval == true {
            out +=
                "In brackets: the \(Numbers.level(options.level)) interval. Shares are per \(unitWords).\n\n"
        }
        out += labelsMarkdown() + matchedMarkdown() + auditMarkdown()
        if !speakers.isEmpty { out += speakersMarkdown() }
        let carded = cardedSpeakers
        let limit = evidenceLimit(cards: carded.count)
        for number in carded.sorted() { out += cardMarkdown(speakers[number], limit: limit) }
        if let leader {
            out += "## In \(target)'s own words\n\n" + leaderMarkdown(leader, limit: limit)
        }
        out += unscoredMarkdown()
        if let agreement {
            out += "## Agreement\n\n" + Wording.agreement(agreement, annotators) + "\n\n"
        }
        out += "## What not to conclude\n\n"
        out += Explanations.cautions.map { "- " + $0 }.joined(separator: "\n") + "\n\n"
        if lacksModel { out += Wording.lackingModel(Markdown.short(run.model)) + "\n\n" }
        if let lexiconNote { out += lexiconNote + "\n\n" }
        out += "Model \(Markdown.short(run.model)) (\(Markdown.short(run.modelChecksum))), "
        return out + "run \(Markdown.short(run.id)), Caucus \(Markdown.short(run.version)).\n"
    }

    /// What the shares are shares of, and what is one piece of evidence.
    var unitWords: String {
        switch options.unit {
        case .quotation: "quotation, with each article as one piece of evidence"
        case .document: "article, each counted once"
        case .speaker: "speaker, each counted once, with each article as one piece of evidence"
        }
    }

    private func labelsMarkdown() -> String {
        let measured = measured.sentences.map { $0 + "\n\n" }.joined()
        guard let labelUse else { return measured }
        var out = measured
        if labelUse.isCorrected, let overall, let plain {
            out +=
                "Corrected by \(Numbers.count(labelUse.counted, "quotation")) labeled by hand: net stance "
            out += "\(Numbers.signed(overall.net.value)); the model alone says "
            out += "\(Numbers.signed(plain.net.value)).\n\n"
        }
        return out + labelUse.sentences.map { $0 + "\n\n" }.joined()
    }

    private func matchedMarkdown() -> String {
        let forms = mentionForms
        let kinds = MentionForms.Kind.allCases.compactMap { kind -> String? in
            let found = forms.forms(kind)
            guard !found.isEmpty else { return nil }
            let words = found.prefix(12).map {
                "\(Markdown.short($0.words)) \(Numbers.count($0.count))"
            }
            return kind.heading + ": " + words.joined(separator: ", ")
        }
        guard !kinds.isEmpty else { return "" }
        var out = "Matched in quotations, " + kinds.joined(separator: "; ") + "."
        if !forms.unmatched.isEmpty {
            out +=
                " Never: " + forms.unmatched.prefix(12).map(Markdown.short).joined(separator: ", ")
                + "."
        }
        return out + "\n\n"
    }

    private func auditMarkdown() -> String {
        var out = "| step | count | lost before it |\n|---|---:|---|\n"
        for step in LossSteps(self).steps {
            let lost = step.losses.map { "\(Numbers.count($0.count)): \($0.reason)" }
            out +=
                "| \(step.name) | \(Numbers.count(step.count)) | \(lost.joined(separator: "; ")) |\n"
        }
        out += "\n" + audit.sum + ".\n\n"
        if let note = Wording.undated(undated, of: audit.counted) { out += note + "\n\n" }
        return out
    }

    private func speakersMarkdown() -> String {
        let labeled = labelUse != nil
        var out =
            "## Speakers\n\n| speaker | quotations | articles | net | interval | pooled | rank |"
        out += (labeled ? " by |" : "") + "\n|---|---:|---:|---:|---|---|---|"
        out += (labeled ? "---|" : "") + "\n"
        for speaker in speakers {
            guard let estimates = speaker.estimates else { continue }
            let net = estimates.net
            out += "| \(Markdown.short(speaker.name)) | \(Numbers.count(speaker.counted.count)) "
            out += "| \(Numbers.count(speaker.documents)) | \(Numbers.signed(net.value)) "
            out += "| \(Numbers.interval(net) ?? "not estimable") "
            out += "| \(speaker.pooled.map(Wording.pooled) ?? "") "
            out += "| \(speaker.rank.map { "\($0.low)–\($0.high)" } ?? "") |"
            out += (estimates.basis(self).map { " \($0) |" } ?? "") + "\n"
        }
        return out + "\n"
    }

    private func cardMarkdown(_ speaker: SpeakerSummary, limit: Int) -> String {
        guard let estimates = speaker.estimates else { return "" }
        var out = "### \(Markdown.short(speaker.name))\n\n"
        if let role = speaker.role { out += Markdown.short(role) + "\n\n" }
        out += sentence(estimates, about: Markdown.short(run.target.name), of: speaker)
        out += (Wording.notEstimable(speaker).map { " (\($0).)" } ?? "") + "\n\n"
        out += evidenceMarkdown(speaker, limit: limit) + abstainedMarkdown(speaker)
        return out
    }

    /// The quotations of a card: as many as the page shows, with how many more there are.
    private func evidenceMarkdown(_ speaker: SpeakerSummary, limit: Int) -> String {
        var out = ""
        let shown = shownEvidence(of: speaker, open: 4, limit: limit)
        for index in shown {
            let quotation = quotations[index]
            let stance = quotation.stance.map(Wording.stance) ?? ""
            out += quoteMarkdown(
                index, stance + (index == speaker.contrary ? " (strongest contrary)" : ""),
                Wording.form(quotation.form), Wording.mention(quotation.mention))
        }
        let hidden = speaker.counted.count - shown.count
        if hidden > 0 { out += Wording.less(hidden) + "\n\n" }
        return out
    }

    /// What the articles quote the leader saying: no stance is given to it.
    private func leaderMarkdown(_ leader: LeaderSummary, limit: Int) -> String {
        var out = Wording.own(leader) + ". They count for nobody.\n\n"
        for index in leader.quotations.prefix(limit) {
            out += quoteMarkdown(index, Wording.form(quotations[index].form))
        }
        let hidden = leader.quotations.count - limit
        return hidden > 0 ? out + Wording.moreOwn(hidden) + "\n\n" : out
    }

    /// A quotation, what is said of it, and where it is.
    private func quoteMarkdown(_ index: Int, _ remarks: String...) -> String {
        let quotation = quotations[index]
        let place = document(of: quotation)
        let words = Clipping.clipped(QuotationPieces(quotation).reading, to: 600)
        var out = "> \(Markdown.escaped(words))\n>\n> — " + remarks.joined(separator: ", ")
        if !quotation.joint.isEmpty, let speaker = quotation.speaker {
            out += ", said as one by " + Markdown.short(speaker.name)
        }
        for part in [place?.source, place?.published, place?.id ?? quotation.documentID] {
            if let part { out += ", " + Markdown.short(part) }
        }
        return out + "\n\n"
    }

    private func abstainedMarkdown(_ speaker: SpeakerSummary) -> String {
        let shown = speaker.others.filter { quotations[$0].status.isUnanswered }.prefix(6)
        guard !shown.isEmpty else { return "" }
        return "Without a stance:\n\n" + shown.map(lineMarkdown).joined() + "\n"
    }

    /// A quotation that counts nowhere, and why.
    private func lineMarkdown(_ index: Int) -> String {
        let quotation = quotations[index]
        return "- “\(Markdown.escaped(Clipping.clipped(quotation.text, to: 240)))” "
            + "(\(Wording.form(quotation.form)), \(Wording.mention(quotation.mention)): "
            + quotation.status.reason + ")\n"
    }

    private func unscoredMarkdown() -> String {
        guard !unscored.isEmpty else { return "" }
        var out = "## Quoted, but not scored\n\n"
        let near = unscored.filter { $0.speaksOfTarget(quotations) }
        for speaker in near.prefix(60) {
            let shown = speaker.others.filter { quotations[$0].status.speaksOfTarget }.prefix(6)
            out += "### \(Markdown.short(speaker.name))\n\n"
            out += shown.map(lineMarkdown).joined() + "\n"
        }
        let others = unscored.filter { !$0.speaksOfTarget(quotations) }
        if !others.isEmpty {
            out += "Nothing about the leader: "
            out += others.prefix(300).map { Markdown.short($0.name) }.joined(separator: ", ")
            out += others.count > 300 ? " and \(Numbers.count(others.count - 300)) more" : ""
            out += "\n\n"
        }
        return out
    }
}

extension SpeakerSummary {
    /// Whether a speaker of whom nothing counts speaks of the leader all the same.
    func speaksOfTarget(_ quotations: [ScoredQuotation]) -> Bool {
        others.contains { quotations[$0].status.speaksOfTarget }
    }
}
