import CaucusText
import Foundation

/// Writes a name as an id: `jose-nunez` for “José Núñez”.
///
/// Lower case, a hyphen between words, no accents on Latin letters; letters of other scripts stay as they are.
/// Apostrophes and full stops are no gaps: `agnes-odowd`, `ap`. Whatever names somebody or something in an id, a
/// file or a table goes through here, so that one name is one id everywhere.
package enum NameSlug {
    /// The slug of `name`; empty where it holds no letter and no digit.
    ///
    /// - Complexity: O(bytes).
    package static func slug(_ name: some StringProtocol) -> String {
        var name = String(name)
        if let slug = name.withUTF8({ ascii($0) }) { return slug }
        // “Niño” is “Nino” from here on.
        var plain = plain(name)
        return plain.withUTF8 { ascii($0) } ?? slug(ofPlain: plain)
    }

    /// The slug of bytes in ASCII, or `nil` where one is not.
    static func ascii(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        guard !name.contains(where: { $0 >= 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: name.count) { slug in
            var count = 0
            var gap = false
            for byte in name {
                let small = byte &- 65 < 26 ? byte | 0x20 : byte
                if small &- 97 < 26 || small &- 48 < 10 {
                    if gap && count > 0 {
                        slug[count] = UInt8(ascii: "-")
                        count += 1
                    }
                    gap = false
                    slug[count] = small
                    count += 1
                } else if byte != UInt8(ascii: "'") && byte != UInt8(ascii: ".") {
                    gap = true
                }
            }
            return count
        }
    }

    private static func slug(ofPlain name: String) -> String {
        var slug = String.UnicodeScalarView()
        var gap = false
        for scalar in name.lowercased().unicodeScalars {
            if !scalar.isASCII || "a"..."z" ~= scalar || "0"..."9" ~= scalar {
                if gap && !slug.isEmpty { slug.append("-") }
                gap = false
                slug.append(scalar)
            } else if scalar != "'" && scalar != "." {
                gap = true
            }
        }
        return String(slug).precomposedStringWithCanonicalMapping
    }

    /// A name whose Latin letters are ASCII, capitals as they are, and whose marks are those of ASCII: curly
    /// apostrophes and quotation marks straight, hyphens that do not break as hyphens, and any other mark a space.
    /// What is beyond ASCII in the answer is a letter or digit of another script.
    static func plain(_ name: some StringProtocol) -> String {
        western(name) ?? decomposed(name)
    }

    /// The same of a name in the letters of western Europe, each a scalar of its own, or `nil`: nearly every name,
    /// and some twenty times as fast.
    private static func western(_ name: some StringProtocol) -> String? {
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: plain.append(scalar)
            case 0xD7, 0xF7: return nil
            case 0xC0...0x17F: plain.append(latin(scalar))
            case 0x2010...0x201E: plain.append(mark(scalar))
            default: return nil
            }
        }
        return String(plain)
    }

    private static func decomposed(_ name: some StringProtocol) -> String {
        var plain = String.UnicodeScalarView()
        var isLatin = true
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.isASCII {
                isLatin = true
                plain.append(scalar)
                continue
            }
            let properties = scalar.properties
            switch properties.generalCategory {
            case .nonspacingMark, .spacingMark, .enclosingMark:
                // An accent on a Latin letter; a vowel of its own in Devanagari.
                if !isLatin { plain.append(scalar) }
            case _ where properties.isAlphabetic || properties.numericType != nil:
                isLatin = isLatinLetter(scalar.value)
                if isLatin { plain.append(latin(scalar)) } else { plain.append(scalar) }
            default:
                isLatin = true
                plain.append(mark(scalar))
            }
        }
        return String(plain)
    }

    private static func isLatinLetter(_ scalar: UInt32) -> Bool {
        scalar < 0x250 || 0x1E00...0x1EFF ~= scalar
    }

    /// The letter without its stroke: “ø” and “ł” have no accent to take off.
    private static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let folded = LetterFolding.fold(scalar.value)
        guard folded < 0x80, let base = Unicode.Scalar(folded) else { return scalar }
        let isCapital = LetterFolding.isCapital(scalar.value) && "a"..."z" ~= base
        return isCapital ? Unicode.Scalar(UInt8(folded) & 0xDF) : base
    }

    private static func mark(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "’", "‘", "ʼ", "′": "'"
        case "“", "”", "„", "«", "»": "\""
        case "\u{2010}", "\u{2011}": "-"
        default: " "
        }
    }
}
