import Caucus
import CaucusCorpus
import CaucusStance
import CaucusText
import Foundation

/// Writes beside each shipped model hashes of the texts that it learned from.
///
/// Of a judged quotation these are the sentences that the model reads, the words of the quotation, and the passage that
/// the judges' file holds: people label one or the other. A model that an encoder serves learned from what that one was tuned on
/// too.
struct TextsFit {
    /// Of quotations that are speech about their leader, and of all that were judged.
    private var good: [String] = []
    private var judged: [String] = []
    private let news: [String]
    private let pairs: [String]

    init(
        _ examples: Examples, labels: String, newsMTSC: String, dse: String
    ) throws {
        for row in examples.rows {
            let texts = [row.found.passage.text, row.words]
            judged += texts
            if row.isGood { good += texts }
        }
        for passage in try Label.passages(labels) {
            judged.append(passage.text)
            if passage.isGood { good.append(passage.text) }
        }
        news = try StanceFit.others(newsMTSC).map(\.text)
        pairs = try StanceFit.others(dse).map(\.text)
    }

    /// Writes the files of the models in `folder`.
    func write(in folder: String) throws {
        let texts = [
            "stance-en-2": good + news, "stance-en-3": judged + news + pairs,
            "sentiment-en-2": news,
        ]
        for (name, texts) in texts.sorted(by: { $0.key < $1.key }) {
            let path = folder + "/\(name)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: path + ".safetensors") else {
                throw Failure.missing(path + ".safetensors")
            }
            let known = TrainingTexts(
                checksum: try StanceModel(bytes: [UInt8](bytes)).checksum,
                texts: TextHashes(of: texts))
            try OutputFile.write(known.bytes, to: path + ".texts", force: true)
            print("wrote \(path).texts: \(known.texts.count) hashes")
        }
    }
}

extension Label {
    /// The passages of a file of judged quotations, and whether each is speech about its leader.
    fileprivate static func passages(_ path: String) throws -> [(text: String, isGood: Bool)] {
        struct Judged: Decodable {
            var passage: String?
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure.missing(path)
        }
        let labels = try read(path)
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        return try zip(lines, labels).compactMap { line, label in
            let judged = try JSONDecoder().decode(Judged.self, from: Data(line))
            return judged.passage.map { ($0, label.isSpeech && label.isAbout) }
        }
    }
}
