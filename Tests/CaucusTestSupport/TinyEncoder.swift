package import CaucusEncoder
package import Foundation

/// An encoder of two layers with numbers of no meaning (`Tests/CaucusEncoderTests/Tiny/make`).
package enum TinyEncoder {
    /// Where its file lies, and what a second implementation says of some inputs.
    package static let folder = SharedPaths.root
        .appendingPathComponent("Tests/CaucusEncoderTests/Tiny")

    /// The bytes of its file.
    package static func bytes() throws -> Data {
        try Data(contentsOf: folder.appendingPathComponent("tiny.safetensors"))
    }

    /// The encoder in the bytes of a file, which reads by the loops of an index in ``Encoder/kernels``.
    package static func encoder(_ bytes: Data, kernels: Int = 0) throws -> Encoder {
        let kept = bytes as NSData
        return try Encoder(
            UnsafeRawBufferPointer(start: kept.bytes, count: kept.length), owner: Kept(data: kept),
            kernels: kernels)
    }

    private struct Kept: @unchecked Sendable { let data: NSData }
}
