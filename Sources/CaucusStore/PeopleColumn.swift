import CaucusQuotes
import CaucusText

/// The column with everybody whom a document names in full: a line each, a letter for the gender before the name.
enum PeopleColumn {
    private static let letters: [(letter: UInt8, gender: Mention.Gender)] = [
        (UInt8(ascii: "f"), .female), (UInt8(ascii: "m"), .male), (UInt8(ascii: "u"), .unknown),
    ]

    /// Appends the lines of `people`; a line break in a name becomes a space.
    static func append(_ people: [NamedPerson], to bytes: inout [UInt8]) {
        for person in people {
            bytes.append(letters.first { $0.gender == person.gender }?.letter ?? UInt8(ascii: "u"))
            for byte in person.name.utf8 { bytes.append(byte == 0x0A ? 0x20 : byte) }
            bytes.append(0x0A)
        }
    }

    /// The lines of `people`.
    static func text(_ people: [NamedPerson]) -> String {
        var bytes: [UInt8] = []
        append(people, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The people of a column, or `nil` where it holds something else.
    static func people(_ text: String) -> [NamedPerson]? {
        var people: [NamedPerson] = []
        for line in text.utf8.split(separator: 0x0A) {
            guard let gender = letters.first(where: { $0.letter == line.first })?.gender else {
                return nil
            }
            people.append(NamedPerson(name: String(Substring(line.dropFirst())), gender: gender))
        }
        return people
    }
}
