import CaucusLanguage
import CaucusText

/// Reads the labels of lines; looks at 40 words at most.
struct LabelReader {
    let reading: Reading
    let phrases: PhraseReader

    func word(_ i: Int) -> Word { reading.words[i] }

    /// The label that starts at `start`, or `nil`; nothing may be said after it in its line (“RUTH HALE, HOST:”).
    func label(from start: Int, to end: Int) -> LineLabel? {
        var first = afterBullet(start, end)
        let isBracketed = first < end && word(first).kind == .openBracket
        if isBracketed { first += 1 }
        var after = nameEnd(from: first, to: end)
        if after > first, after + 1 < end, word(after).shape.contains(.clitic),
            isPerson(after + 1)
        {
            // “KNB's ANN TULL:”, not “CANDIDATE'S POSITION:”
            first = after + 1
            after = nameEnd(from: first, to: end)
        }
        guard after > first else { return nil }
        var label = LineLabel(
            kind: kind(first, after), start: start, name: first..<after, role: after..<after,
            end: after, isShouted: isShouted(first..<after), hasStop: false)
        if isBracketed {
            guard after < end, word(after).kind == .closeBracket else { return nil }
            after += 1
        }
        let bare = after
        after = afterStars(after, end)
        if label.kind != .name { return opensAnswer(&label, after, end) }
        guard let role = roleEnd(from: after, to: end) else { return nil }
        label.role = after..<role
        let isBold = after > bare
        after = afterStars(role, end)
        guard after < end else { return nil }
        if word(after).isDoubleMark, isBold {
            // “**Jane Roe** “It is late.””
            label.end = after
            return label
        }
        if word(after).kind == .dash, after + 1 < end, word(after + 1).isDoubleMark {
            label.end = after + 1
            return label
        }
        if word(after).kind == .stop {
            guard isCalled(label), reading.bytes[Int(word(after).start)] == UInt8(ascii: ".") else {
                return nil
            }
            label.hasStop = true
        } else if word(after).kind != .colon || opensAddress(after, end) {
            return nil
        }
        label.end = afterStars(after + 1, end)
        return label
    }

    private func isPerson(_ i: Int) -> Bool {
        let mention = Int(phrases.names.mentionOfWord[i])
        return mention >= 0 && phrases.names.mentions[mention].kind == .person
    }

    /// “Q:”, “Q.”, “**Answer**:”, and “Q” before a capital.
    private func opensAnswer(_ label: inout LineLabel, _ after: Int, _ end: Int) -> LineLabel? {
        guard after < end else { return nil }
        let letter = word(label.name.lowerBound)
        if word(after).kind == .colon {
            label.end = afterStars(after + 1, end)
        } else if letter.shape.contains(.abbreviated)
            || letter.shape.contains(.wide) && label.kind == .question && word(after).isCapitalized
        {
            label.end = after
        } else if letter.shape.contains(.wide), word(after).kind == .stop {
            label.end = after + 1
        } else {
            return nil
        }
        return label.end < end ? label : nil
    }

    private func kind(_ first: Int, _ after: Int) -> LineLabel.Kind {
        guard after - first == 1 || after - first == 2 && word(first + 1).kind == .number else {
            return .name
        }
        if Self.questions.contains(word(first).key) { return .question }
        return Self.answers.contains(word(first).key) ? .answer : .name
    }

    /// “Q.” and “Q” before a capital, “A.”, but not “A union”.
    private func isLetter(_ i: Int, _ end: Int) -> Bool {
        let letter = word(i)
        guard letter.shape.contains(.wide) else { return false }
        return letter.shape.contains(.abbreviated)
            || kind(i, i + 1) == .question && i + 1 < end && word(i + 1).isCapitalized
    }

    private static let questions = KeySet("q question q1 q2 q3 q4 q5 q6 q7 q8 q9 q10")
    private static let answers = KeySet("a answer a1 a2 a3 a4 a5 a6 a7 a8 a9 a10")

    /// “https://”.
    private func opensAddress(_ colon: Int, _ end: Int) -> Bool {
        colon + 1 < end && word(colon + 1).kind == .other
            && !word(colon + 1).shape.contains(.spaceBefore)
            && reading.bytes[Int(word(colon + 1).start)] == UInt8(ascii: "/")
    }

