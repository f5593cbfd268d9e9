import Foundation
import CaucusText

/// The spellings in which newspapers write one name or one role.
///
/// A matcher compares bytes, and so a spelling that is to be found is a phrase of its own: curly and straight
/// apostrophes, hyphens that do not break, capitals at a sentence's start and in headlines, letters without
/// their accents and, where the user left them out, with them.
enum NameSpellings {
    /// The spellings of `phrase`, itself the first.
    ///
    /// - Complexity: O(letters · accents of a letter); some hundred for a name without accents.
    static func of(_ phrase: String) -> [String] {
        var spellings = [phrase]
        let isName = phrase.contains(where: \.isUppercase)
        if isName {
            spellings += unaccented(phrase).map { [$0] } ?? accented(phrase)
            // “Von der Leyen” where a sentence begins.
            if let first = phrase.first, first.isLowercase {
                spellings.append(first.uppercased() + phrase.dropFirst())
            }
            // “NG” would be an abbreviation.
            if phrase.count(where: \.isLetter) > 2 {
                spellings += spellings.map { $0.uppercased() }
            }
        } else if let title = titled(phrase) {
            spellings += [title, title.prefix(1).uppercased() + title.dropFirst()]
        }
        return exchanged(in: spellings).uniqued()
    }

    /// Marks that are written in several ways.
    private static let marks = [["'", "’", "ʼ"], ["-", "\u{2011}", "\u{2010}"]]

    private static func exchanged(in spellings: [String]) -> [String] {
        var all = spellings
        for kind in marks {
            for mark in kind {
                all += all.filter { $0.contains(mark) }.flatMap { spelling in
                    kind.map { spelling.replacing(mark, with: $0) }
                }
            }
            all = all.uniqued()
        }
        return all
    }

    /// “the Prime Minister” of “the prime minister”: every word but the small ones.
    private static func titled(_ phrase: String) -> String? {
        let words = phrase.split(separator: " ")
        guard words.count > 1, small.contains(String(words[0])) else { return nil }
        return words.map { small.contains(String($0)) ? String($0) : capitalized($0) }
            .joined(separator: " ")
    }

    private static let small: Set<String> = [
        "the", "our", "this", "a", "an", "of", "at", "in", "and", "his", "her", "my", "their",
    ]

    private static func capitalized(_ word: Substring) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    /// The name without accents, or `nil` where it has none.
    private static func unaccented(_ name: String) -> String? {
        var plain = ""
        for scalar in name.precomposed.unicodeScalars {
            let folded = LetterFolding.fold(scalar.value)
            guard scalar.value >= 0xC0, folded < 0x80, let base = Unicode.Scalar(folded) else {
                plain.unicodeScalars.append(scalar)
                continue
            }
            let letter = String(base)
            plain += LetterFolding.isCapital(scalar.value) ? letter.uppercased() : letter
        }
        return plain == name.precomposed ? nil : plain
    }

    /// Letters of the longest name that is looked for with an accent that was left out.
    private static let longest = 100

    /// The name with an accent on one letter.
    private static func accented(_ name: String) -> [String] {
        let letters = Array(name)
        // Every spelling is as long as the name, and there are some eight a letter: no person is called by more.
        guard letters.count <= longest else { return [] }
        return letters.indices.flatMap { i -> [String] in
            // A letter in lower case may be more than one.
            guard let small = letters[i].lowercased().first, let known = accents[small] else {
                return []
            }
            return known.map { accent in
                let letter = letters[i].isUppercase ? accent.uppercased() : String(accent)
                return String(letters[..<i]) + letter + String(letters[(i + 1)...])
            }
        }
    }

    private static let accents: [Character: String] = [
        "a": "áàâäãåąă", "c": "çćč", "d": "đď", "e": "éèêëęě", "g": "ğ", "i": "íìîïı", "l": "ł",
        "n": "ñńň", "o": "óòôöõøő", "r": "ř", "s": "šśşș", "t": "țťţ", "u": "úùûüůű", "y": "ýÿ",
        "z": "žźż",
    ]

    /// The key of a name in whatever spelling: letters without case and accents, its words one space apart.
    static func key(of name: some StringProtocol) -> UInt64 {
        var key = LetterFolding.seed
        var isGap = false
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x20, 0xA0, 0x202F: isGap = key != LetterFolding.seed
            default:
                if isGap { key = LetterFolding.extend(key, with: 0x20) }
                isGap = false
                let isHyphen = scalar.value == 0x2011 || scalar.value == 0x2010
                key = LetterFolding.extend(key, with: isHyphen ? 0x2D : scalar.value)
            }
        }
        return key
    }
}

extension String {
    /// The string with its letters and accents joined (NFC).
    var precomposed: String { precomposedStringWithCanonicalMapping }
}
