/// Folds letters for comparison: case and accents are dropped, so that “Éluard”, “ELUARD” and a
/// decomposed “Éluard” have one key.
///
/// The tables cover ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; any other letter stands for
/// itself.
package enum LetterFolding {
    /// The hash of no letters, from which ``extend(_:with:)`` starts (FNV-1a).
    package static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// What each step multiplies by.
    static let prime: UInt64 = 0x100_0000_01b3

    /// The hash `key` after one more folded scalar; combining marks leave it as it is.
    @inline(__always)
    package static func extend(_ key: UInt64, with scalar: UInt32) -> UInt64 {
        if scalar < 0x80 {
            let lower = scalar &- 65 < 26 ? scalar | 0x20 : scalar
            return (key ^ UInt64(lower)) &* 0x100_0000_01b3
        }
        let folded = fold(scalar)
        return folded == 0 ? key : (key ^ UInt64(folded)) &* 0x100_0000_01b3
    }

    /// The key of a word of a word list.
    package static func key(of word: some StringProtocol) -> UInt64 {
        word.unicodeScalars.reduce(seed) { extend($0, with: $1.value) }
    }

    /// The same of a `String`, by its bytes where they are ASCII, as nearly all of the lists are.
    package static func key(of word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { key(ofUTF8: $0) }
    }

    /// The key of a word given in UTF-8.
    package static func key(ofUTF8 bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key = seed
        for byte in bytes {
            guard byte < 0x80 else {
                return String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(seed) {
                    extend($0, with: $1.value)
                }
            }
            key = extend(key, with: UInt32(byte))
        }
        return key
    }

    /// The scalar without case and accent; 0 for a combining mark, which adds nothing.
    package static func fold(_ scalar: UInt32) -> UInt32 {
        switch scalar {
        case 65...90: return scalar | 0x20
        case 0...0x7F: return scalar
        case 0x2019, 0x2018, 0x02BC: return 39
        case 0xC0...0x17F: return UInt32(bases[Int(scalar - 0xC0)])
        case 0x300...0x36F: return 0
        case 0x391...0x3A9: return scalar + 32
        case 0x410...0x42F: return scalar + 32
        case 0x400...0x40F: return scalar + 80
        default: return scalar
        }
    }

    /// Whether the scalar is a capital letter of the covered scripts.
    @inline(__always)
    package static func isCapital(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return scalar &- 65 < 26 }
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xDE: return true
        case 0x100...0x137, 0x14A...0x177: return scalar & 1 == 0
        case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1
        case 0x178: return true
        case 0x391...0x3A9, 0x400...0x42F: return true
        default: return false
        }
    }

    /// Base letters of U+00C0…U+017F.
    private static let bases: [UInt8] = Array(
        ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllll"
            + "lnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
            .utf8)
}

extension String {
    /// The text with ASCII capitals made small; every byte offset stays as it is.
    ///
    /// - Complexity: O(bytes); letters outside ASCII keep their case.
    public var asciiLowercased: String {
        String(decoding: utf8.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
