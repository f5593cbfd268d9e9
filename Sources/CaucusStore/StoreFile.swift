import Foundation

/// What the file system and the first bytes tell of a store before SQLite looks at it.
enum StoreFile {
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Whether a file stands at `path`; throws where it cannot be a store that can be opened.
    static func check(_ path: String, _ mode: Store.Mode) throws(StoreError) -> Bool {
        var directory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &directory)
        if directory.boolValue {
            let reason = "it is a directory; expected a file"
            throw mode == .reading
                ? .unreadable(path: path, reason: reason)
                : .notCreatable(path: path, reason: reason)
        }
        guard exists else {
            if mode == .reading { throw .missing(path: path) }
            return false
        }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw .unreadable(path: path, reason: "permission denied")
        }
        if let (found, expected) = missingBytes(path) {
            throw .damaged(
                path: path, reason: "it has \(found) bytes; expected \(expected): it was cut off")
        }
        return true
    }

    /// The size of a file that is shorter than its header says, and what it says; `nil` where all is well.
    ///
    /// SQLite fills a page that is cut off with zeros and reads on. While a write-ahead log is there the
    /// file may be behind its header, and SQLite mends that.
    private static func missingBytes(_ path: String) -> (found: Int, expected: Int)? {
        guard hasNoLog(path),
            let handle = FileHandle(forReadingAtPath: path),
            let header = try? handle.read(upToCount: 100), header.count == 100,
            header.prefix(magic.count).elementsEqual(magic)
        else { return nil }
        let bytes = Array(header)
        let short = Int(bytes[16]) << 8 | Int(bytes[17])
        let pageSize = short == 1 ? 65536 : short
        let pages = bytes[28..<32].reduce(0) { $0 << 8 | Int($1) }
        let found = size(path)
        return found < pages * pageSize ? (found, pages * pageSize) : nil
    }

    /// The path with links followed, as SQLite does before it names the files beside a store.
    static func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// Whether no write-ahead log with anything in it stands beside the file.
    static func hasNoLog(_ path: String) -> Bool { size(resolved(path) + "-wal") == 0 }

    /// The size of a file; 0 where there is none.
    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }
}
