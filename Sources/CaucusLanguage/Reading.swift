public import CaucusText
import Synchronization

/// A document cut into words, sentences and paragraphs: what every pass reads and none changes.
@usableFromInline
package final class Reading: Sendable {
    @usableFromInline package let bytes: [UInt8]
    @usableFromInline package let words: [Word]
    /// Whether the text is all capitals, so that a capital tells nothing.
    @usableFromInline package let isShouted: Bool
    @usableFromInline package let sentences: [LexemeSegmentation.Unit]
    @usableFromInline package let paragraphs: [Range<Int>]
    /// The sentence and the paragraph of every word; line breaks belong to what they follow.
    @usableFromInline package let sentenceOfWord: [Int32]
    @usableFromInline package let segmentation: Segmentation
    /// The words that open with a capital letter, or with “al-” before one, where names and titles may start.
    @usableFromInline package let capitalized: [Int32]
    /// The marks that may open or close a quotation.
    @usableFromInline package let quotationMarks: [Int32]
    /// The words that may carry a cue: verbs and nouns of speech, and “according”.
    @usableFromInline package let cueWords: [Int32]
    /// What ``mayHold(anyOf:)`` looks at, found when it is asked for first: quotations are found without.
    private let known = Mutex<KnownKeys?>(nil)

    package init(_ text: String, lexicon: Lexicon = .standard) {
        bytes = Array(text.utf8)
        let bytes = bytes
        let found = HardWrap.undone(Tokenizer().lexemes(of: bytes), bytes)
        let lexemes = LinkText.removed(from: found, of: bytes)
        var words = lexicon.words(lexemes, of: bytes)
        isShouted = Self.isShouted(words)
        if isShouted { Self.quieten(&words, bytes) }
        self.words = words
        (capitalized, quotationMarks, cueWords) = Self.landmarks(of: words, bytes)
        let segmented = LexemeSegmentation(lexemes)
        sentences = segmented.sentences
        paragraphs = segmented.paragraphs
        segmentation = Segmentation(segmented, of: lexemes)
        var owner = [Int32](repeating: 0, count: lexemes.count)
        for (number, sentence) in segmented.sentences.enumerated() {
            for i in sentence.lexemes { owner[i] = Int32(number) }
        }
        sentenceOfWord = owner
    }

    /// Whether a word with one of `keys` may be among those of the text, or a part of one (``WordParts``); `false` is
    /// certain.
    ///
    /// - Complexity: O(words) the first time, then O(keys).
    func mayHold(anyOf keys: [UInt64]) -> Bool {
        known.withLock { known in
            let found = known ?? KnownKeys(words, bytes)
            known = found
            return keys.contains { found.mayHold($0) }
        }
    }

    private static let according = LetterFolding.key(of: "according")

    /// The few words that the passes start from, so that none of them goes through all.
    ///
    /// Nothing is guessed about the next word: its number is written into every list, and stays where it is wanted.
    private static func landmarks(
        of words: [Word], _ bytes: [UInt8]
    ) -> ([Int32], [Int32], [Int32]) {
        var marks: [Int32] = []
        var cues: [Int32] = []
        let according = according
        let capitalized = numbers(of: words) { capitalized, capitals in
            marks = numbers(of: words) { marks, markCount in
                cues = numbers(of: words) { cues, cueCount in
                    words.withUnsafeBufferPointer { words in
                        // Each list has room for all words, and grows by one at most a word.
                        for i in words.indices {
                            let number = Int32(truncatingIfNeeded: i)
                            capitalized[capitals] = number
                            capitals &+= mayOpenName(words[i], bytes)
                            marks[markCount] = number
                            markCount &+= words[i].mayQuote
                            cues[cueCount] = number
                            cueCount &+= mayCue(i, words, according)
                        }
                    }
                }
            }
        }
        return (capitalized, marks, cues)
    }

    @inline(__always)
    private static func numbers(
        of words: [Word], _ write: (inout UnsafeMutableBufferPointer<Int32>, inout Int) -> Void
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: words.count) { write(&$0, &$1) }
    }

    /// 1 for a word with a capital, or with “al-” before one, else 0.
    @inline(__always)
    private static func mayOpenName(_ word: Word, _ bytes: [UInt8]) -> Int {
        let isWord = word.kind == .word ? 1 : 0
        let third = Int(word.start) &+ 2
        if third < bytes.count, bytes[third] == UInt8(ascii: "-"), word.classes.isEmpty,
            opensWithArticle(word, bytes)
        {
            return isWord
        }
        return isWord & Int(word.shape.rawValue & Word.Shape.capitalized.rawValue)
    }

    /// 1 for a word that may carry a cue, else 0.
    @inline(__always)
    private static func mayCue(
        _ i: Int, _ words: UnsafeBufferPointer<Word>, _ according: UInt64
    ) -> Int {
        let word = words[i]
        let isVerb = word.has([.verb, .speechNoun, .idiom]) ? 1 : 0
        let isAccording = word.key == according ? 1 : 0
        if word.has(.be), opensIdiom(i, words) { return word.kind == .word ? 1 : 0 }
        return (word.kind == .word ? 1 : 0) & (isVerb | isAccording)
    }

    /// Whether the word may carry an idiom although it is in no list of verbs and nouns of speech.
    private static func opensIdiom(_ i: Int, _ words: UnsafeBufferPointer<Word>) -> Bool {
        guard words[i].has(.be), i > 1 else { return false }
        return !words[i - 1].isWord || words[i - 1].has(.that) && words[i - 2].kind == .dash
    }

    /// The sentence that word `i` stands in.
    @inlinable package func sentence(of i: Int) -> Range<Int> {
        // A text of line breaks has words of a kind and no sentence.
        sentences.isEmpty ? Range(from: i, to: i) : sentences[Int(sentenceOfWord[i])].lexemes
    }
    /// The number of the paragraph that word `i` stands in.
    @inlinable package func paragraph(of i: Int) -> Int {
        sentences[Int(sentenceOfWord[i])].paragraph
    }
    /// The first word that ends after `byte`.
    ///
    /// - Complexity: O(log words).
    package func word(at byte: Int) -> Int {
        words.withUnsafeBufferPointer { words in
            var (low, high) = (0, words.count)
            while low < high {
                let middle = (low &+ high) / 2
                if Int(words[middle].end) > byte { high = middle } else { low = middle &+ 1 }
            }
            return low
        }
    }
    /// The bytes from the first to the last of `range`; of an empty one the place where its first word would start.
    @inlinable package func span(_ range: Range<Int>) -> Span {
        let start =
            range.lowerBound < words.count ? Int(words[range.lowerBound].start) : bytes.count
        return Span(from: start, to: range.last.map { Int(words[$0].end) } ?? start)
    }
    /// The words of `range` as text, white space as it stands.
    package func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let span = span(range)
        return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Whether the word may open a name: capitalized, and no function word.
    package func canBeName(_ i: Int) -> Bool {
        let word = words[i]
        guard word.isCapitalized else { return word.kind == .word && opensWithArticle(i) }
        return word.kind == .word && !word.shape.contains(.clitic) && !word.has(.neverName)
            && !isPartyTag(i)
    }

    /// Whether word `i` tells party and state: “D-Calif.”, “R-Utah”.
    package func isPartyTag(_ i: Int) -> Bool {
        let start = Int(words[i].start)
        guard Int(words[i].end) - start > 3, bytes[start + 1] == UInt8(ascii: "-") else {
            return false
        }
        let party = bytes[start]
        return
            (party == UInt8(ascii: "D") || party == UInt8(ascii: "R") || party == UInt8(ascii: "I"))
            && bytes[start + 2] &- 65 < 26
    }

    /// Whether the word could be the finite verb of a clause.
    package func canBeFinite(_ i: Int) -> Bool {
        let word = words[i]
        if word.has([.be, .have, .modal, .doing]) { return true }
        guard word.kind == .word, !word.isCapitalized || i == sentence(of: i).lowerBound else {
            return false
        }
        if word.has(.verb) {
            return word.verb == .none || !word.form.isDisjoint(with: [.base, .third, .past])
        }
        guard bytes[Int(word.end) - 1] == UInt8(ascii: "s") else { return endsLike(i, "ed") }
        return endsLike(i, "izes") || endsLike(i, "ifies")
    }

    /// Whether the word is a surname with an Arabic article before a capital: “al-Ansari”, “El-Sayed”.
    package func opensWithArticle(_ i: Int) -> Bool { Self.opensWithArticle(words[i], bytes) }

    private static func opensWithArticle(_ word: Word, _ bytes: [UInt8]) -> Bool {
        let start = Int(word.start)
        guard Int(word.end) - start > 4, bytes[start + 2] == UInt8(ascii: "-"),
            bytes[start + 1] | 0x20 == UInt8(ascii: "l"), bytes[start + 3] &- 65 < 26
        else { return false }
        return bytes[start] | 0x20 == UInt8(ascii: "a") || bytes[start] | 0x20 == UInt8(ascii: "e")
    }

    /// Whether the word's bytes end with `suffix`, which is ASCII, and have more before it.
    @inlinable @inline(__always)
    package func endsLike(_ i: Int, _ suffix: StaticString) -> Bool {
        let count = suffix.utf8CodeUnitCount
        let end = Int(words[i].end)
        guard end - Int(words[i].start) > count + 1 else { return false }
        return suffix.withUTF8Buffer { buffer in
            for k in 0..<count where bytes[end - count + k] != buffer[k] { return false }
            return true
        }
    }
}

/// A bit for the top bits of each key of the words of a text and of their parts.
private struct KnownKeys {
    private var bits = [UInt64](repeating: 0, count: 1 << 9)

    init(_ words: [Word], _ bytes: [UInt8]) {
        bits.withUnsafeMutableBufferPointer { bits in
            for i in words.indices {
                bits[Self.cell(words[i].key)] |= Self.bit(words[i].key)
                guard words[i].shape.contains(.joined) else { continue }
                WordParts.forEachKey(of: words[i], bytes) {
                    bits[Self.cell($0)] |= Self.bit($0)
                }
            }
        }
    }

    func mayHold(_ key: UInt64) -> Bool { bits[Self.cell(key)] & Self.bit(key) != 0 }

    @inline(__always)
    private static func cell(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key &>> 55) }
    @inline(__always)
    private static func bit(_ key: UInt64) -> UInt64 { 1 &<< (key &>> 49 & 63) }
}
