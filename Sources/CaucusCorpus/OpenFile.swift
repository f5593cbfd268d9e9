#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A file that is open for reading as long as this lives.
final class OpenFile: Sendable {
    /// What the system calls it.
    let descriptor: Int32

    /// Opens the file at `path`.
    init(path: String) throws(UnreadableFile) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw UnreadableFile(message: "cannot read it: \(ByteInput.reason(errno))")
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
