/// Reads the numbers of a saved vocabulary, and refuses what cannot be.
struct PayloadReader {
    let bytes: [UInt8]
    /// Where the next byte stands.
    private(set) var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }
    /// How many bytes are left.
    var rest: Int { bytes.count - place }

    mutating func byte() throws(FeatureError) -> UInt8 {
        guard place < bytes.count else {
            throw .damagedVocabulary(reason: "it ends within a name")
        }
        place += 1
        return bytes[place - 1]
    }

    /// The next `count` bytes.
    mutating func bytes(_ count: Int) throws(FeatureError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest else {
            throw .damagedVocabulary(reason: "a name is too long at byte \(place)")
        }
        place += count
        return bytes[(place - count)..<place]
    }

    /// A whole number in LEB128: seven bits a byte, the lowest first, the highest bit telling that more follow.
    mutating func number() throws(FeatureError) -> Int {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 49, by: 7) {
            let next = try byte()
            result |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int(result) }
        }
        throw .damagedVocabulary(reason: "a number is too long at byte \(place)")
    }

    /// Gives the bytes of such a number, which is not negative, to `append`.
    static func write(_ number: Int, _ append: (UInt8) -> Void) {
        var rest = UInt64(number)
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
