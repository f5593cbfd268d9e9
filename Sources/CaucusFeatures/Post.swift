import CaucusText

/// A post as its terms are read: hashtags also word by word, addresses as one word, stretched words shorter.
///
/// `#NeverAgain` reads `#NeverAgain Never Again`, `https://…` reads `http`, `sooooo` reads `sooo` and so do
/// `!!!!!`. Handles (`@name`) and emoji stay as they are.
struct Post {
    /// The text that is read.
    private(set) var passage: Passage
    /// For each byte of it the bytes of the given text it comes from, in order of their starts but for
    /// repeated hashtags.
    private(set) var origins: [Span] = []

    /// The longest run of one letter or mark that is kept.
    private static let longestRun = 3

    private let source: [UInt8]
    private var bytes: [UInt8] = []

    /// Reads a post.
    ///
    /// - Complexity: O(bytes); at most twice as many and one come out.
    init(_ given: Passage) {
        passage = given
        source = Array(given.text.utf8)
        bytes.reserveCapacity(source.count + source.count / 4)
        var i = 0
        while i < source.count {
            if startsWord(i), let end = address(at: i) {
                for byte in "http".utf8 { append(byte, Span(i, end)) }
                i = end
            } else if source[i] == UInt8(ascii: "#"), i + 1 < source.count {
                i = hashtag(at: i)
            } else {
                i = run(at: i)
            }
        }
        passage.text = String(decoding: bytes, as: UTF8.self)
        passage.targets = given.targets.compactMap(moved)
        passage.speakers = given.speakers.compactMap(moved)
    }

    /// The bytes of the given text that a span of the read text comes from.
    func origin(of span: Span) -> Span {
        guard !span.isEmpty, span.start >= 0, span.end <= origins.count else { return Span(0, 0) }
        let first = origins[span.start]
        return Span(first.start, max(first.end, origins[span.end - 1].end))
    }

    private mutating func append(_ byte: UInt8, _ origin: Span) {
        bytes.append(byte)
        origins.append(origin)
    }

    private mutating func copy(_ i: Int) { append(source[i], Span(i, i + 1)) }

    private func startsWord(_ i: Int) -> Bool { i == 0 || !Self.isWord(source[i - 1]) }

    /// Where the web address at `i` ends, or `nil`.
    private func address(at i: Int) -> Int? {
        let starts = ["http://", "https://", "www."]
        guard starts.contains(where: { source[i...].starts(with: $0.utf8) }) else { return nil }
        return source[i...].firstIndex { $0 <= 0x20 } ?? source.count
    }

    /// Copies a run of one byte, no longer than ``longestRun`` where it is a letter or a mark.
    private mutating func run(at i: Int) -> Int {
        let byte = source[i]
        var end = i + 1
        while end < source.count, source[end] == byte { end += 1 }
        let isStretch = Self.isLetter(byte) || byte == 0x21 || byte == 0x3F
        let kept = isStretch ? min(end - i, Self.longestRun) : end - i
        for n in 0..<kept { copy(i + n) }
        return end
    }

    /// Copies a hashtag, and its words behind it where capitals or digits tell several.
    private mutating func hashtag(at i: Int) -> Int {
        var end = i + 1
        while end < source.count, Self.isWord(source[end]) { end += 1 }
        for n in i..<end { copy(n) }
        var starts = [i + 1]
        for n in (i + 2)..<max(end, i + 2) where parts(n, end) { starts.append(n) }
        guard starts.count > 1 else { return end }
        for (start, next) in zip(starts, starts.dropFirst() + [end]) {
            append(0x20, Span(start, start))
            for n in start..<next where source[n] != UInt8(ascii: "_") { copy(n) }
        }
        append(0x20, Span(end, end))
        return end
    }

    /// Whether a word of a hashtag begins at `n`.
    private func parts(_ n: Int, _ end: Int) -> Bool {
        let (before, here) = (source[n - 1], source[n])
        if before == UInt8(ascii: "_") { return here != before }
        if Self.isDigit(here) != Self.isDigit(before) { return here < 0x80 && before < 0x80 }
        guard Self.isCapital(here) else { return false }
        if !Self.isCapital(before) { return true }
        // The last capital of several begins a word: MAGARally.
        return n + 1 < end && Self.isLetter(source[n + 1]) && !Self.isCapital(source[n + 1])
    }

    private func moved(_ span: Span) -> Span? {
        guard let first = origins.firstIndex(where: { $0.start >= span.start && !$0.isEmpty }),
            let last = origins[first...].firstIndex(where: { $0.end >= span.end && !$0.isEmpty })
        else { return nil }
        return Span(first, last + 1)
    }

    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
    }
}
