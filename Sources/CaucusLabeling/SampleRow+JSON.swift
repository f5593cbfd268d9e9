package import CaucusCorpus
import CaucusStance
import CaucusText

extension SampleRow {
    /// The row as a line of a sample file, without the end of the line.
    public var json: String {
        var json = JSONWriter()
        json.object { write(into: &$0) }
        return json.text
    }

    /// The members of the line.
    func write(into json: inout JSONWriter) {
        json.member("quote_id", quotation)
        json.member("target", target)
        json.member("speaker", speaker)
        json.member("quote", quote)
        json.member("context", context)
        json.member("context_start", contextStart)
        json.key("context_span")
        Self.write([contextSpan], into: &json, isFlat: true)
        json.key("target_spans")
        Self.write(targetSpans, into: &json)
        json.member("form", form)
        json.member("doc_id", document)
        json.member("start", start)
        json.member("end", end)
        json.member("title", title)
        json.member("outlet", outlet)
        json.member("published", published)
        json.member("url", url)
        json.member("run", run)
        json.member("purpose", purpose.rawValue)
        if let samplingProbability {
            json.member("sampling_probability", exactly: samplingProbability)
        }
        if !answers.isEmpty { json.member("answers", answers) }
        json.key("program")
        json.object {
            $0.member("stance", stance?.rawValue)
            $0.member("p_against", rounded: probabilities?.against)
            $0.member("p_neutral", rounded: probabilities?.neutral)
            $0.member("p_favor", rounded: probabilities?.favor)
        }
    }

    private static func write(
        _ spans: [Span], into json: inout JSONWriter, isFlat: Bool = false
    ) {
        func pair(_ json: inout JSONWriter, _ span: Span) {
            json.array([span.start, span.end]) { $0.integer($1) }
        }
        if isFlat, let span = spans.first { return pair(&json, span) }
        json.array(spans) { pair(&$0, $1) }
    }

    /// No article is so long; sums of offsets stay far from the greatest number.
    private static let furthest = 1 << 40

    /// Why a record is no row of a sample.
    package struct Problem: Error {
        var message: String
    }

    /// The row that a record of a sample file holds.
    ///
    /// - Throws: what it lacks.
    package init(_ record: Record) throws(Problem) {
        func tree(_ name: String) -> JSONTree? {
            record.columns.first { $0.name == name }.map { JSONTree($0.value) }
        }
        func text(_ name: String) throws(Problem) -> String {
            guard let text = tree(name)?.text else {
                throw Problem(
                    message: "found no \(name), expected a line as caucus sample writes it")
            }
            return text
        }
        func number(_ name: String) -> Int? { tree(name)?.text.flatMap { Int($0) } }
        quotation = try text("quote_id")
        target = try text("target")
        quote = try text("quote")
        context = try text("context")
        document = try text("doc_id")
        run = tree("run")?.text ?? ""
        speaker = tree("speaker")?.text
        form = tree("form")?.text ?? ""
        let length = context.unicodeScalars.count
        func spans(_ value: JSONTree?) -> [Span] {
            (value?.elements ?? []).compactMap { Self.span($0, within: length) }
        }
        guard let words = tree("context_span").flatMap({ Self.span($0, within: length) }) else {
            throw Problem(
                message: "the context_span of \(quotation) is not within its context of "
                    + "\(length) code points")
        }
        contextSpan = words
        targetSpans = spans(tree("target_spans"))
        contextStart = number("context_start")
        guard let start = number("start"), let end = number("end"), 0 <= start, start <= end,
            end <= Self.furthest,
            contextStart.map({ $0 >= 0 && $0 <= start }) ?? true
        else {
            throw Problem(
                message: "start and end of \(quotation) are no offsets, expected whole numbers")
        }
        (self.start, self.end) = (start, end)
        title = tree("title")?.text
        outlet = tree("outlet")?.text
        published = tree("published")?.text
        url = tree("url")?.text
        purpose = tree("purpose")?.text.flatMap(LabelPurpose.init(rawValue:)) ?? .shares
        samplingProbability = tree("sampling_probability")?.text.flatMap { Double($0) }
        answers = (tree("answers")?.elements ?? []).compactMap(\.text)
        let program = tree("program")
        stance = program?["stance"]?.text.flatMap(Stance.init(rawValue:))
        func share(_ name: String) -> Double? { program?[name]?.text.flatMap { Double($0) } }
        if let against = share("p_against"), let neutral = share("p_neutral"),
            let favor = share("p_favor")
        {
            probabilities = StanceProbabilities(against: against, neutral: neutral, favor: favor)
        }
    }

    private static func span(_ value: JSONTree, within length: Int) -> Span? {
        let ends = value.elements.compactMap { $0.text.flatMap { Int($0) } }
        guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= length else {
            return nil
        }
        return Span(ends[0], ends[1])
    }
}
