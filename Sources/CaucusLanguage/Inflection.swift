/// The forms of English words, by rule.
///
/// A rule may make a word nobody uses (“womans”); such a word is never met and costs one slot.
package enum Inflection {
    /// How a word is inflected, as a lexicon file spells it.
    package enum WordClass: String, Sendable {
        /// “-s”, “-ed”, “-ing”.
        case verb
        /// “-s”.
        case noun
        /// “-er”, “-est”, “-ly”, “-ness”.
        case adj
        /// Not at all.
        case adv
        /// Not at all.
        case word
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"):
            true
        default: false
        }
    }
    private static let letterE = UInt8(ascii: "e")
    private static let letterY = UInt8(ascii: "y")

    /// The forms of a verb; `doubles` says that its last letter is doubled.
    package static func verb(
        _ base: [UInt8], past: [UInt8]?, participle: [UInt8]?, doubles: Bool
    ) -> VerbForms {
        let stem = stem(base, doubles: doubles)
        let dying = base.count > 2 && base.ends(with: "ie")
        return VerbForms(
            base: base, third: plural(base), past: past ?? added(stem, "ed"),
            participle: participle,
            gerund: dying ? base.dropLast(2) + Array("ying".utf8) : gerund(base, stem))
    }

    /// “agreeing”, “seeing” keep what “hoping” drops.
    private static func gerund(_ base: [UInt8], _ stem: [UInt8]) -> [UInt8] {
        let keeps =
            base.count > 2 && base.last == letterE && "eoy".utf8.contains(base[base.count - 2])
        let isY = base.last == letterY
        return (keeps || isY ? base : stem) + Array("ing".utf8)
    }

    /// The plural of a noun, or the third person of a verb; two spellings after “-o”.
    package static func plural(_ base: [UInt8]) -> [[UInt8]] {
        guard let last = base.last else { return [] }
        let before = base.dropLast().last ?? 0
        if last == letterY, !isVowel(before) {
            return [base.dropLast() + Array("ies".utf8)]
        }
        let hisses =
            "sxz".utf8.contains(last) || last == UInt8(ascii: "h") && "cs".utf8.contains(before)
        if hisses { return [base + Array("es".utf8)] }
        let s = base + Array("s".utf8)
        guard last == UInt8(ascii: "o"), !isVowel(before) else { return [s] }
        return [s, base + Array("es".utf8)]
    }

    /// The forms of an adjective: comparison where it is short, the adverb, the noun in “-ness”.
    package static func adjective(_ base: [UInt8], doubles: Bool) -> [[UInt8]] {
        var forms = [base]
        let isY = base.last == letterY && base.count > 2
        let ly = base.ends(with: "ly")
        if syllables(base) == 1 || isY && syllables(base) == 2 {
            let stem = stem(base, doubles: doubles)
            forms += [added(stem, "er"), added(stem, "est")]
        }
        if !ly { forms.append(adverb(base)) }
        if isY || syllables(base) == 1 || takesNess(base) {
            forms.append((isY ? base.dropLast() + Array("i".utf8) : base) + Array("ness".utf8))
        }
        return forms
    }

    private static func takesNess(_ base: [UInt8]) -> Bool {
        base.ends(with: "ful") || base.ends(with: "less") || base.ends(with: "ous")
            || base.ends(with: "ish") || base.ends(with: "ive") || base.ends(with: "ed")
            || base.ends(with: "ly")
    }

    private static func adverb(_ base: [UInt8]) -> [UInt8] {
        if base.ends(with: "ic") { return base + Array("ally".utf8) }
        if base.ends(with: "ll") { return base + Array("y".utf8) }
        if base.ends(with: "le"), base.count > 3, !isVowel(base[base.count - 3]) {
            return base.dropLast() + Array("y".utf8)
        }
        if base.last == letterY, syllables(base) > 1 {
            return base.dropLast() + Array("ily".utf8)
        }
        return base + Array("ly".utf8)
    }

    /// What “-ed”, “-er” and “-ing” are put on: without a mute “e”, with a doubled last letter.
    private static func stem(_ base: [UInt8], doubles: Bool) -> [UInt8] {
        guard let last = base.last else { return base }
        if last == letterE { return base.dropLast() }
        if last == UInt8(ascii: "c") { return base + Array("k".utf8) }
        if last == letterY, base.count > 1, !isVowel(base[base.count - 2]) {
            return base.dropLast() + Array("i".utf8)
        }
        return doubles || isShort(base) ? base + [last] : base
    }

    private static func added(_ stem: [UInt8], _ ending: String) -> [UInt8] {
        stem + Array(ending.utf8)
    }

    /// One syllable, one vowel letter, one consonant after it: “rip”, “quit”, not “chew”, “fix”.
    private static func isShort(_ base: [UInt8]) -> Bool {
        guard base.count >= 3, syllables(base) == 1, let last = base.last else { return false }
        guard !isVowel(last), !"wxy".utf8.contains(last) else { return false }
        let before = base[base.count - 2]
        guard isVowel(before) else { return false }
        let third = base[base.count - 3]
        let qu =
            base.count >= 4 && third == UInt8(ascii: "u")
            && base[base.count - 4] == UInt8(ascii: "q")
        return !isVowel(third) || qu
    }

    /// Runs of vowel letters, a mute “e” apart.
    private static func syllables(_ base: [UInt8]) -> Int {
        var count = 0
        var within = false
        for (i, byte) in base.enumerated() {
            let u = byte == UInt8(ascii: "u") && i > 0 && base[i - 1] == UInt8(ascii: "q")
            let sounds = (isVowel(byte) || byte == letterY && i > 0) && !u
            if sounds && !within { count += 1 }
            within = sounds
        }
        let mute = base.last == letterE && !base.ends(with: "le") && count > 1
        return mute ? count - 1 : count
    }
}

extension [UInt8] {
    fileprivate func ends(with ending: StaticString) -> Bool {
        let length = ending.utf8CodeUnitCount
        guard count >= length else { return false }
        return (0..<length).allSatisfy { self[count - length + $0] == ending.utf8Start[$0] }
    }
}
