import CaucusStance
import CaucusStatistics
import CaucusText

extension Report {
    /// The report as plain Markdown: the sentence form of every speaker, with the evidence of the page.
    func markdown() -> String {
        let target = Markdown.short(run.target.name)
        var out = "# What was said about \(target)\n\n"
        if !isComplete { out += "> \(Wording.unfinished)\n\n" }
        let facts = corpus
        out += Wording.corpus(documents.count, facts.sources)
        out += (facts.dates.map { ", \($0)" } ?? "") + ". Corpus `\(facts.hash.prefix(16))`.\n\n"
        out += (verdict(about: target).map { $0 + " " } ?? "") + headline(about: target) + "\n\n"
        out += choices.map { "> " + Markdown.escaped($0) + "\n\n" }.joined()
        out += Markdown.section("How sure, and why", items: sureness)
        if !speakers.isEmpty { out += speakersMarkdown() }
        out += timelineMarkdown() + breakdownMarkdown(sources, "Outlet")
        if let column = options.column, !DocumentSummary.isOutlet(column, in: documents) {
            out += breakdownMarkdown(columnValues, column)
        }
        out +=
            keyMarkdown() + Markdown.section("What not to conclude", items: Explanations.cautions)
        out += "## Evidence\n\n"
        let carded = cardedSpeakers
        let limit = evidenceLimit(cards: carded.count)
        for number in carded.sorted() { out += cardMarkdown(speakers[number], limit: limit) }
        if let leader {
            out += "## In \(target)'s own words\n\n" + leaderMarkdown(leader, limit: limit)
        }
        out += unscoredMarkdown()
        if let agreement {
            out += "## Agreement\n\n" + Wording.agreement(agreement, annotators) + "\n\n"
            if !agreements.isEmpty {
                out += Markdown.table(
                    Wording.agreementHeads, agreements.map(Wording.agreementCells))
            }
        }
        out += tonesMarkdown() + "## From articles to stances\n\n" + auditMarkdown()
        out += matchedMarkdown() + methodsMarkdown() + errorsMarkdown() + correctionsMarkdown()
        out += faultsMarkdown() + citationMarkdown()
        if lacksModel { out += Wording.lackingModel(Markdown.short(run.model)) + "\n\n" }
        if let lexiconNote { out += lexiconNote + "\n\n" }
        out += "Model \(Markdown.short(run.model)) (\(Markdown.short(run.modelChecksum))), "
        return out + "run \(Markdown.short(run.id)), Caucus \(Markdown.short(run.version)).\n"
    }

    /// What the shares are shares of, and what is one piece of evidence.
    var unitWords: String { options.unit.words }

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

    private func cardMarkdown(_ speaker: SpeakerSummary, limit: Int) -> String {
        guard let estimates = speaker.estimates else { return "" }
        var out = "### \(Markdown.short(speaker.name))\n\n"
        if let role = speaker.role { out += Markdown.short(role) + "\n\n" }
        out += sentence(estimates, about: Markdown.short(run.target.name), of: speaker)
        out += (Wording.notEstimable(speaker).map { " (\($0).)" } ?? "") + "\n\n"
        out += evidenceMarkdown(speaker, limit: limit) + movedMarkdown(speaker)
        out += abstainedMarkdown(speaker)
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
    func quoteMarkdown(_ index: Int, _ remarks: String...) -> String {
        let quotation = shown(quotations[index])
        let place = document(of: quotation)
        let words = Clipping.clipped(QuotationPieces(quotation).reading, to: 600)
        var out = "> \(Markdown.escaped(words))\n>\n> — " + remarks.joined(separator: ", ")
        if !quotation.joint.isEmpty, let speaker = quotation.speaker {
            out += ", said as one by " + Markdown.short(speaker.name)
        }
        let published = place?.published.map { CalendarDay($0)?.words ?? $0 }
        for part in [place?.source, published, place?.title] {
            if let part { out += ", " + Markdown.short(part) }
        }
        out += ", " + Markdown.short(quotation.id)
        if let note = handNote(quotations[index]) { out += "; " + Markdown.escaped(note) }
        return out + "\n\n"
    }

    /// What labels move to a speaker.
    private func movedMarkdown(_ speaker: SpeakerSummary) -> String {
        let moved = moved(to: speaker)
        guard !moved.isEmpty else { return "" }
        let lines = moved.prefix(20).map { index in
            "- “\(Markdown.escaped(Clipping.clipped(shown(quotations[index]).text, to: 240)))” ("
                + Markdown.escaped(handNote(quotations[index]) ?? "") + ")\n"
        }
        return Wording.moved(moved.count) + ". " + Wording.movedNote + "\n\n"
            + lines.joined() + "\n"
    }

    private func abstainedMarkdown(_ speaker: SpeakerSummary) -> String {
        let shown = speaker.others.filter { quotations[$0].status.isUnanswered }.prefix(6)
        guard !shown.isEmpty else { return "" }
        return "Without a stance:\n\n" + shown.map(lineMarkdown).joined() + "\n"
    }

    /// A quotation that counts nowhere, and why.
    private func lineMarkdown(_ index: Int) -> String {
        let quotation = shown(quotations[index])
        return "- “\(Markdown.escaped(Clipping.clipped(quotation.text, to: 240)))” "
            + "(\(Wording.form(quotation.form)), \(Wording.mention(quotation.mention)): "
            + quotation.status.reason + ")\n"
    }

    private func unscoredMarkdown() -> String {
        guard !unscored.isEmpty else { return "" }
        var out = "## Quoted, but not scored\n\n"
        let (leftOut, shown) = unscoredByReason
        if let note = Wording.without(leftOut.count) { out += note + "\n\n" }
        let near = shown.filter { $0.speaksOfTarget(quotations) }
        for speaker in near.prefix(60) {
            let lines = speaker.others.filter { quotations[$0].status.speaksOfTarget }.prefix(6)
            out += "### \(Markdown.short(speaker.name))\n\n"
            out += lines.map(lineMarkdown).joined() + "\n"
        }
        let others = shown.filter { !$0.speaksOfTarget(quotations) }
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
