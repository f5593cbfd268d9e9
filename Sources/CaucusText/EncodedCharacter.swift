/// Characters that a text holds in another writing: HTML entities, and UTF-8 or Windows-1252 that was read as another
/// encoding.
///
/// Nothing is replaced, so that every offset stays that of the text: a character is longer, and its key is that of
/// the letter meant.
enum EncodedCharacter {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The character of the entity that opens with the “&” at `offset` (“&rsquo;”, “&#39;”, “&amp;#39;”), and its length;
    /// `nil` where it is no entity.
    ///
    /// - Complexity: O(1): the longest name has eight letters.
    static func entity(_ bytes: Bytes, at offset: Int) -> (value: UInt32, length: Int)? {
        guard let first = entityBody(bytes, from: offset + 1) else { return nil }
        // A page that was escaped twice.
        if first.value == 38, let second = entityBody(bytes, from: first.end) {
            return (meant(second.value), second.end - offset)
        }
        return (meant(first.value), first.end - offset)
    }

    /// “rsquo;” or “#39;” from `start`, and where it ends.
    private static func entityBody(_ bytes: Bytes, from start: Int) -> (value: UInt32, end: Int)? {
        guard start + 2 < bytes.count else { return nil }
        let limit = min(bytes.count, start + 10)
        guard let stop = (start..<limit).first(where: { bytes[$0] == UInt8(ascii: ";") }),
            stop > start
        else { return nil }
        if bytes[start] == UInt8(ascii: "#") {
            return number(bytes, start + 1..<stop).map { ($0, stop + 1) }
        }
        let key = bytes[start..<stop].reduce(LetterFolding.seed) {
            ($0 ^ UInt64($1)) &* LetterFolding.prime
        }
        return named[key].map { ($0, stop + 1) }
    }

    /// “39” or “x27” as a scalar.
    private static func number(_ bytes: Bytes, _ digits: Range<Int>) -> UInt32? {
        let isHex = digits.count > 1 && bytes[digits.lowerBound] | 0x20 == UInt8(ascii: "x")
        let text = String(decoding: bytes[isHex ? digits.dropFirst() : digits], as: UTF8.self)
        guard let value = UInt32(text, radix: isHex ? 16 : 10), Unicode.Scalar(value) != nil,
            value > 0
        else { return nil }
        return value
    }

    /// The scalar at `offset` with what a wrong encoding made of it undone, and its length: “â€œ” is “““, “Ã©” is “é”,
    /// the control character 0x92 is “’”.
    ///
    /// - Parameter value: The scalar that stands there, of `length` bytes.
    static func undone(
        _ bytes: Bytes, at offset: Int, value: UInt32, length: Int
    ) -> (value: UInt32, length: Int) {
        let once = undone(bytes, at: offset, (value, length), by: plain)
        guard once.length > length else { return (meant(value), length) }
        // What was mangled twice: “Ã¢â‚¬â„¢”.
        let twice = undone(bytes, at: offset, once, by: mangledOnce)
        return (meant(twice.value), twice.length)
    }

    /// One character of a text that was mangled twice as it was after the first time.
    private static func mangledOnce(
        _ bytes: Bytes, _ offset: Int
    ) -> (value: UInt32, length: Int) {
        undone(
            bytes, at: offset, plain(bytes, offset), by: plain, opening: [0xC2, 0xC3, 0xC5, 0xCB])
    }

    /// Undoes one misreading of two or three characters, of which the first is read already.
    ///
    /// - Parameter opening: What opens two characters that were one.
    private static func undone(
        _ bytes: Bytes, at offset: Int, _ first: (value: UInt32, length: Int),
        by read: (Bytes, Int) -> (value: UInt32, length: Int), opening: [UInt32] = [0xC2, 0xC3]
    ) -> (value: UInt32, length: Int) {
        let next = offset + first.length
        guard first.value == 0xE2 || opening.contains(first.value), next < bytes.count else {
            return first
        }
        let second = read(bytes, next)
        guard let low = windowsByte(second.value) else { return first }
        if first.value != 0xE2 {
            // “AMANHÃ”” is a word and its mark.
            guard !marks.contains(second.value) || opening.count > 2 else { return first }
            return ((first.value & 0x1F) << 6 | (low & 0x3F), first.length + second.length)
        }
        let two = first.length + second.length
        let third = offset + two < bytes.count ? read(bytes, offset + two) : (0, 0)
        guard let last = windowsByte(third.0) else {
            // The closing mark “â€” lost its last byte, which Windows-1252 does not have; “realâ€world” lost another.
            guard low == 0x80, !LexemeScan.isLetter(third.0) else { return first }
            return (0x201D, two + (third.0 == 0xFFFD ? third.1 : 0))
        }
        let value = 0x2000 | (low & 0x3F) << 6 | (last & 0x3F)
        guard low == 0x80 || value == 0x20AC || value == 0x2122 else { return first }
        return (value, two + third.1)
    }

    private static func plain(_ bytes: Bytes, _ offset: Int) -> (value: UInt32, length: Int) {
        LexemeScan.scalar(bytes, at: offset)
    }

    private static let marks: Set<UInt32> = [
        0x201C, 0x201D, 0x2018, 0x2019, 0xAB, 0xBB, 0x2026,
    ]

    /// A control character of 0x80 to 0x9F as Windows-1252 means it.
    private static func meant(_ value: UInt32) -> UInt32 {
        value &- 0x80 < 0x20 ? windows[Int(value - 0x80)] : value
    }

    /// The byte from 0x80 to 0xBF that Windows-1252, or Latin-1, shows as `value`; `nil` for others.
    private static func windowsByte(_ value: UInt32) -> UInt32? {
        if value &- 0x80 < 0x40 { return value }
        guard value > 0xFF, let place = windows.firstIndex(of: value) else { return nil }
        return UInt32(place) + 0x80
    }

    /// Whether nothing is to be seen of a scalar: soft hyphens, joiners, marks of direction.
    @inline(__always)
    static func isInvisible(_ value: UInt32) -> Bool {
        switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    /// What Windows-1252 means by 0x80 to 0x9F (WHATWG Encoding, index windows-1252).
    private static let windows: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
        0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]

    /// Scalars by the key of the entity's name, whose case counts (HTML 4.01, section 24).
    private static let named: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        func add(_ name: Substring, _ value: UInt32) {
            let key = name.utf8.reduce(LetterFolding.seed) {
                ($0 ^ UInt64($1)) &* LetterFolding.prime
            }
            table[key] = value
        }
        for (i, name) in latin.split(separator: " ").enumerated() { add(name, 160 + UInt32(i)) }
        for pair in others.split(separator: " ") {
            let parts = pair.split(separator: "=")
            add(parts[0], UInt32(parts[1], radix: 16) ?? 0xFFFD)
        }
        return table
    }()

