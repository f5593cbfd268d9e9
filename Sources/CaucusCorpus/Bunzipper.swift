import CBZip2

/// Unpacks bzip2 data step by step, one stream after the other, as parallel packers write them.
final class Bunzipper: Unpacker {
    private let path: String
    private let stream: UnsafeMutablePointer<bz_stream>
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Whether a stream is open.
    private var isOpen = false
    /// What was wrong after good bytes: the stream cannot go on.
    private var failure: String?

    /// Creates an unpacker; `path` is for messages.
    init(path: String) throws(CorpusError) {
        self.path = path
        stream = .allocate(capacity: 1)
        stream.initialize(to: bz_stream())
        try begin(at: 0)
    }

    deinit {
        if isOpen { BZ2_bzDecompressEnd(stream) }
        stream.deallocate()
        output.deallocate()
    }

    private func begin(at offset: Int) throws(CorpusError) {
        stream.pointee = bz_stream()
        let status = BZ2_bzDecompressInit(stream, 0, 0)
        guard status == BZ_OK else {
            throw .readFailed(path: path, offset: offset, reason: "libbz2 cannot start: \(status)")
        }
        isOpen = true
    }

    /// Unpacks some of `packed`; zeros after the last stream are padding.
    func step(
        _ packed: UnsafeMutableRawBufferPointer, limit: Int, at offset: Int,
        into buffer: inout [UInt8]
    ) throws(CorpusError) -> UnpackingStep {
        if let failure { throw damaged(offset, failure) }
        if !isOpen {
            guard let first = packed.first(where: { $0 != 0 }) else {
                return UnpackingStep(used: packed.count, isFinished: packed.isEmpty)
            }
            guard packed[0] == first, first == 0x42 else {
                throw damaged(offset, "found other bytes after the packed data; expected their end")
            }
            try begin(at: offset)
        }
        guard !packed.isEmpty else {
            throw damaged(offset, "the packed data end inside; expected a whole bzip2 file")
        }
        let room = min(limit, output.count)
        stream.pointee.next_in = packed.assumingMemoryBound(to: CChar.self).baseAddress
        stream.pointee.avail_in = UInt32(packed.count)
        stream.pointee.next_out = output.assumingMemoryBound(to: CChar.self).baseAddress
        stream.pointee.avail_out = UInt32(room)
        let status = BZ2_bzDecompress(stream)
        let made = room - Int(stream.pointee.avail_out)
        let used = packed.count - Int(stream.pointee.avail_in)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<made]))
        switch status {
        case BZ_STREAM_END:
            BZ2_bzDecompressEnd(stream)
            isOpen = false
        case BZ_OK: break
        default:
            // What was unpacked before the damage is good; the next step tells of it.
            let reason = "the packed data are broken: \(Self.reason(status))"
            failure = reason
            guard made > 0 else { throw damaged(offset, reason) }
        }
        return UnpackingStep(used: used, made: made)
    }

    private static func reason(_ status: Int32) -> String {
        switch status {
        case BZ_DATA_ERROR: "a block does not match its checksum or makes no sense"
        case BZ_DATA_ERROR_MAGIC: "they begin with no bzip2 header"
        case BZ_MEM_ERROR: "no memory"
        default: "status \(status)"
        }
    }

    private func damaged(_ offset: Int, _ reason: String) -> CorpusError {
        .damaged(path: path, offset: offset, reason: reason)
    }
}
