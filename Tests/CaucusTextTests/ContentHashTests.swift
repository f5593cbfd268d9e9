import CaucusText
import Testing

@Suite("content hash")
struct ContentHashTests {
    private func hash(_ parts: [String?]) -> String {
        var hash = ContentHash()
        for part in parts { hash.combine(part) }
        return hash.hex
    }

    @Test func everyByteAndEveryBorderCounts() {
        let text = String(repeating: "The bridge of Lorn stays. ", count: 5)
        var seen: Set<String> = [hash([text])]
        var count = 1
        for i in 0..<text.utf8.count {
            var bytes = Array(text.utf8)
            bytes[i] ^= 1
            seen.insert(hash([String(decoding: bytes, as: UTF8.self)]))
            seen.insert(hash([String(text.dropLast(i)), String(text.suffix(i))]))
            count += 2
        }
        for parts in [[], [nil], [""], ["", ""], [nil, ""], ["\0"], ["\0\0"]] as [[String?]] {
            seen.insert(hash(parts))
            count += 1
        }
        #expect(seen.count == count)
        #expect(seen.allSatisfy { $0.utf8.count == 32 })
    }

    /// A flipped bit changes about half of the 128 bits; the bound is six standard deviations of the mean.
    @Test func aFlippedBitChangesHalfOfTheDigest() {
        func bits(_ hex: String) -> [Int] { hex.compactMap { $0.hexDigitValue } }
        let text = Array("Words about the bridge, forty bytes long.".utf8)
        let before = bits(hash([String(decoding: text, as: UTF8.self)]))
        var changed = 0
        for i in text.indices {
            var other = text
            other[i] ^= 2
            let after = bits(hash([String(decoding: other, as: UTF8.self)]))
            changed += zip(before, after).reduce(0) { $0 + ($1.0 ^ $1.1).nonzeroBitCount }
        }
        let mean = Double(changed) / Double(text.count)
        #expect(mean > 58.7 && mean < 69.3)
    }

    /// Stores depend on it: a hash that changes makes every document be scored again.
    @Test func theHashStaysAsItIs() {
        #expect(hash(["Words.", nil, "“é”"]) == Self.known)
    }

    private static let known = "1943c3468d70b2099e952e79fd642a7d"
}
