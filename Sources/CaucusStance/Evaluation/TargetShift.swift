import CaucusMatrix
import CaucusText

/// Marks something else in an example's text as its target.
public struct TargetShift: Sendable {
    /// What was marked instead.
    public enum Kind: String, Sendable, CaseIterable {
        case speaker, name, pronoun, word
    }

    private var random: SplitMix
    private var maker = PassageMaker()

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// The example with another target, or `nil` where its target is not in the text or nothing else is.
    mutating func shifted(_ example: LabeledExample) -> (LabeledExample, Kind)? {
        let targets = example.targetSpan.map { [$0] } ?? maker.passage(of: example).targets
        guard let target = targets.first else { return nil }
        var result = example
        if let speaker = example.speakerSpan, !targets.contains(where: speaker.overlaps) {
            result.targetSpan = speaker
            result.speakerSpan = target
            swap(&result.target, &result.speaker)
            return (result, .speaker)
        }
        let free = Self.words(of: example.text).filter { word in
            !targets.contains(where: word.span.overlaps)
                && !(example.speakerSpan?.overlaps(word.span) ?? false)
        }
        for (kind, belongs) in Self.kinds {
            let candidates = Self.joined(free.filter { belongs($0.text) }, joins: kind == .name)
            guard let chosen = candidates.randomElement(using: &random) else { continue }
            result.targetSpan = chosen
            let bytes = Array(example.text.utf8)[chosen.start..<chosen.end]
            result.target = String(decoding: bytes, as: UTF8.self)
            return (result, kind)
        }
        return nil
    }

    private static let kinds: [(Kind, @Sendable (String) -> Bool)] = [
        (.name, { $0.first?.isUppercase == true && !openers.contains($0) }),
        (.pronoun, { pronouns.contains($0) }),
        (.word, { $0.count > 3 }),
    ]

    private static let pronouns: Set<String> = [
        "he", "him", "his", "she", "her", "they", "them", "their", "He", "She", "They", "His",
        "Her", "Their", "who", "it", "It", "its",
    ]

    /// Words that are capitalized where a sentence begins.
    private static let openers: Set<String> = [
        "A", "After", "All", "Also", "Although", "An", "And", "Another", "As", "At", "Because",
        "Before", "But", "By", "Despite", "During", "Even", "For", "From", "Her", "He", "His",
        "How", "However", "I", "If", "In", "Instead", "It", "Its", "Last", "Many", "Meanwhile",
        "More", "Most", "My", "No", "Not", "Now", "Of", "On", "Once", "One", "Or", "Other", "Our",
        "Over", "She", "Since", "So", "Some", "Still", "Such", "That", "The", "Their", "Then",
        "There", "These", "They", "This", "Those", "Though", "Through", "To", "Two", "Under",
        "Until", "We", "What", "When", "Where", "While", "Who", "Why", "With", "Without", "Yes",
        "Yet", "You", "Your", "I'm", "I’m", "We're", "We’re", "It's", "It’s", "Mr", "Mrs", "Ms",
    ]

    /// The words of a text, without what stands at their ends.
    private static func words(of text: String) -> [(text: String, span: Span)] {
        let bytes = Array(text.utf8)
        var words: [(text: String, span: Span)] = []
        var start: Int?
        for i in 0...bytes.count {
            let inWord = i < bytes.count && bytes[i] > 0x20
            if inWord, start == nil { start = i }
            guard !inWord, let first = start else { continue }
            start = nil
            let word = String(decoding: bytes[first..<i], as: UTF8.self)
            let bare = NameWords.bare(word)
            guard !bare.isEmpty, let inside = word.range(of: bare) else { continue }
            let from = first + word.utf8.distance(from: word.startIndex, to: inside.lowerBound)
            words.append((bare, Span(from, from + bare.utf8.count)))
        }
        return words
    }

    /// The spans of the words; those with a space between them are one, where `joins`.
    private static func joined(
        _ words: [(text: String, span: Span)], joins: Bool
    ) -> [Span] {
        var spans: [Span] = []
        for word in words {
            if joins, let last = spans.last, last.end + 1 == word.span.start {
                spans[spans.count - 1].end = word.span.end
            } else {
                spans.append(word.span)
            }
        }
        return spans
    }
}
