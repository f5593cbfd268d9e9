import Foundation

/// Names that a user says are one speaker.
///
/// Compared without case and accents; the user's word wins over what a text suggests.
public struct SpeakerAliases: Sendable, Hashable {
    /// The primary name of every alias, by the alias in lower case and without accents.
    public private(set) var primaries: [String: String] = [:]

    /// Knows no aliases.
    public init() {}

    /// Knows the given names, by ``primaries``' keys.
    package init(primaries: [String: String]) { self.primaries = primaries }

    /// Adds `aliases` and the primary name itself.
    public mutating func add(primary: String, aliases: [String]) {
        for name in aliases + [primary] { primaries[Self.key(name)] = primary }
    }

    /// The primary name for `name`, or `nil` where the user has none.
    public func primary(for name: String) -> String? {
        primaries.isEmpty ? nil : primaries[Self.key(name)]
    }

    /// A name in lower case, without accents on its letters and with single spaces.
    ///
    /// Marks are dropped only from Latin, Greek and Cyrillic letters: in other scripts they are letters of
    /// their own.
    package static func key(_ name: String) -> String {
        var key = String.UnicodeScalarView()
        var gap = false
        // Lower case first: the small form of a letter may bring a combining mark of its own.
        for character in name.lowercased() {
            if character.isWhitespace {
                gap = !key.isEmpty
                continue
            }
            if gap { key.append(" ") }
            gap = false
            for scalar in bare(character) { key.append(scalar) }
        }
        return String(key)
    }

    /// The scalars of a character, taken apart and without marks if the first is a letter with a case.
    private static func bare(_ character: Character) -> [Unicode.Scalar] {
        let parts = Array(String(character).decomposedStringWithCompatibilityMapping.unicodeScalars)
        guard let first = parts.first, first.properties.isCased else { return parts }
        return parts.compactMap { scalar in
            if let base = letters[scalar] { return base }
            return scalar.properties.generalCategory == .nonspacingMark ? nil : scalar
        }
    }

    /// Letters whose stroke is no mark of its own.
    private static let letters: [Unicode.Scalar: Unicode.Scalar] = [
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i",
    ]
}

extension SpeakerAliases {
    /// Reads lines of the form `Primary, alias, alias`; empty lines and lines that open with `#` are
    /// passed over.
    public init(lines: String) {
        self.init()
        for line in lines.split(whereSeparator: \.isNewline) where line.first != "#" {
            let names = line.split(separator: ",").map {
                $0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
            }.map { String($0) }.filter { !$0.isEmpty }
            guard let primary = names.first else { continue }
            add(primary: primary, aliases: Array(names.dropFirst()))
        }
    }
}
