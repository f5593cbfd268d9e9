/// The article as a page's JSON-LD gives it, beside the paragraphs of the page.
enum HTMLArticleBody {
    /// The text without HTML and entities, its line breaks kept.
    static func clean(_ body: String) -> String {
        var text = body
        // Some pages escape their line feeds twice.
        if !text.utf8.contains(0x0A) { text = text.replacing("\\n", with: "\n") }
        if let read = HTMLFragment.readable(text) { text = read }
        var lines: [String] = []
        // A line feed in Swift's characters may stand with a carriage return.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            // No more than one empty line, and none at the start.
            if words.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(words)
        }
        if lines.last?.isEmpty ?? false { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    /// Whether the page's paragraphs hold less of the article than its body: they end at a paywall, or are another
    /// text altogether. Where they hold it all they are preferred, since they are paragraphs.
    ///
    /// - Complexity: O(bytes).
    static func isMore(_ body: String, than paragraphs: String) -> Bool {
        // A body without paragraphs must hold much more.
        let excess = body.utf8.contains(0x0A) ? 11 : 15
        let (body, page) = (letters(body), letters(paragraphs))
        // A body of a few words is an announcement.
        guard body.count >= 40 || page.isEmpty else { return false }
        guard body.count > page.count else {
            // A long text of which nothing stands in the paragraphs: they are something else.
            return body.count >= 500 && body.count * 10 >= page.count
                && share(of: body, in: page) < 0.1
        }
        return body.count * 10 > page.count * excess && share(of: body, in: page) < 0.95
    }

    /// Letters and digits, small; marks and spaces differ between the two.
    private static func letters(_ text: String) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.utf8.count)
        var skip = 0
        for byte in text.utf8 {
            if skip > 0 {
                skip -= 1
                continue
            }
            switch byte {
            case 0x30...0x39, 0x61...0x7A: letters.append(byte)
            case 0x41...0x5A: letters.append(byte | 0x20)
            // No-break spaces and « », dashes and quotation marks.
            case 0xC2: skip = 1
            case 0xE2: skip = 2
            case 0x80...: letters.append(byte)
            default: break
            }
        }
        return letters
    }

    /// How many of 20 stretches of 16 bytes, evenly over the body, stand in the page.
    private static func share(of body: [UInt8], in page: [UInt8]) -> Double {
        let width = 16
        guard body.count >= width, page.count >= width else { return 0 }
        let n = min(20, body.count / width)
        func word(_ bytes: UnsafeRawBufferPointer, _ i: Int) -> SIMD2<UInt64> {
            bytes.loadUnaligned(fromByteOffset: i, as: SIMD2<UInt64>.self)
        }
        let wanted = body.withUnsafeBytes { bytes in
            (0..<n).map { word(bytes, n == 1 ? 0 : $0 * (body.count - width) / (n - 1)) }
        }
        var isFound = [Bool](repeating: false, count: n)
        page.withUnsafeBytes { bytes in
            for i in 0...(page.count - width) {
                let here = word(bytes, i)
                for k in 0..<n where wanted[k] == here { isFound[k] = true }
            }
        }
        return Double(isFound.count { $0 }) / Double(n)
    }
}
