#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of an open file or of standard input, in order; what is packed is unpacked.
///
/// Packed bytes are told by their first ones, which begin no text. Files are read and not mapped: a
/// file that is truncated while it is mapped kills the process that reads it, and copying costs far less
/// than scanning.
///
/// - Complexity: two blocks of memory, whatever the bytes unpack to.
final class ByteInput {
    let path: String
    /// The unpacked bytes read so far.
    private(set) var offset = 0
    private let descriptor: Int32
    /// The member of an archive that is read instead of the descriptor.
    private var member: (bytes: ZipMember, file: OpenFile)?
    private let closes: Bool
    /// How its name says that it is packed.
    private let expected: Packing?
    private static let blockSize = 1 << 20
    /// The bytes as they stand in the file: those between `next` and `end` are not used yet.
    private let block = UnsafeMutableRawBufferPointer.allocate(
        byteCount: blockSize, alignment: 16)
    private var next = 0
    private var end = 0
    /// The bytes of the file itself read so far.
    private(set) var packedOffset = 0
    private var isStarted = false
    private var unpacker: (any Unpacker)?
    /// The size when it was opened, where it is a regular file.
    private var size: Int?
    private let isStopped: @Sendable () -> Bool

    /// Opens the file at `path`; one whose name ends in `.gz` has to be packed.
    ///
    /// `isStopped` is asked while the next bytes of a pipe are waited for; `true` ends the wait with an error.
    init(
        path: String, isStopped: @escaping @Sendable () -> Bool = { false }
    ) throws(CorpusError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        self.isStopped = isStopped
        closes = true
        expected = Packing.named(path)
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

    /// Opens a member of an archive, which is called `path`.
    init(_ member: ArchiveMember, path: String) throws(CorpusError) {
        self.path = path
        descriptor = -1
        closes = false
        expected = Packing.named(path)
        isStopped = { false }
        do throws(UnreadableFile) {
            self.member = try member.opened()
        } catch {
            throw .damaged(path: path, offset: 0, reason: error.message)
        }
    }

    /// Reads the open `descriptor`, which stays the caller's; `-` in messages.
    init(descriptor: Int32, isStopped: @escaping @Sendable () -> Bool = { false }) {
        self.descriptor = descriptor
        self.isStopped = isStopped
        path = "-"
        closes = false
        expected = nil
    }

    deinit {
        block.deallocate()
        if closes, descriptor >= 0 { close(descriptor) }
    }

    /// Appends up to `limit` bytes to `buffer`; whether there were any.
    func read(upTo limit: Int, into buffer: inout [UInt8]) throws(CorpusError) -> Bool {
        if !isStarted { try start() }
        if unpacker != nil { return try unpack(upTo: limit, into: &buffer) }
        if next == end { try refill() }
        let count = min(limit, end - next)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: block[next..<(next + count)]))
        next += count
        offset += count
        return count > 0
    }

    /// Reads the first bytes and looks whether they are packed.
    private func start() throws(CorpusError) {
        isStarted = true
        while end < Packing.markLength, try append() > 0 {}
        if let packing = Packing(block[..<end]) {
            unpacker = try packing.unpacker(path: path)
        } else if let expected {
            throw .damaged(
                path: path, offset: 0,
                reason: "found no \(expected.name) header; expected a packed file")
        }
    }

    private func unpack(upTo limit: Int, into buffer: inout [UInt8]) throws(CorpusError) -> Bool {
        guard let unpacker else { return false }
        while true {
            if next == end { try refill() }
            let step = try unpacker.step(
                UnsafeMutableRawBufferPointer(rebasing: block[next..<end]), limit: limit,
                at: offset, into: &buffer)
            next += step.used
            offset += step.made
            if step.made > 0 { return true }
            if step.isFinished { return false }
        }
    }

    /// Reads the next block once all bytes of the last one are used.
    private func refill() throws(CorpusError) {
        next = 0
        end = 0
        _ = try append()
    }

    /// Appends what one read gives to the block; how many bytes there were.
    private func append() throws(CorpusError) -> Int {
        guard let start = block.baseAddress else { return 0 }
        if let member { return try append(member.bytes) }
        if size == nil { try wait() }
        var got = 0
        repeat {
            #if canImport(Glibc)
                got = Glibc.read(descriptor, start + end, block.count - end)
            #else
                got = Darwin.read(descriptor, start + end, block.count - end)
            #endif
        } while got < 0 && errno == EINTR
        if got < 0 {
            throw .readFailed(path: path, offset: packedOffset, reason: Self.reason(errno))
        }
        end += got
        packedOffset += got
        if got == 0, let size, packedOffset < size {
            throw .readFailed(
                path: path, offset: packedOffset,
                reason: "it became shorter while it was read; it had \(size) bytes")
        }
        return got
    }

    /// Appends what comes next in a member of an archive.
    private func append(_ member: ZipMember) throws(CorpusError) -> Int {
        var bytes: [UInt8] = []
        do throws(UnreadableFile) {
            _ = try member.read(upTo: block.count - end, into: &bytes)
        } catch {
            throw .damaged(path: path, offset: packedOffset, reason: error.message)
        }
        UnsafeMutableRawBufferPointer(rebasing: block[end..<(end + bytes.count)]).copyBytes(
            from: bytes)
        end += bytes.count
        packedOffset += bytes.count
        return bytes.count
    }

    /// Waits until there is something to read, or the end.
    private func wait() throws(CorpusError) {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // A signal ends no wait that began after it; a fifth of a second is soon enough.
        while !isStopped() {
            let ready = poll(&request, 1, 200)
            // What is wrong with the descriptor is told by the read.
            if ready > 0 || ready < 0 && errno != EINTR { return }
        }
        throw .readFailed(path: path, offset: packedOffset, reason: "interrupted")
    }

    /// The system's words for an error, in lower case.
    static func reason(_ number: Int32) -> String {
        String(cString: strerror(number)).lowercased()
    }
}
