import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file in memory, where the system has such, for readers that open a path; gone when it goes.
public final class ScratchFile {
    /// Where it lies.
    public let path: String

    private static let directory: String = {
        let base = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
        let path = "\(base)/caucus-fuzz-\(getpid())"
        mkdir(path, 0o700)
        return path
    }()

    /// Creates a file of that name with `bytes`.
    public init(_ name: String, _ bytes: some Collection<UInt8>) {
        path = Self.directory + "/" + name
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { fatalError("cannot write \(path)") }
        let bytes = Array(bytes)
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
            }
            guard count > 0 else { fatalError("cannot write \(path)") }
            done += count
        }
        close(descriptor)
    }

    deinit {
        // SQLite puts a log and an index beside a store.
        for ending in ["", "-wal", "-shm", "-lock"] { unlink(path + ending) }
    }
}
