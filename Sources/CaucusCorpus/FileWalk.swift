import CaucusText
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

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
    /// What was passed over in all directories, by its ending.
    private(set) var kinds: [String: Int] = [:]
    private let names = FileNames()

    /// Creates a walk.
    init(allowed: Set<DocumentFormat>, expected: [String], format: DocumentFormat?) {
        self.allowed = allowed
        self.expected = expected
        self.format = format
    }

    /// Adds what `path` names.
    mutating func add(_ path: String) throws(CorpusError) {
        if path == "-" {
            files.append(InputFile(path: path, name: path, realPath: path, format: format))
            return
        }
        guard let kind = Self.kind(of: path) else { throw .missing(path: path) }
        guard kind == .directory else {
            let realPath = FileNames.realPath(path)
            guard Self.isArchive(path) else {
                return add(path, realPath: realPath, try formatOfNamed(path))
            }
            skipped = [:]
            do throws(UnreadableFile) {
                try addMembers(of: path, realPath: realPath)
            } catch {
                throw .damaged(path: path, offset: 0, reason: error.message)
            }
            return tellSkipped(in: path)
        }
        let root = path.hasSuffix("/") ? path : path + "/"
        skipped = [:]
        try walk(root, "", realPath: FileNames.realPath(path))
        tellSkipped(in: path)
    }

    /// Tells what was passed over in a directory or an archive.
    private mutating func tellSkipped(in path: String) {
        if !skipped.isEmpty {
            let total = skipped.values.reduce(0, +)
            diagnostics.append(
                Diagnostic(
                    Place(file: path),
                    "passed over \(total) file\(total == 1 ? "" : "s") of other kinds "
                        + "(\(FileKinds.list(skipped))); expected \(expected.joined(separator: ", ")), or --format"
                ))
            kinds.merge(skipped, uniquingKeysWith: +)
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

    private mutating func add(_ path: String, realPath: String, _ format: DocumentFormat) {
        let name = names.name(path, realPath: realPath)
        files.append(InputFile(path: path, name: name, realPath: realPath, format: format))
    }

    private mutating func walk(
        _ root: String, _ inner: String, realPath folder: String
    ) throws(CorpusError) {
        guard let listing = FolderListing(root + inner) else {
            let reason = "the directory cannot be listed"
            guard inner.isEmpty else {
                diagnostics.append(Diagnostic(Place(file: root + inner), reason))
                return
            }
            throw .unreadable(path: root, reason: reason)
        }
        for name in listing.unreadable {
            diagnostics.append(
                Diagnostic(
                    Place(file: root + inner),
                    "found a file name that is not UTF-8 (\(name)); expected it to be renamed"))
            kinds["with a name that is not UTF-8", default: 0] += 1
        }
        let visible = listing.names.filter { !$0.hasPrefix(".") }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let report = OwnReport(folder: root + inner, entries: visible)
        for entry in visible {
            let path = root + inner + entry
            let isLink = Self.isLink(path)
            let realPath = isLink ? FileNames.realPath(path) : folder + "/" + entry
            switch Self.kind(of: path) {
            case .directory?:
                // A link to a directory may lead back up.
                if !isLink { try walk(root, inner + entry + "/", realPath: realPath) }
            case .file? where report.holds(entry): skip("of a report of caucus")
            case .file?: addFound(path, realPath: realPath)
            // Opening a pipe would wait for whoever writes into it.
            case .other?: skip("pipe or device")
            case nil: diagnostics.append(Diagnostic(Place(file: path), "the link leads nowhere"))
            }
        }
    }

    /// A store and what SQLite keeps beside it, whose format no `--format` means.
    private static let storeEndings = ["", "-wal", "-shm", "-lock"].map { ".sqlite" + $0 }

    private mutating func addFound(_ path: String, realPath: String) {
        if Self.storeEndings.contains(where: path.hasSuffix) {
            skip(FileKinds.ending(path))
        } else if Self.isArchive(path) {
            do throws(UnreadableFile) {
                try addMembers(of: path, realPath: realPath)
            } catch {
                diagnostics.append(Diagnostic(Place(file: path), error.message))
            }
        } else if let found = format ?? DocumentFormat.guess(path: path), allowed.contains(found) {
            if found == .html, OwnReport.isPage(path) { return skip("of a report of caucus") }
            add(path, realPath: realPath, found)
        } else {
            skip(FileKinds.ending(path))
        }
    }

    private static func isArchive(_ path: String) -> Bool { path.lowercased().hasSuffix(".zip") }

    /// Adds the files in the archive at `path`; archives in it are passed over, and what systems put beside files.
    private mutating func addMembers(of path: String, realPath: String) throws(UnreadableFile) {
        let file = try OpenFile(path: path)
        let archive = try ZipArchive(ZipSource(descriptor: file.descriptor))
        withExtendedLifetime(file) {}
        let name = names.name(path, realPath: realPath)
        for entry in archive.entries.sorted(by: {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        })
        where !entry.isFolder {
            let parts = entry.name.split(separator: "/")
            guard let last = parts.last, !last.hasPrefix("."), !parts.contains("__MACOSX") else {
                continue
            }
            guard !Self.isArchive(entry.name) else {
                skip(".zip inside of it")
                continue
            }
            guard let found = format ?? DocumentFormat.guess(path: entry.name),
                allowed.contains(found)
            else {
                skip(FileKinds.ending(entry.name))
                continue
            }
            files.append(
                InputFile(
                    path: path + "/" + entry.name, name: name + "/" + entry.name,
                    realPath: realPath + "/" + entry.name, format: found,
                    member: ArchiveMember(archive: path, entry: entry)))
        }
    }

    private mutating func skip(_ kind: String) { skipped[kind, default: 0] += 1 }

    private enum Kind { case directory, file, other }

    /// What stands at `path`, links followed; `nil` where nothing does.
    private static func kind(of path: String) -> Kind? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .directory
        case S_IFREG: return .file
        default: return .other
        }
    }

    private static func isLink(_ path: String) -> Bool {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
    }
}
