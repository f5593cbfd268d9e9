#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of an open file or of standard input, in order.
///
/// Files are read and not mapped: a file that is truncated while it is mapped kills the process that
/// reads it, and copying costs far less than scanning.
final class ByteInput {
    let path: String
    /// The bytes read so far.
    private(set) var offset = 0
    private let descriptor: Int32
    private let closes: Bool
    private var block: UnsafeMutableRawBufferPointer?
    private static let blockSize = 1 << 20
    /// The size when it was opened, where it is a regular file.
    private var size: Int?

    /// Opens the file at `path`.
    init(path: String) throws(CorpusError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        closes = true
        guard descriptor >= 0 else {
            let number = errno
            if number == ENOENT || number == ENOTDIR { throw .missing(path: path) }
            throw .unreadable(path: path, reason: Self.reason(number))
        }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
            size = Int(status.st_size)
        }
    }

    /// Reads the open `descriptor`, which stays the caller's; `-` in messages.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        path = "-"
        closes = false
    }

    deinit {
        block?.deallocate()
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Appends up to `limit` bytes to `buffer`; whether there were any.
    func read(upTo limit: Int, into buffer: inout [UInt8]) throws(CorpusError) -> Bool {
        let target = block ?? .allocate(byteCount: Self.blockSize, alignment: 16)
        block = target
        var got = 0
        repeat {
            #if canImport(Glibc)
                got = Glibc.read(descriptor, target.baseAddress, min(limit, target.count))
            #else
                got = Darwin.read(descriptor, target.baseAddress, min(limit, target.count))
            #endif
        } while got < 0 && errno == EINTR
        if got < 0 {
            throw .readFailed(path: path, offset: offset, reason: Self.reason(errno))
        }
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: target[..<got]))
        offset += got
        if got == 0, let size, offset < size {
            throw .readFailed(
                path: path, offset: offset,
                reason: "it became shorter while it was read; it had \(size) bytes")
        }
        return got > 0
    }

    /// The system's words for an error, in lower case.
    static func reason(_ number: Int32) -> String {
        String(cString: strerror(number)).lowercased()
    }
}
