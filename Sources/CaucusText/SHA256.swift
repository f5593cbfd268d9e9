/// The SHA-256 digest of bytes, for content hashes and checksums (FIPS 180-4).
///
/// Written here because a hash is all Caucus needs of a cryptography library, and building one costs more
/// than building all of Caucus. No secret passes through it.
///
/// - Complexity: O(bytes), a few hundred MB/s a core.
public struct SHA256: Sendable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var pending: [UInt8] = []
    private var length: UInt64 = 0

    /// Creates the digest of nothing yet.
    public init() {}

    /// The digest of the UTF-8 bytes of `text`, in hexadecimal.
    public static func hex(of text: String) -> String {
        var digest = SHA256()
        digest.update(utf8Of: text)
        return digest.hex()
    }

    /// Takes more bytes in.
    public mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { update($0) }
    }

    /// Takes the UTF-8 bytes of `text` in.
    public mutating func update(utf8Of text: String) {
        var text = text
        text.withUTF8 { update($0) }
    }

    private mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        length += UInt64(bytes.count)
        var start = 0
        if !pending.isEmpty {
            start = min(64 - pending.count, bytes.count)
            pending.append(contentsOf: bytes[..<start])
            guard pending.count == 64 else { return }
            let block = pending
            pending.removeAll(keepingCapacity: true)
            block.withUnsafeBufferPointer { compress($0, blocks: 1) }
        }
        let blocks = (bytes.count - start) / 64
        compress(UnsafeBufferPointer(rebasing: bytes[start...]), blocks: blocks)
        pending.append(contentsOf: bytes[(start + 64 * blocks)...])
    }

    /// The digest of all bytes taken in, in hexadecimal.
    public func hex() -> String {
        var last = self
        let bits = length &* 8
        let zeros = (119 - Int(length % 64)) % 64
        last.update([0x80] + [UInt8](repeating: 0, count: zeros))
        last.update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        for word in last.state {
            for shift in stride(from: UInt32(28), through: 0, by: -4) {
                out.append(digits[Int(word >> shift & 0xF)])
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Works `blocks` blocks of 64 bytes in; the schedule keeps its last sixteen words only.
    private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, blocks: Int) {
        guard blocks > 0, let base = UnsafeRawPointer(bytes.baseAddress) else { return }
        Self.constants.withUnsafeBufferPointer { constants in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
                state.withUnsafeMutableBufferPointer { state in
                    for block in 0..<blocks {
                        Self.compress(base + 64 * block, schedule, constants, state)
                    }
                }
            }
        }
    }

    private static func compress(
        _ bytes: UnsafeRawPointer, _ w: UnsafeMutableBufferPointer<UInt32>,
        _ k: UnsafeBufferPointer<UInt32>, _ state: UnsafeMutableBufferPointer<UInt32>
    ) {
        func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for t in 0..<64 {
            let i = t & 15
            if t < 16 {
                w[i] = UInt32(
                    bigEndian: bytes.loadUnaligned(fromByteOffset: 4 * t, as: UInt32.self))
            } else {
                let x = w[(t &+ 1) & 15]
                let y = w[(t &+ 14) & 15]
                let s0 = rotate(x, 7) ^ rotate(x, 18) ^ x &>> 3
                let s1 = rotate(y, 17) ^ rotate(y, 19) ^ y &>> 10
                w[i] = w[i] &+ s0 &+ w[(t &+ 9) & 15] &+ s1
            }
            let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ k[t] &+ w[i]
            let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let t2 = s0 &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
        state[5] &+= f
        state[6] &+= g
        state[7] &+= h
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
        0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
        0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
        0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
        0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]
}
