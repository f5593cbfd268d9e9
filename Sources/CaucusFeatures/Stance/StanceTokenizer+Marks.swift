extension StanceTokenizer {
    /// For each byte: 0 white space and controls, 1 a mark, 2 apostrophe, 3 may begin a mark beyond ASCII,
    /// 4 part of a word.
    static let byteKinds: [UInt8] = {
        var kinds = [UInt8](repeating: 1, count: 256)
        for byte in 0...0x20 { kinds[byte] = 0 }
        kinds[0x7F] = 0
        for byte in 0x30...0x39 { kinds[byte] = 4 }
        for byte in 0x41...0x5A { kinds[byte] = 4 }
        for byte in 0x61...0x7A { kinds[byte] = 4 }
        kinds[0x5F] = 4
        for byte in 0x80...0xFF { kinds[byte] = 4 }
        kinds[0xE2] = 3
        kinds[0xC2] = 3
        return kinds
    }()

    /// A mark beyond ASCII.
    struct Mark {
        var kind: StanceToken.Kind?
        var letter: UInt8
        var length: Int
        var opens: Bool?
    }

    /// The general punctuation (U+2000…U+206F) or mark of Latin-1 at `p`, or `nil`; spaces have no kind.
    @inline(__always)
    static func punctuation(_ p: UnsafePointer<UInt8>, _ count: Int) -> Mark? {
        if p[0] == 0xE2, count >= 3, p[1] == 0x80 || p[1] == 0x81 {
            guard p[1] == 0x80 else { return Mark(kind: nil, letter: 0x20, length: 3) }
            switch p[2] {
            case 0x98: return Mark(kind: .mark, letter: 0x60, length: 3)
            case 0x99: return Mark(kind: .mark, letter: 0x27, length: 3)
            case 0x9C, 0x9E: return Mark(kind: .quote, letter: 0x22, length: 3, opens: true)
            case 0x9D: return Mark(kind: .quote, letter: 0x22, length: 3, opens: false)
            case 0x90...0x95: return Mark(kind: .mark, letter: 0x2D, length: 3)
            case 0xA6: return Mark(kind: .mark, letter: 0x2E, length: 3)
            default: return Mark(kind: nil, letter: 0x20, length: 3)
            }
        }
        if p[0] == 0xC2, count >= 2 {
            switch p[1] {
            case 0xAB: return Mark(kind: .quote, letter: 0x22, length: 2, opens: true)
            case 0xBB: return Mark(kind: .quote, letter: 0x22, length: 2, opens: false)
            default: return Mark(kind: nil, letter: 0x20, length: 2)
            }
        }
        return nil
    }
}
