import CaucusText

/// Tells words between marks that nobody says (names, titles, slogans, single words) from speech.
struct NoSpeech: Sendable {
    let scene: Scene

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// Whether a comma, a stop or a dash stands last inside the marks, before other closing marks.
    private func isStopped(_ mark: MarkedSpan) -> Bool {
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

    private func isNaming(_ cue: Cue) -> Bool {
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

    /// Whether a banner, a poster or the like is the source.
    func isDisplay(_ source: NounPhrase?) -> Bool {
        guard let source, source.mention < 0 else { return false }
        return Self.displays.contains(word(source.head).key)
    }

    /// “a banner with the words “One Port, One Wage””: a word for writing right before the mark, and what it
    /// stands on within eight words.
    private func showsSlogan(_ mark: MarkedSpan) -> Bool {
        let before = mark.open - 1
        guard before > 0, Self.writings.contains(word(before).key) else { return false }
        return Range(from: max(0, before - 8), to: before).contains {
            Self.displays.contains(word($0).key)
        }
    }

    private static let displays = KeySet(
        """
        banner banners sign signs poster posters placard placards billboard billboards sticker stickers \
        plaque slogan slogans t-shirt t-shirts graffiti graffito mural flag flags badge badges button \
        buttons bumper-sticker signboard
        """)
    private static let writings = KeySet(
        "words word reading slogan motto saying message read reads that")

    /// Whether a sentence starts with the opening mark and ends with the closing one.
    private func startsSentence(_ mark: MarkedSpan) -> Bool {
        scene.reading.sentence(of: mark.open).lowerBound == mark.open
            && word(mark.open + 1).isCapitalized
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
        if capitals, showsSlogan(mark) { return "slogan" }
        if count <= 4, followsKnownAs(mark) { return "name" }
        for candidate in candidates where candidate.features.contains(.leadingCue) {
            if let reason = whyNoCue(candidate, words: count) { return reason }
        }
        for candidate in candidates {
            if let reason = whyNoCue(candidate, words: count) { return reason }
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
        if count >= 8 || count >= 4 && stopped { return nil }
        if count == 1 { return "single word" }
        return capitals ? "title" : "scare"
    }
}
