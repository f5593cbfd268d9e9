import CaucusText

/// What a sentence that opens without marks goes on with after its cue.
extension Draft {
    /// “The so-called “port tax,” Roe said, was dead”: the predicate of a subject that the cue parts from it.
    func predicate(after index: Int) -> Range<Int>? {
        let cue = scene.cues[index]
        guard let source = cue.source else { return nil }
        let comma = max(source.words.upperBound, cue.words.upperBound)
        let sentence = scene.reading.sentence(of: cue.head)
        guard comma + 2 < sentence.upperBound, word(comma).kind == .comma,
            scene.isFinite(comma + 1),
            word(comma + 1).has(.auxiliary) || word(comma + 1).form.contains(.third)
                || word(comma + 1).has(.verb) && word(comma + 1).verb == .none,
            index + 1 == scene.cues.count || scene.cues[index + 1].head > sentence.upperBound
        else { return nil }
        var end = comma + 1
        while end < min(sentence.upperBound, comma + 60), word(end).kind != .semicolon,
            !word(end).isDoubleMark
        {
            end += 1
        }
        while end > comma + 1, !word(end - 1).isWord { end -= 1 }
        return Range(from: comma + 1, to: end)
    }

    /// What the speaker goes on with after the cue, to the end of the sentence: “…,” Roe said, “and a lie”;
    /// “…”, Roe told dockers, and Penn was “a thief”.
    func rest(after i: Int, cue index: Int) -> Range<Int>? {
        guard i + 1 < scene.marks.count else { return nil }
        let mark = scene.marks[i + 1]
        let head = scene.cues[index].head
        let sentence = scene.reading.sentence(of: head)
        guard mark.parent < 0, mark.closed, mark.open < sentence.upperBound, mark.open - head < 40
        else { return nil }
        if index + 1 < scene.cues.count {
            let next = scene.cues[index + 1]
            guard next.head > mark.close, !closes(mark, before: next) else { return nil }
        }
        if word(mark.open - 1).kind == .comma { return Range(from: mark.open, to: mark.close + 1) }
        for k in Range(from: head + 1, to: mark.open - 1)
        where word(k).kind == .comma && word(k + 1).has(.coordinator) {
            let lead = Range(from: k + 2, to: mark.open)
            return isClause(lead) || opensPredicate(mark.open + 1, lead)
                ? Range(from: k + 1, to: mark.close + 1) : nil
        }
        return nil
    }
}
