import CaucusLanguage
package import CaucusText

/// A person's written name taken apart: “Transport Minister Robin J. de Lacey Jr.” has the given name `robin`, the
/// middle name `j`, the surname `de-lacey` and the suffix `jr`.
///
/// Who a speaker is, on one page:
///
/// 1. **A name** counts without case, accents, the kind of apostrophe, titles, honorifics, academic degrees, nicknames
///    in quotation marks and a possessive “'s”. A surname has its particles and hyphens: “de Lacey”, “Ellery-Voss”.
/// 2. **Within a document** a surname alone, with a title, in capitals or with particles left out, a given name alone,
///    initials, forms of the given name (“Bill”, “William”) and a name with or without its middle names are one person
///    with the full name (``EntityTable``). Middle names that differ, “Jr.” and the gender of a title keep people apart.
/// 3. **A surname that several people of a document bear** is that of the person the document is about: who is named in
///    full most often, the first to be named counting two more. A title that only one of them has (“Secretary
///    Clinton”) or a gender tells otherwise.
/// 4. **Across documents** full names join. A shorter form (a surname, initials, no middle name) joins where exactly
///    one person of the corpus can bear it, whether that person speaks or is only named, and where nothing that is
///    known of gender contradicts. Where two can it stays apart, and is proposed to the user (``SpeakerDirectory``).
///    What the reader took for a name by a slip, as few documents show, is nobody's rival.
/// 5. **Organizations** are one by their name, and no person's; a source that is only described (“a senior official”) is
///    somebody of its document alone.
/// 6. **What the user joins** by `--aliases` wins over all this.
/// 7. **The leader** is whoever a document names by a form of the leader's name: the full name, with more or fewer
///    middle names, or by the surname alone where the document gives it to nobody else.
package struct PersonName: Sendable, Hashable {
    /// The first of the given names, folded; a single letter where it is an initial; `nil` for a surname alone.
    package let first: String?
    /// The names between the first and the surname: `j`, `rodham`.
    package let middle: [String]
    /// The surname with its particles: `de-lacey`.
    package let surname: String
    /// The surname without them: `lacey`.
    package let core: String
    /// `jr`, `sr`, `ii`, `iii` or `iv`; `nil` without.
    package let suffix: String?
    /// “Mr.”, “Ms.”, “Sir” … as it stands before the name, folded; `nil` without.
    package let honorific: String?
    /// All that tells the person: `robin-j-de-lacey-jr`.
    package let slug: String

    /// Takes a name apart; one without letters has an empty surname.
    ///
    /// - Complexity: O(bytes).
    package init(_ written: String) { self.init(NameParts(written)) }

    init(_ parts: NameParts) {
        first = parts.given.first.map(parts.text)
        middle = parts.given.dropFirst().map(parts.text)
        surname = parts.text(parts.surname)
        let last = parts.surname.last.map(parts.text) ?? ""
        // “Assad” is the surname of Bashar al-Assad.
        core = last.hasPrefix("al-") || last.hasPrefix("el-") ? String(last.dropFirst(3)) : last
        suffix = parts.suffix.map(parts.text)
        honorific = parts.honorific.map(parts.text)
        slug = parts.slug
    }

    /// Whether it has a given name, or at least an initial, and a surname.
    package var isFull: Bool { first != nil }

    /// Whether a word, by its ``CaucusText/LetterFolding`` key, is “Jr.”, “III” or the like.
    package static func isSuffix(_ key: UInt64) -> Bool { NameParts.isSuffix(key) }

    /// The surname as it stands at the end of a written name, with its particles and without “Jr.”: “von der Leyen”;
    /// the whole of a name that is but one word.
    package static func surname(in written: String) -> String {
        let parts = NameParts(written)
        var words = written.split(separator: " ")
        while words.count > max(1, parts.surname.count), let last = words.last,
            NameParts.followsSurname(LetterFolding.key(of: last.filter { $0 != "." && $0 != "," }))
        {
            words.removeLast()
        }
        let surname = words.suffix(max(1, parts.surname.count)).joined(separator: " ")
        return surname.hasSuffix(",") ? String(surname.dropLast()) : surname
    }

    /// What its honorific tells.
    package var gender: Mention.Gender {
        switch honorific {
        case "mr", "sir", "lord": .male
        case "mrs", "ms", "miss", "dame", "lady": .female
        default: .unknown
        }
    }

    /// What the given name tells, where the extractor's lists know it.
    package var givenGender: Mention.Gender {
        guard let first else { return .unknown }
        let classes = Self.classes(of: first)
        switch (classes.contains(.femaleName), classes.contains(.maleName)) {
        case (true, false): return .female
        case (false, true): return .male
        default: return .unknown
        }
    }

    /// Whether it opens with a given name that the extractor's lists know.
    var opensWithGivenName: Bool { first.map { Self.isGivenName(Self.classes(of: $0)) } ?? false }

    /// Whether it opens with a given name, or with a word of no list.
    var opensLikeName: Bool {
        guard let first else { return false }
        let classes = Self.classes(of: first)
        return classes.isEmpty || Self.isGivenName(classes) || first.utf8.count == 1
    }

    /// Whether the surname is a title, as in “the President said”: nobody's name.
    package var isTitle: Bool { first == nil && NameParts.isTitle(LetterFolding.key(of: core)) }

    private static func classes(of word: String) -> WordClass {
        Lexicon.standard[LetterFolding.key(of: word)].classes
    }

    private static func isGivenName(_ classes: WordClass) -> Bool {
        !classes.isDisjoint(with: [.maleName, .femaleName])
    }
}
