import CaucusQuotes
import CaucusText
import FitSupport

/// What the extractor weighed in annotated articles, with what the annotators say of it.
struct AttributionExamples {
    /// One thing that was weighed.
    struct Row {
        /// The features that hold, by number.
        var features: [Int]
        /// Whether the annotators agree.
        var isRight: Bool
        /// Whether it stands for nobody in sight.
        var isNobody = false
    }

    /// The candidates for the speaker of each direct quotation; where none is right, nobody is.
    private(set) var groups: [[Row]] = []
    /// The candidates for indirect quotations.
    private(set) var contents: [Row] = []
    private var articles = 0

    /// What is weighed in `gold` and in `labeled` under `weights`.
    init(_ gold: [GoldArticle], _ labeled: [LabeledArticle] = [], under weights: TrialWeights) {
        for article in gold { add(article, under: weights) }
        for article in labeled { add(article, under: weights) }
        articles = gold.count + labeled.count
    }

    private mutating func add(_ article: GoldArticle, under weights: TrialWeights) {
        let trace = QuotationExtractor().trace(
            of: Document(id: article.id, text: article.text), under: weights)
        let pieces = GoldPieces(article)
        let offsets = CodePoints(article.text)
        for row in trace.contents {
            let isRight = pieces.match(offsets.range(row.content)) != nil
            contents.append(Row(features: row.features, isRight: isRight))
        }
        for rows in Self.choices(trace) {
            guard let quote = pieces.match(offsets.range(rows[0].content)) else { continue }
            addChoice(rows) { row in
                row.source.map { pieces.names(offsets.range($0), speakerOf: quote) } ?? false
            }
        }
    }

    private mutating func add(_ article: LabeledArticle, under weights: TrialWeights) {
        let trace = QuotationExtractor().trace(of: article.document, under: weights)
        let offsets = CodePoints(article.document.text)
        for row in trace.contents {
            guard let label = article.label(ofContent: offsets.range(row.content)),
                label.found.form != "direct"
            else { continue }
            contents.append(Row(features: row.features, isRight: label.isSpeech))
        }
        for rows in Self.choices(trace) {
            guard let label = article.label(ofMarked: offsets.range(rows[0].content)),
                label.isSpeech, label.isMarked
            else { continue }
            addChoice(rows) { row in
                guard let named = row.speaker, let speaker = label.whoSpeaks else { return false }
                return SameSpeaker.judge(named, speaker)
            }
        }
    }

    /// The candidates of each marked stretch.
    private static func choices(_ trace: Trace) -> [[Trace.Row]] {
        var numbers: [Int: Int] = [:]
        var choices: [[Trace.Row]] = []
        for row in trace.speakers {
            let number = numbers[row.content.start] ?? choices.count
            if number == choices.count { choices.append([]) }
            numbers[row.content.start] = number
            choices[number].append(row)
        }
        return choices
    }

    private mutating func addChoice(_ rows: [Trace.Row], isRight: (Trace.Row) -> Bool) {
        var group = rows.map { row in
            Row(
                features: row.features, isRight: isRight(row),
                isNobody: row.features.contains(Self.nobody))
        }
        if !group.contains(where: \.isRight) {
            for i in group.indices { group[i].isRight = group[i].isNobody }
        }
        groups.append(group)
    }

    private static let nobody = Trace.speakerFeatureNames.firstIndex(of: "nobody") ?? -1

    /// One line on what there is.
    var summary: String {
        """
        \(articles) articles, \(groups.count) direct quotations with \(groups.joined().count) \
        candidates, \(contents.count) candidates for indirect ones
        """
    }
}

extension CodePoints {
    fileprivate func range(_ span: Span) -> Range<Int> {
        let points = codePoints(span)
        return points.start..<points.end
    }
}
