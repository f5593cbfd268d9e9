import Caucus
import Foundation
import Yams

/// What a user says of speakers: which names are one's, and who is left out of a report.
///
/// A text file holds lines `Primary, alias, alias`, `merge: A = B` and `exclude: A`; empty lines and lines that open with
/// `#` are passed over. A `.yaml` or `.yml` file maps each primary name to a list of aliases, and `exclude` to the names
/// of those who are left out. Lines that contradict each other are refused with their places.
struct AliasesFile {
    private let path: String
    private var edits = SpeakerEdits()

    private init(path: String) {
        self.path = path
    }

    /// Reads a file.
    static func read(_ path: String) throws -> SpeakerEdits {
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
        return file.edits
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

    private func name(_ text: some StringProtocol, _ line: Int) -> SpeakerEdits.Name {
        SpeakerEdits.Name(
            text.trimmingCharacters(in: .whitespaces), at: Place(file: path, line: line))
    }

    private mutating func readLines(_ text: String) throws {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (i, line) in lines.enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            guard !trimmed.isEmpty, !trimmed.hasPrefix("#") else { continue }
            try readLine(trimmed, i + 1)
        }
    }

    private mutating func readLine(_ text: String, _ line: Int) throws {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let keyword = parts.count > 1 ? parts[0].trimmingCharacters(in: .whitespaces) : ""
        switch keyword.lowercased() {
        case "exclude":
            let name = name(parts[1], line)
            guard !name.text.isEmpty else {
                throw expected("no name", "\"exclude: name\"", line)
            }
            try edits.exclude(name)
        case "merge":
            let names = parts[1].split(separator: "=", omittingEmptySubsequences: false).map {
                name($0, line)
            }
            guard names.count > 1, names.allSatisfy({ !$0.text.isEmpty }) else {
                throw expected("\"\(text)\"", "\"merge: name to keep = other name\"", line)
            }
            try edits.merge(names)
        default:
            // A speaker's name opens with a capital letter, and holds no equals sign.
            let isWord = !keyword.isEmpty && keyword.allSatisfy { $0.isLowercase }
            guard !isWord, !text.contains(" = ") else {
                throw expected(
                    "\"\(text)\"",
                    "\"Primary, alias, alias\", \"merge: name to keep = other name\" or \"exclude: name\"",
                    line)
            }
            let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
                name($0, line)
            }
            guard let primary = names.first, !primary.text.isEmpty else {
                throw expected("no name before the comma", "\"Primary, alias, alias\"", line)
            }
            try edits.merge([primary] + names.dropFirst().filter { !$0.text.isEmpty })
        }
    }

    private func expected(_ found: String, _ expected: String, _ line: Int) -> Failure {
        Failure(65, "\(path):\(line): found \(found), expected \(expected)")
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
            let others = try names(value, of: primary, line, expected).map { name($0, line) }
            if primary.lowercased() == "exclude" {
                for name in others { try edits.exclude(name) }
            } else {
                try edits.merge([name(primary, line)] + others)
            }
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
