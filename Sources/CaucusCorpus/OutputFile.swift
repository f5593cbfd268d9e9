#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is written beside its place and renamed into it when it is whole.
///
/// Until ``commit()`` nothing stands under the final name, or the file that was there before; a file
/// that is not committed is removed.
public final class OutputFile {
    /// The final path.
    public let path: String
    private let beside: String
    private let force: Bool
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private static let capacity = 1 << 18

    /// Creates the file beside `path`; an existing one is replaced only with `force`.
    public init(path: String, force: Bool = false) throws(CorpusError) {
        self.path = path
        self.force = force
        try Self.check(path, force: force)
        var name = path[...]
        let directory: Substring
        if let slash = path.lastIndex(of: "/") {
            directory = path[...slash]
            name = path[path.index(after: slash)...]
        } else {
            directory = ""
        }
        guard !name.isEmpty else {
            throw .outputNotCreatable(path: path, reason: "it names a directory; expected a file")
        }
        // A long name leaves no room for an addition.
        let short = String(decoding: name.utf8.prefix(200), as: UTF8.self)
        beside = "\(directory).\(short).\(getpid()).part"
        descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw .outputNotCreatable(path: path, reason: ByteInput.reason(errno))
        }
    }

    deinit { discard() }

    /// Checks that a file may be written at `path`.
    static func check(_ path: String, force: Bool) throws(CorpusError) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw .outputNotCreatable(path: path, reason: "it is a directory; expected a file")
        }
        guard force else { throw .outputExists(path: path) }
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
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure() }
        let closed = close(descriptor)
        descriptor = -1
        do throws(CorpusError) {
            guard closed == 0 else { throw failure() }
            try Self.check(path, force: force)
            guard rename(beside, path) == 0 else {
                throw CorpusError.outputNotCreatable(path: path, reason: ByteInput.reason(errno))
            }
        } catch {
            unlink(beside)
            throw error
        }
    }

    /// Removes what was written; the final name stays as it was.
    public func discard() {
        guard descriptor >= 0 else { return }
        close(descriptor)
        descriptor = -1
        unlink(beside)
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
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw .outputNotCreatable(path: path, reason: "it is no directory")
        }
    }
}
