#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the bytes of an archive are: in memory, or in an open file, which is read at any place.
enum ZipSource: Sendable {
    case bytes([UInt8])
    /// The descriptor stays the caller's and has to be open as long as the archive is read.
    case file(descriptor: Int32, size: Int)

    /// The regular file that is open at `descriptor`.
    init(descriptor: Int32) throws(UnreadableFile) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw UnreadableFile(
                message:
                    "found no regular file; expected one, since the list of a zip is at its end")
        }
        self = .file(descriptor: descriptor, size: Int(status.st_size))
    }

    /// How many bytes there are.
    var size: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let size): size
        }
    }

    /// The `count` bytes at `offset`; throws where the archive ends before.
    func read(_ count: Int, at offset: Int) throws(UnreadableFile) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= size, count <= size - offset else {
            throw UnreadableFile(
                message: "the zip ends after \(size) bytes; expected \(count) bytes at \(offset)")
        }
        switch self {
        case .bytes(let bytes): return Array(bytes[offset..<(offset + count)])
        case .file(let descriptor, _):
            var error: Int32 = 0
            let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                filled = 0
                while filled < count, let base = buffer.baseAddress {
                    let got = pread(
                        descriptor, base + filled, count - filled, off_t(offset + filled))
                    if got < 0 && errno == EINTR { continue }
                    if got < 0 { error = errno }
                    if got <= 0 { return }
                    filled += got
                }
            }
            guard result.count == count else {
                let reason = error == 0 ? "it became shorter" : ByteInput.reason(error)
                throw UnreadableFile(
                    message:
                        "reading the zip failed after \(offset + result.count) bytes: \(reason)")
            }
            return result
        }
    }
}
