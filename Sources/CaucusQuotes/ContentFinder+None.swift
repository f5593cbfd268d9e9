import CaucusText

/// Negations that open what is said.
extension ContentFinder {
    /// “said no jobs would be lost”, “said not one loom was lost”, but not “said no to the plan”.
    func opensNone(_ i: Int, _ sentence: Range<Int>) -> Bool {
        guard i + 1 < sentence.upperBound, word(i + 1).kind == .word || word(i + 1).kind == .number
        else { return false }
        let next = word(i + 1)
        if word(i).key == Self.no {
            return !next.has([.preposition, .to, .that, .clauseBorder, .coordinator])
        }
        return word(i).key == Self.not
            && (next.has([.numeral, .indefinite, .indefinitePronoun]) || next.kind == .number)
    }

    private static let no = LetterFolding.key(of: "no")
    private static let not = LetterFolding.key(of: "not")
}
