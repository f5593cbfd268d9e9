/// A rich text file (.rtf, version 1.9): its paragraphs, and the articles among them where an archive exported it.
///
/// Read here and not by a program beside, since `unrtf` 0.21.10 leaves out curly quotation marks in its text output, and
/// letters after a `\u` in its web pages. Left out are headers, footers, notes, pictures, codes of fields, and what is hidden or deleted.
struct RichText {
    /// How deep groups may be nested.
    static let maximumDepth = 1000

    /// What holds within a group and those in it.
    private struct Group {
        var isSilent = false
        var isHidden = false
        var isTitle = false
        var isFontTable = false
        /// Whether it is a drawing in what is read: its text box is.
        var isShape = false
        /// How many characters stand for a `\u` where it is not known.
        var fallback = 1
        var font = 0
    }

    private let bytes: [UInt8]
    private var i = 0
    private var group = Group()
    private var groups: [Group] = []
    private var text: [UInt8] = []
    private var paragraph: [UInt8] = []
    private var title: [UInt8] = []
    /// The text boxes that are open: how many groups are around, and the paragraph that each stands in.
    private var boxes: [(depth: Int, paragraph: [UInt8], isInTable: Bool, isRow: Bool)] = []
    private var (isInTable, isRow, lastWasRow) = (false, false, false)
    /// How many characters are still to be passed over after a `\u`.
    private var skipped = 0
    /// The first half of a pair of `\u`.
    private var high: UInt32?
    private var codePage = 1252
    /// The fonts whose letters are of another script than the code page says.
    private var foreignFonts: [Int: Int] = [:]

    /// The articles of a file; throws where it is none, or where its letters cannot be told.
    ///
    /// - Complexity: O(bytes).
    static func articles(in bytes: [UInt8]) throws(UnreadableFile) -> [ReadArticle] {
        guard bytes.starts(with: "{\\rtf".utf8) else {
            throw UnreadableFile(message: "found no {\\rtf at the start; expected rich text (.rtf)")
        }
        var reader = RichText(bytes: bytes)
        try reader.read()
        guard !reader.text.isEmpty else {
            throw UnreadableFile(
                message: "found no text in the rich text file; expected paragraphs")
        }
        let text = String(decoding: reader.text, as: UTF8.self)
        if let articles = ArticleSplitter.articles(in: text) { return articles }
        let title = String(decoding: reader.title, as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        return [
            ReadArticle(text: text, title: title.isEmpty ? nil : title.joined(separator: " "))
        ]
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() throws(UnreadableFile) {
        while i < bytes.count {
            let byte = bytes[i]
            i += 1
            switch byte {
            case UInt8(ascii: "{"):
                guard groups.count < Self.maximumDepth else {
                    throw UnreadableFile(
                        message:
                            "found groups nested deeper than \(Self.maximumDepth) at byte \(i); "
                            + "expected rich text")
                }
                groups.append(group)
                skipped = 0
            case UInt8(ascii: "}"):
                closeBoxes(from: groups.count)
                if let outer = groups.popLast() { group = outer }
                skipped = 0
                // What follows the file's own group is none of it.
                if groups.isEmpty { i = bytes.count }
            case UInt8(ascii: "\\"): try control()
            case 0x0A, 0x0D: break
            default: try letter(byte)
            }
        }
        // A file that was cut may end in a group that is left out.
        group = Group()
        closeBoxes(from: 0)
        endParagraph(asRow: isRow)
    }

    /// Begins a text box, whose paragraphs go before the one it stands in.
    private mutating func openBox() {
        group.isSilent = false
        group.isShape = false
        boxes.append((groups.count, paragraph, isInTable, isRow))
        paragraph = []
        (isInTable, isRow) = (false, false)
    }

    /// Ends the text boxes that have at least `depth` groups around.
    private mutating func closeBoxes(from depth: Int) {
        while let box = boxes.last, box.depth >= depth {
            isInTable = false
            endParagraph(asRow: isRow)
            (paragraph, isInTable, isRow) = (box.paragraph, box.isInTable, box.isRow)
            boxes.removeLast()
        }
    }

    // MARK: letters

    /// A byte of the code page.
    private mutating func letter(_ byte: UInt8) throws(UnreadableFile) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard !isLeftOut else { return }
        if byte < 0x80 || codePage == 65001 {
            add([byte == 0 ? 0x20 : byte])
            return
        }
        let foreign = foreignFonts[group.font]
        guard foreign == nil, codePage == 1252 else {
            throw UnreadableFile(
                message:
                    "found a letter in \(foreign.map { "character set \($0)" } ?? "code page \(codePage)") "
                    + "at byte \(i - 1); expected windows-1252 or Unicode")
        }
        add(
            withUnsafePointer(to: byte) {
                TextEncoding.windows1252.decoded(UnsafeBufferPointer(start: $0, count: 1))
            })
    }

    private var isLeftOut: Bool { (group.isSilent || group.isHidden) && !group.isTitle }

    private mutating func add(_ letters: some Sequence<UInt8>) {
        if group.isTitle {
            if title.count < 4096 { title += letters }
        } else if !isLeftOut {
            paragraph += letters
        }
    }

    /// A number of Unicode, which may be half of a pair.
    private mutating func unicode(_ number: Int) {
        skipped = group.fallback
        let value = UInt32(truncatingIfNeeded: number) & 0xFFFF
        defer { high = value & 0xFC00 == 0xD800 ? value : nil }
        if value & 0xFC00 == 0xDC00, let high {
            let whole = 0x10000 + (high & 0x3FF) << 10 + value & 0x3FF
            if let scalar = Unicode.Scalar(whole) { add(String(Character(scalar)).utf8) }
        } else if let scalar = Unicode.Scalar(value), value >= 0x20 {
            add(String(Character(scalar)).utf8)
        }
    }

    // MARK: control words

    private mutating func control() throws(UnreadableFile) {
        guard i < bytes.count else { return }
        let first = bytes[i]
        guard (0x41...0x5A).contains(first & 0xDF) else {
            i += 1
            try symbol(first)
            return
        }
        let start = i
        while i < bytes.count, i - start < 32, (0x41...0x5A).contains(bytes[i] & 0xDF) { i += 1 }
        let word = String(decoding: bytes[start..<i], as: UTF8.self)
        var number: Int?
        let digits = i
        if i < bytes.count, bytes[i] == 0x2D { i += 1 }
        while i < bytes.count, i - digits < 10, (0x30...0x39).contains(bytes[i]) { i += 1 }
        if i > digits { number = Int(String(decoding: bytes[digits..<i], as: UTF8.self)) }
        if i < bytes.count, bytes[i] == 0x20 { i += 1 }
        take(word, number)
    }

    private mutating func symbol(_ byte: UInt8) throws(UnreadableFile) {
        switch byte {
        case UInt8(ascii: "'"):
            let code = bytes[i...].prefix(2)
            guard code.count == 2,
                let letter = UInt8(String(decoding: code, as: UTF8.self), radix: 16)
            else { return }
            i += 2
            try self.letter(letter)
        case UInt8(ascii: "*"): group.isSilent = true
        case UInt8(ascii: "~"): try letter(0x20)
        case UInt8(ascii: "_"): try letter(0x2D)
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): try letter(byte)
        case 0x0A, 0x0D: endParagraph(asRow: false)
        default: break
        }
    }

