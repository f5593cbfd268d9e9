import CaucusText
import Foundation

/// Finds the files that paths name: the files themselves, and those in directories, in byte order.
struct FileWalk {
    /// Formats that may be read.
    var allowed: Set<DocumentFormat>
    /// Their extensions, as messages list them.
    var expected: [String]
    /// The format of every file, or `nil` where extensions tell.
    var format: DocumentFormat?

    /// The files, and what was passed over.
    private(set) var files: [InputFile] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var skipped: [String: Int] = [:]

    /// Creates a walk.
    init(allowed: Set<DocumentFormat>, expected: [String], format: DocumentFormat?) {
        self.allowed = allowed
        self.expected = expected
        self.format = format
    }

    /// Adds what `path` names.
    mutating func add(_ path: String) throws(CorpusError) {
        if path == "-" {
            files.append(InputFile(path: path, name: path, format: format))
            return
        }
        guard let isDirectory = Self.isDirectory(path) else { throw .missing(path: path) }
        guard isDirectory else {
            files.append(InputFile(path: path, name: path, format: try formatOfNamed(path)))
            return
        }
        let root = path.hasSuffix("/") ? path : path + "/"
        skipped = [:]
        try walk(root, "")
        if !skipped.isEmpty {
            let total = skipped.values.reduce(0, +)
            let kinds = skipped.sorted { $0.key < $1.key }.prefix(8)
                .map { "\($0.value) \($0.key)" }.joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    Place(file: path),
                    "passed over \(total) file\(total == 1 ? "" : "s") of other kinds (\(kinds)); "
                        + "expected \(expected.joined(separator: ", ")), or --format"))
        }
    }

    /// The format of a file that the user named.
    private func formatOfNamed(_ path: String) throws(CorpusError) -> DocumentFormat {
        guard let found = format ?? DocumentFormat.guess(path: path) else {
            throw .unknownFormat(path: path, expected: expected)
        }
        guard allowed.contains(found) else {
            throw .unsupportedFormat(path: path, format: found.rawValue, expected: expected)
        }
        return found
    }

    private mutating func walk(_ root: String, _ inner: String) throws(CorpusError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: root + inner)
        } catch {
            let reason = "the directory cannot be listed"
            guard inner.isEmpty else {
                diagnostics.append(Diagnostic(Place(file: root + inner), reason))
                return
            }
            throw .unreadable(path: root, reason: reason)
        }
        let visible = names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for name in visible {
            let path = root + inner + name
            switch Self.isDirectory(path) {
            case true?:
                // A link to a directory may lead back up.
                if !Self.isLink(path) { try walk(root, inner + name + "/") }
            case false?: addFound(path, inner + name)
            case nil: diagnostics.append(Diagnostic(Place(file: path), "the link leads nowhere"))
            }
        }
    }

    private mutating func addFound(_ path: String, _ name: String) {
        if let found = format ?? DocumentFormat.guess(path: path), allowed.contains(found) {
            files.append(InputFile(path: path, name: name, format: found))
        } else {
            skipped[Self.ending(name), default: 0] += 1
        }
    }

    private static func ending(_ name: String) -> String {
        let last = name.split(separator: "/").last ?? ""
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else {
            return "without extension"
        }
        return String(last[dot...])
    }

    /// Whether a directory stands at `path`; `nil` where nothing does.
    private static func isDirectory(_ path: String) -> Bool? {
        var directory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &directory) else {
            return nil
        }
        return directory.boolValue
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
