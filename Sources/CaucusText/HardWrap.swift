/// Copy whose lines are broken at a width, as wires, mails and printed pages have it: “said on Friday that⏎the port”.
///
/// A text is hard-wrapped where half of its single line breaks and more stand in the middle of a sentence, one at least
/// before a small letter, and a line has four words and more. There, line breaks within a paragraph are white space, and a word parted at the end of
/// a line (“prime min-⏎ister”) is one.
package enum HardWrap {
    /// The lexemes without the line breaks that only the width of the copy made; `lexemes` as they are where it has none.
    ///
    /// - Complexity: O(lexemes).
    package static func undone(_ lexemes: [Lexeme], _ bytes: [UInt8]) -> [Lexeme] {
        let lines = Lines(lexemes, bytes)
        guard lines.areWrapped else { return lexemes }
        var result: [Lexeme] = []
        result.reserveCapacity(lexemes.count)
        var line = 0
        var i = 0
        while i < lexemes.count {
            let lexeme = lexemes[i]
            defer { i += 1 }
            guard lexeme.kind == .lineBreak else {
                result.append(lexeme)
                continue
            }
            let start = line
            if i + 1 < lexemes.count { line = Int(lexemes[i + 1].start) }
            if lexeme.shape.contains(.wide) || lines.endsParagraph(i, from: start, lexemes, bytes) {
                result.append(lexeme)
            } else if let whole = parted(result, lexemes, i, bytes) {
                result.removeLast(2)
                result.append(whole)
                i += 1
            }
        }
        return result
    }

    /// The word that the line break at `i` parts after a hyphen, or `nil`.
    private static func parted(
        _ before: [Lexeme], _ lexemes: [Lexeme], _ i: Int, _ bytes: [UInt8]
    ) -> Lexeme? {
        guard before.count > 1, i + 1 < lexemes.count, lexemes[i + 1].isWord,
            isHyphen(before[before.count - 1], bytes), before[before.count - 2].kind == .word
        else { return nil }
        let (head, rest) = (before[before.count - 2], lexemes[i + 1])
        // “Ortega-⏎Cruz”, “mid-⏎1990s” have a hyphen of their own.
        let text = [
            String(decoding: bytes[Int(head.start)..<Int(head.end)], as: UTF8.self),
            String(decoding: bytes[Int(rest.start)..<Int(rest.end)], as: UTF8.self),
        ]
        return Lexeme(
            start: Int(head.start), end: Int(rest.end),
            key: LetterFolding.key(of: text.joined(separator: rest.startsSmall ? "" : "-")),
            kind: .word,
            shape: head.shape.subtracting([.wide, .spaceAfter])
                .union(rest.shape.intersection(.spaceAfter))
                .union(rest.startsSmall ? [] : .joined))
    }

    private static func isHyphen(_ lexeme: Lexeme, _ bytes: [UInt8]) -> Bool {
        lexeme.kind == .other && !lexeme.shape.contains(.spaceBefore)
            && bytes[Int(lexeme.start)] == UInt8(ascii: "-")
    }
}

/// What the lines of a text tell about its line breaks.
private struct Lines {
    private(set) var areWrapped = false
    /// Characters of the longest line.
    private var width = 0
    /// Lines of copy have so many characters; headings and items of lists have fewer.
    private static let leastLine = 40
    private static let mostLine = 100

    init(_ lexemes: [Lexeme], _ bytes: [UInt8]) {
        // Breaks of one line; those before a small letter, which no sentence begins with; those in the middle of a
        // sentence as well, before a name perhaps, after a line that is no heading.
        var (single, inside, between, lines) = (0, 0, 0, 1)
        var start = 0
        for i in lexemes.indices where lexemes[i].kind == .lineBreak {
            lines += 1
            let lexeme = lexemes[i]
            let length = Self.characters(bytes[Range(from: start, to: Int(lexeme.start))])
            start = Int(lexeme.end)
            // The break at the end of the text breaks no line.
            guard !lexeme.shape.contains(.wide), i > 0, i + 1 < lexemes.count else { continue }
            single += 1
            let last = lexemes[i - 1]
            let goesOn = last.isWord || last.kind == .comma || last.kind == .other
            if goesOn, lexemes[i + 1].startsSmall {
                inside += 1
            } else if goesOn, last.kind != .other, (Self.leastLine...Self.mostLine).contains(length)
            {
                between += 1
            }
        }
        // Few texts come to have their words counted.
        let both = inside > 0 ? inside + between : 0
        areWrapped =
            (inside > 1 && inside * 2 >= single || both > 1 && both * 2 >= single)
            && lexemes.count { $0.isWord } >= 4 * lines
        if areWrapped { width = Self.width(lexemes, bytes) }
    }

    /// Characters of the longest line; few texts are asked for it.
    private static func width(_ lexemes: [Lexeme], _ bytes: [UInt8]) -> Int {
        var (width, start) = (0, 0)
        for lexeme in lexemes where lexeme.kind == .lineBreak {
            width = max(width, characters(bytes[start..<Int(lexeme.start)]))
            start = Int(lexeme.end)
        }
        return width
    }

    /// Whether the single line break at `i` ends a paragraph all the same: a sentence ends with a line in which the next
    /// word had room, or before an indented line.
    func endsParagraph(
        _ i: Int, from start: Int, _ lexemes: [Lexeme], _ bytes: [UInt8]
    ) -> Bool {
        guard i > 0, i + 1 < lexemes.count else { return true }
        let (last, lineBreak, next) = (lexemes[i - 1], lexemes[i], lexemes[i + 1])
        guard !last.isWord, last.kind != .comma, last.kind != .other, !next.startsSmall else {
            return false
        }
        var end = i + 1
        while end < lexemes.count - 1, !lexemes[end].shape.contains(.spaceAfter) { end += 1 }
        let line = Self.characters(bytes[Range(from: start, to: Int(last.end))])
        let word = Self.characters(bytes[Int(next.start)..<Int(lexemes[end].end)])
        let fits = line + 1 + word < width
        return fits || next.start - lineBreak.end > 1
    }

    /// How many characters stand in valid UTF-8.
    private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.count { $0 & 0xC0 != 0x80 }
    }
}
