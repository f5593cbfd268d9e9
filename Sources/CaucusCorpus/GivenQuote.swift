import CaucusText

/// The quotations of other programs, as they spell them.
enum GivenQuote {
    /// One of GDELT's Global Quotation Graph.
    struct GDELT: Decodable {
        var pre: String?
        var quote: String
        var post: String?
    }

    /// One of an article of Quotebank.
    struct Quotebank: Decodable {
        var quotation: String
        var leftContext: String?
        var rightContext: String?
        var localTopSpeaker: String?
        var globalTopSpeaker: String?
    }

    /// A stretch of text in Citron's format.
    struct CitronSpan: Decodable {
        var start: Int
        var end: Int
        var text: String?

        /// Its bytes in `text`, or `nil` where other words stand there.
        func bytes(_ points: CodePoints, _ text: String) -> Span? {
            guard let span = points.span(codePoints: start, end), !span.isEmpty else { return nil }
            guard let words = self.text else { return span }
            return text[span].utf8.elementsEqual(words.utf8) ? span : nil
        }
    }

    /// A quotation in Citron's format.
    struct Citron: Decodable {
        var cue: CitronSpan?
        var sources: [CitronSpan]?
        var contents: [CitronSpan]?
        var coreferences: [CitronSpan]?
        var confidence: Double?

        /// The speaker's name: the longest one that the source or its coreferences give, else the
        /// source's words.
        func speaker(_ points: CodePoints, _ text: String) -> String? {
            let source = words(sources?.first, points, text)
            let names = ([source] + (coreferences ?? []).map { words($0, points, text) })
                .compactMap { $0 }.filter(Self.isName)
            return names.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? source
        }

        private func words(
            _ span: CitronSpan?, _ points: CodePoints, _ text: String
        ) -> String? {
            span?.bytes(points, text).map { text[$0] }
        }

        /// Whether words are a name: two words or more, the first and the last in capitals.
        private static func isName(_ words: String) -> Bool {
            let parts = words.split(separator: " ")
            guard parts.count > 1, words.utf8.count < 60 else { return false }
            return [parts.first, parts.last].allSatisfy { $0?.first?.isUppercase ?? false }
        }
    }

    /// A quotation of the Gender Gap Tracker; indices read `(12,34)` and count code points.
    struct GenderGapTracker: Decodable {
        var quote: String
        var quote_index: String?
        var speaker: String?
        var speaker_index: String?
        var verb: String?
        var verb_index: String?

        /// The bytes of `words`, which an index says where to find; `nil` where they are not there.
        func span(
            _ index: String?, _ words: String?, _ points: CodePoints, _ text: String
        ) -> Span? {
            guard let words, !words.isEmpty else { return nil }
            let numbers = (index ?? "").split { !$0.isASCII || !$0.isNumber }.compactMap {
                Int($0)
            }
            if numbers.count == 2, let span = points.span(codePoints: numbers[0], numbers[1]),
                !span.isEmpty, text[span].utf8.elementsEqual(words.utf8)
            {
                return span
            }
            // An index of a text that was cleaned before: the words' first place.
            guard let range = text.range(of: words) else { return nil }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Span(start, start + text[range].utf8.count)
        }
    }
}
