import CCaucus
import Foundation
import Testing

/// Features of texts as rows of numbers.
@Suite(.onCallersThread) struct VectorCallTests {
    private static func bytes(_ table: ArrowTable?, _ name: String) -> [UInt8] {
        if case .bytes(let bytes)? = table?[name].first { bytes } else { [] }
    }

    private static func numbers<Number>(_ bytes: [UInt8], as type: Number.Type) -> [Number] {
        bytes.withUnsafeBytes { buffer in
            (0..<(buffer.count / MemoryLayout<Number>.size)).map {
                buffer.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Number>.size, as: type)
            }
        }
    }

    private static func fitted() throws -> ArrowTable {
        try #require(
            Calls.vectorizer(Samples.examples(), CTable([("features", ["plain"])])).table)
    }

    @Test func rowsAreCompressedAndInOrder() throws {
        let found = try Self.fitted()
        #expect(found.names == ["column_count", "state", "starts", "indices", "values"])
        #expect(found.formats == ["l", "Z", "Z", "Z", "Z"] && found.rows == 1)
        let starts = Self.numbers(Self.bytes(found, "starts"), as: Int64.self)
        let indices = Self.numbers(Self.bytes(found, "indices"), as: Int32.self)
        let values = Self.numbers(Self.bytes(found, "values"), as: Float.self)
        #expect(starts.count == 31 && starts.first == 0 && starts.last == Int64(indices.count))
        #expect(values.count == indices.count && values.allSatisfy { $0.isFinite && $0 > 0 })
        let columns = Int32(found.numbers("column_count").first ?? 0)
        for (start, end) in zip(starts, starts.dropFirst()) {
            let row = Array(indices[Int(start)..<Int(end)])
            #expect(
                row == Array(Set(row)).sorted() && row.allSatisfy { (0..<columns).contains($0) })
        }
    }

    @Test func theStateGivesTheSameRowsAndTheNames() throws {
        let found = try Self.fitted()
        let state = Samples.options("state", Self.bytes(found, "state"))
        let again = try #require(Calls.vectorize(Samples.examples(30, labeled: false), state).table)
        for name in ["starts", "indices", "values"] {
            #expect(again[name] == found[name] && !Self.bytes(again, name).isEmpty, "\(name)")
        }
        let names = try #require(Calls.featureNames(state).table)
        #expect(Double(names.rows) == found.numbers("column_count").first)
        #expect(Set(names.texts("name")).count == names.rows)
    }

    @Test func aDamagedStateIsRefused() throws {
        let state = Self.bytes(try Self.fitted(), "state")
        for damaged in [[], Array(state.dropLast()), Array(state.prefix(40)), Array("{}".utf8)] {
            let options = Samples.options("state", damaged)
            #expect(Calls.featureNames(options).code == 65)
            #expect(Calls.vectorize(Samples.examples(3, labeled: false), options).code == 65)
        }
    }

    @Test func aStateThatWasWrittenOverNeverTraps() throws {
        let state = Self.bytes(try Self.fitted(), "state")
        var random = SystemRandomNumberGenerator()
        for place in stride(from: 0, to: state.count, by: max(1, state.count / 150)) {
            var damaged = state
            damaged[place] = UInt8.random(in: 0x20...0x7E, using: &random)
            let options = Samples.options("state", damaged)
            #expect([0, 65].contains(Calls.featureNames(options).code))
            #expect([0, 65].contains(Calls.vectorize(Samples.examples(3), options).code))
        }
    }
}
