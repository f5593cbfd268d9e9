import CaucusText

/// Words that run into a name: offices, captions, headlines.
extension NameFinder {
    /// Whether a name ends before a capitalized word: one that the name has already (“Joe Roe Joe Roe”, a caption and
    /// its text), the verb of a headline (“Helen Roe Calls Bill Roe”, “Roe Makes Room”), or a word of captions.
    func opensAnother(_ i: Int, after start: Int, in paragraph: Range<Int>) -> Bool {
        let word = reading.words[i]
        guard word.kind == .word, word.isCapitalized else { return false }
        if (start..<i).contains(where: { reading.words[$0].key == word.key }) { return true }
        if Self.headlineVerbs.contains(word.key) || isCaptionWord(i) { return true }
        return isHeadlineVerb(i, in: paragraph)
    }

    /// Whether a capitalized word is the verb of a headline, before a name: “Calls Bill Roe”.
    func isHeadlineVerb(_ i: Int, in paragraph: Range<Int>) -> Bool {
        let word = reading.words[i]
        return word.form.contains(.third) && word.has(.reporting)
            && !word.has([.maleName, .femaleName]) && i + 1 < paragraph.upperBound
            && reading.canBeName(i + 1)
    }

    /// Where the person's name begins in “State Colin Roe” of “Secretary of State Colin Roe”, in “National Intelligence
    /// James Roe” of “director of National Intelligence James Roe”; `nil` where the run is no such office.
    func nameAfterOffice(_ run: Range<Int>) -> Int? {
        guard run.count > 2, !isGivenName(run.lowerBound), opensAfterOffice(run.lowerBound),
            !reading.words[run.upperBound - 1].has([.organization, .place])
        else { return nil }
        let given = run.dropFirst().first { isGivenName($0) && run.upperBound - $0 > 1 }
        if let given { return run.upperBound - given <= 4 ? given : nil }
        // A given name that is on no list: “State Rex Roe”, but not “Notre Dame” nor “New York City”.
        let second = reading.words[run.lowerBound + 1]
        return run.count == 3 && !second.has([.place, .demonym, .organization, .adjective])
            ? run.lowerBound + 1 : nil
    }

    /// Whether a word in capitals that is no name opens the run: “WATCH Colin Roe”, “MSNBC Colin Roe”, as captions and
    /// link texts run into names; not “GREEN PARTY”, nor “NATO Council”.
    func opensWithShout(_ run: Range<Int>) -> Bool {
        let first = reading.words[run.lowerBound]
        return run.count > 1 && first.shape.contains(.allCapitals) && first.end - first.start > 3
            && !isGivenName(run.lowerBound)
            && run.dropFirst().allSatisfy {
                let word = reading.words[$0]
                return !word.shape.contains(.allCapitals) && !word.has([.organization, .people])
            }
    }

    private func isGivenName(_ i: Int) -> Bool { reading.words[i].has([.maleName, .femaleName]) }

    /// Whether “secretary of” or “speaker of the” stands before word `i`.
    private func opensAfterOffice(_ i: Int) -> Bool {
        var before = i - 1
        if before >= 0, reading.words[before].has(.definite) { before -= 1 }
        guard before > 0, reading.words[before].key == Self.of || reading.words[before].has(.to)
        else { return false }
        return reading.words[before - 1].has([.title, .role])
    }

    /// Whether a title stands for an office and no name: “the Bishop of Salwick”, “the Prime Minister of Velland”.
    func isOfficeAlone(_ i: Int) -> Bool {
        guard reading.words[i].has([.title, .role]) else { return false }
        var first = i
        while first > 0, i - first < 4, isTitleWord(first - 1) { first -= 1 }
        guard first > 0, reading.words[first - 1].has(.definite) else { return false }
        var next = i + 1
        let end = min(reading.words.count, i + 4)
        while next < end, isTitleWord(next) { next += 1 }
        return next < end && reading.words[next].key == Self.of
    }

    private func isTitleWord(_ i: Int) -> Bool {
        reading.words[i].isCapitalized && reading.words[i].has([.title, .role, .rank])
    }
}
