import CaucusMatrix
import Foundation

/// Why a file is no encoder.
package struct EncoderFileError: Error, Equatable, CustomStringConvertible {
    package var description: String
}

/// The parts of an encoder's file, where they lie in its bytes: a safetensors file whose tables are whole numbers of eight
/// bits with a factor a row.
struct EncoderFile {
    let bytes: UnsafeRawBufferPointer
    let header: TensorHeader

    /// The layout of the file that this version reads.
    static let format = "1"

    init(_ bytes: UnsafeRawBufferPointer) throws(EncoderFileError) {
        do {
            header = try TensorHeader(bytes)
        } catch {
            throw EncoderFileError(description: "found \(error.what)")
        }
        self.bytes = bytes
        let found = header.metadata["caucus_encoder"]
        guard found == Self.format else {
            throw EncoderFileError(
                description: found.map {
                    "an encoder of another version: found \($0.prefix(40)), expected \(Self.format)"
                } ?? "no encoder of caucus: no caucus_encoder in its metadata")
        }
    }

    /// A tensor's bytes.
    func data(
        _ name: String, _ dtype: String, _ shape: [Int]
    ) throws(EncoderFileError) -> UnsafeRawBufferPointer {
        guard let entry = header.entries[name], entry.dtype == dtype, entry.shape == shape else {
            let found = header.entries[name].map { "\($0.dtype) \($0.shape)" } ?? "none"
            throw EncoderFileError(
                description: "tensor \(name): found \(found), expected \(dtype) \(shape)")
        }
        return UnsafeRawBufferPointer(rebasing: bytes[entry.range])
    }

    /// A tensor of float32, copied.
    func floats(_ name: String, _ shape: [Int]) throws(EncoderFileError) -> [Float] {
        let data = try data(name, "F32", shape)
        let values = (0..<data.count / 4).map { i in
            Float(
                bitPattern: UInt32(
                    littleEndian: data.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)))
        }
        guard values.allSatisfy({ abs($0) < 1e6 }) else {
            throw EncoderFileError(
                description: "tensor \(name): a value that is not finite or huge")
        }
        return values
    }

    /// The weights of a product: whole numbers, the factor of each row, and what is added.
    func weights(_ name: String, rows: Int, columns: Int) throws(EncoderFileError) -> PackedWeights
    {
        PackedWeights(
            try data(name, "I8", [rows, columns]), columns: columns,
            scales: try floats(name + ".scale", [rows]), bias: try floats(name + ".bias", [rows]))
    }
}
