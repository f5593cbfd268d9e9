import CaucusQuotes
import CaucusText

/// What the extractor weighed in annotated articles, with what the annotators say of it.
struct AttributionExamples {
    /// One thing that was weighed.
    struct Row {
        /// The features that hold, by number.
        var features: [Int]
        /// Whether the annotators agree.
        var isRight: Bool
    }

    /// The candidates for the speaker of one quotation, where the annotators name one.
    private(set) var groups: [[Row]] = []
    /// The candidates for indirect quotations.
    private(set) var contents: [Row] = []
    private var articles = 0

    /// What is weighed in `gold` under `weights`.
    init(_ gold: [GoldArticle], under weights: TrialWeights) {
        let extractor = QuotationExtractor()
        for article in gold {
            let trace = extractor.trace(
                of: Document(id: article.id, text: article.text), under: weights)
            let pieces = GoldPieces(article)
            let offsets = CodePoints(article.text)
            func range(_ span: Span) -> Range<Int> {
                let points = offsets.codePoints(span)
                return points.start..<points.end
            }
            for row in trace.contents {
                let isRight = pieces.match(range(row.content)) != nil
                contents.append(Row(features: row.features, isRight: isRight))
            }
            var groupOf: [Int: Int] = [:]
            for row in trace.speakers {
                guard let quote = pieces.match(range(row.content)), quote.speaker?.isEmpty == false
                else { continue }
                let isRight = row.source.map { pieces.names(range($0), speakerOf: quote) } ?? false
                let group = groupOf[row.content.start] ?? groups.count
                if group == groups.count { groups.append([]) }
                groupOf[row.content.start] = group
                groups[group].append(Row(features: row.features, isRight: isRight))
            }
            articles += 1
        }
    }

    /// One line on what there is.
    var summary: String {
        """
        \(articles) articles, \(groups.count) direct quotations with \(groups.joined().count) \
        candidates, \(contents.count) candidates for indirect ones
        """
    }
}
