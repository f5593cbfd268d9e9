import CZstd

/// Unpacks Zstandard data (RFC 8878) step by step, one frame after the other.
///
/// A frame that asks for a window of more than 128 MiB, which `zstd` itself refuses too, is told and not read.
final class Unzstander: Unpacker {
    /// The greatest window, as a power of two.
    static let greatestWindow: Int32 = 27

    private let path: String
    private let stream: OpaquePointer
    private let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    /// Whether a frame has ended and no other one has begun.
    private var isBetween = false
    /// An error that was met after good bytes: the stream cannot go on.
    private var failure: String?

    /// Creates an unpacker; `path` is for messages.
    init(path: String) throws(CorpusError) {
        self.path = path
        guard let stream = ZSTD_createDStream() else {
            output.deallocate()
            throw .readFailed(path: path, offset: 0, reason: "libzstd cannot start")
        }
        self.stream = stream
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.greatestWindow)
    }

    deinit {
        ZSTD_freeDStream(stream)
        output.deallocate()
    }

    /// Unpacks some of `packed`; zeros after the last frame are padding.
    func step(
        _ packed: UnsafeMutableRawBufferPointer, limit: Int, at offset: Int,
        into buffer: inout [UInt8]
    ) throws(CorpusError) -> UnpackingStep {
        if let failure { throw damaged(offset, failure) }
        if isBetween, packed.allSatisfy({ $0 == 0 }) {
            return UnpackingStep(used: packed.count, isFinished: packed.isEmpty)
        }
        guard !packed.isEmpty else {
            throw damaged(offset, "the packed data end inside; expected a whole zstd file")
        }
        var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
        var result = ZSTD_outBuffer(
            dst: output.baseAddress, size: min(limit, output.count), pos: 0)
        let status = ZSTD_decompressStream(stream, &result, &input)
        buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<result.pos]))
        if ZSTD_isError(status) != 0 {
            let reason = String(cString: ZSTD_getErrorName(status)).lowercased()
            let told =
                isBetween && result.pos == 0
                ? "found other bytes after the packed data; expected their end"
                : "the packed data are broken: \(reason)"
            failure = told
            // What was unpacked before the damage is good; the next step tells of it.
            guard result.pos > 0 else { throw damaged(offset, told) }
            return UnpackingStep(used: input.pos, made: result.pos)
        }
        // 0 where a frame has ended and all of it was given.
        isBetween = status == 0
        return UnpackingStep(used: input.pos, made: result.pos)
    }

    private func damaged(_ offset: Int, _ reason: String) -> CorpusError {
        .damaged(path: path, offset: offset, reason: reason)
    }
}
