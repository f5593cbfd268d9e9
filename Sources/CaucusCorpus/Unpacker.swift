/// Unpacks a stream of packed data step by step, one part of it after the other.
protocol Unpacker: AnyObject {
    /// Unpacks some of `packed`, which is empty at the end of the file, and appends at most `limit` bytes.
    ///
    /// Throws where the data are broken or end too early; `offset` says where, in unpacked bytes.
    func step(
        _ packed: UnsafeMutableRawBufferPointer, limit: Int, at offset: Int,
        into buffer: inout [UInt8]
    ) throws(CorpusError) -> UnpackingStep
}

/// What one step of unpacking did.
struct UnpackingStep {
    /// Packed bytes that are used up.
    var used = 0
    /// Unpacked bytes that were appended.
    var made = 0
    /// Whether the data have come to their end.
    var isFinished = false
}
