public import CaucusFeatures
import CaucusMatrix
import CaucusText

/// What a model says of a passage, and which of its words moved it.
struct PassageScore: Sendable {
    /// One for each label of the task.
    var probabilities: [Double]
    /// The words that moved the score, strongest first, in bytes of the passage's text.
    var words: [(span: Span, weight: Double)]
    /// How far what is told besides the words moved it (``CaucusFeatures/PassageFact``).
    var facts: Double
}

extension StanceModel {
    /// The words of `passage` that moved the score, strongest first: each feature's value × (weight of the
    /// friendly end − weight of the hostile end), shared out over the places where it stands.
    ///
    /// A label that the model never saw counts as the mean of those it did. Offsets are code points of the
    /// passage's text.
    public func movingWords(in passage: Passage, limit: Int = 12) -> [MovingWord] {
        let points = CodePoints(passage.text)
        return scores(for: [passage], limit: limit)[0].words.map { word in
            let span = points.codePoints(word.span)
            return MovingWord(start: span.start, end: span.end, weight: word.weight)
        }
    }

    /// The probabilities of `passages` (``probabilities(for:)``) and the words that moved them, at most `limit`
    /// each, from one reading of their texts.
    ///
    /// - Complexity: O(bytes of the passages).
    func scores(for passages: [Passage], limit: Int = 12) -> [PassageScore] {
        passages.isEmpty
            ? [] : scores(of: vectorizer.reading(of: passages), passages, limit: limit)
    }

    /// The same for passages that have been read.
    func scores(
        of reading: PassageReading, _ passages: [Passage], limit: Int = 12
    ) -> [PassageScore] {
        let rows = completed(reading.rows, passages)
        let probabilities = probabilities(of: rows)
        let pull = Pull(self)
        var values: [Double] = []
        return passages.indices.map { i in
            values.removeAll(keepingCapacity: true)
            var facts = 0.0
            for n in rows.range(ofRow: i) {
                let amount = pull.amount(rows.indices[n], rows.values[n])
                values.append(amount)
                if vectorizer.isFact(column: Int(rows.indices[n])) { facts += amount }
            }
            var words = WordSpans(passages[i].text)
            for place in reading.places(ofPassage: i) {
                words.add(
                    values[Int(place.cell)] * place.share, from: Int(place.start),
                    to: Int(place.end))
            }
            return PassageScore(
                probabilities: probabilities[i], words: words.strongest(limit), facts: facts)
        }
    }

    /// How far a feature moves the logit of the friendly end over that of the hostile end.
    private struct Pull {
        private let friendly: Int?
        private let hostile: Int?
        private let model: StanceModel

        init(_ model: StanceModel) {
            self.model = model
            friendly = model.classes.firstIndex(of: model.task.labels.count - 1)
            hostile = model.classes.firstIndex(of: 0)
        }

        func amount(_ column: Int32, _ value: Float) -> Double {
            let column = Int(column)
            let classes = model.classes.count
            let weights = model.regression.weights
            var mean = 0.0
            if friendly == nil || hostile == nil {
                mean = (0..<classes).reduce(0) { $0 + weights[column, $1] } / Double(classes)
            }
            let plus = friendly.map { weights[column, $0] } ?? mean
            let minus = hostile.map { weights[column, $0] } ?? mean
            return Double(value) * (plus - minus) / model.temperature
        }
    }
}

/// The words of a text, runs between white space with edge punctuation taken off, and how far each moved a
/// score.
private struct WordSpans {
    private var spans: [Span] = []
    private var moved: [Double] = []
    /// Where the last look-up ended: places come in reading order, mostly.
    private var cursor = 0

    /// Words that moved the score by less are left out.
    private static let least = 0.005

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            spans.reserveCapacity(bytes.count / 5 + 1)
            var start = -1
            for i in 0...bytes.count {
                let inWord = i < bytes.count && bytes[i] > 0x20
                if inWord, start < 0 { start = i }
                if !inWord, start >= 0 {
                    let word = Self.trimmed(Span(start, i), bytes)
                    if !word.isEmpty { spans.append(word) }
                    start = -1
                }
            }
        }
        moved = [Double](repeating: 0, count: spans.count)
    }

    private static func trimmed(_ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Span {
        var span = span
        while !span.isEmpty, isEdge(bytes[span.start]) { span.start += 1 }
        while !span.isEmpty, isEdge(bytes[span.end - 1]) { span.end -= 1 }
        return span
    }

    private static func isEdge(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
            UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// Shares `amount` out over the words that hold a byte from `start` to `end`.
    mutating func add(_ amount: Double, from start: Int, to end: Int) {
        while cursor > 0, spans[cursor - 1].end > start { cursor -= 1 }
        while cursor < spans.count, spans[cursor].end <= start { cursor += 1 }
        var last = cursor
        while last < spans.count, spans[last].start < end { last += 1 }
        guard last > cursor else { return }
        let share = amount / Double(last - cursor)
        for word in cursor..<last { moved[word] += share }
    }

    /// The words that moved the score most.
    func strongest(_ limit: Int) -> [(span: Span, weight: Double)] {
        moved.indices.filter { abs(moved[$0]) >= Self.least }
            .sorted { (-abs(moved[$0]), $0) < (-abs(moved[$1]), $1) }
            .prefix(limit).map { (spans[$0], (moved[$0] * 1e4).rounded() / 1e4) }
    }
}
