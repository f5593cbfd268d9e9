#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Keeps other writers out of a store while one has it open.
///
/// A file beside the store is locked, and removed at the end; what a killed process leaves behind is not
/// locked. SQLite's own locks last for one transaction only: two runs would take turns and do the same
/// work twice.
final class StoreLock: Sendable {
    private let path: String
    private let descriptor: Int32

    /// Locks the store at `store`, and waits for another writer for `patience` seconds.
    init(_ store: String, patience: Double) throws(StoreError) {
        path = StoreFile.resolved(store) + "-lock"
        var waits = Int((max(patience, 0) * 20).rounded(.up))
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else { throw Self.error(store, errno) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                // Whoever held the lock may have removed the file meanwhile.
                if FileIdentity(descriptor) == FileIdentity(path) {
                    self.descriptor = descriptor
                    return
                }
                close(descriptor)
                continue
            }
            close(descriptor)
            guard waits > 0 else { throw .locked(path: store) }
            waits -= 1
            usleep(50_000)
        }
    }

    deinit {
        unlink(path)
        close(descriptor)
    }

    private static func error(_ store: String, _ number: Int32) -> StoreError {
        let reason = String(cString: strerror(number)).lowercased()
        return number == ENOSPC
            ? .full(path: store)
            : access(store, F_OK) == 0
                ? .unwritable(path: store, reason: reason)
                : .notCreatable(path: store, reason: reason)
    }
}

/// Which file stands at a path: two are the same only where nobody removed or replaced it.
struct FileIdentity: Sendable, Equatable {
    private let device: UInt64
    private let number: UInt64

    /// The file at `path`, or `nil` where there is none.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// An open file.
    init?(_ descriptor: Int32) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
    }
}
