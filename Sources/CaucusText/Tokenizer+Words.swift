/// Words and numbers.
extension LexemeScan {
    /// Takes a word: letters, digits, and the hyphens, apostrophes and stops within it.
    mutating func word() {
        let start = position
        let first = bytes[start]
        guard (first | 0x20) &- 97 < 26 else { return word(WordDraft(start: start)) }
        // Most words are small ASCII letters to their end, the first one perhaps a capital.
        var end = start &+ 1
        var key = (LetterFolding.seed ^ UInt64(first | 0x20)) &* LetterFolding.prime
        while end < bytes.count, case let byte = bytes[end], byte &- 97 < 26 {
            key = (key ^ UInt64(byte)) &* LetterFolding.prime
            end &+= 1
        }
        // Most words are done there, and a space follows: nothing else is asked of them.
        if end + 1 < bytes.count, bytes[end] == 32 || bytes[end] == 44 && bytes[end + 1] == 32 {
            var shape: Lexeme.Shape = first < 97 ? .capitalized : []
            if end == start &+ 1 { shape.insert(.wide) }
            if bytes[end] == 32 { return pushSpaced(end, key, shape) }
            return push(.word, to: end, key: key, shape: shape)
        }
        word(WordDraft(start: start, plainTo: end, key: key, isCapitalized: first < 97))
    }

    /// Takes the rest of a word of which letters may have been taken.
    @inline(never)
    private mutating func word(_ begun: WordDraft) {
        var word = begun
        while word.end < bytes.count, case let byte = bytes[word.end], (byte | 0x20) &- 97 < 26 {
            word.take(byte | 0x20, isCapital: byte < 97)
        }
        if word.end + 1 < bytes.count, word.letters > 0 {
            let next = bytes[word.end]
            if next == 32 { return pushSpaced(word.end, word.key, word.countedShape) }
            if next == 44, bytes[word.end + 1] == 32 {
                return push(.word, to: word.end, key: word.key, shape: word.countedShape)
            }
        }
        while word.end < bytes.count, extend(&word) {}
        word.shape = word.countedShape
        finish(word)
    }

    /// Takes the character after the word into it; `false` where it is no part of the word.
    @inline(__always)
    private func extend(_ word: inout WordDraft) -> Bool {
        let byte = bytes[word.end]
        switch classes[Int(byte)] {
        case .letter, .digit:
            word.take(UInt32(byte), length: 1, isCapital: byte &- 65 < 26)
            if byte == 95 { word.shape.insert(.joined) }
        case .multibyte:
            let (value, length) = scalarValue(at: word.end)
            return extend(&word, by: value, length: length)
        case .mark:
            if byte == 38, let entity = EncodedCharacter.entity(bytes, at: word.end) {
                return extend(&word, by: entity.value, length: entity.length)
            }
            guard joinsLetters(before: word.end, after: word.end + 1), word.end > word.start,
                byte == 39 || byte == 45 || byte == 38
                    || byte == 46 && joinsAroundStop(word.end, start: word.start)
            else { return false }
            word.join(byte, length: 1)
        default: return false
        }
        return true
    }

    /// Takes a character that is not given as an ASCII byte.
    private func extend(_ word: inout WordDraft, by value: UInt32, length: Int) -> Bool {
        if value == 0x2019 || value == 0x02BC || value == 39 || value == 38 {
            if joinsLetters(before: word.end, after: word.end + length) {
                word.join(value == 38 ? 38 : 39, length: length)
                return true
            }
            guard value == 0x02BC else { return false }
        }
        if EncodedCharacter.isInvisible(value) {
            guard word.end > word.start, isWord(at: word.end + length) else { return false }
            word.end += length
            return true
        }
        guard value < 0x80 ? value | 0x20 &- 97 < 26 : Self.isLetter(value) else { return false }
        word.take(value, length: length, isCapital: LetterFolding.isCapital(value))
        return true
    }

