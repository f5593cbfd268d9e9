import CaucusStance
import CaucusStatistics

extension Report {
    /// The sentence that says how all speakers together stand, with why there is no interval where there is none;
    /// or that nothing counts.
    var headline: String { headline(about: run.target.name) }

    /// The same with the target's name as the page or the text spells it.
    func headline(about target: String) -> String {
        guard let overall else { return "No quotation about \(target) counts." }
        let sentence = Wording.sentence(
            overall, about: target, documents: countedDocuments, speakers: speakers.count,
            unit: options.unit, stances: stances)
        let note = Wording.notEstimable(overall, documents: countedDocuments)
        return sentence + (note.map { " (\($0).)" } ?? "")
    }

    /// What a reader of the numbers has to know, for a terminal: that the run is not complete, and what the timeline
    /// leaves out.
    public var warnings: [String] {
        // Where no document tells a date nobody expects a timeline.
        let isDated = documents.contains { $0.published?.isEmpty == false }
        let notes =
            [
                isComplete ? nil : Wording.unfinished,
                isDated ? Wording.undated(undated, of: audit.counted) : nil,
                filterNote, mergeNote, excludeNote,
            ]
        return notes.compactMap { $0 }.map { note in
            let text = note.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: "")
            return text.prefix(1).lowercased() + text.dropFirst().dropLast()
        }
    }

    /// The joins of speakers that a person should decide, a sentence each: the first line of every part of
    /// ``proposals``.
    public var proposedJoins: [String] {
        let lines = proposals.split(separator: "\n", omittingEmptySubsequences: false)
        return zip(lines, lines.dropFirst()).compactMap { before, line in
            before.isEmpty && line.hasPrefix("# ") ? String(line.dropFirst(2)) : nil
        }
    }

    /// The sentence of one speaker: a speaker alone is one speaker, so that only articles can count once each.
    func sentence(
        _ estimates: StanceEstimates, about target: String, of speaker: SpeakerSummary
    ) -> String {
        Wording.sentence(
            estimates, about: target, documents: speaker.documents,
            unit: options.unit == .document ? .document : .quotation, stances: stances)
    }

    /// That the user added words to the lists, or `nil` where nobody did.
    var lexiconNote: String? {
        run.reading.lexicon.map {
            "Quotations, speakers and acts were found with words of the user’s own beside the built-in lists (--lexicon, "
                + "digest \($0.prefix(16)))."
        }
    }

    /// By which words the quotations speak of the leader.
    var mentionForms: MentionForms { MentionForms(quotations, run.target) }

    /// The quotations of a speaker that a page or a text shows, most decisive first, the strongest contrary one
    /// always among the first `open`; at most `limit`.
    func shownEvidence(of speaker: SpeakerSummary, open: Int, limit: Int) -> [Int] {
        var shown = Array(speaker.counted.prefix(limit))
        guard let contrary = speaker.contrary, !shown.prefix(open).contains(contrary) else {
            return shown
        }
        if let place = shown.firstIndex(of: contrary) {
            shown.remove(at: place)
        } else {
            shown.removeLast()
        }
        shown.insert(contrary, at: min(open - 1, shown.count))
        return shown
    }

    /// How many quotations of a speaker are shown: fewer where many speakers have a card.
    func evidenceLimit(cards: Int) -> Int {
        options.evidence ?? max(4, min(12, 72 / max(cards, 1)))
    }

    /// Whether the model's held-out answers were not given, though a model of this version keeps them.
    var lacksModel: Bool { modelErrors == nil }
}
