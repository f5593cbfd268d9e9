/// A fuzzer's bytes read as choices of a grammar: each byte takes one of the ways on.
///
/// The first way is what is usual: bytes that are used up, or zero, give usual input, and what a fuzzer changes in one
/// place changes one choice. So most of what is made has an answer, and the rest is wrong in one place or two.
public struct Choices {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var next = 0

    /// Creates the choices of `bytes`, which must outlive it.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// A byte, zero after the last.
    public mutating func byte() -> UInt8 {
        guard next < bytes.count else { return 0 }
        defer { next += 1 }
        return bytes[next]
    }

    /// A number from 0 to under `bound`, up to 256.
    public mutating func below(_ bound: Int) -> Int { Int(byte()) % bound }

    /// Whether something rare happens, once in `count` times, up to 256.
    public mutating func isOne(in count: Int) -> Bool { below(count) == count - 1 }

    /// One of the values.
    public mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// Up to `count` bytes as they are.
    public mutating func raw(_ count: Int) -> [UInt8] {
        let end = min(next + below(count + 1), bytes.count)
        defer { next = max(next, end) }
        return next < end ? Array(bytes[next..<end]) : []
    }

    /// Text that fits nowhere in particular: empty, blank, numbers without measure, marks of other notations, bytes.
    public mutating func odd() -> [UInt8] {
        let words = [
            "", " ", "\u{0}", "\u{2028}", "-1", "0", "1e999", "nan", "9223372036854775807",
            "-9223372036854775808", "18446744073709551616", "1.5", "[", "{}", "null", "=1+1", "'",
            "\"", "a\nb", "\u{FEFF}x", "é\u{301}\u{1F6A2}", "favor", "d:0-4", "2031-02-30",
        ]
        let n = below(words.count + 4)
        if n < words.count { return Array(words[n].utf8) }
        return n == words.count
            ? [UInt8](repeating: 0x39, count: 400) : raw(24)
    }
}
