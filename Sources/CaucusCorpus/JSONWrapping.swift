/// Finds the array of records in a JSON object that wraps it, such as `{"status": "ok", "articles": […]}`.
struct JSONWrapping {
    /// Names of arrays that hold the records of a file, where the user names none.
    static let usualNames: Set<String> = [
        "articles", "content", "data", "docs", "documents", "entries", "hits", "items", "news",
        "newsitems", "posts",
        "records",
        "response", "results", "rows", "stories", "value",
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

    /// An array that an object wraps.
    struct Found {
        /// Where its elements begin.
        var start: Int
        /// How many objects are open around it.
        var depth: Int
        /// Other arrays of objects beside it, by the names that lead to them.
        var others: [String] = []
    }

    /// The array, or `nil` where none begins within the bytes, or the object is a record itself.
    ///
    /// - Complexity: O(bytes).
    func found() -> Found? {
        var found: Found?
        return search(from: 0, names: [], &found) ? found : nil
    }

    /// Looks among the members of the object that opens at `start`, all that lie within the bytes; `false` where it is a
    /// record itself.
    private func search(from start: Int, names: [String], _ found: inout Found?) -> Bool {
        var i = start + 1
        let depth = names.count
        while true {
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\""), let name = string(&i) else {
                return true
            }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return true }
            i += 1
            skipSpace(&i)
            guard i < bytes.count else { return true }
            if path.isEmpty, textNames.contains(name.lowercased()), isText(i) { return false }
            let value = i
            let isWhole = skipValue(&i)
            if leads(name, at: depth) {
                if bytes[value] == UInt8(ascii: "["),
                    path.isEmpty ? holdsObjects(value) : depth == path.count - 1
                {
                    if found != nil {
                        found?.others.append((names + [name]).joined(separator: "."))
                    } else if isWhole || !path.isEmpty || firstElementHasText(value + 1) {
                        found = Found(start: value + 1, depth: depth + 1)
                    }
                } else if bytes[value] == UInt8(ascii: "{"),
                    depth + 1 < (path.isEmpty ? Self.usualDepth : path.count),
                    !search(from: value, names: names + [name], &found)
                {
                    return false
                }
            }
            guard isWhole else { return true }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ",") else { return true }
            i += 1
        }
    }

    /// Whether a string begins at `i`, or an array of strings.
    private func isText(_ i: Int) -> Bool {
        if bytes[i] == UInt8(ascii: "\"") { return true }
        guard bytes[i] == UInt8(ascii: "[") else { return false }
        var first = i + 1
        skipSpace(&first)
        return first < bytes.count && bytes[first] == UInt8(ascii: "\"")
    }

    /// Whether the element at `start` has a text, or an object in which one may lie: of an array that ends beyond the
    /// bytes it is not known what stands after it.
    private func firstElementHasText(_ start: Int) -> Bool {
        var i = start
        skipSpace(&i)
        guard i < bytes.count, bytes[i] == UInt8(ascii: "{") else { return false }
        i += 1
        while true {
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: "\""), let name = string(&i) else {
                return false
            }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ":") else { return false }
            i += 1
            skipSpace(&i)
            guard i < bytes.count else { return false }
            if bytes[i] == UInt8(ascii: "{") { return true }
            if textNames.contains(name.lowercased()) { return true }
            guard skipValue(&i) else { return false }
            skipSpace(&i)
            guard i < bytes.count, bytes[i] == UInt8(ascii: ",") else { return false }
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
