import CaucusLanguage
import CaucusText

/// Who writes a text and is “I” in it: its byline, the signature of a letter, the line about its author.
struct Byline {
    let reading: Reading
    let names: EntityTable

    /// The writer as an entity, or -1 where the text names none, or several.
    var writer: Int {
        let count = reading.paragraphs.count
        let top = 0..<min(8, count)
        let bottom = max(top.upperBound, count - 6)..<count
        for number in [top, bottom].joined() {
            if let entity = byline(reading.paragraphs[number]) { return entity }
        }
        let last = max(0, count - 6)..<count
        let isLetter = isAddressed || last.contains { closes(reading.paragraphs[$0]) }
        for number in last.reversed() {
            let line = reading.paragraphs[number]
            if isLetter || number + 1 == count, let entity = signature(line) { return entity }
            if let entity = author(line) { return entity }
        }
        return -1
    }

    private func word(_ i: Int) -> Word { reading.words[i] }

    /// The person whose full name starts at `i`, as a mention.
    private func person(at i: Int) -> NameMention? {
        guard i < reading.words.count, case let mention = Int(names.mentionOfWord[i]), mention >= 0
        else { return nil }
        let found = names.mentions[mention]
        guard found.kind == .person, found.whole.lowerBound == i, found.name.count > 1,
            found.entity >= 0
        else { return nil }
        return found
    }

    /// “By Orla Penn, Political Editor”, “Opinion by Orla Penn”; -1 for “By Orla Penn and Peter Tull”.
    private func byline(_ line: Range<Int>) -> Int? {
        guard line.count <= 16, word(line.lowerBound).isCapitalized else { return nil }
        let by = line.prefix(3).first { word($0).key == Self.by }
        guard let by, let found = person(at: by + 1) else { return nil }
        let rest = Range(from: found.whole.upperBound, to: line.upperBound)
        if rest.contains(where: { word($0).has(.auxiliary) || word($0).has(.reporting) }) {
            return nil
        }
        let others = rest.contains { i in
            let mention = Int(names.mentionOfWord[i])
            return mention >= 0 && names.mentions[mention].kind == .person
                && word(max(i - 1, 0)).has(.coordinator)
        }
        return others ? -1 : found.entity
    }

    /// “Dear Sir,”, “To the Editor:” at the start.
    private var isAddressed: Bool {
        guard let first = reading.paragraphs.first else { return false }
        return first.prefix(3).contains { Self.salutations.contains(word($0).key) }
            && first.prefix(5).contains { [.comma, .colon, .dash].contains(word($0).kind) }
    }

    /// “Yours, etc.”, “Yours sincerely,” at the end of a letter.
    private func closes(_ line: Range<Int>) -> Bool {
        line.suffix(6).contains { Self.closings.contains(word($0).key) }
    }

    /// A line that is a name: “ORLA PENN,”, “– Orla Penn, Northport”.
    private func signature(_ line: Range<Int>) -> Int? {
        var first = line.lowerBound
        if word(first).kind == .dash { first += 1 }
        guard line.count <= 12, first < line.upperBound, let found = person(at: first) else {
            return nil
        }
        let after = found.whole.upperBound
        guard after >= line.upperBound || word(after).kind == .comma else { return nil }
        let isName = Range(from: after, to: line.upperBound).allSatisfy {
            !word($0).has([.auxiliary, .subjectPronoun, .reporting]) && word($0).kind != .colon
        }
        return isName ? found.entity : nil
    }

    /// “Orla Penn is a columnist for The Harbour Post.”: who writes, in the last lines.
    private func author(_ line: Range<Int>) -> Int? {
        guard let found = person(at: line.lowerBound) else { return nil }
        let be = found.whole.upperBound
        guard be < line.upperBound, word(be).has(.be), !word(be).shape.contains(.clitic) else {
            return nil
        }
        let isWriter = Range(from: be + 1, to: min(line.upperBound, be + 14)).contains {
            Self.writers.contains(word($0).key)
        }
        // “Orla Penn is a critic. She says, “It is late.””: somebody the text quotes.
        let isQuoted = line.contains { word($0).verb == .say || word($0).verb == .tell }
        return isWriter && !isQuoted ? found.entity : nil
    }

    private static let by = LetterFolding.key(of: "by")
    private static let salutations = KeySet("sir madam dear editor sirs")
    private static let closings = KeySet("yours sincerely faithfully truly regards respectfully")
    private static let writers = KeySet(
        """
        columnist writer author editor contributor correspondent reporter journalist blogger essayist critic \
        commentator analyst fellow professor historian novelist
        """)
}
