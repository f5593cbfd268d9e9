import CaucusText

/// Other names that an aside gives.
extension PhraseReader {
    /// The comma that opens “, known to friends as “the Admiral,”” where such an aside ends before `end`, or `nil`.
    func byname(before end: Int, from start: Int) -> Int? {
        guard end - start > 4, quoteOfWord[end - 1] >= 0, reading.words[end - 2].kind == .comma
        else {
            return nil
        }
        var open = end - 1
        while open > max(start, end - 9), quoteOfWord[open - 1] == quoteOfWord[end - 1] {
            open -= 1
        }
        var i = open - 1
        let limit = max(start, open - 9)
        var isNaming = false
        while i > limit, reading.words[i].isWord {
            if Bynames.verbs.contains(reading.words[i].key) { isNaming = true }
            i -= 1
        }
        guard i > limit, reading.words[i].kind == .comma, isNaming,
            Bynames.lead.contains(reading.words[open - 1].key)
        else { return nil }
        return i
    }
}

/// Words that give somebody another name.
enum Bynames {
    static let verbs = KeySet("known nicknamed dubbed called named christened styled")
    /// What stands right before the other name.
    static let lead = KeySet("as nicknamed dubbed called named christened styled")
    /// What gives nothing else.
    static let only = KeySet("nicknamed dubbed christened")
}
