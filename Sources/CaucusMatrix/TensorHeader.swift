import Foundation

/// The header of a safetensors file (Hugging Face, safetensors 0.x): eight bytes little-endian length N, N bytes of JSON
/// that give each tensor's `dtype`, `shape` and `data_offsets`, then the data. Strings stand under `__metadata__`.
package struct TensorHeader: Sendable {
    /// One tensor, with its bytes' place in the file.
    package struct Entry: Sendable {
        package var dtype: String
        package var shape: [Int]
        package var range: Range<Int>
    }

    package private(set) var entries: [String: Entry] = [:]
    package private(set) var metadata: [String: String] = [:]

    /// What a file has that no header may.
    package struct Fault: Error {
        package var what: String
    }

    /// The most bytes a header may have; larger ones are refused before they are read.
    private static let most = 100_000_000
    /// Bytes of a number of each type.
    private static let sizes = ["F32": 4, "I8": 1, "U8": 1]

    /// Reads the header at the start of a file, checking that every tensor lies inside of it.
    package init(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
        guard bytes.count >= 8 else {
            throw Fault(what: "\(bytes.count) bytes; a safetensors file has at least 8")
        }
        let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        guard length <= UInt64(Self.most), Int(length) <= bytes.count - 8 else {
            throw Fault(what: "a header of \(length) bytes in a file of \(bytes.count)")
        }
        let data = 8 + Int(length)
        let object = try? JSONSerialization.jsonObject(with: Data(bytes[8..<data]))
        guard let header = object as? [String: Any] else {
            throw Fault(what: "a header that is not a JSON object")
        }
        if let strings = header["__metadata__"] {
            guard let strings = strings as? [String: String] else {
                throw Fault(what: "metadata that is not a map of strings")
            }
            metadata = strings
        }
        for (name, value) in header where name != "__metadata__" {
            entries[name] = try Self.entry(name, value, data, bytes.count)
        }
    }

    private static func entry(
        _ name: String, _ value: Any, _ data: Int, _ end: Int
    ) throws(Fault) -> Entry {
        guard let value = value as? [String: Any],
            let dtype = value["dtype"] as? String,
            let shape = value["shape"] as? [Int],
            let offsets = value["data_offsets"] as? [Int], offsets.count == 2
        else { throw Fault(what: "tensor \(name) without dtype, shape and data_offsets") }
        guard let size = sizes[dtype] else {
            throw Fault(what: "tensor \(name) of type \(dtype), not F32, I8 or U8")
        }
        var count = 1
        for n in shape {
            let (product, overflow) = count.multipliedReportingOverflow(by: n)
            guard n >= 0, !overflow else { throw Fault(what: "tensor \(name) of shape \(shape)") }
            count = product
        }
        let (low, high) = (offsets[0], offsets[1])
        guard low >= 0, high >= low, high <= end - data, count <= (high - low) / size,
            count * size == high - low
        else {
            throw Fault(what: "tensor \(name) at \(low)..<\(high) of \(end - data) bytes")
        }
        return Entry(dtype: dtype, shape: shape, range: data + low..<data + high)
    }
}
