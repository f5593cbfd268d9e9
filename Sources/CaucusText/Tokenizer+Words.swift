/// Words and numbers.
extension LexemeScan {
    /// Takes a word: letters, digits, and the hyphens, apostrophes and stops within it.
    mutating func word() {
        let start = position
        var end = start
        var key = LetterFolding.seed
        var letters = 0
        var capitals = 0
        var shape: Lexeme.Shape = []
        var apostrophe = -1
        var keyBeforeApostrophe = key
        // Most words are small ASCII letters to their end.
        while end < bytes.count, case let byte = bytes[end], (byte | 0x20) &- 97 < 26 {
            if byte < 97 {
                capitals += 1
                if end == start { shape.insert(.capitalized) }
            }
            key = (key ^ UInt64(byte | 0x20)) &* LetterFolding.prime
            end &+= 1
        }
        letters = end - start
        scan: while end < bytes.count {
            let byte = bytes[end]
            switch classes[Int(byte)] {
            case .letter, .digit:
                if byte &- 65 < 26 {
                    capitals += 1
                    if end == start { shape.insert(.capitalized) }
                }
                letters += 1
                key = LetterFolding.extend(key, with: UInt32(byte))
                end += 1
            case .multibyte:
                let (value, length) = scalarValue(at: end)
                if value == 0x2019 || value == 0x02BC,
                    joinsLetters(before: end, after: end + length)
                {
                    apostrophe = end
                    keyBeforeApostrophe = key
                    key = LetterFolding.extend(key, with: 39)
                    end += length
                    continue scan
                }
                guard Self.isLetter(value) else { break scan }
                if LetterFolding.isCapital(value) {
                    capitals += 1
                    if end == start { shape.insert(.capitalized) }
                }
                letters += 1
                key = LetterFolding.extend(key, with: value)
                end += length
            case .mark:
                guard joinsLetters(before: end, after: end + 1), end > start else { break scan }
                if byte == 39 {
                    apostrophe = end
                    keyBeforeApostrophe = key
                } else if byte == 46 {
                    guard joinsAroundStop(end, start: start) else { break scan }
                } else if byte != 45 && byte != 38 {
                    break scan
                }
                key = LetterFolding.extend(key, with: UInt32(byte))
                end += 1
            default: break scan
            }
        }
        if capitals == letters && letters > 1 { shape.insert(.allCapitals) }
        if letters == 1 { shape.insert(.wide) }
        finishWord(
            start: start, end: end, key: key, shape: shape, apostrophe: apostrophe,
            stem: keyBeforeApostrophe)
    }

    /// Adds the word, its clitic apart from it and the stop of an abbreviation with it.
    private mutating func finishWord(
        start: Int, end: Int, key: UInt64, shape: Lexeme.Shape, apostrophe: Int, stem: UInt64
    ) {
        if apostrophe > start, let clitic = cliticKey(from: apostrophe, to: end) {
            push(.word, to: apostrophe, key: stem, shape: shape)
            push(.word, to: end, key: clitic, shape: .clitic)
            return
        }
        var shape = shape
        var end = end
        if end < bytes.count, bytes[end] == 46 {
            let single = shape.contains(.wide) && shape.contains(.capitalized)
            let dotted = end - start >= 3 && bytes[end - 2] == 46
            if let leading = Abbreviations.table[key],
                shape.contains(.capitalized) || dotted || Abbreviations.small.contains(key)
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
        push(.word, to: end, key: key, shape: shape)
    }

    /// The key of “'s”, “'ll”, “'d”, “'m”, “'re”, “'ve” between the two offsets, or `nil`.
    private func cliticKey(from apostrophe: Int, to end: Int) -> UInt64? {
        let letters = apostrophe + (bytes[apostrophe] == 39 ? 1 : bytes[apostrophe] < 0xE0 ? 2 : 3)
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
            } else {
                break
            }
        }
        push(.number, to: end, key: key, shape: [])
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

    /// Whether the stop at `offset` stands within a word: “U.S”, “example.org”, not “end.Next”.
    private func joinsAroundStop(_ offset: Int, start: Int) -> Bool {
        let next = bytes[offset + 1]
        let previousIsSingle = offset - start == 1 || bytes[offset - 2] == 46
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
