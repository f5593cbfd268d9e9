import CaucusText

/// Candidates that spoke before.
extension Attribution {
    /// Who spoke before.
    mutating func addSpeakersBefore() {
        for (age, before) in earlier.enumerated() {
            let distance = paragraph - reading.paragraph(of: before.place.lowerBound)
            guard distance <= 6 else { continue }
            var candidate = SpeakerCandidate(
                source: before.source, entity: before.entity, cue: -1,
                rule: distance == 0 ? .sameSpeaker : .speakerBefore)
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
            describe(before.source, entity: before.entity, &candidate.features)
            candidates.append(candidate)
        }
    }

    /// Whether somebody says something between an earlier quotation and this one; looks at eight cues.
    private func hasSpeechCue(after before: EarlierSpeaker) -> Bool {
        let end = before.place.upperBound
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
}
