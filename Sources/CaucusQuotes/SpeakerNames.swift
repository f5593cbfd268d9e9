import CaucusText

/// The entities of a document as speakers, with their names as text.
struct SpeakerNames: Sendable {
    /// One speaker an entity, in the table's order.
    private(set) var all: [Speaker]

    init(_ reading: Reading, _ table: EntityTable, _ aliases: SpeakerAliases) {
        all = table.entities.map { entity in
            let written = Self.flat(reading.text(entity.name))
            let name = aliases.primary(for: written) ?? written
            var others: [String] = []
            for spelling in entity.spellings {
                let text = Self.flat(reading.text(table.mentions[spelling].whole))
                if text != name, !others.contains(text) { others.append(text) }
            }
            return Speaker(
                id: Self.slug(name), name: name,
                role: entity.role.map { Self.flat(reading.text($0)) },
                aliases: others, kind: entity.kind == .person ? .person : .organization)
        }
    }

    /// A source that is only described.
    func described(_ source: NounPhrase, _ reading: Reading) -> Speaker {
        let name = Self.flat(reading.text(source.words))
        return Speaker(id: Self.slug(name), name: name, kind: .described)
    }

    /// The text with every run of white space as one space.
    private static func flat(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 }) || text.utf8.contains(0xC2) else {
            return text
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `lydia-miljan` for “Lydia Miljan”.
    static func slug(_ name: String) -> String {
        var slug = ""
        var gap = false
        for scalar in name.lowercased().unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if gap && !slug.isEmpty { slug.append("-") }
                gap = false
                slug.unicodeScalars.append(scalar)
            } else if scalar != "'" && scalar != "’" && scalar != "." {
                gap = true
            }
        }
        return slug
    }
}
