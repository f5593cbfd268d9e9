import CaucusText

/// Finds the places where a text speaks of a name by one of its words: “Democrats” for “Democratic Party”.
///
/// The last word of the name that occurs decides; it occurs where a word of the text is the same but for
/// its ending: five letters alike, or the whole of a shorter word.
struct NameFinder: Sendable {
    private let words: [[UInt8]]

    /// Creates a finder; words of fewer than three letters are left out.
    init(_ name: String) {
        words = Self.words(of: Array(name.utf8)).map { Self.letters($0.bytes) }.filter { word in
            word.count >= 3 && !Self.common.contains(word)
        }
    }

    private static let common: Set<[UInt8]> = Set(
        ["the", "and", "for", "party", "president", "former", "minister", "senator", "new"].map {
            Array($0.utf8)
        })

    /// The places, in order; none where no word of the name occurs.
    func spans(in text: String) -> [Span] {
        let found = Self.words(of: Array(text.utf8))
        for word in words.reversed() {
            let places = found.filter { Self.isAlike(Self.letters($0.bytes), word) }
            if !places.isEmpty { return places.map(\.span) }
        }
        return []
    }

    private static func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return shared >= 5 || shared >= 3 && shared == b.count && a.count <= b.count + 1
    }

    private static func letters(_ word: ArraySlice<UInt8>) -> [UInt8] {
        word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// Runs of letters and digits; bytes beyond ASCII count as letters.
    private static func words(of bytes: [UInt8]) -> [(span: Span, bytes: ArraySlice<UInt8>)] {
        var words: [(span: Span, bytes: ArraySlice<UInt8>)] = []
        var start: Int?
        for i in 0...bytes.count {
            let isLetter =
                i < bytes.count
                && (bytes[i] >= 0x80 || (0x30...0x39).contains(bytes[i])
                    || (0x61...0x7A).contains(bytes[i] | 0x20))
            if isLetter, start == nil { start = i }
            if !isLetter, let first = start {
                words.append((Span(first, i), bytes[first..<i]))
                start = nil
            }
        }
        return words
    }
}
