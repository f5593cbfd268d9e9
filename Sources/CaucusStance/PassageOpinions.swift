package import CaucusEncoder
package import CaucusFeatures
import CaucusMatrix

/// A model and an encoder that do not belong together.
package struct EncoderMismatch: Error, Equatable, CustomStringConvertible {
    var model: String
    var found: String
    var expected: String?

    package var description: String {
        guard let expected else { return "model \(model) reads words alone; it takes no encoder" }
        return "model \(model) was made with another encoder: found \(found.prefix(12))…, expected "
            + "\(expected.prefix(12))…"
    }
}

extension Encoder {
    /// The passages with the encoder's opinions, where they have none yet.
    package func read(_ passages: [Passage]) -> [Passage] {
        guard passages.contains(where: { $0.opinion.isEmpty }) else { return passages }
        var passages = passages
        let open = passages.indices.filter { passages[$0].opinion.isEmpty }
        let inputs = open.map { i in
            EncoderInput(
                MarkedText(
                    text: passages[i].text, targets: passages[i].targets,
                    speakers: passages[i].speakers, quotation: []), by: tokenizer)
        }
        for (i, opinion) in zip(open, opinions(on: inputs)) { passages[i].opinion = opinion.values }
        return passages
    }
}

extension SparseMatrix {
    /// Opinions as columns; 0 where there is none.
    init(opinions: [[Float]]) {
        let count = EncoderOpinion.count
        self.init(
            columns: count, rowStarts: (0...opinions.count).map { $0 * count },
            indices: opinions.indices.flatMap { _ in (0..<count).map { Int32($0) } },
            values: opinions.flatMap {
                $0.count == count ? $0 : [Float](repeating: 0, count: count)
            })
    }
}
