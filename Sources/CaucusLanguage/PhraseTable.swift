@_spi(HashTable) package import CaucusText
import Foundation

/// Finds phrases among the words of a reading.
///
/// Words are compared by their keys, so that every spelling of newspapers is found: without accents or with them,
/// composed or not, with whatever apostrophe or hyphen, or none. Capitals are told apart as English does:
///
/// | phrase | is found in | but not in |
/// |---|---|---|
/// | Grace May | “Grace May”, “GRACE MAY”, “pro-Grace May” | “grace may” |
/// | Ng | “Ng” | “NG” |
/// | the boss | “the boss”, “The boss”, “the Boss” | “THE BOSS” |
/// | chief of staff | “chief of staff”, “Chief of staff” | “Chief of Staff” |
///
/// In a text that is all capitals they tell nothing.
package struct PhraseTable: Sendable {
    /// One occurrence.
    package struct Match: Sendable, Hashable {
        package var span: Span
        /// The phrase, as an index into those that the table was made with.
        package var phrase: Int
    }

    /// How a word of a phrase is written.
    private enum Capitals {
        case none, first, all
    }

    private struct Phrase {
        let number: Int
        let words: [Capitals]
        /// Whether it is a name, which has a capital somewhere.
        let isName: Bool
        /// Whether capitals of all letters are the name's: “NG” is an abbreviation.
        let isLong: Bool
        /// Whether each of its words may have a capital: “the Prime Minister”.
        let isTitle: Bool
        /// Whether its last word has a stop of its own.
        let hasStop: Bool
    }

    /// For the first words of a phrase, as one key: -1, or which of ``ends`` they are.
    private var steps = HashTable<Int32>(room: 4)
    /// The phrases of the same words, in their order.
    private var ends: [[Phrase]] = []
    /// The keys that a phrase begins with.
    private var firsts: [UInt64] = []

    /// Creates a table; phrases without a word are found nowhere.
    ///
    /// - Complexity: O(letters).
    package init(_ phrases: [String]) {
        for (number, phrase) in phrases.enumerated() {
            let parts = Self.parts(of: phrase)
            guard let last = parts.last else { continue }
            let capitals = parts.map { part in
                !part.shape.contains(.capitalized)
                    ? Capitals.none
                    : part.shape.isDisjoint(with: [.allCapitals, .wide]) ? .first : .all
            }
            let entry = Phrase(
                number: number, words: capitals, isName: phrase.contains(where: \.isUppercase),
                isLong: phrase.count(where: \.isLetter) > 2,
                isTitle: Lexicon.standard[parts[0].key].classes.contains(.determiner),
                hasStop: last.shape.contains(.abbreviated))
            // Letters that have no key in common with their capitals, or with themselves and accents apart.
            let spellings = [
                phrase, phrase.precomposedStringWithCanonicalMapping,
                phrase.decomposedStringWithCanonicalMapping, phrase.uppercased(),
            ]
            var known: Set<[UInt64]> = []
            for spelling in phrase.utf8.allSatisfy({ $0 < 0x80 }) ? [phrase] : spellings {
                let keys = Self.parts(of: spelling).map(\.key)
                if keys.count == capitals.count, known.insert(keys).inserted { add(entry, keys) }
            }
        }
    }

    /// The words of a phrase; marks around it are none of its own.
    private static func parts(of phrase: String) -> [WordParts.Part] {
        var parts = Array(WordParts(phrase))
        while let last = parts.last, !last.isWord { parts.removeLast() }
        return Array(parts.drop { !$0.isWord })
    }

    private mutating func add(_ phrase: Phrase, _ keys: [UInt64]) {
        if !firsts.contains(keys[0]) { firsts.append(keys[0]) }
        var step: UInt64 = 0
        for key in keys {
            step = Self.step(from: step, by: key)
            _ = steps.value(of: step, orAdd: -1)
        }
        if let end = steps[step], end >= 0 {
            ends[Int(end)].append(phrase)
        } else {
            steps.updateValue(Int32(truncatingIfNeeded: ends.count), forKey: step)
            ends.append([phrase])
        }
    }

    /// The key of the words so far and one more; of the first word it is its own.
    @inline(__always)
    private static func step(from step: UInt64, by key: UInt64) -> UInt64 {
        step == 0 ? key : (step &<< 7 ^ step &>> 57 ^ key) &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    /// The occurrences in a reading, in order, the longest at each place, none overlapping.
    ///
    /// - Complexity: O(1) for a reading that has none of their first words, else O(words); for a fixed number of phrases.
    package func matches(in reading: Reading, within range: Span? = nil) -> [Match] {
        guard range != nil || reading.mayHold(anyOf: firsts) else { return [] }
        let range = range ?? Span(0, reading.bytes.count)
        var found: [Match] = []
        var i = range.start == 0 ? 0 : reading.word(at: range.start)
        var byte = range.start
        while let next = candidate(from: i, before: range.end, in: reading) {
            var parts = WordParts(reading.words[...], reading.bytes, from: next, byte: byte)
            if let match = longest(parts, reading, range) {
                found.append(match.match)
                byte = match.match.span.end
                i = match.word + (reading.words[match.word].shape.contains(.joined) ? 0 : 1)
            } else if let part = parts.next(), part.word == next,
                reading.words[next].shape.contains(.joined)
            {
                (i, byte) = (next, part.span.end)
            } else {
                i = next + 1
            }
        }
        return found
    }

    /// The first word from `i` on that a phrase may begin with or within, or `nil` where none starts before `end`.
    private func candidate(from i: Int, before end: Int, in reading: Reading) -> Int? {
        reading.words.withUnsafeBufferPointer { words in
            var i = i
            while i < words.count, words[i].start < end {
                if words[i].shape.contains(.joined) || steps.contains(words[i].key) { return i }
                i &+= 1
            }
            return nil
        }
    }

    /// The occurrences in a text that stands alone.
    package func matches(in text: String) -> [Match] { matches(in: Reading(text)) }

    /// The longest phrase that `parts` open with, and the number of its last word.
    private func longest(
        _ parts: WordParts, _ reading: Reading, _ range: Span
    ) -> (match: Match, word: Int)? {
        var best: (match: Match, word: Int)?
        var step: UInt64 = 0
        var start: Int?
        for part in parts {
            step = Self.step(from: step, by: part.key)
            guard part.span.start >= range.start, let end = steps[step] else { break }
            start = start ?? part.span.start
            guard end >= 0,
                let phrase = ends[Int(end)].first(where: {
                    reading.isShouted || Self.isWritten($0, parts)
                })
            else { continue }
            let isStopped = part.shape.contains(.abbreviated) && !phrase.hasStop
            let span = Span(from: start ?? 0, to: part.span.end - (isStopped ? 1 : 0))
            if span.end <= range.end {
                best = (Match(span: span, phrase: phrase.number), part.word)
            }
        }
        return best
    }

    /// Whether words of a text have the capitals of a phrase.
    private static func isWritten(_ phrase: Phrase, _ parts: WordParts) -> Bool {
        zip(phrase.words, parts).enumerated().allSatisfy { i, word in
            let (own, shape) = (word.0, word.1.shape)
            guard shape.contains(.capitalized) else { return own == .none }
            let isLoud = shape.contains(.allCapitals)
            guard phrase.isName else { return !isLoud && (i == 0 || phrase.isTitle) }
            if own == .all { return isLoud || shape.contains(.wide) }
            return !isLoud || phrase.isLong
        }
    }
}
