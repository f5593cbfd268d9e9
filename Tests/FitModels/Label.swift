import Foundation

/// What coders say of one quotation; offsets count code points.
struct Label: Decodable {
    struct Found: Decodable {
        var speaker: String?
    }

    var id: String
    var doc: String
    var leader: String
    var start: Int
    var end: Int
    var drawn: String
    var speech: String
    var speaker: String
    var trueSpeaker: String
    var about: String
    var stance: String
    var found: Found

    enum CodingKeys: String, CodingKey {
        case id, doc, leader, start, end, drawn, speech, speaker, about, stance, found
        case trueSpeaker = "true_speaker"
    }

    var isSpeech: Bool { speech != "no" }
    var isAbout: Bool { about == "yes" }
    var isUniform: Bool { drawn == "uniform" }

    /// Who speaks, or `nil` where the article does not tell.
    var whoSpeaks: String? {
        if !trueSpeaker.isEmpty { return trueSpeaker }
        return speaker == "right" ? found.speaker : nil
    }

    /// The labels of a file, a line each.
    static func read(_ path: String) throws -> [Label] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure.missing(path)
        }
        let decoder = JSONDecoder()
        return try bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { i, line in
            do {
                return try decoder.decode(Label.self, from: Data(line))
            } catch {
                throw Failure.badLine(path, i + 1, "expected a judged quotation")
            }
        }
    }
}

/// Why no models can be fitted.
enum Failure: Error, CustomStringConvertible {
    case usage
    case missing(String)
    case badLine(String, Int, String)
    case odd(String)

    var description: String {
        switch self {
        case .usage:
            """
            expected four arguments: the articles, their labels (LABELS.jsonl), NewsMTSC's training file and the \
            folder of the models
            """
        case .missing(let path): "cannot read \(path): no such file, or it cannot be opened"
        case .odd(let what): what
        case .badLine(let path, let line, let why): "\(path), line \(line): \(why)"
        }
    }
}
