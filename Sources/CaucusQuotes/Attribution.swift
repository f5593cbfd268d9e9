import CaucusText

/// Somebody who may be the speaker of a quotation, and why.
struct SpeakerCandidate: Sendable {
    var source: NounPhrase?
    var entity: Int
    /// The cue, as an index, or -1.
    var cue: Int
    var rule: String
    var features = SpeakerFeatures()
}

/// Collects the candidates of a direct quotation: a bounded number from its sentence, its paragraph, the
/// paragraphs before it and the quotations around it.
struct Attribution {
    let scene: Scene
    /// The quotation's marks.
    let mark: MarkedSpan
    /// The last cue before the opening mark, or -1.
    let cueBefore: Int
    /// The first cue after the closing mark.
    let cueAfter: Int
    /// The quotations before this one that have a speaker, newest first, at most two.
    let earlier: [DraftQuotation]
    private(set) var candidates: [SpeakerCandidate] = []

    private var reading: Reading { scene.reading }
    private func word(_ i: Int) -> Word { scene.reading.words[i] }
    private let paragraph: Int
    private let shared: SpeakerFeatures

    init(
        _ scene: Scene, _ mark: MarkedSpan, cueBefore: Int, cueAfter: Int, earlier: [DraftQuotation]
    ) {
        self.scene = scene
        self.mark = mark
        self.cueBefore = cueBefore
        self.cueAfter = cueAfter
        self.earlier = earlier
        paragraph = scene.reading.paragraph(of: mark.open)
        shared = Self.features(of: mark, scene)
        candidates.reserveCapacity(8)
        addLabel()
        addCuesAfter()
        addCuesBefore()
        addSpeakersBefore()
        addSubjectBeforeColon()
        if candidates.isEmpty { addNames() }
        markUncued()
    }

    /// Where nothing beside the quotation names the speaker, what stands before it weighs more.
    private mutating func markUncued() {
        let hasCue = candidates.contains {
            $0.features.contains(.trailingCue) || $0.features.contains(.leadingCue)
                || $0.features.contains(.trailingCueNextSentence) || $0.features.contains(.label)
        }
        guard !hasCue else { return }
        for i in candidates.indices {
            let features = candidates[i].features
            candidates[i].features.set(
                .uncuedCueJustBefore, if: features.contains(.cueInSentenceJustBefore))
            candidates[i].features.set(
                .uncuedSpeakerJustBefore, if: features.contains(.speakerOfQuoteJustBefore))
            candidates[i].features.set(
                .uncuedSameParagraph, if: features.contains(.speakerBeforeSameParagraph))
            candidates[i].features.set(
                .uncuedCueBefore, if: features.contains(.cueInParagraphBefore))
        }
    }

    /// What is true of the quotation whoever speaks.
    private static func features(of mark: MarkedSpan, _ scene: Scene) -> SpeakerFeatures {
        var features = SpeakerFeatures()
        let words = scene.reading.words
        let paragraph = scene.reading.paragraphs[scene.reading.paragraph(of: mark.open)]
        features.set(.quoteOpensParagraph, if: paragraph.lowerBound == mark.open)
        features.set(
            .quoteIsParagraph,
            if: paragraph.lowerBound == mark.open && mark.close + 1 >= paragraph.upperBound)
        let last = words[max(mark.close - 1, mark.open)]
        features.set(.quoteEndsWithComma, if: last.kind == .comma)
        features.set(
            .quoteEndsWithQuestion,
            if: last.kind == .stop && scene.reading.bytes[Int(last.start)] != UInt8(ascii: "."))
        if mark.open > paragraph.lowerBound {
            let before = words[mark.open - 1].kind
            features.set(.quoteAfterColon, if: before == .colon)
            features.set(.quoteAfterStop, if: before == .stop || words[mark.open - 1].isDoubleMark)
        }
        features.set(.quoteIsContinuation, if: mark.previous >= 0)
        if paragraph.lowerBound > 1 {
            let end = words[paragraph.lowerBound - 2]
            features.set(.paragraphBeforeEndsWithQuote, if: end.isDoubleMark)
            features.set(.paragraphBeforeEndsWithColon, if: end.kind == .colon)
        }
        return features
    }

