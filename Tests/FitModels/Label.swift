import CaucusText
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
    /// Drawn at random from the candidates that have a word for the leader, or from those that have none.
    var isUniform: Bool { drawn == "uniform" }
    var isContext: Bool { drawn == "context" }

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

extension Label {
    /// The labels of quotations without a word for the leader: a table with the columns `id`, `doc`, `leader`, `pieces`,
    /// `speech`, `speaker` (where the name of who speaks stands), `about`, `stance`, `sure`. The names are
    /// put in by ``named(in:)``.
    static func readContext(_ path: String) throws -> [Label] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure.missing(path)
        }
        return try text.split(separator: "\n").dropFirst().enumerated().map { i, line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 9, let place = range(cells[3]) else {
                throw Failure.badLine(path, i + 2, "expected nine cells, the fourth a range")
            }
            return Label(
                id: String(cells[0]), doc: String(cells[1]), leader: String(cells[2]),
                start: place.start, end: place.end, drawn: "context", speech: String(cells[4]),
                speaker: "wrong", trueSpeaker: String(cells[5]), about: String(cells[6]),
                stance: String(cells[7]), found: Found())
        }
    }

    /// The label with the name that stands at the place of its speaker; without one where the coder knew the speaker by
    /// other words.
    func named(in document: Document) -> Label {
        guard isContext, let place = Self.range(trueSpeaker[...]) else { return self }
        var label = self
        let points = CodePoints(document.text)
        if let start = points.byte(atCodePoint: place.start),
            let end = points.byte(atCodePoint: place.end)
        {
            label.trueSpeaker = document.text[Span(start, end)]
        }
        return label
    }

    private static func range(_ cell: Substring) -> Span? {
        let parts = cell.split(separator: "-").map { Int($0) }
        guard parts.count == 2, let start = parts[0], let end = parts[1], start < end else {
            return nil
        }
        return Span(start, end)
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
            expected five arguments: the articles, their labels (LABELS.jsonl), the labels of quotations without a word \
            for the leader (CONTEXT.tsv), NewsMTSC's training file and the folder of the models
            """
        case .missing(let path): "cannot read \(path): no such file, or it cannot be opened"
        case .odd(let what): what
        case .badLine(let path, let line, let why): "\(path), line \(line): \(why)"
        }
    }
}
