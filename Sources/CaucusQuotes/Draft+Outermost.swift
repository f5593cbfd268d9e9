import CaucusText

/// Which of two acts of speech is the quotation, where one tells of the other.
extension Draft {
    /// Leaves the outermost: “said Penn had told the board that it was late”, not “it was late”.
    ///
    /// - Complexity: O(candidates), which are in the order of the text.
    func removeInner(_ candidates: inout [Candidate]) {
        var end = 0
        candidates.removeAll { candidate in
            let cue = scene.cues[candidate.cue]
            if cue.pattern == .verb, cue.head < end, candidate.content.upperBound <= end {
                return true
            }
            if isOutermost(cue), candidate.rest.isEmpty, candidate.content.lowerBound > cue.head {
                end = max(end, candidate.content.upperBound)
            }
            return false
        }
    }

    /// Whether a cue is the act of its sentence: a subject's own finite verb that nothing subordinates.
    private func isOutermost(_ cue: Cue) -> Bool {
        guard cue.pattern == .verb, !cue.isShared, !cue.isParticipial, !cue.isInfinitive,
            !cue.isAmbiguous, let source = cue.source, source.words.lowerBound < cue.head,
            !word(source.head).has(.relative)
        else { return false }
        let before = source.words.lowerBound - 1
        if before >= 0, word(before).has([.clauseBorder, .relative, .question]),
            word(before).key != Self.but
        {
            return false
        }
        switch cue.complement {
        case .that, .bare: return Resolver.isSpeech(cue.verb)
        case .infinitive: return cue.verb == .ask || cue.verb == .urge
        default: return false
        }
    }

    private static let but = LetterFolding.key(of: "but")
}
