import CaucusQuotes
import CaucusTarget
import CaucusText

/// What speakers do to the target by their own words: “I have lost confidence in her”, “it is time for her to go”.
///
/// Only constructions whose direction does not hang on the topic are read; all else is left to the model.
extension SpeechActFinder {
    /// The act of a quotation's content toward the places in it, or `nil`.
    ///
    /// - Complexity: O(words of the content).
    mutating func act(of content: [Span], toward targets: [TargetPlace]) -> ActClause? {
        for piece in content {
            var i = reading.word(at: piece.start)
            while i < reading.count, reading.span(i..<i + 1).end <= piece.end {
                let whole = reading.sentence(of: i)
                var end = i
                while end < whole.upperBound, reading.span(end..<end + 1).end <= piece.end {
                    end += 1
                }
                guard end > i else { break }
                open(i..<end, targets)
                if !places.isEmpty, let found = firstPersonAct() ?? construction() { return found }
                i = end
            }
        }
        return nil
    }

    /// Takes up a stretch of somebody's words as if no marks stood around it.
    private mutating func open(_ range: Range<Int>, _ targets: [TargetPlace]) {
        sentence = range
        words = range.map { i in
            var word = reading.word(i)
            word.classes.remove(.quoted)
            return word
        }
        let span = reading.span(range)
        places.removeAll(keepingCapacity: true)
        for target in targets where span.contains(target.span) { add(target) }
    }

    /// “I trust her”, “we condemn him”: an act whose source is the speaker.
    private mutating func firstPersonAct() -> ActClause? {
        clauses.removeAll(keepingCapacity: true)
        defer { clauses.removeAll(keepingCapacity: true) }
        readWords()
        let own = clauses.first {
            $0.source.isPronoun && Self.first.contains(word($0.source.head).key)
                && $0.act.direction != 0
        }
        return own.map { clause($0.act, $0.cue, head: $0.head, $0.target, $0.pattern) }
    }

    private static let first = KeySet("i we")

    /// The first of the rows that need no word of the lists.
    private func construction() -> ActClause? {
        guard let found = match(.content, from: sentence), found.direction != 0 else { return nil }
        let target = places[found.place].words
        let first = found.first == target.lowerBound ? target.upperBound : found.first
        return clause(
            found.act, Range(from: first, to: found.end),
            head: found.telling < 0 ? first : found.telling, places[found.place].place, found.row)
    }

    private func clause(
        _ act: SpeechAct, _ cue: Range<Int>, head: Int, _ place: TargetPlace, _ pattern: Int
    ) -> ActClause {
        ActClause(
            act: act, cue: reading.span(cue), head: reading.span(head..<head + 1), place: place,
            traits: [], pattern: pattern)
    }
}