    /// The entities of U+00A0 to U+00FF, in order.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
        acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
        Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc \
        Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml \
        aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc \
        otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
        """

    private static let others = """
        quot=22 amp=26 apos=27 lt=3C gt=3E OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 ensp=2002 \
        emsp=2003 thinsp=2009 zwnj=200C zwj=200D lrm=200E rlm=200F ndash=2013 mdash=2014 horbar=2015 lsquo=2018 \
        rsquo=2019 sbquo=201A ldquo=201C rdquo=201D bdquo=201E bull=2022 hellip=2026 prime=2032 Prime=2033 \
        lsaquo=2039 rsaquo=203A euro=20AC trade=2122 minus=2212
        """
}

extension String {
    /// The characters that `bytes` mean, for a name or a cue that is shown by itself: entities and mangled letters as what
    /// they stand for, without what is invisible, a word that was parted at the end of a line in one, and every run of
    /// white space one space.
    ///
    /// - Complexity: O(bytes).
    package init(readable bytes: UnsafeBufferPointer<UInt8>) {
        var scalars = String.UnicodeScalarView()
        var i = 0
        var isSpaced = false
        while i < bytes.count {
            let (value, length) = LexemeScan.character(bytes, at: i)
            i += length
            if EncodedCharacter.isInvisible(value) { continue }
            if value <= 32 || value == 0xA0 || value &- 0x2000 < 11 || value &- 0x2028 < 2 {
                isSpaced = true
                let isParted = value == 10 && i < bytes.count && bytes[i] &- 97 < 26
                if isParted, scalars.last == "-" {
                    scalars.removeLast()
                    isSpaced = false
                }
                continue
            }
            if isSpaced, !scalars.isEmpty { scalars.append(" ") }
            isSpaced = false
            scalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        self.init(scalars)
    }
}
