import CModels
public import CaucusStance
package import CaucusText

/// The file `NAME.texts` beside a shipped model: hashes of the texts that it learned from, and the checksum of the
/// model that did.
///
/// A line `caucus_texts 1`, a line with the checksum, then eight bytes a hash in ascending order.
package struct TrainingTexts: Sendable {
    /// The checksum of the model.
    package var checksum: String
    package var texts: TextHashes

    private static let head = "caucus_texts 1\n"
    private static let checksumBytes = 64

    /// Joins a model's checksum with the texts that it learned from.
    package init(checksum: String, texts: TextHashes) {
        self.checksum = checksum
        self.texts = texts
    }

    /// The bytes of the file.
    package var bytes: [UInt8] { Array((Self.head + checksum + "\n").utf8) + texts.bytes }

    /// Reads the bytes of a file; `nil` where they are those of another.
    package init?(bytes: UnsafeBufferPointer<UInt8>) {
        let start = Self.head.utf8.count
        let border = start + Self.checksumBytes
        guard bytes.count > border, bytes.starts(with: Self.head.utf8),
            bytes[border] == UInt8(ascii: "\n"),
            let texts = TextHashes(bytes: Array(bytes[(border + 1)...]))
        else { return nil }
        checksum = String(decoding: bytes[start..<border], as: UTF8.self)
        self.texts = texts
    }

    /// Those of the model that is built in by that name, or `nil`.
    static func shipped(named name: String) -> TrainingTexts? {
        var count = 0
        let bytes: UnsafePointer<UInt8>?
        switch name {
        case "stance-en-2": bytes = caucus_stance_texts(&count)
        case "stance-en-3": bytes = caucus_accurate_stance_texts(&count)
        case "sentiment-en-2": bytes = caucus_sentiment_texts(&count)
        default: return nil
        }
        guard let bytes, count > 0 else { return nil }
        return TrainingTexts(bytes: UnsafeBufferPointer(start: bytes, count: count))
    }
}

extension StanceModel {
    /// The same model with hashes of the texts that it learned from, where it is a shipped one.
    public func withShippedTexts() -> StanceModel {
        guard trainingTexts == nil else { return self }
        for name in Self.shippedNames where provenance.name == name {
            guard let known = TrainingTexts.shipped(named: name), known.checksum == checksum else {
                continue
            }
            return knowing(known.texts)
        }
        return self
    }
}
