import CaucusText

/// Candidates without a cue: subjects and names before a colon, subjects of sentences, and names near by.
extension Attribution {
    /// “The minister issued a statement:” in the paragraph before, or before the mark.
    mutating func addSubjectBeforeColon() {
        let start = reading.paragraphs[paragraph].lowerBound
        var colon = mark.open - 1
        if mark.open == start { colon = start - 2 }
        guard colon > 0, word(colon).kind == .colon,
            let first = scene.phrases.subjectBeforeColon(colon)
        else { return }
        let subject = scene.phrases.owner(of: first) ?? first
        var candidate = SpeakerCandidate(
            source: subject, entity: scene.entity(of: subject), cue: -1, rule: .colon)
        candidate.features.insert(.subjectBeforeColon)
        describe(subject, entity: candidate.entity, &candidate.features)
        candidates.append(candidate)
    }

    /// “this, by the columnist Jane Roe:”, “So said Jane Roe of Oram:”: the last three names before the colon.
    mutating func addNamesBeforeColon() {
        let start = reading.paragraphs[paragraph].lowerBound
        let colon = mark.open == start ? start - 2 : mark.open - 1
        guard colon > 0, word(colon).kind == .colon else { return }
        let sentence = reading.sentence(of: colon)
        let mentions = scene.phrases.names.mentions
        var i = scene.firstMention(after: colon) - 1
        var isNearest = true
        let last = max(0, i - 2)
        while i >= last {
            let mention = mentions[i]
            i -= 1
            guard mention.whole.lowerBound >= sentence.lowerBound else { return }
            guard scene.quotes.ofWord[mention.name.lowerBound] < 0 else { continue }
            var features = SpeakerFeatures()
            features.insert(.nameBeforeColon)
            features.set(.nearest, if: isNearest)
            features.set(.nameAfterBy, if: followsBy(mention.whole.lowerBound))
            isNearest = false
            add(scene.phrases.headed(mention.whole), mention.entity, rule: .colon, features)
        }
    }

    /// Whether “by” or “from” and at most six words of a role stand before word `i`.
    private func followsBy(_ i: Int) -> Bool {
        for k in Range(from: max(0, i - 7), to: i).reversed() {
            let word = word(k)
            if Self.origins.contains(word.key) { return true }
            guard word.isWord, !word.has([.preposition, .verb, .relative]) || word.isCapitalized
            else { return false }
        }
        return false
    }

    private static let origins = KeySet("by from per via")

    /// “The mayor was angry. “…””: the subjects of the sentence around the mark and of the one before it.
    mutating func addSubjects() {
        let number = Int(reading.sentenceOfWord[mark.open])
        if reading.sentences[number].lexemes.lowerBound < mark.open {
            addSubject(of: number, .subjectOfSentence)
        }
        guard number > 0, paragraph - reading.sentences[number - 1].paragraph <= 1 else { return }
        addSubject(of: number - 1, .subjectOfSentenceBefore)
        guard let subject = candidates.last, subject.entity >= 0,
            subject.features.contains(.subjectOfSentenceBefore)
        else { return }
        for i in candidates.indices.dropLast() {
            let isSame = candidates[i].entity == subject.entity
            candidates[i].features.insert(isSame ? .subjectSince : .otherSubjectSince)
        }
    }

    /// Whether “he” or “she” beside the quotation is the subject of the sentence before it.
    mutating func compareWithSubject() {
        let number = Int(reading.sentenceOfWord[mark.open]) - 1
        guard number >= 0, paragraph - reading.sentences[number].paragraph <= 1,
            candidates.contains(where: { $0.features.contains(.pronoun) }),
            let subject = scene.phrases.firstSubject(of: number), subject.kind != .pronoun,
            scene.quotes.ofWord[subject.words.lowerBound] < 0
        else { return }
        let entity = scene.entity(of: subject)
        guard entity >= 0 else { return }
        for i in candidates.indices where candidates[i].features.contains(.pronoun) {
            candidates[i].features.insert(
                candidates[i].entity == entity ? .pronounOfSubject : .pronounOfOther)
        }
    }

    private mutating func addSubject(of number: Int, _ feature: SpeakerFeature) {
        guard let subject = scene.phrases.firstSubject(of: number), subject.kind != .pronoun,
            subject.words.upperBound <= mark.open,
            scene.quotes.ofWord[subject.words.lowerBound] < 0
        else { return }
        var features = SpeakerFeatures()
        features.insert(feature)
        features.set(
            .cueInLastParagraph, if: reading.sentences[number].paragraph < paragraph)
        add(subject, scene.entity(of: subject), rule: .name, features)
    }

    private mutating func add(
        _ source: NounPhrase, _ entity: Int, rule: SpeakerRule, _ features: SpeakerFeatures
    ) {
        var candidate = SpeakerCandidate(
            source: source, entity: entity, cue: -1, rule: rule, features: features)
        describe(source, entity: entity, &candidate.features)
        candidates.append(candidate)
    }

    /// Names of the paragraph and the one before, where nothing better is seen.
    mutating func addNames() {
        let mentions = scene.phrases.names.mentions
        var i = scene.firstMention(after: mark.open) - 1
        var steps = 0
        while i >= 0, steps < 4 {
            let mention = mentions[i]
            let distance = paragraph - reading.paragraph(of: mention.name.lowerBound)
            guard distance <= 1 else { return }
            if mention.kind == .person, scene.quotes.ofWord[mention.name.lowerBound] < 0,
                !PhotoCredit.holds(mention, reading)
            {
                let source = scene.phrases.headed(mention.whole)
                var candidate = SpeakerCandidate(
                    source: source, entity: mention.entity, cue: -1, rule: .name)
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
