import CZlib

/// The unpacked bytes of one member of a zip archive, in order.
///
/// - Complexity: two blocks of memory, whatever the member unpacks to.
final class ZipMember {
    private let source: ZipSource
    private let entry: ZipArchive.Entry
    /// Whether messages name the member and the place in it; else who reads it does.
    private let isNamed: Bool
    private let stream: UnsafeMutablePointer<z_stream>
    private let output: UnsafeMutableRawBufferPointer
    private var isStarted = false
    /// The packed bytes that were read and are not used yet.
    private var block: [UInt8] = []
    private var next = 0
    /// Where the packed bytes go on, and where they end.
    private var place: Int
    private let end: Int
    private var crc: UInt = 0
    private var isAtEnd = false
    /// The unpacked bytes so far.
    private(set) var offset = 0

    /// How many bytes one byte of deflated data can become.
    private static let greatestRatio = 1032

    /// Opens the member `entry`, which may unpack to `limit` bytes.
    ///
    /// Throws where it is encrypted, packed in another way, claims to be larger than `limit`, or is not where the list says.
    init(
        _ source: ZipSource, _ entry: ZipArchive.Entry, limit: Int, isNamed: Bool = true
    ) throws(UnreadableFile) {
        func refuse(_ reason: String) -> UnreadableFile {
            UnreadableFile(message: isNamed ? "\(entry.name): \(reason)" : reason)
        }
        if entry.isEncrypted || entry.method == 99 {
            throw refuse("found an encrypted member; expected one that needs no password")
        }
        guard entry.method == 0 || entry.method == 8 else {
            throw refuse(
                "found a member packed by method \(entry.method); expected stored or deflated")
        }
        guard entry.size <= limit else {
            throw refuse("unpacks to \(entry.size) bytes; expected at most \(limit)")
        }
        let isStored = entry.method == 0
        guard
            isStored
                ? entry.size == entry.packedSize
                : entry.size / Self.greatestRatio <= entry.packedSize
        else {
            throw refuse("claims to unpack \(entry.packedSize) bytes to \(entry.size)")
        }
        let header = try source.read(30, at: entry.offset)
        guard header.starts(with: [0x50, 0x4B, 3, 4]) else {
            throw refuse("found no member at byte \(entry.offset) of the zip")
        }
        let names = Int(header[26]) + Int(header[27]) << 8 + Int(header[28]) + Int(header[29]) << 8
        place = entry.offset + 30 + names
        guard place <= source.size, entry.packedSize <= source.size - place else {
            throw refuse(
                "the zip ends inside the member; expected \(entry.packedSize) packed bytes")
        }
        end = place + entry.packedSize
        (self.source, self.entry, self.isNamed) = (source, entry, isNamed)
        // Nothing is allocated before all is well: an initializer that throws leaves it behind.
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        output = .allocate(byteCount: 1 << 18, alignment: 16)
        if !isStored {
            // 15 bits of window, negative: without a header.
            let status = inflateInit2_(
                stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            isStarted = status == Z_OK
            guard isStarted else { throw refuse("zlib cannot start: \(status)") }
        }
    }

    deinit {
        if isStarted { inflateEnd(stream) }
        stream.deallocate()
        output.deallocate()
    }

    /// Appends up to `limit` bytes to `buffer`; whether there were any.
    ///
    /// Throws where the data are broken or are not what the list claims.
    func read(upTo limit: Int, into buffer: inout [UInt8]) throws(UnreadableFile) -> Bool {
        while !isAtEnd {
            if next == block.count { try refill() }
            let before = buffer.count
            if isStarted { try unpack(limit, into: &buffer) } else { copy(limit, into: &buffer) }
            let made = buffer.count - before
            offset += made
            guard offset <= entry.size else {
                buffer.removeLast(made)
                throw damaged("unpacks to more than the \(entry.size) bytes that the list claims")
            }
            crc = buffer.withUnsafeBufferPointer { bytes in
                crc32_z(crc, bytes.baseAddress.map { $0 + before }, made)
            }
            if isAtEnd {
                guard offset == entry.size else {
                    throw damaged("ends here; expected \(entry.size) bytes")
                }
                guard crc == UInt(entry.crc) else {
                    throw damaged("does not match its checksum")
                }
            }
            if made > 0 { return true }
        }
        return false
    }

    private func refill() throws(UnreadableFile) {
        let count = min(1 << 16, end - place)
        block = try source.read(count, at: place)
        next = 0
        place += count
    }

    private func copy(_ limit: Int, into buffer: inout [UInt8]) {
        let count = min(limit, block.count - next)
        buffer += block[next..<(next + count)]
        next += count
        isAtEnd = next == block.count && place == end
    }

    private func unpack(_ limit: Int, into buffer: inout [UInt8]) throws(UnreadableFile) {
        let room = min(limit, output.count)
        var status = Z_OK
        block.withUnsafeMutableBufferPointer { bytes in
            stream.pointee.next_in = bytes.baseAddress.map { $0 + next }
            stream.pointee.avail_in = UInt32(bytes.count - next)
            stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
            stream.pointee.avail_out = UInt32(room)
            status = inflate(stream, Z_NO_FLUSH)
            next = bytes.count - Int(stream.pointee.avail_in)
        }
        let made = room - Int(stream.pointee.avail_out)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<made]))
        switch status {
        case Z_STREAM_END: isAtEnd = true
        // All packed bytes may be used while zlib still holds unpacked ones: only where it can give no more, they end.
        case Z_BUF_ERROR where made == 0 && next == block.count && place == end:
            throw damaged("the packed data end inside; expected \(entry.size) bytes")
        case Z_OK, Z_BUF_ERROR: break
        default:
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)"
            throw damaged("the packed data are broken: \(reason)")
        }
    }

    private func damaged(_ reason: String) -> UnreadableFile {
        UnreadableFile(
            message: isNamed
                ? "\(entry.name): after \(offset) unpacked bytes: \(reason)" : reason)
    }
}
