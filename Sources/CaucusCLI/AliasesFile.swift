import Caucus
import Foundation
import Yams

/// The names that a user says are one speaker, from a file.
///
/// A text file holds a line `Primary, alias, alias` each; empty lines and lines that open with `#` are passed
/// over. A `.yaml` or `.yml` file maps each primary name to a list of aliases. A name that stands for two
/// speakers is refused with the place.
struct AliasesFile {
    private let path: String
    private var aliases = SpeakerAliases()
    /// The line that gave each name.
    private var lines: [String: Int] = [:]

    private init(path: String) {
        self.path = path
    }

    /// Reads a file.
    static func read(_ path: String) throws -> SpeakerAliases {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure(66, "cannot read \(path): no such file")
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(66, "cannot read \(path): it is a directory, or its rights forbid it")
        }
        var file = AliasesFile(path: path)
        let text = try file.text(data)
        let ending = path.lowercased()
        if ending.hasSuffix(".yaml") || ending.hasSuffix(".yml") {
            try file.readYAML(text)
        } else {
            try file.readLines(text)
        }
        guard !file.aliases.primaries.isEmpty else {
            throw Failure(65, "\(path): found no names, expected at least one speaker")
        }
        return file.aliases
    }

    /// The text without a byte order mark.
    private func text(_ data: Data) throws -> String {
        guard let text = String(data: data, encoding: .utf8) else {
            // Lines are counted up to the first one that is not UTF-8.
            let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let bad = lines.firstIndex { String(data: $0, encoding: .utf8) == nil } ?? 0
            throw Failure(65, "\(path):\(bad + 1): found bytes that are not UTF-8, expected UTF-8")
        }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private mutating func add(_ primary: String, _ names: [String], line: Int) throws {
        for name in [primary] + names {
            if let known = aliases.primary(for: name), known != primary {
                let other = lines[known].map { " (line \($0))" } ?? ""
                throw Failure(
                    65,
                    "\(path):\(line): \"\(name)\" stands for \"\(primary)\" and for \"\(known)\""
                        + "\(other), expected one speaker")
            }
        }
        aliases.add(primary: primary, aliases: names)
        lines[primary] = lines[primary] ?? line
    }

    private mutating func readLines(_ text: String) throws {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (i, line) in lines.enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
            let names = trimmed.split(separator: ",", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard let primary = names.first, !primary.isEmpty else {
                throw Failure(
                    65,
                    "\(path):\(i + 1): found no name before the comma, "
                        + "expected \"Primary, alias, alias\"")
            }
            try add(primary, names.dropFirst().filter { !$0.isEmpty }, line: i + 1)
        }
    }

    private mutating func readYAML(_ text: String) throws {
        let expected = "expected \"Primary: [alias, alias]\""
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw Failure(65, "\(path):\(Self.line(of: error)): this is no YAML, \(expected)")
        }
        guard let root else { return }
        guard let mapping = root.mapping else {
            throw Failure(65, "\(path):\(root.mark?.line ?? 1): found no mapping, \(expected)")
        }
        for (key, value) in mapping {
            let line = key.mark?.line ?? value.mark?.line ?? 1
            guard let primary = key.scalar?.string.trimmingCharacters(in: .whitespaces),
                !primary.isEmpty
            else { throw Failure(65, "\(path):\(line): found no name, \(expected)") }
            try add(primary, try names(value, of: primary, line, expected), line: line)
        }
    }

    /// A list of names, one name, or none.
    private func names(
        _ value: Node, of primary: String, _ line: Int, _ expected: String
    ) throws -> [String] {
        let nodes = value.sequence.map { Array($0) } ?? [value]
        return try nodes.compactMap { node in
            guard let scalar = node.scalar else {
                let line = node.mark?.line ?? line
                throw Failure(
                    65, "\(path):\(line): \"\(primary)\" has no list of names, \(expected)")
            }
            let name = scalar.string.trimmingCharacters(in: .whitespaces)
            return name.isEmpty || name == "~" || name == "null" ? nil : name
        }
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: 1
        }
    }
}
