import CaucusEncoder
import Foundation

/// What encoders that were tuned to other leaders say of each judged quotation: a table with the columns `id` and one for
/// each number of an opinion, written where the encoder was tuned.
struct HeldOutOpinions {
    /// The digest of the encoder that was tuned to all leaders.
    let checksum: String
    private var values: [String: [Float]] = [:]

    /// Reads `encoder-en-1/opinions.tsv` of a folder; `nil` where there is none.
    init?(folder: String) throws {
        let path = folder + "/encoder-en-1/"
        guard let text = try? String(contentsOfFile: path + "opinions.tsv", encoding: .utf8) else {
            return nil
        }
        guard let file = FileManager.default.contents(atPath: path + "encoder-en-1.safetensors")
        else { throw Failure.missing(path + "encoder-en-1.safetensors") }
        let encoder = try file.withUnsafeBytes { try Encoder($0) }
        checksum = encoder.checksum
        for (i, line) in text.split(separator: "\n").enumerated().dropFirst() {
            let cells = line.split(separator: "\t")
            let numbers = cells.dropFirst().compactMap { Float($0) }
            guard numbers.count == EncoderOpinion.count, cells.count == numbers.count + 1 else {
                throw Failure.badLine(
                    path + "opinions.tsv", i + 1,
                    "expected an id and \(EncoderOpinion.count) numbers")
            }
            values[String(cells[0])] = numbers
        }
    }

    /// The opinion on the quotation with an id.
    func opinion(_ id: String) throws -> [Float] {
        guard let opinion = values[id] else {
            throw Failure.odd(
                "opinions.tsv: found no \(id), expected every judged quotation that is found")
        }
        return opinion
    }
}

extension Examples {
    /// The same candidates with what an encoder says of each.
    func with(_ opinions: HeldOutOpinions) throws -> Examples {
        var examples = self
        for i in rows.indices {
            let opinion = try opinions.opinion(rows[i].label.id)
            examples.rows[i].found.row.opinion = opinion
            examples.rows[i].found.passage.opinion = opinion
        }
        return examples
    }
}
