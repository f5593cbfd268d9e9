/// A 128-bit hash of several texts, to tell whether a document has changed: not against forgers.
///
/// Two lanes of folded multiplications take sixteen bytes at a time; each text counts with its length, so
/// that it matters where one ends and the next begins. The same on every machine and in every run.
///
/// - Complexity: O(bytes), some gigabytes a second.
public struct ContentHash: Sendable {
    private var a: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    private static let first: UInt64 = 0xA076_1D64_78BD_642F
    private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB
    private static let third: UInt64 = 0x8EBC_6AF0_9C88_C6E3
    private static let fourth: UInt64 = 0x5899_65CC_7537_4CC3

    /// Creates the hash of nothing yet.
    public init() {}

    /// Creates a hash that differs from process to process where `secret` does, so that nobody who writes the
    /// texts can know which of them meet.
    package init(secret: UInt64) {
        a ^= secret
        b ^= secret &* Self.first
    }

    /// Takes a text in; `nil` is another thing than an empty one.
    public mutating func combine(_ text: String?) {
        guard var text else { return mix(.max, .max) }
        text.withUTF8 { bytes in
            mix(UInt64(bytes.count), Self.third)
            guard let base = UnsafeRawPointer(bytes.baseAddress) else { return }
            var i = 0
            while i + 16 <= bytes.count {
                mix(
                    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i, as: UInt64.self)),
                    UInt64(
                        littleEndian: base.loadUnaligned(fromByteOffset: i + 8, as: UInt64.self)))
                i += 16
            }
            guard i < bytes.count else { return }
            var rest: (UInt64, UInt64) = (0, 0)
            for k in i..<bytes.count {
                if k - i < 8 {
                    rest.0 |= UInt64(bytes[k]) << UInt64(8 * (k - i))
                } else {
                    rest.1 |= UInt64(bytes[k]) << UInt64(8 * (k - i - 8))
                }
            }
            mix(rest.0, rest.1)
        }
    }

    private mutating func mix(_ x: UInt64, _ y: UInt64) {
        a = Self.folded(a ^ x ^ Self.first, y ^ Self.second) &+ a &* Self.third
        b = Self.folded(b ^ y ^ Self.third, x ^ Self.fourth) &+ b &* Self.first
    }

    /// The two halves of a product, folded.
    private static func folded(_ x: UInt64, _ y: UInt64) -> UInt64 {
        let product = x.multipliedFullWidth(by: y)
        return product.high ^ product.low
    }

    /// The two halves of the hash.
    package var value: (UInt64, UInt64) {
        let x = Self.folded(a ^ Self.second, b ^ Self.fourth)
        return (x, Self.folded(b &+ Self.first, a ^ x))
    }

    /// The hash in hexadecimal, 32 digits.
    public var hex: String {
        let (x, y) = value
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 32) { out in
            for i in 0..<16 {
                out[i] = digits[Int(x >> UInt64(60 - 4 * i) & 15)]
                out[16 + i] = digits[Int(y >> UInt64(60 - 4 * i) & 15)]
            }
            return 32
        }
    }
}
