import CaucusLanguage
import CaucusText

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
    let earlier: [EarlierSpeaker]
    var candidates: [SpeakerCandidate] = []

    var reading: Reading { scene.reading }
    func word(_ i: Int) -> Word { scene.reading.words[i] }
    let paragraph: Int
    /// What is true of the quotation whoever speaks.
    let shared: SpeakerFeatures

    init(
        _ scene: Scene, _ mark: MarkedSpan, cueBefore: Int, cueAfter: Int, earlier: [EarlierSpeaker]
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
        if hasCueBeside {
            compareWithSubject()
            addNobody()
            return
        }
        addNamesBeforeColon()
        addSubjects()
        addNames()
        markUncued()
        addNobody()
    }

    /// Whether a cue or a label beside the quotation names a candidate.
    private var hasCueBeside: Bool {
        candidates.contains {
            $0.features.contains(.trailingCue) || $0.features.contains(.leadingCue)
                || $0.features.contains(.trailingCueNextSentence) || $0.features.contains(.label)
                || $0.features.contains(.signature) || isSubjectOfSentence($0)
        }
    }

    /// Somebody who is not in sight.
    private mutating func addNobody() {
        var features = shared
        features.insert(.nobody)
        candidates.append(
            SpeakerCandidate(
                source: nil, entity: -1, cue: -1, rule: .unattributed, features: features))
    }

    /// Where nothing beside the quotation names the speaker, what stands before it weighs more.
    private mutating func markUncued() {
        let hasBeat = candidates.contains { isBeat($0) }
        for i in candidates.indices {
            let features = candidates[i].features
            candidates[i].features.set(
                .uncuedCueJustBefore, if: features.contains(.cueInSentenceJustBefore))
            candidates[i].features.set(
                .uncuedSpeakerJustBefore, if: features.contains(.speakerOfQuoteJustBefore))
            candidates[i].features.set(
                .uncuedSameParagraph,
                if: features.contains(.speakerBeforeSameParagraph) && !hasBeat)
            candidates[i].features.set(
                .uncuedCueBefore,
                if: features.contains(.cueInParagraphBefore)
                    && (!hasBeat || isBeat(candidates[i])))
        }
    }

    /// “Roe had two words for it: “…””: the subject of the quotation's own sentence.
    private func isSubjectOfSentence(_ candidate: SpeakerCandidate) -> Bool {
        candidate.rule == .colon && mark.open > 0 && word(mark.open - 1).kind == .colon
            && (candidate.entity >= 0 || candidate.source?.kind == .pronoun)
    }

    /// “Roe shrugged. “…””: a gesture of another person right before speaks for that person.
    private func isBeat(_ candidate: SpeakerCandidate) -> Bool {
        guard candidate.cue >= 0, candidate.entity >= 0, candidate.entity != earlier.first?.entity,
            candidate.features.contains(.cueInParagraphBefore)
        else { return false }
        let cue = scene.cues[candidate.cue]
        return Self.gestures.contains(word(cue.head).key) && cue.pattern == .verb
            && reading.sentence(of: cue.head).upperBound == mark.open
            && reading.sentence(of: mark.open).lowerBound == mark.open
    }

    static let gestures = KeySet(
        """
        shrugged shrugs nodded nods smiled smiles laughed laughs sighed sighs grinned grins winked winks \
        chuckled chuckles giggled giggles paused pauses
        """)

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
        features.set(.quoteIsShort, if: mark.close - mark.open <= 5)
        features.set(
            .quoteIsPartOfClause,
            if: mark.open > paragraph.lowerBound && words[mark.open - 1].kind == .word
                && !words[mark.open + 1].isCapitalized)
        if paragraph.lowerBound > 1 {
            let end = words[paragraph.lowerBound - 2]
            features.set(.paragraphBeforeEndsWithQuote, if: end.isDoubleMark)
            features.set(.paragraphBeforeEndsWithColon, if: end.kind == .colon)
        }
        return features
    }

    mutating func add(
        _ kind: SpeakerFeature, cue: Int, rule: SpeakerRule, _ more: SpeakerFeatures
    ) {
        let of = scene.cues[cue]
        guard let source = of.source else { return }
        var candidate = SpeakerCandidate(
            source: source, entity: of.entity, cue: cue, rule: rule,
            features: more)
        candidate.features.insert(kind)
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

    /// “he” for an organization, “they” for a person.
    private func isMismatched(_ head: Word, _ entity: Int) -> Bool {
        let entities = scene.phrases.names.entities
        guard entity >= 0, entity < entities.count else { return false }
        let isPerson = entities[entity].kind == .person
        return isPerson ? head.has(.they) : head.has([.he, .she])
    }

    func describe(_ source: NounPhrase, entity: Int, _ features: inout SpeakerFeatures) {
        let head = word(source.head)
        features.set(.pronoun, if: source.kind == .pronoun)
        features.set(.personName, if: source.kind == .name)
        features.set(.organization, if: source.kind == .organization)
        features.set(.described, if: source.kind == .described)
        features.set(.role, if: source.kind == .role)
        features.set(
            .personNoun, if: source.mention < 0 && head.has([.role, .people, .organization]))
        features.set(
            .opensWithPossessive,
            if: source.mention < 0 && word(source.words.lowerBound).has(.possessive))
        features.set(.isMismatched, if: isMismatched(head, entity))
        features.set(.relative, if: source.kind == .pronoun && head.has(.relative))
        features.set(.firstPerson, if: source.kind == .pronoun && head.has(.first))
        features.set(.hasEntity, if: entity >= 0)
        if entity >= 0 {
            features.set(.isLastSpeaker, if: earlier.first?.entity == entity)
            features.set(.isSpeakerBeforeLast, if: earlier.count > 1 && earlier[1].entity == entity)
        }
        let next = source.words.upperBound
        features.set(
            .possessor,
            if: source.mention >= 0 && next < reading.words.count
                && word(next).shape.contains(.clitic))
        features.set(.farInWords, if: abs(source.head - mark.open) > 60)
    }
}
