import CaucusQuotes
import CaucusText

/// How far a clause goes.
extension SpeechActFinder {
    /// The words from `first` to the end of the complement that goes on after `end`.
    func content(from first: Int, past end: Int) -> Range<Int> {
        var i = max(end, first + 1)
        let limit = min(sentence.upperBound, first + Self.longest)
        while i < limit, !endsClause(i) { i += 1 }
        while i > max(end, first + 1), isTrimmed(i - 1) { i -= 1 }
        return Range(from: first, to: max(i, first + 1))
    }

    private static let longest = 80

    private func isTrimmed(_ i: Int) -> Bool {
        !word(i).isWord && !word(i).has(.quoted)
            || word(i).has([.coordinator, .relative]) && !word(i).has(.determiner)
    }

    /// Whether the clause stops before word `i`.
    private func endsClause(_ i: Int) -> Bool {
        let word = word(i)
        if word.has(.quoted) { return false }
        if word.isBreak { return true }
        if word.has(.clauseBorder), Self.contrasts.contains(word.key) { return true }
        if word.has(.coordinator) { return startsVerb(i + 1) }
        guard word.kind == .comma, i + 1 < sentence.upperBound else { return false }
        var next = i + 1
        if self.word(next).has([.coordinator, .clauseBorder]) { next += 1 }
        if next > i + 1, Self.contrasts.contains(self.word(next - 1).key) { return true }
        return startsVerb(next) || startsReport(next)
    }

    private static let contrasts = KeySet("but while although though whereas")

    /// “and said”, “, calling”: a verb that goes on with the subject.
    private func startsVerb(_ i: Int) -> Bool {
        var i = i
        while i < sentence.upperBound, word(i).has([.adverb, .auxiliary]), !word(i).has(.quoted) {
            i += 1
        }
        guard i < sentence.upperBound else { return false }
        let word = word(i)
        if word.has([.quoted, .name]) { return false }
        if word.has(.reporting) { return true }
        guard let verb = table.verbs[word.key] else { return false }
        return !verb.frames.isEmpty && !verb.form.contains(.base)
    }

    /// “, Roe said”, “, according to Roe”, “, he added”.
    private func startsReport(_ i: Int) -> Bool {
        guard let phrase = reading.phrase(startingAt: i, to: sentence.upperBound) else {
            return false
        }
        let after = phrase.words.upperBound
        guard after < sentence.upperBound, word(after).has(.finite), !word(after).has(.quoted)
        else {
            return false
        }
        return phrase.isPronoun || word(after).has(.reporting)
    }
}
