public import CaucusFeatures
package import CaucusLearning
import CaucusMatrix
import CaucusText

/// A fitted model: passages in, calibrated probabilities of the task's labels out.
public struct StanceModel: Sendable {
    /// What it tells apart.
    public let task: StanceTask
    /// How it was made and how well it did.
    public let provenance: Provenance
    /// The digest of the model file's content, in hexadecimal.
    public internal(set) var checksum = ""
    /// From words to columns.
    package let vectorizer: FittedVectorizer
    /// From columns to logits.
    package let regression: LogisticModel
    /// The labels it was trained on, as positions in the task's labels, one a class of ``regression``.
    package let classes: [Int]
    /// What logits are divided by.
    package let temperature: Double

    package init(
        task: StanceTask, provenance: Provenance, vectorizer: FittedVectorizer,
        regression: LogisticModel, classes: [Int], temperature: Double
    ) {
        self.task = task
        self.provenance = provenance
        self.vectorizer = vectorizer
        self.regression = regression
        self.classes = classes
        self.temperature = temperature
    }

    /// The labels it was trained on, in the order of its metrics.
    public var labels: [String] { classes.map { task.labels[$0] } }

    /// The calibrated probabilities of the task's labels, one row a passage, in the order of
    /// ``StanceTask/labels``; a label the model never saw has probability 0.
    ///
    /// - Complexity: O(bytes of the passages).
    public func probabilities(for passages: [Passage]) -> [[Double]] {
        guard !passages.isEmpty else { return [] }
        let rows = vectorizer.rows(for: passages)
        let fitted = regression.probabilities(for: rows, temperature: temperature)
        return passages.indices.map { row in
            var all = [Double](repeating: 0, count: task.labels.count)
            for (k, label) in classes.enumerated() { all[label] = fitted[row, k] }
            return all
        }
    }

    /// The words of `passage` that moved the score, strongest first: each column's value × (weight of the
    /// friendly end − weight of the hostile end), shared out evenly over the places where its n-gram stands.
    ///
    /// A label that the model never saw counts as the mean of those it did. Offsets are code points of the
    /// passage's text.
    public func movingWords(in passage: Passage, limit: Int = 12) -> [MovingWord] {
        let contributions = columnContributions(of: passage)
        let occurrences = vectorizer.occurrences(in: passage)
        var places: [Int: Int] = [:]
        for occurrence in occurrences { places[occurrence.column, default: 0] += 1 }
        let words = WordSpans(passage.text)
        var moved = [Double](repeating: 0, count: words.spans.count)
        for occurrence in occurrences {
            guard let total = contributions[occurrence.column],
                let count = places[occurrence.column]
            else { continue }
            let covered = words.indices(overlapping: occurrence.span)
            for word in covered { moved[word] += total / Double(count * covered.count) }
        }
        let points = CodePoints(passage.text)
        let order = moved.indices.filter { abs(moved[$0]) >= 0.005 }
            .sorted { (-abs(moved[$0]), $0) < (-abs(moved[$1]), $1) }
        return order.prefix(limit).map { word in
            let span = points.codePoints(words.spans[word])
            return MovingWord(
                start: span.start, end: span.end, weight: (moved[word] * 1e4).rounded() / 1e4)
        }
    }

    /// What each column of `passage` adds to the logit of the friendly end over that of the hostile end.
    private func columnContributions(of passage: Passage) -> [Int: Double] {
        let row = vectorizer.rows(for: [passage])
        let friendly = classes.firstIndex(of: task.labels.count - 1)
        let hostile = classes.firstIndex(of: 0)
        var contributions: [Int: Double] = [:]
        for i in row.rowStarts[0]..<row.rowStarts[1] {
            let column = Int(row.indices[i])
            let weights = (0..<classes.count).map { Double(regression.weights[column, $0]) }
            let mean = weights.reduce(0, +) / Double(weights.count)
            let plus = friendly.map { weights[$0] } ?? mean
            let minus = hostile.map { weights[$0] } ?? mean
            contributions[column] = Double(row.values[i]) * (plus - minus) / temperature
        }
        return contributions
    }
}

/// The words of a text: runs between white space, with edge punctuation taken off.
private struct WordSpans {
    let spans: [Span]

    init(_ text: String) {
        var spans: [Span] = []
        var text = text
        text.withUTF8 { bytes in
            var start: Int?
            for i in 0...bytes.count {
                let inWord = i < bytes.count && bytes[i] > 0x20
                if inWord, start == nil { start = i }
                if !inWord, let first = start {
                    spans.append(Self.trimmed(Span(first, i), bytes))
                    start = nil
                }
            }
        }
        self.spans = spans.filter { !$0.isEmpty }
    }

    private static func trimmed(_ span: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> Span {
        let edges = Array(".,;:!?()[]\"'".utf8)
        var span = span
        while !span.isEmpty, edges.contains(bytes[span.start]) { span.start += 1 }
        while !span.isEmpty, edges.contains(bytes[span.end - 1]) { span.end -= 1 }
        return span
    }

    /// The words that share a byte with `span`.
    func indices(overlapping span: Span) -> Range<Int> {
        let low = spans.partitionPoint { $0.end > span.start }
        var end = low
        while end < spans.count, spans[end].start < span.end { end += 1 }
        return low..<end
    }
}
