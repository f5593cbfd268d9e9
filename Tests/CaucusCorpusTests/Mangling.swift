import CaucusMatrix

/// `bytes` cut, changed, doubled and mixed with those of `other`, a few times.
func mangled(_ bytes: [UInt8], with other: [UInt8], _ g: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &g) where !bytes.isEmpty {
        let i = Int.random(in: 0..<bytes.count, using: &g)
        switch Int.random(in: 0...6, using: &g) {
        case 0: bytes.removeLast(i)
        case 1: bytes.removeSubrange(0..<min(i, 40))
        case 2: bytes[i] ^= 1 << UInt8.random(in: 0...7, using: &g)
        case 3: bytes[i] = [0, 0xFF, 0x7F, 0x80, 0x0A][Int.random(in: 0..<5, using: &g)]
        case 4 where !other.isEmpty:
            let from = Int.random(in: 0..<other.count, using: &g)
            bytes.insert(contentsOf: other[from...].prefix(60), at: i)
        case 5: bytes.removeSubrange(i..<min(i + 50, bytes.count))
        default:
            // A number that is far too great, as sizes and offsets are written.
            for k in i..<min(i + 4, bytes.count) { bytes[k] = 0xFF }
        }
    }
    return bytes
}
