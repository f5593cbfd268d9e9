/// Finds the array of records in a JSON object that wraps it, such as `{"status": "ok", "articles": […]}`.
struct JSONWrapping {
    /// Names of arrays that hold the records of a file, where the user names none.
    static let usualNames: Set<String> = [
        "articles", "data", "docs", "documents", "entries", "hits", "items", "news", "posts",
        "records",
        "response", "results", "rows", "stories",
    ]
    /// Arrays lie this deep at most where the user does not say where.
    private static let usualDepth = 2

    private let bytes: UnsafeBufferPointer<UInt8>
    /// The names that lead to the array; empty where it is looked for.
    private let path: [String]
    /// The names of the text: an object that has one is a record itself, unless the user says where the array is.
    private let textNames: Set<String>

    /// Looks in an object that begins with `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, path: [String], textNames: Set<String> = []) {
        self.bytes = bytes
        self.path = path
        self.textNames = textNames
    }

    /// Where the elements of the array begin, or `nil` where it does not begin within the bytes.
    ///
    /// - Complexity: O(bytes).
    func startOfElements() -> Int? { search(from: 0, depth: 0) }

    /// Looks among the members of the object that opens at `start`; `nil` where it is not there.
    private func search(from start: Int, depth: Int) -> Int? {
        var i = start
        guard i < bytes.count, bytes[i] == UInt8(ascii: "{") else { return nil }
        i += 1
        while true {
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\""), let name = string(&i) else {
                return nil
            }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return nil }
            i += 1
            skipSpace(&i)
            guard i < bytes.count else { return nil }
            if path.isEmpty, bytes[i] == UInt8(ascii: "\""), textNames.contains(name.lowercased()) {
                return nil
            }
            if leads(name, at: depth) {
                if bytes[i] == UInt8(ascii: "["), path.isEmpty || depth == path.count - 1,
                    !path.isEmpty || holdsObjects(i)
                {
                    return i + 1
                }
                if bytes[i] == UInt8(ascii: "{"),
                    depth + 1 < (path.isEmpty ? Self.usualDepth : path.count),
                    let found = search(from: i, depth: depth + 1)
                {
                    return found
                }
            }
            guard skipValue(&i) else { return nil }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ",") else { return nil }
            i += 1
        }
    }

    /// Whether a member of this name may hold the array.
    private func leads(_ name: String, at depth: Int) -> Bool {
        path.isEmpty
            ? Self.usualNames.contains(name.lowercased())
            : depth < path.count && name == path[depth]
    }

    /// Whether the array that opens at `start` begins with an object.
    private func holdsObjects(_ start: Int) -> Bool {
        var i = start + 1
        skipSpace(&i)
        return i < bytes.count && bytes[i] == UInt8(ascii: "{")
    }

    private func skipSpace(_ i: inout Int) {
        while i < bytes.count, bytes[i] == 0x20 || (0x09...0x0D).contains(bytes[i]) { i += 1 }
    }

    /// Passes the string that opens at `i`, and gives what stands in it.
    private func string(_ i: inout Int) -> String? {
        let start = i + 1
        i = start
        while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
            i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard i < bytes.count else { return nil }
        defer { i += 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<i]), as: UTF8.self)
    }

    /// Passes the value that begins at `i`; whether it ends within the bytes.
    private func skipValue(_ i: inout Int) -> Bool {
        var depth = 0
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\""):
                guard string(&i) != nil else { return false }
                if depth == 0 { return true }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if depth == 0 { return true }
                depth -= 1
                if depth == 0 {
                    i += 1
                    return true
                }
            case UInt8(ascii: ","):
                if depth == 0 { return true }
            default: break
            }
            i += 1
        }
        return false
    }
}
