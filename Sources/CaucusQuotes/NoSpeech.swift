import CaucusLanguage
import CaucusText

/// Tells words between marks that nobody says (names, titles, slogans, single words) from speech.
struct NoSpeech: Sendable {
    let scene: Scene

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// Whether a comma, a stop or a dash stands last inside the marks, before other closing marks, or a comma
    /// right after a sentence in marks: “‘I ran’, he said”.
    private func isStopped(_ mark: MarkedSpan) -> Bool {
        let after = mark.close + 1
        if after < scene.reading.words.count, word(after).kind == .comma, startsSentence(mark) {
            return true
        }
        var last = mark.close - 1
        while last > mark.open,
            [.singleClose, .singleStraight, .doubleClose].contains(word(last).kind)
        {
            last -= 1
        }
        return [.comma, .stop, .dash].contains(word(max(last, mark.open)).kind)
            || word(last).shape.contains(.abbreviated)
    }

    /// Why the cue beside marked words makes them no speech, or `nil` where it does not.
    private func whyNoCue(_ candidate: SpeakerCandidate, words count: Int) -> String? {
        guard candidate.cue >= 0 else { return nil }
        let cue = scene.cues[candidate.cue]
        let leads = candidate.features.contains(.leadingCue)
        let trails = candidate.features.contains(.trailingCue)
        guard leads || trails else { return nil }
        if isDisplay(cue.source) { return "slogan" }
        // “She never said, “I am sorry””
        if cue.isUnsaid, leads, cue.complement == .quotation { return "unsaid" }
        if leads, count <= 3, names(cue) { return "name" }
        if leads, count == 1, candidate.features.contains(.nearest), wishes(cue) {
            return "single word"
        }
        // “The “great event,” as they call it”
        if trails, isNaming(cue), let source = cue.source, source.words.lowerBound > 0,
            word(source.words.lowerBound - 1).key == Self.asWord
        {
            return "name"
        }
        let isSpeech = candidate.features.contains(.speechVerb)
        return trails && count == 1 && !isSpeech && cue.verb != .manner ? "single word" : nil
    }

    private static let asWord = LetterFolding.key(of: "as")

    /// Whether the cue gives a name rather than words: “they call it “the Barn””, “what they call “live””.
    private func names(_ cue: Cue) -> Bool {
        guard isNaming(cue) else { return false }
        if cue.isInfinitive || cue.isPassive || cue.isShared { return true }
        guard let source = cue.source, source.words.lowerBound > 0 else { return false }
        return word(source.words.lowerBound - 1).has([.question, .relative])
    }

    /// “they favor “productive” newcomers”: a verb that takes things rather than words.
    private func wishes(_ cue: Cue) -> Bool {
        switch cue.verb {
        case .want, .decide, .support, .show, .find, .know, .expect, .seem: true
        default: false
        }
    }

    func isNaming(_ cue: Cue) -> Bool {
        cue.verb == .describe || Self.calls.contains(word(cue.head).key)
    }

    private static let calls = KeySet("call calls called calling")

    /// “known as “the Barn””; looks at six words.
    private func followsKnownAs(_ mark: MarkedSpan) -> Bool {
        let before = mark.open - 1
        // “nicknamed “the Hammer””
        if before > 0, Bynames.only.contains(word(before).key) { return true }
        guard before > 0, word(before).key == Self.asWord else { return false }
        return Range(from: max(0, before - 6), to: before).contains { word($0).verb == .know }
    }

    /// Whether a sentence starts with the opening mark and ends with the closing one.
    private func startsSentence(_ mark: MarkedSpan) -> Bool {
        scene.reading.sentence(of: mark.open).lowerBound == mark.open
            && word(mark.open + 1).isCapitalized
    }

    /// Why the words between marks name something, whatever cue stands beside them, or `nil` where they do not.
    private func whyName(_ i: Int, capitals: Bool, words count: Int) -> String? {
        let mark = scene.marks[i]
        if capitals, showsSlogan(mark) || isSlogan(mark) { return "slogan" }
        if isLink(mark) { return "link" }
        if count <= 4, followsKnownAs(mark) { return "name" }
        let titles = WorkTitles(reading: scene.reading, marks: scene.marks)
        return titles.isTitle(mark) && titles.isNamed(i) ? "title" : nil
    }

    /// Why the words between marks are no speech, or `nil` where they are.
    func reason(_ i: Int, _ candidates: [SpeakerCandidate]) -> String? {
        let mark = scene.marks[i]
        let words = scene.reading.words
        let count = mark.content.count { words[$0].isWord }
        if count == 0 { return "empty" }
        if mark.previous >= 0 || mark.next >= 0 { return nil }
        let stopped = isStopped(mark)
        let capitals = mark.content.allSatisfy {
            !words[$0].isWord || words[$0].isCapitalized
                || words[$0].has([.preposition, .determiner])
        }
        if let reason = whyName(i, capitals: capitals, words: count) { return reason }
        for candidate in candidates where candidate.features.contains(.leadingCue) {
            if let reason = whyNoCue(candidate, words: count) { return reason }
        }
        for candidate in candidates {
            if let reason = whyNoCue(candidate, words: count) { return reason }
            let trails = candidate.features.contains(.trailingCue)
            if trails, scene.cues[candidate.cue].needsMarks { return nil }
            if candidate.features.contains(.trailingCue), stopped || count >= 3 { return nil }
            if candidate.features.contains(.label) { return nil }
            if candidate.features.contains(.leadingCue),
                stopped || !capitals || candidate.features.contains(.speechVerb)
            {
                return nil
            }
        }
        let opensParagraph =
            scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)].lowerBound == mark.open
        if opensParagraph && (stopped || count >= 4) { return nil }
        if stopped, word(mark.close - 1).kind != .comma, count >= 2, startsSentence(mark) {
            return nil
        }
        if count >= 8 || count >= 4 && stopped || isAnswer(mark, candidates) { return nil }
        if count == 1 { return "single word" }
        return capitals ? "title" : "scare"
    }
}
