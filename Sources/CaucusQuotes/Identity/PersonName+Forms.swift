/// Names of one person compared.
extension PersonName {
    /// Whether this name tells all that a shorter one of its surname does, and more: “Ann Rodham Roe” of “Ann Roe” and
    /// “A. Roe”. “John Roe Jr.” and “John Roe” tell each other nothing.
    func tellsMore(than form: PersonName) -> Bool {
        guard let first, let other = form.first, Self.tells(first, other),
            middle.count >= form.middle.count, core == form.core, suffix == form.suffix,
            surname == form.surname || form.surname == form.core, slug != form.slug
        else { return false }
        return Self.holds(middle, form.middle, agree: Self.tells)
    }

    /// Whether a surname alone may be this person's: “Lacey” may be that of “Robin de Lacey”, “de Lacey” not that of
    /// “Robin Lacey”.
    package func mayBear(_ bare: PersonName) -> Bool {
        mayBear(bare.surname, bare.core, bare.suffix)
    }

    func mayBear(_ surname: String, _ core: String, _ suffix: String?) -> Bool {
        core == self.core && (surname == self.surname || surname == core)
            && (suffix == nil || suffix == self.suffix)
    }

    /// Whether two full names are one person's where one of the two is known to be meant: nothing in them contradicts,
    /// and the given names may be forms of one (“Joe”, “Joseph”).
    ///
    /// “Jr.” is no contradiction after a middle name: newspapers that write “Joseph R. Biden Jr.” write all of
    /// everybody's name, those that write “John Roe Jr.” tell him from John Roe.
    package func isOne(with other: PersonName) -> Bool {
        guard isFull, other.isFull, core == other.core,
            surname == other.surname || surname == core || other.surname == core
        else { return false }
        if suffix != other.suffix {
            guard suffix == nil || other.suffix == nil, suffix != nil || !other.middle.isEmpty
            else {
                return false
            }
        }
        if slug.hasSuffix("-" + other.slug) || other.slug.hasSuffix("-" + slug) { return true }
        guard let first, let otherFirst = other.first,
            Self.agree(first, otherFirst) || GivenNameForms.areOne(first, otherFirst)
        else { return false }
        let (short, long) =
            middle.count < other.middle.count ? (middle, other.middle) : (other.middle, middle)
        return Self.holds(long, short, agree: Self.agree)
    }

    /// Whether middle names hold fewer ones, in order. A whole name may stand anywhere among the others (“Rodham” in
    /// “Diane Rodham”), an initial only first.
    private static func holds(
        _ long: [String], _ short: [String], agree: (String, String) -> Bool
    ) -> Bool {
        var rest = long[...]
        for name in short {
            guard let place = rest.firstIndex(where: { agree($0, name) }),
                place == rest.startIndex || name.utf8.count > 1
            else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    private static func agree(_ a: String, _ b: String) -> Bool { tells(a, b) || tells(b, a) }

    /// Whether a name tells another: the same, or one whose initial the other is.
    private static func tells(_ name: String, _ other: String) -> Bool {
        name == other || other.utf8.count == 1 && name.utf8.first == other.utf8.first
    }

    /// The name without its middle names, `hillary-roe`; the whole name where the given name is but an initial.
    var shortSlug: String { slug(keeping: []) }

    /// The name without its middle initials: `hillary-rodham-roe`.
    var slugWithoutInitials: String { slug(keeping: middle.filter { $0.utf8.count > 1 }) }

    private func slug(keeping middle: [String]) -> String {
        guard let first, first.utf8.count > 1, middle.count < self.middle.count else { return slug }
        return ([first] + middle + [surname] + (suffix.map { [$0] } ?? [])).joined(separator: "-")
    }

    var hasMoreThanTwoWords: Bool { !middle.isEmpty || surname != core }

    /// How many words it has, those of double names counted.
    var wordCount: Int { slug.utf8.count { $0 == UInt8(ascii: "-") } }

    /// Whether a word is one of the middle names or opens the surname.
    func hasWord(_ word: String?) -> Bool {
        guard let word else { return false }
        return middle.contains(word) || surname.hasPrefix(word + "-")
    }

    /// Whether a written word is two that have run together, “FlakeHelen”; not “McRoe”, “DeRoe”, “FitzRoe”.
    static func isGlued(_ written: String) -> Bool {
        var small = 0
        for byte in written.utf8 {
            switch byte {
            case 97...122, 0x80...: small += 1
            case 65...90:
                if small > 3 { return true }
                small = 0
            default: small = 0
            }
        }
        return false
    }

    /// The slugs of what is left when words are taken off the front: `huckabee-roe`, `roe`.
    var ends: [String] {
        let slug = slug
        return slug.indices.filter { slug[$0] == "-" }.map {
            String(slug[slug.index(after: $0)...])
        }
    }
}
