import CZlib

/// Unpacks gzip data (RFC 1952) step by step, one member after the other.
final class Inflater: Unpacker {
    private let path: String
    private let stream: UnsafeMutablePointer<z_stream>
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Whether the last member has ended and no other one has begun.
    private var isBetween = false

    /// Creates an unpacker; `path` is for messages.
    init(path: String) throws(CorpusError) {
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window; 16 more ask for a gzip header.
        let status = inflateInit2_(
            stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            throw .readFailed(path: path, offset: 0, reason: "zlib cannot start: \(status)")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        output.deallocate()
    }

    /// Unpacks some of `packed`, which is empty at the end of the file, and appends at most `limit` bytes.
    ///
    /// Throws where the data are no gzip, do not match their checksum, or end inside a member; `offset`
    /// says where, in unpacked bytes. Zeros after the last member are padding.
    func step(
        _ packed: UnsafeMutableRawBufferPointer, limit: Int, at offset: Int,
        into buffer: inout [UInt8]
    ) throws(CorpusError) -> UnpackingStep {
        if isBetween {
            if let used = try padding(packed, at: offset) {
                return UnpackingStep(used: used, isFinished: packed.isEmpty)
            }
            inflateReset(stream)
            isBetween = false
        }
        guard !packed.isEmpty else {
            throw damaged(offset, "the packed data end inside; expected a whole gzip file")
        }
        let bytes = packed.assumingMemoryBound(to: UInt8.self)
        let room = min(limit, output.count)
        stream.pointee.next_in = bytes.baseAddress
        stream.pointee.avail_in = UInt32(packed.count)
        stream.pointee.next_out = output.assumingMemoryBound(to: UInt8.self).baseAddress
        stream.pointee.avail_out = UInt32(room)
        let status = inflate(stream, Z_NO_FLUSH)
        let made = room - Int(stream.pointee.avail_out)
        let used = packed.count - Int(stream.pointee.avail_in)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<made]))
        switch status {
        case Z_STREAM_END: isBetween = true
        case Z_OK, Z_BUF_ERROR: break
        default:
            // What was unpacked before the damage is good; the next step tells of it.
            if made > 0 { return UnpackingStep(used: used, made: made) }
            let reason = stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)"
            throw damaged(offset, "the packed data are broken: \(reason)")
        }
        return UnpackingStep(used: used, made: made)
    }

    /// How much of `packed` is padding, where it is all there is; `nil` where another member begins.
    private func padding(
        _ packed: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(CorpusError) -> Int? {
        guard let first = packed.first(where: { $0 != 0 }) else { return packed.count }
        guard packed[0] == first, first == 0x1F else {
            throw damaged(offset, "found other bytes after the packed data; expected their end")
        }
        return nil
    }

    private func damaged(_ offset: Int, _ reason: String) -> CorpusError {
        .damaged(path: path, offset: offset, reason: reason)
    }
}
