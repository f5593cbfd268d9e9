import Foundation

/// Names files by their way from the current folder, however their paths are spelled.
///
/// `articles/001.txt`, `./articles//001.txt` and `/home/ann/articles/001.txt` are one name where `/home/ann` is the
/// current folder. A file outside of it keeps the path it was given by, without its detours.
struct FileNames {
    /// The current folder, a slash at its end.
    private let folder: String

    /// Names files from `folder`, an absolute path.
    init(seenFrom folder: String = FileManager.default.currentDirectoryPath) {
        self.folder = folder.hasSuffix("/") ? folder : folder + "/"
    }

    /// The name of the file at `path`, whose path without links is `realPath`.
    func name(_ path: String, realPath: String) -> String {
        let plain = Self.withoutDetours(path)
        // A link inside the folder is named as it is seen there, wherever it leads.
        if !plain.hasPrefix("/"), !plain.hasPrefix("../") { return plain }
        let absolute = plain.hasPrefix("/") ? plain : Self.withoutDetours(folder + plain)
        if let inside = inside(absolute) ?? inside(realPath) { return inside }
        return plain
    }

    private func inside(_ path: String) -> String? {
        path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
    }

    /// The path without empty parts, `.`, and `..` where something is left to go up from.
    static func withoutDetours(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if let last = parts.last, last != ".." {
                parts.removeLast()
            } else if !isAbsolute {
                parts.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }

    /// The absolute path of what is at `path`, its links resolved; where that cannot be told, `path` itself.
    static func realPath(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
