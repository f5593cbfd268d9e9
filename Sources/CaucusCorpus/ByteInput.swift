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
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Appends up to `limit` bytes to `buffer`; whether there were any.
    func read(upTo limit: Int, into buffer: inout [UInt8]) throws(CorpusError) -> Bool {
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: limit))
        let got = buffer.withUnsafeMutableBytes { target -> Int in
            while true {
                guard let base = target.baseAddress else { return 0 }
                #if canImport(Glibc)
                    let n = Glibc.read(descriptor, base + count, limit)
                #else
                    let n = Darwin.read(descriptor, base + count, limit)
                #endif
                if n >= 0 || errno != EINTR { return n }
            }
        }
        let number = errno
        buffer.removeLast(limit - max(got, 0))
        if got < 0 {
            throw .readFailed(path: path, offset: offset, reason: Self.reason(number))
        }
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
