/// Names that a user says are one speaker.
///
/// Compared without case and accents; the user's word wins over what a text suggests.
public struct SpeakerAliases: Sendable, Hashable {
    /// The primary name of every alias, by the alias in lower case.
    public private(set) var primaries: [String: String] = [:]

    /// Knows no aliases.
    public init() {}

    /// Adds `aliases` and the primary name itself.
    public mutating func add(primary: String, aliases: [String]) {
        for name in aliases + [primary] { primaries[Self.key(name)] = primary }
    }

    /// The primary name for `name`, or `nil` where the user has none.
    public func primary(for name: String) -> String? {
        primaries.isEmpty ? nil : primaries[Self.key(name)]
    }

    private static func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
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
