import CaucusText
import Foundation

/// Finds whole-word occurrences of a few phrases in a text.
///
/// A phrase that holds an upper-case letter is matched as written; one in lower case also where a sentence
/// begins with it. A name composed or decomposed (NFC, NFD) is one phrase.
///
/// - Complexity: O(bytes) for a fixed number of phrases.
struct PhraseMatcher: Sendable {
    /// One occurrence.
    struct Match: Sendable, Equatable {
        var span: Span
        /// The phrase, as an index into those the matcher was made with.
        var phrase: Int
    }

    private var byFirst: [[(bytes: [UInt8], phrase: Int)]]

    /// Creates a matcher; empty phrases match nothing.
    init(_ phrases: [String]) {
        byFirst = Array(repeating: [], count: 256)
        for (number, phrase) in phrases.enumerated() {
            for form in Self.forms(of: phrase) {
                guard let first = form.first else { continue }
                byFirst[Int(first)].append((form, number))
            }
        }
        for i in byFirst.indices { byFirst[i].sort { $0.bytes.count > $1.bytes.count } }
    }

    /// The occurrences in `bytes`, in order, the longest at each place, none overlapping.
    func matches(in bytes: UnsafeBufferPointer<UInt8>, within range: Span) -> [Match] {
        var found: [Match] = []
        var i = range.start
        while i < range.end {
            let candidates = byFirst[Int(bytes[i])]
            if !candidates.isEmpty, i == 0 || !Self.joinsWord(before: i, bytes) {
                if let match = candidates.first(where: { occurs($0.bytes, at: i, bytes, range.end) }
                ) {
                    found.append(Match(span: Span(i, i + match.bytes.count), phrase: match.phrase))
                    i += match.bytes.count
                    continue
                }
            }
            i += 1
        }
        return found
    }

    /// The occurrences in `text`.
    func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0, within: Span(0, $0.count)) }
    }

    private func occurs(
        _ phrase: [UInt8], at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Bool {
        guard start + phrase.count <= end else { return false }
        for k in 0..<phrase.count where bytes[start + k] != phrase[k] { return false }
        return !Self.joinsWord(at: start + phrase.count, bytes)
    }

    private static func forms(of phrase: String) -> Set<[UInt8]> {
        let trimmed = phrase.split(separator: " ").joined(separator: " ")
        var spellings = [trimmed]
        if trimmed == trimmed.lowercased(), let first = trimmed.first {
            spellings.append(first.uppercased() + trimmed.dropFirst())
        }
        var forms: Set<[UInt8]> = []
        for spelling in spellings {
            forms.insert(Array(spelling.utf8))
            forms.insert(Array(spelling.precomposedStringWithCanonicalMapping.utf8))
            forms.insert(Array(spelling.decomposedStringWithCanonicalMapping.utf8))
        }
        return forms
    }

    /// Whether the byte at `i` goes on with a word: a letter, a digit, or a code point beyond ASCII that is
    /// not general punctuation (U+2000…U+206F, among them the curly marks) or a mark of Latin-1.
    private static func joinsWord(at i: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard i < bytes.count else { return false }
        let byte = bytes[i]
        if byte < 0x80 { return isLetterOrDigit(byte) }
        if byte == 0xE2 { return i + 1 < bytes.count && bytes[i + 1] > 0x81 }
        return byte != 0xC2
    }

    private static func joinsWord(before i: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes[i - 1] < 0x80 { return isLetterOrDigit(bytes[i - 1]) }
        var lead = i - 1
        while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
        return joinsWord(at: lead, bytes)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
            || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
