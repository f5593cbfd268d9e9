import CaucusText

/// What the names of files say of the documents in them, such as `{source}_{published}_{title}`.
///
/// Names stand in braces: `id`, `title`, `source`, `published`, `url`, or any other, which becomes a column; `{_}`
/// passes over what stands there. What is between them has to stand in the file's name, without its extensions or with them. Each
/// name takes as little as it can, the last one all that is left.
public struct FileNamePattern: Sendable, Hashable {
    /// Why a pattern is none.
    public struct Problem: Error, Hashable {
        /// What was found and what would be right.
        public var message: String
    }

    private struct Part: Sendable, Hashable {
        var name: String
        /// What stands after it; empty at the end.
        var separator: String
    }

    private let start: String
    private let parts: [Part]

    /// Reads a pattern.
    public init(_ pattern: String) throws(Problem) {
        var start = ""
        var parts: [Part] = []
        var rest = pattern[...]
        while let open = rest.firstIndex(of: "{") {
            let between = String(rest[..<open])
            if parts.isEmpty { start = between } else { parts[parts.count - 1].separator = between }
            guard let close = rest[open...].firstIndex(of: "}") else {
                throw Problem(message: "found { without }; expected names in braces")
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard !name.isEmpty, !name.contains("{") else {
                throw Problem(message: "found {\(name)}; expected a name in the braces")
            }
            guard parts.isEmpty || !between.isEmpty else {
                throw Problem(
                    message:
                        "found nothing before {\(name)}; expected what parts it from the name before"
                )
            }
            guard name == "_" || !parts.contains(where: { $0.name == name }) else {
                throw Problem(message: "found {\(name)} twice; expected each name once")
            }
            parts.append(Part(name: name, separator: ""))
            rest = rest[rest.index(after: close)...]
        }
        guard !parts.isEmpty else {
            throw Problem(
                message: "found no name in braces; expected such as {source}_{published}_{title}")
        }
        parts[parts.count - 1].separator = String(rest)
        self.start = start
        self.parts = parts
    }

    /// What the name of the file at `path` says, by the names of the pattern; `nil` where it is another name.
    ///
    /// - Complexity: O(name).
    func values(of path: String) -> [Document.Field]? {
        values(in: Self.stem(path)[...])
            ?? path.split(separator: "/").last.flatMap { values(in: $0) }
    }

    private func values(in name: Substring) -> [Document.Field]? {
        var rest = name
        guard rest.hasPrefix(start) else { return nil }
        rest = rest.dropFirst(start.count)
        var values: [Document.Field] = []
        for (i, part) in parts.enumerated() {
            let value: Substring
            if i == parts.count - 1 {
                guard rest.hasSuffix(part.separator) else { return nil }
                value = rest.dropLast(part.separator.count)
            } else {
                guard let found = rest.firstRange(of: part.separator) else { return nil }
                value = rest[..<found.lowerBound]
                rest = rest[found.upperBound...]
            }
            guard !value.isEmpty else { return nil }
            if part.name != "_" {
                values.append(Document.Field(name: part.name, value: String(value)))
            }
        }
        return values
    }

    /// The name of the file at `path` without its folder and the extensions that tell its format.
    static func stem(_ path: String) -> String {
        var name = String(path.split(separator: "/").last ?? "")
        while DocumentFormat.guess(path: name) != nil || Packing.named(name) != nil,
            let dot = name.lastIndex(of: "."), dot != name.startIndex
        {
            name = String(name[..<dot])
        }
        return name
    }
}