    /// Whether a letter or a digit stands at `offset`, after what is not seen.
    private func isWord(at offset: Int) -> Bool {
        guard offset < bytes.count else { return false }
        return isWordByte(bytes[offset], at: offset)
    }

    /// Adds the word, its clitic apart from it and the stop of an abbreviation with it.
    private mutating func finish(_ word: WordDraft) {
        if word.apostrophe > word.start, let clitic = cliticKey(from: word.apostrophe, to: word.end)
        {
            push(.word, to: word.apostrophe, key: word.stem, shape: word.shape)
            push(.word, to: word.end, key: clitic, shape: .clitic)
            return
        }
        var (end, shape) = (word.end, word.shape)
        if end < bytes.count, bytes[end] == 46 {
            let single = shape.contains(.wide) && shape.contains(.capitalized)
            let dotted = end - word.start >= 3 && bytes[end - 2] == 46
            let isTagged = bytes[word.start + 1] == 45
            let key = isTagged ? afterParty(from: word.start, to: end) : word.key
            if let leading = Abbreviations.table[key],
                shape.contains(.capitalized) || dotted || Abbreviations.small.contains(word.key)
            {
                shape.insert(.abbreviated)
                if leading { shape.insert(.leading) }
                end += 1
            } else if single || dotted {
                shape.insert(.abbreviated)
                if single { shape.insert(.leading) }
                end += 1
            }
        }
        push(.word, to: end, key: word.key, shape: shape)
    }

    /// The key of “Wash” in “D-Wash.”: what stands after one letter and a hyphen, of at most seven letters.
    @inline(never)
    private func afterParty(from start: Int, to end: Int) -> UInt64 {
        (start + 2..<max(start + 2, min(end, start + 9))).reduce(LetterFolding.seed) {
            LetterFolding.extend($0, with: UInt32(bytes[$1] | 0x20))
        }
    }

    /// The key of “'s”, “'ll”, “'d”, “'m”, “'re”, “'ve” between the two offsets, or `nil`.
    private func cliticKey(from apostrophe: Int, to end: Int) -> UInt64? {
        let letters = apostrophe + LexemeScan.character(bytes, at: apostrophe).length
        guard end - letters <= 2, end > letters else { return nil }
        let first = bytes[letters] | 0x20
        let second = end - letters == 2 ? bytes[letters + 1] | 0x20 : 0
        switch (first, second) {
        case (115, 0), (100, 0), (109, 0), (108, 108), (114, 101), (118, 101):
            var key = LetterFolding.extend(LetterFolding.seed, with: 39)
            key = LetterFolding.extend(key, with: UInt32(first))
            return second == 0 ? key : LetterFolding.extend(key, with: UInt32(second))
        default: return nil
        }
    }

    /// Takes a number with its commas and decimals, and the letters on it: “1,000.5”, “2nd”, “$5m”.
    mutating func number() {
        let start = position
        var end = start
        var key = LetterFolding.seed
        var shape: Lexeme.Shape = []
        while end < bytes.count {
            let byte = bytes[end]
            let kind = classes[Int(byte)]
            if kind == .digit || kind == .letter {
                key = LetterFolding.extend(key, with: UInt32(byte))
                end += 1
            } else if byte == 44 || byte == 46, end + 1 < bytes.count,
                classes[Int(bytes[end + 1])] == .digit
            {
                end += 1
            } else if byte == 45, end + 1 < bytes.count,
                classes[Int(bytes[end + 1])] == .letter
                    || classes[Int(bytes[end + 1])] == .digit
            {
                end += 1
                shape.insert(.joined)
            } else {
                break
            }
        }
        push(.number, to: end, key: key, shape: shape)
    }

    /// Whether letters or digits stand on both sides.
    private func joinsLetters(before: Int, after: Int) -> Bool {
        guard before > position, after < bytes.count else { return false }
        return isWordByte(bytes[before - 1]) && isWordByte(bytes[after], at: after)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        let kind = classes[Int(byte)]
        return kind == .letter || kind == .digit || kind == .multibyte
    }

