import CaucusQuotes
import CaucusText

extension SpeechActFinder.Clause {
    /// Whether the source is whoever acts so: “those who attack her are fools”.
    func isAnybody(in reading: ClauseReading) -> Bool {
        Self.anybody.contains(reading.key(of: source.head))
    }

    private static let anybody = KeySet("those anyone anybody whoever everyone everybody nobody")
}

/// Sources that share a verb: “Brekke, Vik and Roe praised her”.
extension SpeechActFinder.Clause {
    /// The clause for each of the names that are joined with its source by “and” and commas.
    func conjuncts(in reading: ClauseReading) -> [SpeechActFinder.Clause] {
        guard !source.isPronoun, let head = reading.name(at: source.head) else { return [] }
        let sentence = reading.sentence(of: source.head)
        var others: [Range<Int>] = []
        var first = head.lowerBound
        var (hasAnd, hasComma) = (false, false)
        while first - 2 >= sentence.lowerBound {
            let joint = reading.word(first - 1)
            var end = first - 1
            if joint.has(.coordinator) {
                if hasAnd { break }
                hasAnd = true
                // “Vik, and Roe”
                if end > sentence.lowerBound, reading.word(end - 1).kind == .comma {
                    end -= 1
                    hasComma = true
                }
            } else if joint.kind != .comma || !hasAnd {
                break
            }
            guard end > sentence.lowerBound, let name = reading.name(at: end - 1),
                name.upperBound == end
            else { break }
            others.append(name)
            first = name.lowerBound
        }
        // “They voted for Vik, and Roe praised her”: two clauses.
        let before = reading.word(max(first - 1, sentence.lowerBound))
        guard hasAnd, !hasComma || others.count > 1 && !before.has([.preposition, .finite]) else {
            return []
        }
        return others.compactMap { name in
            guard let phrase = reading.phrase(endingAt: name.upperBound, from: name.lowerBound)
            else {
                return nil
            }
            var clause = self
            clause.source = phrase
            clause.isConjunct = true
            return clause
        }
    }
}
