/// The rows of a sample with what people have said of them so far.
public struct LabelSession: Sendable {
    /// The rows, in the order in which they are labeled.
    public let rows: [SampleRow]
    private var answers: [String: [Int: CodedAnswer]] = [:]
    private var turns = 0

    /// A session over `rows` that goes on where `answers` stop; those to other rows are left alone.
    public init(_ rows: [SampleRow], answers: [CodedAnswer] = []) {
        self.rows = rows
        let places = Dictionary(
            rows.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { a, _ in a })
        for answer in answers {
            if let place = places[answer.key] { take(answer, to: place) }
        }
    }

    /// The number of the next line that is written down.
    public var nextTurn: Int { turns + 1 }

    /// What a person says of a row, or `nil`.
    public func answer(to row: Int, by annotator: String) -> CodedAnswer? {
        answers[annotator]?[row]
    }

    /// How many rows a person has labeled or skipped.
    public func count(by annotator: String) -> Int { answers[annotator]?.count ?? 0 }

    /// Takes an answer in.
    public mutating func take(_ answer: CodedAnswer, to row: Int) {
        turns += 1
        answers[answer.annotator, default: [:]][row] = answer
    }

    /// Takes an answer back.
    public mutating func withdraw(_ row: Int, by annotator: String) {
        turns += 1
        answers[annotator]?[row] = nil
    }

    /// A person's name as files have it, or `nil` where it is none: one line of up to 60 code points.
    public static func name(_ text: String) -> String? {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isOdd = name.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard !name.isEmpty, name.unicodeScalars.count <= 60, !isOdd else { return nil }
        return name
    }
}

extension SampleRow {
    /// The row as the page shows it, as JSON.
    public func shown(withProgram: Bool) -> String {
        var row = self
        if !withProgram {
            row.stance = nil
            row.probabilities = nil
            // Where a rare side is drawn more often, its chance would tell.
            row.samplingProbability = nil
        }
        return row.json
    }
}
