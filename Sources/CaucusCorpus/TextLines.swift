/// The lines of a text, without the white space around each, and which of them begin with a known label.
struct TextLines {
    /// The words before a colon at the start of a line, as exports write them.
    struct Label {
        /// In lower case.
        var name: String
        /// The bytes after the colon, without white space around them.
        var value: Range<Int>
    }

    let bytes: [UInt8]
    /// Where each line begins.
    private var starts: [Int] = []
    /// Each line without the white space around it.
    private var ranges: [Range<Int>] = []
    /// The labels of the lines that have one of the known ones.
    private(set) var labels: [Int: Label] = [:]

    /// Takes `text` apart; lines end with LF, CR LF, or CR where the text has no LF.
    ///
    /// - Complexity: O(bytes).
    init(_ text: String, labels known: Set<String>) {
        bytes = Array(text.utf8)
        let end: UInt8 = bytes.contains(0x0A) ? 0x0A : 0x0D
        var start = 0
        while start <= bytes.count {
            let stop = bytes[start...].firstIndex(of: end) ?? bytes.count
            starts.append(start)
            ranges.append(Self.trimmed(start..<stop, of: bytes))
            if let label = label(ranges[ranges.count - 1]), known.contains(label.name) {
                labels[ranges.count - 1] = label
            }
            start = stop + 1
        }
    }

    /// How many lines there are.
    var count: Int { ranges.count }

    /// Whether line `i` holds nothing but white space.
    func isBlank(_ i: Int) -> Bool { ranges[i].isEmpty }

    /// Line `i` without the white space around it.
    subscript(i: Int) -> String { string(ranges[i]) }

    /// The bytes of line `i` without the white space around it.
    func line(_ i: Int) -> ArraySlice<UInt8> { bytes[ranges[i]] }

    /// The bytes of a line's part.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The value of the label of line `i`; empty where it has none.
    func value(_ i: Int) -> String { labels[i].map { string($0.value) } ?? "" }

    /// The lines of `range` without the empty ones at its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(start) { start += 1 }
        while end > start, isBlank(end - 1) { end -= 1 }
        return start..<end
    }

    /// The lines of `range` that hold something, at most `limit` of them.
    func filled(_ range: Range<Int>, limit: Int) -> [Int] {
        Array(range.lazy.filter { !isBlank($0) }.prefix(limit))
    }

    /// The text of the lines in `range` of which `isKept` is true; runs of empty lines become one.
    func text(_ range: Range<Int>, where isKept: (Int) -> Bool = { _ in true }) -> String {
        var result: [UInt8] = []
        var isApart = false
        for i in range {
            if isBlank(i) { isApart = true }
            guard !isBlank(i), isKept(i) else { continue }
            if !result.isEmpty { result += isApart ? [0x0A, 0x0A] : [0x0A] }
            // The indentation stays: it may begin a paragraph.
            let start = result.isEmpty ? ranges[i].lowerBound : starts[i]
            result += bytes[start..<ranges[i].upperBound]
            isApart = false
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The words of the lines in `range` on one line.
    func joined(_ range: some Sequence<Int>) -> String {
        range.lazy.filter { !isBlank($0) }.map { self[$0] }.joined(separator: " ")
    }

    /// The range without white space at its ends; U+00A0, U+FEFF and form feeds are white space.
    private static func trimmed(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            if bytes[start] <= 0x20 {
                start += 1
            } else if bytes[start..<end].starts(with: [0xC2, 0xA0]) {
                start += 2
            } else if bytes[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if bytes[end - 1] <= 0x20 {
                end -= 1
            } else if end - start > 1, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// What stands before a colon at the start of a line, in letters, spaces, hyphens and slashes, and what after it.
    private func label(_ line: Range<Int>) -> Label? {
        guard let first = bytes[line].first, (0x41...0x5A).contains(first) else { return nil }
        guard let colon = bytes[line].prefix(32).firstIndex(of: 0x3A) else { return nil }
        let isName = bytes[line.lowerBound..<colon].allSatisfy {
            (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x20 || $0 == 0x2D || $0 == 0x2F
        }
        guard isName else { return nil }
        if colon + 1 < line.upperBound, bytes[colon + 1] > 0x20, bytes[colon + 1] != 0xC2 {
            return nil
        }
        return Label(
            name: string(line.lowerBound..<colon).lowercased(),
            value: Self.trimmed((colon + 1)..<line.upperBound, of: bytes))
    }
}
