import CaucusText

/// Short answers, which look like single words or titles between marks.
extension NoSpeech {
    /// “Would she run? “Never.””, “had one word for it: “Theft.””, ““Go,” she said. “Now!””: a sentence between
    /// marks that answers a question, follows a colon, or goes on with what was said.
    func isAnswer(_ mark: MarkedSpan, _ candidates: [SpeakerCandidate]) -> Bool {
        let words = scene.reading.words
        let first = mark.open + 1
        let last = words[mark.close - 1]
        guard mark.closed, mark.open > 0, first < mark.close, last.kind == .stop,
            words[first].isCapitalized || !words[first].isWord
        else { return false }
        let before = words[mark.open - 1]
        if before.kind == .colon {
            // “the sign on the gate had one word: “Closed.””
            let start = max(scene.reading.sentence(of: mark.open - 1).lowerBound, mark.open - 24)
            return !Range(from: start, to: mark.open).contains {
                Self.displays.contains(words[$0].key)
            }
                && candidates.contains { $0.rule == .colon || $0.features.contains(.leadingCue) }
        }
        guard scene.reading.sentence(of: mark.open).lowerBound == mark.open else { return false }
        if before.kind == .stop, scene.quotes.ofWord[mark.open - 1] < 0,
            scene.reading.bytes[Int(before.start)] == UInt8(ascii: "?")
        {
            return true
        }
        return candidates.contains {
            if $0.features.contains(.speakerBeforeSameParagraph) { return true }
            // “Roe grinned. “Guilty.””
            guard $0.cue >= 0, $0.features.contains(.cueInParagraphBefore) else { return false }
            let cue = scene.cues[$0.cue].head
            return Attribution.gestures.contains(words[cue].key)
                && scene.reading.sentence(of: cue).upperBound == mark.open
        }
    }
}
