/// Lifts members of nested objects to columns of their own where the user names them so: `article.text`.
struct NestedColumns: Sendable {
    /// The names of columns that lead into objects, in parts; each has two or more.
    private let paths: [[String]]

    /// Lifts the columns among `names` that have a dot inside.
    init(_ names: [String]) {
        paths = names.map {
            $0.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        }
        .filter { $0.count > 1 && !$0.contains("") }
    }

    /// Whether there is nothing to lift.
    var isEmpty: Bool { paths.isEmpty }

    /// The record with its objects on these ways taken apart: their members are columns called `object.member`.
    func lifted(_ record: Record) -> Record {
        let whole = Set(record.columns.map(\.name))
        // A column that is called so is no way into an object.
        let paths = paths.filter { !whole.contains($0.joined(separator: ".")) }
        var record = record
        record.columns = record.columns.flatMap { column in
            Self.members(
                of: column, paths.filter { $0[0] == column.name }.map { Array($0.dropFirst()) })
        }
        return record
    }

    /// The way to a string called one of `names` in an object of the record, or in one inside of that; `nil` where there
    /// is none.
    static func way(to names: Set<String>, in record: Record) -> String? {
        var columns = record.columns
        for _ in 0..<2 {
            columns = columns.flatMap { column -> [Record.Column] in
                guard case .nested = column.value else { return [] }
                let members = members(of: column, [[""]])
                return members.count == 1 && members[0].name == column.name ? [] : members
            }
            let found = columns.first { column in
                guard case .string = column.value else { return false }
                return names.contains(column.name.split(separator: ".").last?.lowercased() ?? "")
            }
            if let found { return found.name }
        }
        return nil
    }

    /// The column, or the members of its object where a way leads on into it.
    private static func members(of column: Record.Column, _ paths: [[String]]) -> [Record.Column] {
        guard !paths.isEmpty, case .nested(var spelling) = column.value,
            spelling.utf8.first == UInt8(ascii: "{")
        else { return [column] }
        let members = spelling.withUTF8 { bytes -> [Record.Column]? in
            var scanner = JSONScanner(bytes)
            return try? scanner.object()
        }
        guard let members else { return [column] }
        return members.flatMap { member -> [Record.Column] in
            let rest = paths.filter { $0.count > 1 && $0[0] == member.name }.map {
                Array($0.dropFirst())
            }
            let named = Record.Column(name: column.name + "." + member.name, value: member.value)
            return Self.members(of: named, rest)
        }
    }
}

extension JSONValue {
    /// The text of a column that may hold it in paragraphs: a string, or an array of strings; `nil` for anything else.
    var paragraphs: String? {
        switch self {
        case .string(let text): return text
        case .nested(var spelling) where spelling.utf8.first == UInt8(ascii: "["):
            let members = spelling.withUTF8 { bytes -> [JSONValue]? in
                var scanner = JSONScanner(bytes)
                return try? scanner.array()
            }
            guard let members, !members.isEmpty else { return nil }
            var texts: [String] = []
            for member in members {
                guard case .string(let text) = member else { return nil }
                texts.append(text)
            }
            return texts.joined(separator: "\n\n")
        default: return nil
        }
    }

    /// Whether it is an object.
    var isObject: Bool {
        if case .nested(let spelling) = self {
            spelling.utf8.first == UInt8(ascii: "{")
        } else {
            false
        }
    }

    /// Whether it is an array.
    var isArray: Bool {
        if case .nested(let spelling) = self {
            spelling.utf8.first == UInt8(ascii: "[")
        } else {
            false
        }
    }

    /// The members of an object by which it is called, in order of preference.
    private static let labels = [
        "name", "title", "main", "rendered", "text", "value", "domain", "uri", "id", "$oid",
    ]

    /// What a column says in a word or a line: its text, or of an object the member that names it.
    var label: String {
        guard case .nested(var spelling) = self, spelling.utf8.first == UInt8(ascii: "{") else {
            return text
        }
        let members = spelling.withUTF8 { bytes -> [Record.Column]? in
            var scanner = JSONScanner(bytes)
            return try? scanner.object()
        }
        for label in Self.labels {
            for member in members ?? [] where member.name == label {
                if case .string(let text) = member.value, !text.isEmpty { return text }
            }
        }
        return text
    }
}
