/// The text of a block while it is read: white space collapsed, invisible letters left out.
struct HTMLBlockText {
    /// What line feeds mean.
    enum LineFeeds: Sendable {
        /// White space, as in a page.
        case space
        /// White space, but two set text apart, as where tags stand between paragraphs.
        case blankLines
        /// Line breaks, as in a text with a few tags of letters alone.
        case lines
    }

    let lineFeeds: LineFeeds
    private(set) var bytes: [UInt8] = []
    private var needsSpace = false
    /// The line feeds and the tags of line breaks since the last letter.
    private var feeds = 0
    private var breaks = 0
    /// Blocks that two line feeds have ended.
    private var ended: [[UInt8]] = []
    /// The elements `q` that are open.
    private var quotations: [Quotation] = []

    /// Where a quotation has its marks from: browsers put some around every `q`.
    private enum Quotation {
        case open
        case marked
        case hasMark
    }

    init(_ lineFeeds: LineFeeds) {
        self.lineFeeds = lineFeeds
    }

    /// Appends text; U+00A0 is white space too.
    mutating func append(_ content: UnsafeBufferPointer<UInt8>) {
        var i = 0
        while i < content.count {
            let byte = content[i]
            let next = i + 1 < content.count ? content[i + 1] : 0
            if byte <= 0x20 {
                if byte == 0x0A { lineFeed() } else { needsSpace = true }
                i += 1
            } else if byte == 0xC2, next >= 0x80, next <= 0xAD {
                switch next {
                case 0xA0: needsSpace = true
                case 0xAD: break
                // &#147; means what windows-1252 means by it.
                case 0x80...0x9F: put(TextEncoding.windows1252.decoded(next))
                default: put([byte, next])
                }
                i += 2
            } else if byte == 0xE2, next == 0x80, i + 2 < content.count, content[i + 2] == 0x8B {
                i += 3
            } else {
                space()
                if !quotations.isEmpty { markQuotation(before: content[i...].prefix(3)) }
                bytes.append(byte)
                i += 1
            }
        }
    }

    private mutating func space() {
        if lineFeeds == .blankLines, feeds > 1, breaks == 0 { finish() }
        (feeds, breaks) = (0, 0)
        if needsSpace, let last = bytes.last, last != 0x0A { bytes.append(0x20) }
        needsSpace = false
    }

    private mutating func put(_ letter: [UInt8]) {
        space()
        bytes += letter
    }

    /// Opens a quotation, whose mark is put before its first letter unless the page has one there or before it.
    mutating func openQuotation() {
        let hasMark = bytes.suffix(3).elementsEqual(Self.openingMark) || bytes.last == 0x22
        quotations.append(hasMark ? .hasMark : .open)
    }

    /// Closes a quotation, with a mark if it was opened with one.
    mutating func closeQuotation() {
        if quotations.popLast() == .marked { bytes += [0xE2, 0x80, 0x9D] }
    }

    private static let openingMark: [UInt8] = [0xE2, 0x80, 0x9C]

    /// Puts the mark of a quotation whose first letter comes next.
    private mutating func markQuotation(before first: some Sequence<UInt8>) {
        guard quotations.last == .open else { return }
        let hasMark = first.starts(with: Self.openingMark) || first.starts(with: [0x22])
        quotations[quotations.count - 1] = hasMark ? .hasMark : .marked
        if !hasMark { bytes += Self.openingMark }
    }

    /// A line feed beside the tag of a line break is one break with it.
    private mutating func lineFeed() {
        feeds &+= 1
        guard lineFeeds == .lines else { return needsSpace = true }
        guard feeds > breaks else { return }
        if bytes.last != 0x0A { return endLine() }
        finish()
    }

    /// The tag of a line break; tells whether it is the second one and sets text apart.
    mutating func lineBreak() -> Bool {
        breaks &+= 1
        if lineFeeds == .lines, breaks <= feeds { return false }
        if bytes.last == 0x0A { return true }
        endLine()
        return false
    }

    /// Ends a line, where there is any.
    mutating func endLine() {
        if !bytes.isEmpty { bytes.append(0x0A) }
        needsSpace = false
    }

    private mutating func finish() {
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        if !bytes.isEmpty { ended.append(bytes) }
        bytes.removeAll(keepingCapacity: true)
        needsSpace = false
    }

    /// The blocks that end here; the text is empty then.
    mutating func take() -> [[UInt8]] {
        finish()
        defer { ended.removeAll(keepingCapacity: true) }
        return ended
    }
}

extension TextEncoding {
    /// The letter that one byte means, in UTF-8.
    func decoded(_ byte: UInt8) -> [UInt8] {
        withUnsafePointer(to: byte) { decoded(UnsafeBufferPointer(start: $0, count: 1)) }
    }
}