    private mutating func add(
        _ kind: SpeakerFeature, cue: Int, rule: String, _ more: [SpeakerFeature] = []
    ) {
        let of = scene.cues[cue]
        guard let source = of.source else { return }
        var candidate = SpeakerCandidate(
            source: source, entity: of.entity, cue: cue, rule: rule, features: shared)
        candidate.features.insert(kind)
        for feature in more { candidate.features.insert(feature) }
        describe(of, &candidate.features)
        describe(source, entity: of.entity, &candidate.features)
        candidates.append(candidate)
    }

    private func describe(_ cue: Cue, _ features: inout SpeakerFeatures) {
        switch cue.verb {
        case .say, .claim, .tell, .write, .ask, .admit: features.insert(.speechVerb)
        case .manner: features.insert(.mannerVerb)
        default: features.insert(.otherReportingVerb)
        }
        features.set(
            .cueOwnsContent, if: cue.complement != .nothing && cue.complement != .quotation)
        features.set(.inverted, if: cue.inverted)
        features.set(.passive, if: cue.isPassive)
        features.set(.negated, if: cue.isNegated)
        features.set(.infinitive, if: cue.isInfinitive)
        features.set(.participial, if: cue.isParticipial)
        features.set(.shared, if: cue.isShared)
        features.set(.accordingTo, if: cue.pattern == .accordingTo)
        features.set(.nounCue, if: cue.pattern == .noun)
        features.set(
            .sameSentence,
            if: reading.sentenceOfWord[cue.head] == reading.sentenceOfWord[mark.open])
    }

    private func describe(_ source: NounPhrase, entity: Int, _ features: inout SpeakerFeatures) {
        let head = word(source.head)
        features.set(.pronoun, if: source.kind == .pronoun)
        features.set(.personName, if: source.kind == .name)
        features.set(.organization, if: source.kind == .organization)
        features.set(.described, if: source.kind == .described)
        features.set(.role, if: source.kind == .role)
        features.set(.relative, if: source.kind == .pronoun && head.has(.relative))
        features.set(.firstPerson, if: source.kind == .pronoun && head.has(.first))
        features.set(.hasEntity, if: entity >= 0)
        if entity >= 0 {
            features.set(.isLastSpeaker, if: earlier.first?.entity == entity)
            features.set(.isSpeakerBeforeLast, if: earlier.count > 1 && earlier[1].entity == entity)
        }
        features.set(.farInWords, if: abs(source.head - mark.open) > 60)
    }

    /// “Roe: “…”” and a line “— Jane Roe” after the quotation.
    private mutating func addLabel() {
        guard let source = labelBefore() ?? signatureAfter() else { return }
        var candidate = SpeakerCandidate(
            source: source, entity: scene.entity(of: source), cue: -1, rule: "label",
            features: shared)
        candidate.features.insert(.label)
        describe(source, entity: candidate.entity, &candidate.features)
        candidates.append(candidate)
    }

    /// The name that alone stands before a colon before the mark.
    private func labelBefore() -> NounPhrase? {
        let start = reading.paragraphs[paragraph].lowerBound
        guard mark.open > start + 1, word(mark.open - 1).kind == .colon, mark.open - start <= 14,
            scene.phrases.names.mentionOfWord[start] >= 0
                || word(start).shape.contains(.allCapitals)
        else { return nil }
        for i in start..<mark.open - 1
        where word(i).has(.reporting) && scene.phrases.names.mentionOfWord[i] < 0 {
            return nil
        }
        return scene.phrases.headed(start..<mark.open - 1)
    }

