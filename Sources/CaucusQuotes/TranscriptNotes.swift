import CaucusLanguage
import CaucusText

/// What stands in a transcript and is not said: directions in brackets and notices at its end.
struct TranscriptNotes {
    let scene: Scene

    private func word(_ i: Int) -> Word { scene.reading.words[i] }

    /// A line without the directions at its ends: “(LAUGHTER)”, “(through translator)”, “[laughs]”.
    func said(_ line: Range<Int>) -> Range<Int> {
        var low = line.lowerBound
        var high = line.upperBound
        while low < high, word(low).kind == .lineBreak { low += 1 }
        while low < high, word(low).kind == .openBracket,
            let close = Range(from: low, to: min(high, low + 10)).first(where: {
                word($0).kind == .closeBracket
            })
        {
            low = close + 1
            // “(Laughter).”
            if low < high, word(low).kind == .stop { low += 1 }
        }
        while high > low, isBetweenLines(high - 1) { high -= 1 }
        while high > low, word(high - 1).kind == .closeBracket,
            let open = Range(from: max(low, high - 10), to: high).last(where: {
                word($0).kind == .openBracket
            })
        {
            high = open
            while high > low, isBetweenLines(high - 1) { high -= 1 }
        }
        return Range(from: low, to: high).contains { word($0).isWord } ? low..<high : low..<low
    }

    /// What is said before and after directions and time stamps within: “(CROSSTALK)”, “[00:05:10]”.
    func pieces(of line: Range<Int>) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = line.lowerBound
        var i = start
        while i < line.upperBound {
            guard word(i).kind == .openBracket, i + 1 < line.upperBound,
                word(i + 1).kind == .number || word(i + 1).shape.contains(.allCapitals),
                let close = Range(from: i, to: min(line.upperBound, i + 10)).first(where: {
                    word($0).kind == .closeBracket
                }), isDirection(i + 1..<close)
            else {
                i += 1
                continue
            }
            if i > start { pieces.append(start..<i) }
            i = close + 1
            start = i
        }
        if start < line.upperBound { pieces.append(start..<line.upperBound) }
        return pieces.filter { $0.contains { word($0).isWord } }
    }

    private func isDirection(_ inside: Range<Int>) -> Bool {
        if word(inside.lowerBound).kind == .number {
            return inside.count > 2 && word(inside.lowerBound + 1).kind == .colon
        }
        return inside.allSatisfy { !word($0).isWord || word($0).shape.contains(.allCapitals) }
            && inside.contains { word($0).end - word($0).start > 4 }
    }

    private func isBetweenLines(_ i: Int) -> Bool {
        word(i).kind == .lineBreak || word(i).kind == .other
    }

    /// Whether a word is a question mark.
    func asks(_ i: Int) -> Bool {
        word(i).kind == .stop && scene.reading.bytes[Int(word(i).start)] == UInt8(ascii: "?")
    }

    /// “Copyright © 2014 …”, “This transcript was …”: looks at 40 words.
    func isNotice(_ paragraph: Range<Int>) -> Bool {
        paragraph.prefix(40).contains { Self.notices.contains(word($0).key) }
    }

    private static let notices = KeySet(
        "copyright copyrighted transcript transcripts transcription transcribed licensed reprinted reserved"
    )

    /// Whether the words are said to somebody: “I”, “we”, “you”, “our”; looks at 80 words.
    func isSpoken(_ paragraph: Range<Int>) -> Bool {
        paragraph.prefix(80).contains {
            word($0).has([.first, .you]) || Self.own.contains(word($0).key)
        }
    }

    /// “The speaker rose. “Enough,” Ms. Roe said.”: a paragraph in which a quotation has its cue; looks at 120 words.
    func isNarrated(_ paragraph: Range<Int>) -> Bool {
        let limit = min(paragraph.upperBound - 2, paragraph.lowerBound + 120)
        for i in Range(from: paragraph.lowerBound + 1, to: limit)
        where word(i).isDoubleMark && word(i - 1).kind == .comma {
            let next = Range(from: i + 1, to: min(i + 6, paragraph.upperBound))
            guard let verb = next.first(where: { word($0).has(.reporting) }),
                verb + 1 < paragraph.upperBound, !word(verb + 1).isWord
            else { continue }
            if Range(from: i + 1, to: verb).contains(where: {
                scene.phrases.names.mentionOfWord[$0] >= 0
            }) {
                return true
            }
        }
        return false
    }

    /// “WHITE WOMAN It's a shame.”: a label without its colon; “2. The new bridge”, “IN BRIEF”: a heading.
    func isHeading(_ paragraph: Range<Int>, after label: LineLabel) -> Bool {
        func isShouted(_ i: Int) -> Bool {
            i < scene.reading.words.count && word(i).shape.contains(.allCapitals)
                && word(i).end - word(i).start > 2
        }
        let first = paragraph.lowerBound
        let isShort = paragraph.count < 6 && word(paragraph.upperBound - 1).isWord
        guard isShort || isShouted(first) && isShouted(first + 1) else { return false }
        // Captions are in capitals throughout.
        let said = Range(from: label.end, to: min(label.end + 6, scene.reading.words.count))
        return said.contains {
            word($0).kind == .word && !word($0).shape.contains(.allCapitals)
                && word($0).end - word($0).start > 1
        }
    }

    private static let own = KeySet("me us my our your mine ours yours let's i'm we're you're")
}
