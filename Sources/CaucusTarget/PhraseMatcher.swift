package import CaucusText
import Foundation

/// Finds whole-word occurrences of a few phrases in a text.
///
/// A phrase that holds an upper-case letter is matched as written; one in lower case also where a sentence
/// begins with it. A name composed or decomposed (NFC, NFD) is one phrase; the other spellings of newspapers are
/// found where they are asked for.
///
/// The phrases share their beginnings in a tree, so that a word that begins many of them (“the”) is read once.
///
/// - Complexity: O(bytes) for a fixed number of phrases.
package struct PhraseMatcher: Sendable {
    /// One occurrence.
    package struct Match: Sendable, Equatable {
        package var span: Span
        /// The phrase, as an index into those the matcher was made with.
        package var phrase: Int
    }

    /// A byte of phrases that begin alike.
    private struct Node: BitwiseCopyable {
        var byte: UInt8
        /// The phrase that ends here, or -1.
        var phrase: Int32 = -1
        /// The first of the bytes that may follow, and the next one that may stand here instead; or -1.
        var child: Int32 = -1
        var sibling: Int32 = -1
    }

    private var nodes: [Node] = []
    /// The node of each first byte, or -1.
    private var roots = [Int32](repeating: -1, count: 256)
    /// The first bytes, where they are a few capitals: those are rare, and searched for.
    private var rare: [UInt8] = []

    /// Creates a matcher; empty phrases match nothing. In any spelling (``NameSpellings``), or as written.
    package init(_ phrases: [String], inAnySpelling isFree: Bool = false) {
        for (number, phrase) in phrases.enumerated() {
            for spelling in isFree ? NameSpellings.of(phrase) : [phrase] {
                for form in Self.forms(of: spelling) {
                    add(form, Int32(truncatingIfNeeded: number))
                }
            }
        }
        let firsts = (0...UInt8.max).filter { roots[Int($0)] >= 0 }
        if firsts.count <= 4, firsts.allSatisfy({ $0 &- 65 < 26 }) { rare = firsts }
    }

    private mutating func add(_ form: [UInt8], _ phrase: Int32) {
        guard let first = form.first else { return }
        if roots[Int(first)] < 0 { roots[Int(first)] = append(first) }
        var node = Int(roots[Int(first)])
        for byte in form.dropFirst() {
            var next = nodes[node].child
            while next >= 0, nodes[Int(next)].byte != byte { next = nodes[Int(next)].sibling }
            if next < 0 {
                next = append(byte)
                nodes[Int(next)].sibling = nodes[node].child
                nodes[node].child = next
            }
            node = Int(next)
        }
        if nodes[node].phrase < 0 { nodes[node].phrase = phrase }
    }

    private mutating func append(_ byte: UInt8) -> Int32 {
        nodes.append(Node(byte: byte))
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    /// The occurrences in `bytes`, in order, the longest at each place, none overlapping.
    package func matches(in bytes: UnsafeBufferPointer<UInt8>, within range: Span) -> [Match] {
        if !rare.isEmpty { return rareMatches(in: bytes, within: range) }
        var found: [Match] = []
        roots.withUnsafeBufferPointer { roots in
            var i = range.start
            while i < range.end {
                let root = roots[Int(bytes[i])]
                if root >= 0, i == 0 || !Self.joinsWord(before: i, bytes),
                    let match = longest(from: root, at: i, bytes, range.end)
                {
                    found.append(match)
                    i = match.span.end
                } else {
                    i += 1
                }
            }
        }
        return found
    }

    private func rareMatches(in bytes: UnsafeBufferPointer<UInt8>, within range: Span) -> [Match] {
        guard let base = bytes.baseAddress else { return [] }
        func next(_ byte: UInt8, from i: Int) -> Int {
            guard i < range.end, let found = memchr(base + i, Int32(byte), range.end - i) else {
                return range.end
            }
            return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        }
        var found: [Match] = []
        var places = rare.map { next($0, from: range.start) }
        while let i = places.min(), i < range.end {
            var end = i + 1
            if i == 0 || !Self.joinsWord(before: i, bytes),
                let match = longest(from: roots[Int(bytes[i])], at: i, bytes, range.end)
            {
                found.append(match)
                end = match.span.end
            }
            for k in rare.indices where places[k] < end { places[k] = next(rare[k], from: end) }
        }
        return found
    }

    /// The occurrences in `text`.
    package func matches(in text: String) -> [Match] {
        var text = text
        return text.withUTF8 { matches(in: $0, within: Span(0, $0.count)) }
    }

    /// The longest phrase at `start`, whose first byte is that of `root`.
    private func longest(
        from root: Int32, at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
    ) -> Match? {
        nodes.withUnsafeBufferPointer { nodes in
            var best: Match?
            var node = root
            var i = start + 1
            while true {
                let here = nodes[Int(node)]
                if here.phrase >= 0, !Self.joinsWord(at: i, bytes) {
                    best = Match(span: Span(start, i), phrase: Int(here.phrase))
                }
                guard i < end else { return best }
                node = here.child
                while node >= 0, nodes[Int(node)].byte != bytes[i] {
                    node = nodes[Int(node)].sibling
                }
                guard node >= 0 else { return best }
                i += 1
            }
        }
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
            guard !spelling.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
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
