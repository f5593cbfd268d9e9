#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is written beside its place and renamed into it when it is whole.
///
/// Until ``commit()`` nothing stands under the final name, or the file that was there before; a file
/// that is not committed is removed. A link is followed, and what is no file of its own, such as
/// `/dev/null` or a named pipe, is written directly.
public final class OutputFile {
    /// The final path.
    public let path: String
    /// The path to rename to, links followed.
    private let target: String
    /// What is written and renamed, or `nil` where the target is written directly.
    private let beside: String?
    private let force: Bool
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 18

    /// Creates the file beside `path`; an existing one is replaced only with `force`.
    public init(path: String, force: Bool = false) throws(CorpusError) {
        self.path = path
        self.force = force
        try Self.check(path, force: force)
        let isDevice = Self.kind(path).map { $0 != S_IFREG } ?? false
        target = isDevice ? path : try Self.followed(path)
        beside = isDevice ? nil : try Self.beside(target)
        let flags = isDevice ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC
        descriptor = open(beside ?? target, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw .outputNotCreatable(path: path, reason: ByteInput.reason(errno))
        }
    }

    /// Where a link at `path` leads to; `path` itself where there is none.
    private static func followed(_ path: String) throws(CorpusError) -> String {
        guard let resolved = realpath(path, nil) else {
            var status = stat()
            guard lstat(path, &status) != 0 else {
                throw .outputNotCreatable(path: path, reason: "the link leads nowhere")
            }
            return path
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Removes what the process with the number `process` wrote beside `path` and could not finish.
    public static func removeUnfinished(path: String, by process: Int32) {
        guard let target = try? followed(path), let part = try? beside(target, process) else {
            return
        }
        unlink(part)
    }

    /// A hidden name in the same directory, of this process or another one.
    private static func beside(
        _ path: String, _ process: Int32 = getpid()
    ) throws(CorpusError) -> String {
        let slash = path.lastIndex(of: "/")
        let directory = slash.map { path[...$0] } ?? ""
        let name = slash.map { path[path.index(after: $0)...] } ?? path[...]
        guard !name.isEmpty else {
            throw .outputNotCreatable(path: path, reason: "it names a directory; expected a file")
        }
        // A long name leaves no room for an addition.
        let short = String(decoding: name.utf8.prefix(200), as: UTF8.self)
        return "\(directory).\(short).\(process).part"
    }

    /// What stands at `path`, links followed, as `st_mode` tells; `nil` where nothing does.
    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    deinit { discard() }

    /// Checks that a file may be written at `path`.
    static func check(_ path: String, force: Bool) throws(CorpusError) {
        guard let kind = kind(path) else { return }
        if kind == S_IFDIR {
            throw .outputNotCreatable(path: path, reason: "it is a directory; expected a file")
        }
        guard force || kind != S_IFREG else { throw .outputExists(path: path) }
    }

    /// Appends bytes.
    public func write(_ bytes: some Sequence<UInt8>) throws(CorpusError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { try flush() }
    }

    /// Appends text.
    public func write(_ text: String) throws(CorpusError) {
        try write(text.utf8)
    }

    /// Puts the whole file under its final name.
    public func commit() throws(CorpusError) {
        precondition(descriptor >= 0, "\(path) is committed already")
        try flush()
        // A device or a pipe has nothing to bring to the disk.
        guard beside == nil || fsync(descriptor) == 0 else { throw failure() }
        let closed = close(descriptor)
        descriptor = -1
        do throws(CorpusError) {
            guard closed == 0 else { throw failure() }
            guard let beside else { return }
            try Self.check(path, force: force)
            guard rename(beside, target) == 0 else {
                throw CorpusError.outputNotCreatable(path: path, reason: ByteInput.reason(errno))
            }
        } catch {
            if let beside { unlink(beside) }
            throw error
        }
    }

    /// Removes what was written; the final name stays as it was.
    public func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        if let beside { unlink(beside) }
    }

    private func flush() throws(CorpusError) {
        precondition(descriptor >= 0, "\(path) is committed already")
        var done = 0
        while done < buffer.count {
            let n = buffer.withUnsafeBytes { bytes -> Int in
                guard let base = bytes.baseAddress else { return 0 }
                #if canImport(Glibc)
                    return Glibc.write(descriptor, base + done, bytes.count - done)
                #else
                    return Darwin.write(descriptor, base + done, bytes.count - done)
                #endif
            }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { throw failure() }
            done += n
        }
        buffer.removeAll(keepingCapacity: true)
    }

    private func failure() -> CorpusError {
        .outputFailed(path: path, reason: ByteInput.reason(errno))
    }
}

extension OutputFile {
    /// Writes one whole file.
    public static func write(
        _ bytes: some Sequence<UInt8>, to path: String, force: Bool = false
    ) throws(CorpusError) {
        let file = try OutputFile(path: path, force: force)
        try file.write(bytes)
        try file.commit()
    }

    /// Writes several whole files into a directory, which is made where it is missing.
    ///
    /// Nothing is written where one of them exists and `force` is not given.
    public static func write(
        _ files: [(name: String, bytes: [UInt8])], into directory: String, force: Bool = false
    ) throws(CorpusError) {
        try makeDirectory(directory)
        let root = directory.hasSuffix("/") ? directory : directory + "/"
        for file in files { try check(root + file.name, force: force) }
        for file in files { try write(file.bytes, to: root + file.name, force: force) }
    }

    /// Makes the directory at `path` and those above it; one that is there already is well.
    public static func makeDirectory(_ path: String) throws(CorpusError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
            if mkdir(made, 0o777) == 0 || errno == EEXIST { continue }
            throw .outputNotCreatable(path: path, reason: ByteInput.reason(errno))
        }
        guard kind(path) == S_IFDIR else {
            throw .outputNotCreatable(path: path, reason: "it is no directory")
        }
    }
}
