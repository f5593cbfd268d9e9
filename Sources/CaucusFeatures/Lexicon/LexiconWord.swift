import CaucusLanguage

/// A word or phrase of a lexicon file with its forms.
struct LexiconWord {
    /// The word itself first, then what the rules make of it; a space between the words of a phrase.
    var forms: [[UInt8]]
    /// Whether it stands for all words that begin so (“corrupt*”).
    var isOpening = false

    /// Reads `spelling`; `nil` where it is none.
    ///
    /// Our own notation: `base`, `base/past`, `base/past/participle` of a verb, `singular/plural` of a
    /// noun, `good/better/best` of an adjective; `+` doubles the last letter (“refer+”); `_` parts the
    /// words of a phrase, whose first word is inflected if it is a verb, else its last.
    init?(_ spelling: ArraySlice<UInt8>, as kind: Inflection.WordClass) {
        let words = spelling.split(whereSeparator: { $0 == UInt8(ascii: "_") || $0 == 0x20 })
        guard !words.isEmpty, words.count <= LexiconBuilder.longestPhrase else { return nil }
        if words[words.count - 1].last == UInt8(ascii: "*") {
            let joined = Array(words.joined(separator: [0x20]).dropLast())
            guard joined.last != 0x20, joined.count > 1, !joined.contains(UInt8(ascii: "*")) else {
                return nil
            }
            self.init(forms: [joined], isOpening: true)
            return
        }
        if words.count == 1 {
            guard let forms = Self.forms(words[0], as: kind) else { return nil }
            self.init(forms: forms)
            return
        }
        let inflected = kind == .verb ? 0 : words.count - 1
        let before = words[..<inflected]
        let after = words[(inflected + 1)...]
        guard let forms = Self.forms(words[inflected], as: kind) else { return nil }
        self.init(
            forms: forms.map { form in
                Array((before + [form[...]] + after).joined(separator: [0x20]))
            })
    }

    private init(forms: [[UInt8]], isOpening: Bool = false) {
        self.forms = forms
        self.isOpening = isOpening
    }

    private static func forms(
        _ spelling: ArraySlice<UInt8>, as kind: Inflection.WordClass
    ) -> [[UInt8]]? {
        if kind == .word { return spelling.contains(UInt8(ascii: "*")) ? nil : [Array(spelling)] }
        var parts = spelling.split(separator: UInt8(ascii: "/")).map(Array.init)
        guard let first = parts.first, parts.count <= 3 else { return nil }
        let doubles = first.last == UInt8(ascii: "+") && first.count > 1
        if doubles { parts[0].removeLast() }
        let base = parts[0]
        guard !parts.contains(where: { $0.contains(UInt8(ascii: "*")) }) else { return nil }
        switch kind {
        case .verb:
            let past = parts.count > 1 ? parts[1] : nil
            return Inflection.verb(
                base, past: past, participle: parts.count > 2 ? parts[2] : nil, doubles: doubles
            ).all
        case .noun: return parts.count > 1 ? parts : [base] + Inflection.plural(base)
        case .adj:
            return parts.count > 1
                ? parts + Inflection.adjective(base, doubles: doubles)
                : Inflection.adjective(base, doubles: doubles)
        case .adv, .word: return parts
        }
    }
}