    /// The name after a dash right after the quotation, in its line or in the next.
    private func signatureAfter() -> NounPhrase? {
        var i = mark.close + 1
        let limit = min(reading.words.count, i + 24)
        while i < limit, word(i).kind == .lineBreak { i += 1 }
        guard i + 1 < limit, word(i).kind == .dash || word(i).kind == .other else { return nil }
        if word(i).kind == .other {
            let byte = reading.bytes[Int(word(i).start)]
            guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "~") else { return nil }
        }
        let paragraph = reading.paragraphs[reading.paragraph(of: i)]
        guard scene.phrases.names.mentionOfWord[i + 1] >= 0, paragraph.upperBound - i <= 24 else {
            return nil
        }
        let end = (i + 1..<paragraph.upperBound).first { scene.phrases.names.mentionOfWord[$0] < 0 }
        return scene.phrases.headed(i + 1..<(end ?? paragraph.upperBound))
    }

    /// The cues of the sentence and the paragraph after the closing mark.
    private mutating func addCuesAfter() {
        var i = cueAfter
        while i < scene.cues.count, scene.cues[i].head <= mark.close { i += 1 }
        var seen = 0
        let end = min(mark.close, reading.words.count - 1)
        while i < scene.cues.count, seen < 3 {
            let cue = scene.cues[i]
            guard reading.paragraph(of: cue.head) == paragraph else { break }
            if let source = cue.source, source.words.lowerBound > mark.open {
                addCueAfter(i, cue, source, isFirst: seen == 0, end: end)
            }
            seen += 1
            i += 1
        }
    }

    private mutating func addCueAfter(
        _ i: Int, _ cue: Cue, _ source: NounPhrase, isFirst: Bool, end: Int
    ) {
        var first = mark.close + 1
        while first < reading.words.count, [.comma, .dash].contains(word(first).kind) { first += 1 }
        let start = min(source.words.lowerBound, cue.words.lowerBound)
        let adjacent = start >= first && start - first <= 1
        let sameSentence = reading.sentenceOfWord[cue.head] == reading.sentenceOfWord[end]
        var more: [SpeakerFeature] = isFirst ? [.nearest] : []
        if hasQuote(from: mark.close + 1, to: start) { more.append(.quotesBetween) }
        if adjacent && sameSentence {
            add(.trailingCue, cue: i, rule: "trailing-cue", more)
        } else if adjacent {
            add(.trailingCueNextSentence, cue: i, rule: "trailing-cue", more)
        } else if sameSentence {
            add(.cueInSentenceAfter, cue: i, rule: "cue-after", more)
        } else {
            add(.cueInParagraphAfter, cue: i, rule: "cue-after", more)
        }
    }

    /// Whether a quotation opens between two words; looks at 12 words.
    private func hasQuote(from start: Int, to end: Int) -> Bool {
        for i in start..<max(start, min(end, start + 12, reading.words.count))
        where scene.quotes.opening[i] >= 0 {
            return true
        }
        return false
    }

    /// The cues before the opening mark, in this paragraph and the two before.
    private mutating func addCuesBefore() {
        var i = cueBefore
        var seen = 0
        var steps = 0
        while i >= 0, seen < 3, steps < 8 {
            let cue = scene.cues[i]
            let distance = paragraph - reading.paragraph(of: cue.head)
            guard distance <= 2 else { return }
            if cue.source != nil {
                addCueBefore(i, cue, distance: distance, isFirst: seen == 0)
                seen += 1
            }
            i -= 1
            steps += 1
        }
    }

    private mutating func addCueBefore(_ i: Int, _ cue: Cue, distance: Int, isFirst: Bool) {
        var more: [SpeakerFeature] = isFirst ? [.nearest] : []
        let sentences = reading.sentenceOfWord[mark.open] - reading.sentenceOfWord[cue.head]
        if sentences > 1 { more.append(.sentencesBetween) }
        if hasQuote(from: cue.head + 1, to: mark.open) { more.append(.quotesBetween) }
        if distance == 1 { more.append(.cueInLastParagraph) }
        if distance > 0, sentences == 1, Resolver.isSpeech(cue.verb), !cue.isInfinitive {
            more.append(.cueInSentenceJustBefore)
        }
        if distance > 0 {
            add(.cueInParagraphsBefore, cue: i, rule: "cue-before", more)
        } else if sentences > 0 {
            add(.cueInParagraphBefore, cue: i, rule: "cue-before", more)
        } else if leads(cue) {
            add(.leadingCue, cue: i, rule: "leading-cue", more)
        } else {
            add(.cueInSentenceBefore, cue: i, rule: "cue-before", more)
        }
    }

    /// Whether the cue leads up to the opening mark.
    private func leads(_ cue: Cue) -> Bool {
        if cue.complement == .quotation, cue.content.lowerBound == mark.open { return true }
        if mark.open - cue.words.upperBound <= 1 { return true }
        let last = word(mark.open - 1)
        return (last.kind == .colon || last.kind == .comma)
            && scene.quotes.ofWord[mark.open - 1] < 0
    }

    /// Who spoke before.
    private mutating func addSpeakersBefore() {
        for (age, before) in earlier.enumerated() where before.source != nil {
            let place = before.pieces[before.pieces.count - 1].lowerBound
            let distance = paragraph - reading.paragraph(of: place)
            guard distance <= 6 else { continue }
            var candidate = SpeakerCandidate(
                source: before.source, entity: before.entity, cue: -1,
                rule: distance == 0 ? "same-speaker" : "speaker-before", features: shared)
            candidate.features.insert(
                distance == 0
                    ? .speakerBeforeSameParagraph
                    : distance == 1 ? .speakerBeforeLastParagraph : .speakerBeforeFarther)
            candidate.features.set(.nearest, if: age == 0)
            candidate.features.set(
                .speakerOfQuoteJustBefore,
                if: age == 0 && distance == 1 && shared.contains(.paragraphBeforeEndsWithQuote)
                    && shared.contains(.quoteOpensParagraph))
            candidate.features.set(.cueBetween, if: hasSpeechCue(after: before))
            if let source = before.source {
                describe(source, entity: before.entity, &candidate.features)
            }
            candidates.append(candidate)
        }
    }

    /// Whether somebody says something between an earlier quotation and this one; looks at eight cues.
    private func hasSpeechCue(after before: DraftQuotation) -> Bool {
        let end = before.pieces[before.pieces.count - 1].upperBound
        var i = cueBefore
        var steps = 0
        while i >= 0, steps < 8, scene.cues[i].head >= end {
            let cue = scene.cues[i]
            if i != before.cue, cue.source != nil, Resolver.isSpeech(cue.verb) { return true }
            i -= 1
            steps += 1
        }
        return false
    }

    /// “The minister issued a statement:” in the paragraph before, or before the mark.
    private mutating func addSubjectBeforeColon() {
        let start = reading.paragraphs[paragraph].lowerBound
        var colon = mark.open - 1
        if mark.open == start { colon = start - 2 }
        guard colon > 0, word(colon).kind == .colon,
            let subject = scene.phrases.firstSubject(of: Int(reading.sentenceOfWord[colon]))
        else { return }
        var candidate = SpeakerCandidate(
            source: subject, entity: scene.entity(of: subject), cue: -1, rule: "colon",
            features: shared)
        candidate.features.insert(.subjectBeforeColon)
        describe(subject, entity: candidate.entity, &candidate.features)
        candidates.append(candidate)
    }

    /// Names of the paragraph and the one before, where nothing better is seen.
    private mutating func addNames() {
        let mentions = scene.phrases.names.mentions
        var i = scene.firstMention(after: mark.open) - 1
        var steps = 0
        while i >= 0, steps < 4 {
            let mention = mentions[i]
            let distance = paragraph - reading.paragraph(of: mention.name.lowerBound)
            guard distance <= 1 else { return }
            if mention.kind == .person, scene.quotes.ofWord[mention.name.lowerBound] < 0 {
                let source = scene.phrases.headed(mention.whole)
                var candidate = SpeakerCandidate(
                    source: source, entity: mention.entity, cue: -1, rule: "name", features: shared)
                candidate.features.insert(distance == 0 ? .nameInParagraph : .nameBefore)
                candidate.features.set(.nearest, if: steps == 0)
                describe(source, entity: mention.entity, &candidate.features)
                candidates.append(candidate)
            }
            steps += 1
            i -= 1
        }
    }
}
