#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension UnsafeBufferPointer where Element == UInt8 {
    /// Where `byte` first stands, or `nil`.
    func firstByte(_ byte: UInt8) -> Int? {
        guard let base = baseAddress, let found = memchr(base, Int32(byte), count) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether `word` stands somewhere.
    func contains(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        var start = 0
        while start + word.count <= count {
            let rest = UnsafeBufferPointer(rebasing: self[start...])
            guard let found = rest.firstByte(first) else { return false }
            start += found
            if rest[found...].starts(with: word) { return true }
            start += 1
        }
        return false
    }

    /// The number of line feeds.
    var lineFeeds: Int {
        var n = 0
        var i = 0
        if let base = UnsafeRawPointer(baseAddress) {
            let seven: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
            while i + 8 <= count {
                // A byte of `x` is 0 where a line feed stands; the sum carries into no other byte.
                let x =
                    base.loadUnaligned(fromByteOffset: i, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
                n += (~((x & seven) + seven | x | seven)).nonzeroBitCount
                i += 8
            }
        }
        for byte in self[i...] where byte == 0x0A { n += 1 }
        return n
    }

    /// The first byte that is not part of valid UTF-8, or `nil` where all is well.
    ///
    /// Overlong forms, surrogates and what lies above U+10FFFF are invalid, as RFC 3629 says.
    ///
    /// - Complexity: O(bytes), eight at a time where they are ASCII.
    var firstInvalidUTF8: Int? {
        var i = 0
        while true {
            i = endOfASCII(from: i)
            guard i < count else { return nil }
            let length = sequenceLength(at: i)
            guard length > 0 else { return i }
            i += length
        }
    }

    private func endOfASCII(from start: Int) -> Int {
        var i = start
        if let base = baseAddress {
            while i + 8 <= count {
                let word = UnsafeRawPointer(base + i).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                i += 8
            }
        }
        while i < count, self[i] < 0x80 { i += 1 }
        return i
    }

    /// The length of the sequence that starts at a byte of 0x80 or more; 0 where it is invalid.
    private func sequenceLength(at i: Int) -> Int {
        let (length, low, high): (Int, UInt8, UInt8) =
            switch self[i] {
            case 0xC2...0xDF: (2, 0x80, 0xBF)
            case 0xE0: (3, 0xA0, 0xBF)
            case 0xED: (3, 0x80, 0x9F)
            case 0xE1...0xEF: (3, 0x80, 0xBF)
            case 0xF0: (4, 0x90, 0xBF)
            case 0xF1...0xF3: (4, 0x80, 0xBF)
            case 0xF4: (4, 0x80, 0x8F)
            default: (0, 0, 0)
            }
        guard length > 0, i + length <= count, self[i + 1] >= low, self[i + 1] <= high else {
            return 0
        }
        for k in (i + 2)..<(i + length) where self[k] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
