import CaucusEncoder
import CaucusStance
import Foundation

/// Reads inputs with an encoder, on one thread: what it says of each, a line each, and how many pieces a second of
/// processor time.
struct EncoderRun {
    private struct Row: Decodable {
        var pieces: [Int32]
        var targets: [Int]
        var quotation: [Int]
    }

    init(_ path: String, _ passages: String) throws {
        guard let file = FileManager.default.contents(atPath: path) else {
            throw Failure.missing(path)
        }
        guard let lines = FileManager.default.contents(atPath: passages) else {
            throw Failure.missing(passages)
        }
        let inputs = try lines.split(separator: UInt8(ascii: "\n")).map { line in
            let row = try JSONDecoder().decode(Row.self, from: Data(line))
            return EncoderInput(
                pieces: row.pieces, targets: row.targets, quotation: row.quotation)
        }
        try file.withUnsafeBytes { bytes in
            let encoder = try Encoder(bytes)
            let scratch = EncoderScratch()
            _ = encoder.opinions(on: Array(inputs.prefix(8)), scratch)
            let clock = ProcessorClock()
            let opinions = encoder.opinions(on: inputs, scratch)
            let seconds = clock.seconds
            for opinion in opinions {
                print(opinion.values.map { String($0) }.joined(separator: "\t"))
            }
            let pieces = inputs.reduce(0) { $0 + $1.pieces.count }
            FileHandle.standardError.write(
                Data(
                    "\(Int(Double(pieces) / seconds)) pieces a second, kernels \(Encoder.kernels[0])\n"
                        .utf8))
        }
    }
}
