import CaucusLanguage
import CaucusQuotes
import CaucusText

/// The words that follow a place within its clause, one by one.
struct WordsAfter {
    private let reading: Reading
    private var i: Int
    /// Whether the last word begins with a capital.
    private(set) var isCapitalized = false

    init(_ reading: Reading, _ end: Int) {
        self.reading = reading
        i = reading.word(at: end)
        // “Okello-era”: what follows is no word of its own.
        if i < reading.words.count, reading.words[i].start < end { i = reading.words.count }
    }

    /// The key of the next word, and past its “'s”; `nil` at a mark, a line's end or the text's.
    mutating func next() -> UInt64? {
        guard i < reading.words.count, case let word = reading.words[i], word.kind == .word,
            word.shape.contains(.spaceBefore)
        else { return nil }
        isCapitalized = word.isCapitalized
        i += 1
        if i < reading.words.count, reading.words[i].isClitic { i += 1 }
        return word.key
    }
}

extension Reading {
    /// The word right before a place, or the one that a hyphen joins to it (“pro” of “pro-Okello”), without its stop;
    /// `nil` where a mark or a line's end comes between.
    func word(before place: Span) -> String? {
        let next = word(at: place.start)
        let isInside = next < words.count && words[next].start < place.start
        let i = isInside ? next : next - 1
        guard i >= 0, words[i].kind == .word, isInside || words[i].shape.contains(.spaceAfter)
        else { return nil }
        let part = WordParts(self, ofWord: i).filter { $0.span.end <= place.start }.last
        guard let part else { return nil }
        let end = part.span.end - (part.shape.contains(.abbreviated) ? 1 : 0)
        return String(decoding: bytes[part.span.start..<end], as: UTF8.self)
    }

    /// The title before a name, without its stop: “Mr”, “President”; `nil` where there is none.
    func title(before name: Span) -> String? {
        guard let word = word(before: name), word.first?.isUppercase == true else { return nil }
        let isTitle =
            PersonName(word).isTitle || PersonName(word + " Quimby").honorific != nil
        return isTitle ? word : nil
    }
}
