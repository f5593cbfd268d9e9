import CaucusEncoder
import CaucusStance
import Foundation

/// What an encoder is tuned on: each judged quotation as it will read it, with what coders say of it, a JSON object a
/// line.
struct EncoderRows {
    /// One quotation.
    private struct Row: Encodable {
        var id: String
        var doc: String
        var leader: String
        var pieces: [Int32]
        var targets: [Int]
        var quotation: [Int]
        var stance: String
        var speech: Bool
        var about: Bool
        var speaker: Bool
    }

    let bytes: [UInt8]

    init(_ examples: Examples, vocabulary path: String) throws {
        guard let vocabulary = FileManager.default.contents(atPath: path) else {
            throw Failure.missing(path)
        }
        guard let tokenizer = WordPiece(vocabulary: [UInt8](vocabulary)) else {
            throw Failure.odd("\(path): no vocabulary of BERT's")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for row in examples.rows {
            let input = EncoderInput(row.found.marked, by: tokenizer)
            bytes += try encoder.encode(
                Row(
                    id: row.label.id, doc: row.label.doc, leader: row.label.leader,
                    pieces: input.pieces, targets: input.targets, quotation: input.quotation,
                    stance: row.label.stance, speech: row.label.isSpeech,
                    about: row.label.isAbout, speaker: row.isSpeaker))
            bytes.append(UInt8(ascii: "\n"))
        }
        self.bytes = bytes
    }
}
