import Testing

@testable import CaucusStance

@Suite("tensor files")
struct TensorFileTests {
    private let file = TensorFile(
        tensors: [
            "weights": .init(shape: [2, 3], values: [1, -2, 3.5, 0, 1e-9, -1e9]),
            "empty": .init(shape: [0, 3], values: []),
        ],
        metadata: ["name": "quotes \" and \\ and é", "checksum": "abc"])

    @Test func whatIsWrittenIsReadBack() throws {
        #expect(try TensorFile(bytes: file.encoded()) == file)
    }

    @Test func theHeaderIsAlignedToEightBytes() throws {
        let bytes = try file.encoded()
        #expect(bytes[0] % 8 == 0)
        #expect(bytes[8] == UInt8(ascii: "{"))
    }

    @Test func everyTruncationIsRefused() throws {
        let bytes = try file.encoded()
        for length in 0..<bytes.count {
            #expect(throws: ModelFileError.self) { try TensorFile(bytes: Array(bytes[..<length])) }
        }
    }

    @Test func everyFlippedByteIsReadOrRefusedWithoutACrash() throws {
        let bytes = try file.encoded()
        for i in bytes.indices {
            for flip: UInt8 in [1, 0x80, 0xFF] {
                var damaged = bytes
                damaged[i] ^= flip
                _ = try? TensorFile(bytes: damaged)
            }
        }
    }

    @Test func aHeaderLongerThanTheFileIsRefused() {
        let bytes = [UInt8](repeating: 0xFF, count: 16)
        #expect(throws: ModelFileError.self) { try TensorFile(bytes: bytes) }
    }

    @Test func aShapeThatOverflowsIsRefused() {
        let header = """
            {"w":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}
            """
        #expect(throws: ModelFileError.self) { try TensorFile(bytes: Self.bytes(header)) }
    }

    @Test func aValueThatIsNotFiniteIsRefused() {
        let header = #"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        let infinity: [UInt8] = [0, 0, 0x80, 0x7F]
        #expect(throws: ModelFileError.self) {
            try TensorFile(bytes: Self.bytes(header) + infinity)
        }
    }

    private static func bytes(_ header: String) -> [UInt8] {
        [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8)
    }
}
