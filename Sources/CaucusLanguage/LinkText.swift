import CaucusText

/// Texts of links that a page keeps behind a name, which nobody wrote into the article.
///
/// “Mayor Roe Jane Ann RoeFive bridges to watch Two mayors meet MORE said it was late”: behind the name stand the full
/// name of a page about her, glued to it headlines, and “MORE”.
struct LinkText {
    private let lexemes: [Lexeme]
    private let bytes: [UInt8]

    /// `lexemes` without those of such links.
    ///
    /// - Complexity: O(lexemes); each “MORE” looks back at 120 words at most, and at none before the last.
    static func removed(from lexemes: [Lexeme], of bytes: [UInt8]) -> [Lexeme] {
        let ends = lexemes.indices.filter {
            // “MORE's trial” too, whose shape is that of the whole word.
            lexemes[$0].key == more && bytes[lexemes[$0].span.start] == UInt8(ascii: "M")
                && bytes[lexemes[$0].span.end - 1] == UInt8(ascii: "E")
        }
        guard !ends.isEmpty else { return lexemes }
        let text = LinkText(lexemes: lexemes, bytes: bytes)
        var kept: [Lexeme] = []
        kept.reserveCapacity(lexemes.count)
        var next = 0
        var last = 0
        for end in ends {
            defer { last = end + 1 }
            guard let start = text.start(ofLinkEndingAt: end, after: last) else { continue }
            kept += lexemes[next..<start]
            next = end + 1
        }
        return kept + lexemes[next...]
    }

    private static let more = LetterFolding.key(of: "more")

    /// The first word of the link's name, or `nil` where no name is glued to a headline.
    private func start(ofLinkEndingAt end: Int, after first: Int) -> Int? {
        var i = end - 1
        while i > first, end - i <= 120, lexemes[i].kind != .lineBreak {
            if lexemes[i].kind == .word, lexemes[i].shape.contains(.capitalized),
                let name = name(gluedInto: i, after: first)
            {
                return name + 1
            }
            i -= 1
        }
        return nil
    }

    /// The surname before word `i` that it opens with, at most eight words back: “Roe” for “Roe Jane Ann RoeFive”.
    private func name(gluedInto i: Int, after first: Int) -> Int? {
        var k = i - 1
        while k >= first, i - k <= 8 {
            switch lexemes[k].kind {
            case .word where isGlued(k, into: i): return k
            case .word, .openBracket, .closeBracket, .stop, .singleClose, .singleStraight: break
            case .doubleStraight, .doubleOpen, .doubleClose, .other: break
            default: return nil
            }
            k -= 1
        }
        return nil
    }

    /// Whether word `i` is word `k` and a capital or a digit more.
    private func isGlued(_ k: Int, into i: Int) -> Bool {
        let (name, glued) = (lexemes[k].span, lexemes[i].span)
        let count = name.end - name.start
        guard count >= 3, glued.end - glued.start > count, lexemes[k].shape.contains(.capitalized)
        else { return false }
        let next = bytes[glued.start + count]
        guard 65...90 ~= next || 48...57 ~= next else { return false }
        return bytes[name.start..<name.end].elementsEqual(bytes[glued.start..<glued.start + count])
    }
}
