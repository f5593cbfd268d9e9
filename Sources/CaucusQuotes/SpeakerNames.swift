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

    /// The same for a name in ASCII, without asking Unicode about every letter.
    private static func asciiSlug(_ name: String) -> String {
        var slug: [UInt8] = []
        var gap = false
        for byte in name.utf8 {
            let small = byte &- 65 < 26 ? byte | 0x20 : byte
            if small &- 97 < 26 || small &- 48 < 10 {
                if gap && !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                gap = false
                slug.append(small)
            } else if byte != UInt8(ascii: "'") && byte != UInt8(ascii: ".") {
                gap = true
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    /// `lydia-miljan` for “Lydia Miljan”.
    static func slug(_ name: String) -> String {
        var slug = ""
        var gap = false
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return asciiSlug(name) }
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