    private mutating func take(_ word: String, _ number: Int?) {
        if let letters = Self.letters[word] {
            if skipped > 0 { skipped -= 1 } else { add(letters.utf8) }
            return
        }
        switch word {
        case "par", "sect", "page", "column": endParagraph(asRow: false)
        case "cell", "nestcell":
            if !isLeftOut {
                paragraph.append(0x09)
                isRow = true
            }
        case "row": endParagraph(asRow: true)
        case "intbl": isInTable = true
        case "pard": isInTable = false
        case "u": unicode(number ?? 0)
        case "uc": group.fallback = min(max(number ?? 1, 0), 32)
        case "v", "deleted": group.isHidden = number != 0
        case "plain": group.isHidden = false
        case "bin": i += min(max(number ?? 0, 0), bytes.count - i)
        case "ansicpg": codePage = number ?? 1252
        case "mac": codePage = 10000
        case "pc": codePage = 437
        case "pca": codePage = 850
        case "f": group.font = number ?? 0
        case "fcharset" where group.isFontTable:
            // Western, the system's own, and signs.
            let set = number ?? 0
            if ![0, 1, 2].contains(set), foreignFonts.count < 10_000 {
                foreignFonts[group.font] = set
            }
        case "title" where group.isSilent: group.isTitle = true
        case "shpinst": group.isShape = group.isShape || !(groups.last?.isSilent ?? false)
        case "shptxt" where group.isShape: openBox()
        default:
            guard Self.silent.contains(word) else { return }
            group.isSilent = true
            group.isShape = false
            group.isFontTable = word == "fonttbl"
        }
    }

    /// Ends a paragraph, or a row, which is a line; a paragraph inside of a row stays in it.
    private mutating func endParagraph(asRow: Bool) {
        guard !isLeftOut else { return }
        if isInTable, !asRow, i < bytes.count {
            if paragraph.contains(where: { $0 > 0x20 }) { paragraph += [0x0A, 0x0A] }
            return
        }
        defer {
            paragraph.removeAll(keepingCapacity: true)
            isRow = false
        }
        while let last = paragraph.last, last <= 0x20 { paragraph.removeLast() }
        guard paragraph.contains(where: { $0 > 0x20 }) else { return }
        if !text.isEmpty { text += asRow && lastWasRow ? [0x0A] : [0x0A, 0x0A] }
        text += paragraph
        lastWasRow = asRow
    }
}