    private func isWordByte(_ byte: UInt8, at offset: Int) -> Bool {
        let kind = classes[Int(byte)]
        if kind == .multibyte { return Self.isLetter(scalarValue(at: offset).value) }
        return kind == .letter || kind == .digit
    }

    /// Whether the stop at `offset` stands within a word: “U.S”, “D-N.Y”, “example.org”, not “end.Next”.
    private func joinsAroundStop(_ offset: Int, start: Int) -> Bool {
        let next = bytes[offset + 1]
        let previousIsSingle =
            offset - start == 1 || bytes[offset - 2] == 46 || bytes[offset - 2] == 45
        let nextIsSingle =
            offset + 2 >= bytes.count || bytes[offset + 2] == 46
            || !isWordByte(bytes[offset + 2])
        if previousIsSingle && nextIsSingle { return true }
        return next &- 97 < 26 && offset - start > 1 && bytes[offset - 1] &- 97 < 26
            && !nextIsSingle
    }

    /// Whether a scalar outside ASCII is a letter: anything that is no mark and no white space.
    static func isLetter(_ value: UInt32) -> Bool {
        switch value {
        case 0...0x7F: value | 0x20 > 96 && value | 0x20 < 123
        case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: false
        case 0x2000...0x20CF, 0x2100...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE4F: false
        case 0xFEFF, 0xFF01...0xFF0F, 0xFFFC...0xFFFD, 0x1F000...0x1FAFF, 0xE0000...0xE007F: false
        case 0x1680: false
        default: true
        }
    }
}

/// A word as far as it has been read.
private struct WordDraft {
    let start: Int
    var end: Int
    var key = LetterFolding.seed
    var letters = 0
    var capitals = 0
    var shape: Lexeme.Shape = []
    /// Where its last apostrophe stands, or -1, and the key of what stands before that.
    var apostrophe = -1
    var stem = LetterFolding.seed

    init(start: Int) {
        self.start = start
        end = start
    }

    /// A word of which ASCII letters have been taken, none but the first of them a capital.
    init(start: Int, plainTo end: Int, key: UInt64, isCapitalized: Bool) {
        self.start = start
        self.end = end
        self.key = key
        letters = end - start
        capitals = isCapitalized ? 1 : 0
        shape = isCapitalized ? .capitalized : []
    }

    /// Its shape with what the number of its letters and capitals tells.
    @inline(__always)
    var countedShape: Lexeme.Shape {
        if letters == 1 { return shape.union(.wide) }
        return capitals == letters && letters > 1 ? shape.union(.allCapitals) : shape
    }

    /// Takes an ASCII letter, given as a small one.
    @inline(__always)
    mutating func take(_ small: UInt8, isCapital: Bool) {
        count(isCapital)
        key = (key ^ UInt64(small)) &* LetterFolding.prime
        end &+= 1
    }

    /// Takes a letter or a digit of `length` bytes.
    @inline(__always)
    mutating func take(_ value: UInt32, length: Int, isCapital: Bool) {
        count(isCapital)
        key = LetterFolding.extend(key, with: value)
        end += length
    }

    /// Takes a mark that joins the letters around it.
    @inline(__always)
    mutating func join(_ mark: UInt8, length: Int) {
        if mark == 39 {
            apostrophe = end
            stem = key
        } else if mark != 46 {
            shape.insert(.joined)
        }
        key = LetterFolding.extend(key, with: UInt32(mark))
        end += length
    }

    @inline(__always)
    private mutating func count(_ isCapital: Bool) {
        letters &+= 1
        guard isCapital else { return }
        capitals &+= 1
        if end == start { shape.insert(.capitalized) }
    }
}

/// What a byte can open.
enum ByteClass: UInt8 {
    case letter, digit, space, line, mark, multibyte

    /// The class of every byte.
    static let table: [ByteClass] = (0..<256).map { value in
        switch UInt8(value) {
        case 65...90, 97...122, 95: .letter
        case 48...57: .digit
        case 10, 13: .line
        case 0...32, 127: .space
        case 128...: .multibyte
        default: .mark
        }
    }
}
