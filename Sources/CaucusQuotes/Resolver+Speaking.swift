import CaucusText

/// Names that are sources, and names that own something.
extension Resolver {
    /// Notes the names that are sources: Roe of “Asked of the plan, Mayor Jane Roe denounced Penn. “…,” she said.”
    ///
    /// Not Penn of “Roe said Penn wants a seat”, nor of “asked about more Penn questions”.
    mutating func noteSpeaking(_ cues: [Cue]) {
        var end = 0
        for cue in cues {
            let isOuter = cue.head >= end
            if cue.pattern == .verb { end = max(end, cue.content.upperBound) }
            guard isOuter, let mention = cue.source?.mention, mention >= 0, !cue.isInfinitive,
                !cue.isPassive, cue.pattern != .noun, !cue.isAmbiguous,
                Self.isSpeech(cue.verb) || reading.words[cue.head].form.contains(.past)
            else { continue }
            speaking[mention] = true
            speakers.insert(table.mentions[mention].entity)
        }
    }

    /// Whether something of the named one's follows: “Roe's proposal”.
    func isOwner(_ mention: NameMention) -> Bool {
        let next = mention.whole.upperBound
        return next < reading.words.count && reading.words[next].shape.contains(.clitic)
    }
}