    /// One past “• ”, “>> ”, “3. **”, “[20:05:10] ”, “00:01:12 ”.
    private func afterBullet(_ start: Int, _ end: Int) -> Int {
        var i = start
        let limit = min(end, start + 14)
        while i < limit {
            switch word(i).kind {
            case .dash: i += 1
            case .other:
                // “#WANTED”, “@penn”, “$5”
                let byte = reading.bytes[Int(word(i).start)]
                guard byte >= 0x80 || Self.bullets.contains(byte) else { return i }
                i += 1
            case .number:
                var k = i + 1
                while k + 1 < limit, word(k).kind == .colon, word(k + 1).kind == .number { k += 2 }
                let isListed = k < limit && [.stop, .closeBracket].contains(word(k).kind)
                guard isListed || k > i + 1 else { return i }
                i = isListed ? k + 1 : k
            case .openBracket where i + 1 < limit && word(i + 1).kind == .number:
                guard let close = (i..<limit).first(where: { word($0).kind == .closeBracket })
                else {
                    return i
                }
                i = close + 1
            default: return i
            }
        }
        return i
    }

    private static let bullets = Array(">*-+|~".utf8)

    /// One past the stars of Markdown.
    private func afterStars(_ i: Int, _ end: Int) -> Int {
        var i = i
        let limit = min(end, i + 8)
        while i < limit, word(i).kind == .other,
            reading.bytes[Int(word(i).start)] == UInt8(ascii: "*")
        {
            i += 1
        }
        return i
    }

    /// One past a name in capital letters; small words join an office or a state to it: “The Minister for Ports”,
    /// “Some hon. members”, “Mr. BRANDT of North Carolina”.
    private func nameEnd(from first: Int, to end: Int) -> Int {
        guard first < end else { return first }
        let opening = word(first)
        if kind(first, first + 1) != .name, isLetter(first, end) { return first + 1 }
        let joins =
            opening.has([.definite, .title]) || Self.somes.contains(opening.key)
        var i = first
        var last = first
        let limit = min(end, first + 14)
        while i < limit {
            let next = word(i)
            if next.kind == .stop, i > first, word(i - 1).key == Self.hon {
                // “Some hon. members”
            } else if next.kind == .number {
                guard i > first || i + 1 < limit && word(i + 1).isCapitalized else { break }
            } else {
                guard next.kind == .word, !next.shape.contains(.clitic) else { break }
                let isSmall = !next.isCapitalized
                if isSmall, i == first || !next.has(.particle) && !(joins && isJoint(next)) {
                    break
                }
                if !isSmall || Self.tails.contains(next.key) { last = i + 1 }
            }
            i += 1
            if next.kind == .number { last = i }
        }
        return last
    }

    private func isJoint(_ word: Word) -> Bool {
        Self.joints.contains(word.key) || Self.tails.contains(word.key)
    }

    private static let hon = LetterFolding.key(of: "hon")
    private static let somes = KeySet("some several hon an unidentified right rt")
    private static let joints = KeySet("of for the and to hon")
    private static let tails = KeySet("pro tempore tem members member senators")

    /// One past what stands after a name, at most four groups: “, HOST”, “ (Northport) (Lab)”; `nil` where that is
    /// no office: “Orla Penn, 41:”, “Penn, who was late, said:”.
    private func roleEnd(from start: Int, to end: Int) -> Int? {
        var i = start
        for _ in 0..<4 {
            guard i < end else { return i }
            let limit = min(end, i + 16)
            if word(i).kind == .openBracket {
                guard let close = (i..<limit).first(where: { word($0).kind == .closeBracket })
                else {
                    return nil
                }
                i = close + 1
            } else if word(i).kind == .comma {
                guard i + 1 < limit, word(i + 1).kind == .word else { return nil }
                i += 1
                while i < limit, isRoleWord(i) { i += 1 }
                guard i < limit, [.colon, .openBracket, .stop, .other].contains(word(i).kind) else {
                    return nil
                }
            } else {
                break
            }
        }
        return i
    }

    private func isRoleWord(_ i: Int) -> Bool {
        let word = word(i)
        switch word.kind {
        case .word:
            return !word.has([.relative, .auxiliary, .subjectPronoun])
                && !(word.has(.reporting) && !word.isCapitalized && !word.has([.role, .writing]))
        case .number, .comma, .singleClose, .singleStraight, .other, .dash: return true
        default: return false
        }
    }
}
