import Foundation

/// A file of labels that grows by a line an answer: each is on the disk before the page is told so.
///
/// Several programs may write into one file at once, since a line is written in one piece under a lock of the file. What a
/// killed program left of a line has no end and was never confirmed; it is cut off when the file is opened again.
public final class LabelLog: Sendable {
    /// Why a line could not be written.
    public struct Failure: Error {
        /// The path, and the system's reason.
        public var message: String
    }

    private let path: String
    private let descriptor: Int32

    /// Opens the file at `path`, made where there is none.
    public init(path: String) throws(Failure) {
        self.path = path
        descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path, "cannot write") }
        try cutTornLine()
    }

    deinit { close(descriptor) }

    /// Appends a line and waits until it is on the disk.
    public func append(_ line: String) throws(Failure) {
        try locked { () throws(Failure) in
            let bytes = Array((line + "\n").utf8)
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Self.failure(path, "cannot write") }
                written += count
            }
            guard fsync(descriptor) == 0 else { throw Self.failure(path, "cannot write") }
        }
    }

    private func locked(_ body: () throws(Failure) -> Void) throws(Failure) {
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw Self.failure(path, "cannot lock") }
        }
        defer { flock(descriptor, LOCK_UN) }
        try body()
    }

    /// Takes away what stands after the last end of a line.
    private func cutTornLine() throws(Failure) {
        try locked { () throws(Failure) in
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, "cannot read") }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw Failure(message: "cannot write \(path): it is no file of its own")
            }
            var end = off_t(status.st_size)
            var byte: UInt8 = 0
            while end > 0 {
                guard pread(descriptor, &byte, 1, end - 1) == 1 else {
                    throw Self.failure(path, "cannot read")
                }
                if byte == UInt8(ascii: "\n") { break }
                end -= 1
            }
            guard end != status.st_size else { return }
            guard ftruncate(descriptor, end) == 0 else { throw Self.failure(path, "cannot write") }
        }
    }

    private static func failure(_ path: String, _ what: String) -> Failure {
        Failure(message: "\(what) \(path): \(String(cString: strerror(errno)).lowercased())")
    }
}
