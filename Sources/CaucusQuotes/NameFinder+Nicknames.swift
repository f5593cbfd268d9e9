import CaucusText

/// Nicknames in marks inside names.
extension NameFinder {
    /// The surname after a nickname that opens at `i`: `Roe` of “Robert “Bobby” Roe”, `nil` where the marks hold no
    /// nickname.
    ///
    /// A given name, or a single name of no list, stands before it; one to three capitalized words (“The Wall”) stand
    /// between the marks, and another name right after them.
    func afterNickname(_ i: Int, from start: Int, in paragraph: Range<Int>) -> Int? {
        guard opensNickname(i), i > start, isGivenPart(start..<i) else { return nil }
        var close = i + 1
        while close < min(paragraph.upperBound, i + 4), reading.words[close].isCapitalized,
            reading.words[close].kind == .word
        {
            close += 1
        }
        guard close > i + 1, close + 1 < paragraph.upperBound, closesNickname(close),
            reading.canBeName(close + 1), reading.words[close + 1].shape.contains(.spaceBefore),
            !reading.words[close + 1].has([.role, .title, .verb])
        else { return nil }
        return close + 1
    }

    /// Whether the words before a nickname are given names and initials: not “Calls Roe”, “Democrat Ann Roe”.
    private func isGivenPart(_ words: Range<Int>) -> Bool {
        words.allSatisfy {
            let word = reading.words[$0]
            return word.has([.maleName, .femaleName]) || word.shape.contains(.wide)
                || words.count == 1 && word.classes.isEmpty
        }
    }

    private func opensNickname(_ i: Int) -> Bool {
        let word = reading.words[i]
        switch word.kind {
        case .doubleOpen, .doubleStraight, .singleOpen, .singleStraight: break
        default: return false
        }
        return word.shape.contains(.spaceBefore) && !word.shape.contains(.spaceAfter)
    }

    private func closesNickname(_ i: Int) -> Bool {
        let word = reading.words[i]
        switch word.kind {
        case .doubleClose, .doubleStraight, .singleClose, .singleStraight: break
        default: return false
        }
        return !word.shape.contains(.spaceBefore) && word.shape.contains(.spaceAfter)
    }
}
