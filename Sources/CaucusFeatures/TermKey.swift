/// Names of terms as 64-bit keys.
///
/// A term of up to seven bytes *is* its key (bytes, length and kind packed), so that most look-ups
/// compare nothing else; a longer one has a hash for a key, and its bytes settle a tie.
enum TermKey {
    /// What a term is made of.
    enum Kind: UInt64 {
        case characters = 0
        case word = 1
        case words = 2
    }

    private static let hashed: UInt64 = 0x80 << 56
    private static let low: UInt64 = (1 << 56) - 1

    /// Whether the key holds the whole term.
    @inline(__always)
    static func isExact(_ key: UInt64) -> Bool { key & hashed == 0 }

    /// What the term is made of.
    static func kind(_ key: UInt64) -> Kind { Kind(rawValue: key >> 59 & 3) ?? .characters }

    /// The bytes an exact key holds.
    static func bytes(_ key: UInt64) -> [UInt8] {
        (0..<Int(key >> 56 & 7)).map { UInt8(truncatingIfNeeded: key >> (8 * UInt64($0))) }
    }

    /// Appends the bytes an exact key holds.
    @inline(__always)
    static func appendBytes(_ key: UInt64, to result: inout Buffer<UInt8>) {
        result.reserve(result.count + 8)
        UnsafeMutableRawPointer(result.base + result.count)
            .storeBytes(of: key.littleEndian, as: UInt64.self)
        result.lengthen(by: Int(key >> 56 & 7))
    }

    /// Eight bytes as one number, the first one lowest.
    @inline(__always)
    static func eightBytes(at p: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(p).loadUnaligned(as: UInt64.self))
    }

    /// What keeps the first `count` bytes of eight, `count` up to 7.
    @inline(__always)
    static func mask(_ count: Int) -> UInt64 { 1 &<< (8 &* UInt64(count)) &- 1 }

    /// The key of the bytes of one word or one run of characters.
    @inline(__always)
    static func key(_ kind: Kind, _ p: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        if count <= 7 {
            var key: UInt64 = 0
            for i in 0..<count { key |= UInt64(p[i]) << (8 * UInt64(i)) }
            return exact(kind, packed: key, count: count)
        }
        return hashed | kind.rawValue << 59 | hash(p, count) & low
    }

    /// The key of up to seven bytes that are already packed, the first one lowest.
    @inline(__always)
    static func exact(_ kind: Kind, packed: UInt64, count: Int) -> UInt64 {
        packed | (kind.rawValue << 3 | UInt64(count)) << 56
    }

    /// The key of an n-gram of words: of its head, one word shorter, and its last word.
    @inline(__always)
    static func key(head: UInt64, word: UInt64) -> UInt64 {
        hashed | Kind.words.rawValue << 59 | mix(head &* 0x9E37_79B9_7F4A_7C15 ^ mix(word)) & low
    }

    /// A hash of `count` bytes.
    @inline(__always)
    static func hash(_ p: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var h: UInt64 = 0x51_7C_C1_B7_27_22_0A_95 ^ UInt64(count)
        var i = 0
        while i + 8 <= count {
            h = (h ^ eightBytes(at: p + i)) &* 0x9E37_79B9_7F4A_7C15
            h ^= h >> 32
            i += 8
        }
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while i < count {
            rest |= UInt64(p[i]) << shift
            shift += 8
            i += 1
        }
        return mix(h ^ rest)
    }

    /// Spreads the bits of a key.
    @inline(__always)
    static func mix(_ key: UInt64) -> UInt64 {
        var h = key
        h ^= h >> 32
        h = h &* 0xD6E8_FEB8_6659_FD93
        h ^= h >> 32
        h = h &* 0xD6E8_FEB8_6659_FD93
        return h ^ h >> 32
    }
}
