import CaucusMatrix
import CaucusText
import Foundation

/// A file in the safetensors format: named float32 tensors and a map of strings.
///
/// Layout (Hugging Face, safetensors 0.x): eight bytes little-endian length N, N bytes of JSON that give
/// each tensor's `dtype`, `shape` and `data_offsets`, then the data. Strings stand under `__metadata__`.
struct TensorFile: Sendable, Equatable {
    /// One tensor: its shape and its values in row-major order.
    struct Tensor: Sendable, Equatable {
        var shape: [Int]
        var values: [Float]
    }

    var tensors: [String: Tensor]
    var metadata: [String: String]

    /// The file's bytes: names in order, data aligned to eight bytes.
    func encoded() throws -> [UInt8] {
        var header: [String: Any] = ["__metadata__": metadata]
        var offset = 0
        let names = tensors.keys.sorted()
        for name in names {
            guard let tensor = tensors[name] else { continue }
            let end = offset + 4 * tensor.values.count
            header[name] = [
                "dtype": "F32", "shape": tensor.shape, "data_offsets": [offset, end],
            ]
            offset = end
        }
        let json = try JSONSerialization.data(
            withJSONObject: header, options: [.sortedKeys, .withoutEscapingSlashes])
        var head = [UInt8](json)
        while head.count % 8 != 0 { head.append(UInt8(ascii: " ")) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(8 + head.count + offset)
        withUnsafeBytes(of: UInt64(head.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: head)
        for name in names {
            for value in tensors[name]?.values ?? [] {
                withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
            }
        }
        return bytes
    }

    /// Reads a file's bytes, checking lengths, types and numbers before anything is used.
    init(bytes: [UInt8]) throws(ModelFileError) {
        let read = bytes.withUnsafeBytes { bytes in
            Result { () throws(TensorHeader.Fault) in try TensorHeader(bytes) }
        }
        let header: TensorHeader
        switch read {
        case .success(let found): header = found
        case .failure(let fault): throw .damaged(fault.what)
        }
        metadata = header.metadata
        tensors = [:]
        for (name, entry) in header.entries {
            tensors[name] = try Self.tensor(name, entry, bytes)
        }
    }

    /// Creates a file from its parts.
    init(tensors: [String: Tensor], metadata: [String: String]) {
        self.tensors = tensors
        self.metadata = metadata
    }

    private static func tensor(
        _ name: String, _ entry: TensorHeader.Entry, _ bytes: [UInt8]
    ) throws(ModelFileError) -> Tensor {
        guard entry.dtype == "F32" else {
            throw .damaged("tensor \(name) of type \(entry.dtype), not F32")
        }
        let values = bytes[entry.range].withUnsafeBytes { bytes in
            (0..<entry.range.count / 4).map { i in
                let bits = bytes.loadUnaligned(fromByteOffset: 4 * i, as: UInt32.self)
                return Float(bitPattern: UInt32(littleEndian: bits))
            }
        }
        if let i = values.firstIndex(where: { !$0.isFinite }) {
            throw .damaged("tensor \(name) with a value that is not finite at \(i)")
        }
        return Tensor(shape: entry.shape, values: values)
    }
}

extension TensorFile {
    /// The digest of tensors and strings, in hexadecimal; independent of the order of JSON keys.
    var digest: String {
        var digest = SHA256()
        for key in metadata.keys.sorted() {
            digest.update(Array("\(key)\u{1F}\(metadata[key] ?? "")\u{1E}".utf8))
        }
        for name in tensors.keys.sorted() {
            guard let tensor = tensors[name] else { continue }
            digest.update(Array("\(name)\u{1F}\(tensor.shape)\u{1E}".utf8))
            let bits = tensor.values.map { $0.bitPattern.littleEndian }
            digest.update(bits.withUnsafeBytes { Array($0) })
        }
        return digest.hex()
    }
}

/// Why a model file was refused.
public enum ModelFileError: Error, Equatable, CustomStringConvertible {
    /// The bytes are not those of a whole safetensors file; with what was found.
    case damaged(String)
    /// A whole safetensors file, but not one that Caucus wrote.
    case foreign(String)
    /// Of a layout that this version does not read: a later one's, or one from before the first release.
    case otherFormat(String)
    /// The checksum does not match.
    case checksum(found: String, expected: String)

    /// What was found and what would be right, in lower case.
    public var description: String {
        switch self {
        case .damaged(let what): "damaged model file: found \(what)"
        case .foreign(let what): "not a model of caucus: \(what)"
        case .otherFormat(let found):
            "a model file of another version: found \(found.prefix(40)), expected caucus_model "
                + "\(StanceModel.fileFormat); train it anew"
        case .checksum(let found, let expected):
            "damaged model file: checksum \(found.prefix(12))…, expected \(expected.prefix(12))…"
        }
    }
}
