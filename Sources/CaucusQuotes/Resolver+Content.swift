import CaucusText

/// Whom the words of a cue speak of.
extension Resolver {
    /// Who is named in what a cue says: “He said Roe was late” and ““Roe was late,” he said” are not of Roe.
    ///
    /// Looks at 80 words of a clause and at 150 of a quotation.
    func names(in cue: Cue, _ source: NounPhrase) -> [Int] {
        let start = cue.pattern == .trailing ? cue.content.lowerBound : cue.words.upperBound
        let clause = Range(from: start, to: min(cue.content.upperBound, start + 80))
        var names: [Int] = []
        addNames(in: clause, to: &names)
        addNames(in: marked(beside: cue, source), to: &names)
        addNames(in: addressees(of: cue, source), to: &names)
        return names
    }

    /// ““It was late,” he told Roe”, “she asked Penn”: hardly Roe who told it.
    private func addressees(of cue: Cue, _ source: NounPhrase) -> Range<Int> {
        guard cue.verb == .tell || cue.verb == .ask, source.head < cue.words.lowerBound else {
            return 0..<0
        }
        let next = cue.words.upperBound
        return Range(from: next, to: min(reading.words.count, next + 3))
    }

    /// The quotation that ends right before a cue and its source, or follows them.
    private func marked(beside cue: Cue, _ source: NounPhrase) -> Range<Int> {
        var before = min(source.words.lowerBound, cue.words.lowerBound) - 1
        if before > 0, reading.words[before].kind == .comma { before -= 1 }
        if before >= 0, phrases.quoteOfWord[before] >= 0 {
            var first = before
            while first > 0, before - first < 150,
                phrases.quoteOfWord[first - 1] == phrases.quoteOfWord[before]
            {
                first -= 1
            }
            return first..<before
        }
        let after = cue.content.lowerBound
        guard cue.complement == .quotation, after < reading.words.count,
            phrases.quoteOfWord[after] >= 0
        else { return 0..<0 }
        var end = after
        while end < reading.words.count, end - after < 150,
            phrases.quoteOfWord[end] == phrases.quoteOfWord[after]
        {
            end += 1
        }
        return after..<end
    }

    private func addNames(in words: Range<Int>, to names: inout [Int]) {
        let start = names.count
        for i in words {
            let mention = Int(table.mentionOfWord[i])
            guard mention >= 0, table.mentions[mention].entity >= 0 else { continue }
            // “the Roe campaign”
            let next = table.mentions[mention].whole.upperBound
            if next < reading.words.count, reading.words[next].has(.people) { continue }
            if names.count == start || names.last != table.mentions[mention].entity {
                names.append(table.mentions[mention].entity)
            }
        }
    }
}
