import CaucusCorpus
import CaucusText
import Foundation

/// What people or models say of one quotation that an extractor found in an article; offsets count code points.
struct QuotationLabel: Decodable {
    /// What the extractor said.
    struct Found: Decodable {
        var form: String
        var speaker: String?
    }

    var doc: String
    var start: Int
    var end: Int
    /// `whole`, `part` or `no`: whether the words are reported speech.
    var speech: String
    /// `right`, `wrong` or `none`: what the extractor's speaker is.
    var speaker: String
    /// Who speaks, where the extractor is wrong and the article tells it.
    var trueSpeaker: String
    var found: Found

    enum CodingKeys: String, CodingKey {
        case doc, start, end, speech, speaker, found
        case trueSpeaker = "true_speaker"
    }

    /// Whether the words are reported speech.
    var isSpeech: Bool { speech != "no" }

    /// Whether the words are a direct quotation or hold one.
    var isMarked: Bool { found.form != "indirect" }

    /// Who speaks, or `nil` where the article does not tell.
    var whoSpeaks: String? {
        if !trueSpeaker.isEmpty { return trueSpeaker }
        return speaker == "right" ? found.speaker : nil
    }
}

/// An article with the labels of some of its quotations.
struct LabeledArticle {
    var document: Document
    var labels: [QuotationLabel]

    /// The articles of `articles` that have labels in `labels`, a line each.
    static func articles(at articles: String, labels: String) throws -> [LabeledArticle] {
        guard let bytes = FileManager.default.contents(atPath: labels) else {
            throw Failure.missing(path: labels)
        }
        let decoder = JSONDecoder()
        var byArticle: [String: [QuotationLabel]] = [:]
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (i, line) in lines.enumerated() where !line.isEmpty {
            guard let label = try? decoder.decode(QuotationLabel.self, from: Data(line)) else {
                throw Failure.badArticle(
                    path: labels, line: i + 1, reason: "expected an object with doc and speech")
            }
            byArticle[label.doc, default: []].append(label)
        }
        var result: [LabeledArticle] = []
        for case .document(let document) in try DocumentReader(paths: [articles]) {
            guard let labels = byArticle[document.id] else { continue }
            result.append(LabeledArticle(document: document, labels: labels))
        }
        return result
    }

    /// The label of a marked stretch: shared by half of the shorter of both.
    func label(ofMarked range: Range<Int>) -> QuotationLabel? {
        best { label in
            let shared = range.clamped(to: label.start..<label.end).count
            return Double(shared) / Double(max(1, min(range.count, label.end - label.start)))
        }
    }

    /// The label of a content: shared by half of both together.
    func label(ofContent range: Range<Int>) -> QuotationLabel? {
        best { label in
            let shared = range.clamped(to: label.start..<label.end).count
            return Double(shared) / Double(range.count + label.end - label.start - shared)
        }
    }

    private func best(_ share: (QuotationLabel) -> Double) -> QuotationLabel? {
        var found: (label: QuotationLabel, share: Double)?
        for label in labels where label.start < label.end {
            let share = share(label)
            if share >= 0.5, share > found?.share ?? 0 { found = (label, share) }
        }
        return found?.label
    }
}
