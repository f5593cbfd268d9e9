import CaucusEncoder
import CaucusTestSupport
import CaucusText
import Foundation
import Testing

extension TinyEncoder {
    /// What a second implementation says of an input.
    struct Reference: Decodable {
        var pieces: [Int32]
        var targets: [Int]
        var quotation: [Int]
        var opinion: [Float]
        /// The same where it rounds each row that a product reads to eight bits.
        var rounded: [Float]
        var input: EncoderInput {
            EncoderInput(pieces: pieces, targets: targets, quotation: quotation)
        }
    }

    static func references() throws -> [Reference] {
        try JSONDecoder().decode(
            [Reference].self, from: Data(contentsOf: folder.appending(path: "reference.json")))
    }
}

@Suite("Encoder")
struct EncoderTests {
    /// The same arithmetic to 10⁻⁴; and as far from numbers that are not rounded as eight bits
    /// were seen to bring them, 0.025 of numbers that spread by 1.
    @Test(arguments: Encoder.kernels.indices)
    func itSaysWhatASecondImplementationSays(_ kernels: Int) throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes(), kernels: kernels)
        let scratch = EncoderScratch()
        for reference in try TinyEncoder.references() {
            let opinion = encoder.opinion(on: reference.input, scratch)
            for (i, own) in opinion.values.enumerated() {
                #expect(abs(own - reference.rounded[i]) < 1e-4)
                #expect(abs(own - reference.opinion[i]) < 0.03)
            }
        }
    }

    @Test func everyProcessorSaysTheSame() throws {
        let bytes = try TinyEncoder.bytes()
        let inputs = try TinyEncoder.references().map(\.input)
        let said = try Encoder.kernels.indices.map {
            try TinyEncoder.encoder(bytes, kernels: $0).opinions(on: inputs)
        }
        #expect(said.allSatisfy { $0 == said[0] })
    }

    @Test func whatItSaysDependsOnNothingReadBefore() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        let inputs = try TinyEncoder.references().map(\.input)
        let shared = EncoderScratch()
        let forth = inputs.map { encoder.opinion(on: $0, shared) }
        let back = inputs.reversed().map { encoder.opinion(on: $0, shared) }
        #expect(forth == back.reversed())
        #expect(forth == inputs.map { encoder.opinion(on: $0, EncoderScratch()) })
    }

    /// To the last bit, whatever is read at the same time.
    @Test func whatItSaysOfOneDependsNotOnTheOthers() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        let inputs = (0..<60).map { (i: Int) -> EncoderInput in
            let count = (i * 7) % 94
            let words: [Int32] = (0..<count).map { k in Int32(103 + (k * i) % 22) }
            return EncoderInput(
                pieces: [101] + words + [102], targets: [0], quotation: [0, 1])
        }
        let alone = inputs.map { encoder.opinion(on: $0, EncoderScratch()) }
        #expect(encoder.opinions(on: inputs) == alone)
        #expect(encoder.opinions(on: inputs.reversed()) == alone.reversed())
    }

    @Test func theThreeStancesOfAnOpinionHaveMeanZero() throws {
        let encoder = try TinyEncoder.encoder(TinyEncoder.bytes())
        for input in try TinyEncoder.references().map(\.input) {
            let values = encoder.opinion(on: input, EncoderScratch()).values
            #expect(values.count == EncoderOpinion.count)
            #expect(abs(values[0] + values[1] + values[2]) < 1e-5)
        }
    }

    @Test func aFileThatIsCutIsRefused() throws {
        let whole = try TinyEncoder.bytes()
        for count in [0, 7, 8, 100, whole.count / 2, whole.count - 1] {
            #expect(throws: EncoderFileError.self) { try TinyEncoder.encoder(whole.prefix(count)) }
        }
    }

    @Test(arguments: [
        (#""layers":"2""#, #""layers":"9""#), (#""width":"32""#, #""width":"48""#),
        (#""heads":"4""#, #""heads":"5""#), (#""inner":"48""#, #""inner":"99999""#),
        (#""caucus_encoder":"1""#, #""caucus_encoder":"7""#), (#""dtype":"U8""#, #""dtype":"F8""#),
    ])
    func aFileWithOtherMeasuresIsRefused(_ from: String, _ to: String) throws {
        var bytes = try TinyEncoder.bytes()
        let place = try #require(bytes.firstRange(of: Data(from.utf8)))
        // The header keeps its length.
        var other = to
        if other.utf8.count > from.utf8.count {
            let pad = try #require(bytes.firstRange(of: Data("}   ".utf8)) ?? nil)
            bytes.removeSubrange(
                pad.lowerBound + 1..<pad.lowerBound + 1 + to.utf8.count - from.utf8.count)
        } else {
            other += String(repeating: " ", count: from.utf8.count - to.utf8.count)
        }
        bytes.replaceSubrange(place, with: Data(other.utf8))
        #expect(throws: EncoderFileError.self) { try TinyEncoder.encoder(bytes) }
    }

    @Test func aNumberThatIsNoneIsRefused() throws {
        var bytes = try TinyEncoder.bytes()
        // The last bytes of the file are those of a tensor of float32, but for the vocabulary.
        let header = Int(bytes.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }) + 8
        let name = try #require(
            bytes.firstRange(of: Data(#""embedding.scale":{"data_offsets":["#.utf8)))
        let digits = bytes[name.upperBound...].prefix { $0 != UInt8(ascii: ",") }
        let start = header + (Int(String(decoding: digits, as: UTF8.self)) ?? 0)
        bytes.replaceSubrange(start..<start + 4, with: [0, 0, 0xC0, 0x7F])
        #expect(throws: EncoderFileError.self) { try TinyEncoder.encoder(bytes) }
    }
}
