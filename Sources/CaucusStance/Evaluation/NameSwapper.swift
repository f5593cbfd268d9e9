import CaucusText

/// Gives the target and the speaker of an example other names of the same kind, wherever their names stand.
struct NameSwapper {
    private var names: OtherNames

    init(seed: UInt64) { names = OtherNames(seed: seed) }

    /// The example with other names, or `nil` where it names neither target nor speaker.
    mutating func swapped(_ example: LabeledExample) -> LabeledExample? {
        let text = Array(example.text.utf8)
        var edits = TextEdits(text)
        var taken = Set(example.text.split(separator: " ").map(NameWords.bare))
        var result = example
        let parties = [
            (\LabeledExample.target, example.targetSpan),
            (\LabeledExample.speaker, example.speakerSpan),
        ]
        for (path, span) in parties {
            let inText = span.map { String(decoding: text[$0.start..<$0.end], as: UTF8.self) }
            let spoken = inText.flatMap { OtherNames.kind(of: $0) == nil ? nil : $0 }
            guard let name = spoken ?? example[keyPath: path], let kind = OtherNames.kind(of: name)
            else { continue }
            let known = example[keyPath: path] ?? name
            if kind == .person {
                let words = NameWords.person(known) + NameWords.person(name)
                result[keyPath: path] = swap(person: words, known, in: text, &edits, &taken)
            } else {
                let other = names.name(kind, avoiding: taken)
                taken.insert(other)
                let phrases = [name, known].map { Self.withoutPossessive($0) }
                for phrase in Set(phrases) {
                    for place in NameWords.places(of: phrase, in: text) { edits.put(other, place) }
                }
                result[keyPath: path] = other
            }
        }
        guard !edits.isEmpty else { return nil }
        edits.settle()
        result.text = edits.text
        result.targetSpan = example.targetSpan.map(edits.moved)
        result.speakerSpan = example.speakerSpan.map(edits.moved)
        return result
    }

    /// Puts another person's names for the words of a name, and gives the full name anew.
    private mutating func swap(
        person words: [String], _ known: String, in text: [UInt8], _ edits: inout TextEdits,
        _ taken: inout Set<String>
    ) -> String {
        guard let surname = words.last else { return known }
        let other = names.person(avoiding: taken)
        taken.formUnion([other.given, other.surname])
        let full = Array(known.utf8)
        var fullEdits = TextEdits(full)
        for word in Set(words) {
            let new: String
            if word == surname {
                new = other.surname
            } else if word.unicodeScalars.count == 1 {
                new = String(other.given.prefix(1))
            } else {
                new = other.given
            }
            for place in NameWords.places(of: word, in: text) { edits.put(new, place) }
            for place in NameWords.places(of: word, in: full) { fullEdits.put(new, place) }
        }
        fullEdits.settle()
        return fullEdits.text
    }

    private static func withoutPossessive(_ name: String) -> String {
        for ending in ["'s", "’s", "'", "’"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}

/// Replacements in a text; of two that overlap, the one that starts first stays.
struct TextEdits {
    private let original: [UInt8]
    private var edits: [(span: Span, text: String)] = []

    init(_ text: [UInt8]) { original = text }

    /// Whether nothing was replaced.
    var isEmpty: Bool { edits.isEmpty }

    /// Replaces a span.
    mutating func put(_ text: String, _ span: Span) { edits.append((span, text)) }

    /// Brings the replacements in order; called once, after the last one was put.
    mutating func settle() {
        edits.sort { $0.span < $1.span }
        var kept: [(span: Span, text: String)] = []
        for edit in edits where edit.span.start >= kept.last?.span.end ?? 0 { kept.append(edit) }
        edits = kept
    }

    /// The text with its replacements.
    var text: String {
        var bytes: [UInt8] = []
        var from = 0
        for edit in edits {
            bytes += original[from..<edit.span.start]
            bytes += edit.text.utf8
            from = edit.span.end
        }
        bytes += original[from...]
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where a span of the old text stands in the new one; an end inside a replacement goes to its edge.
    func moved(_ span: Span) -> Span {
        func place(_ offset: Int, isEnd: Bool) -> Int {
            var shift = 0
            for edit in edits {
                let change = edit.text.utf8.count - edit.span.count
                if edit.span.end <= offset {
                    shift += change
                } else if edit.span.start < offset {
                    return edit.span.start + shift + (isEnd ? edit.text.utf8.count : 0)
                }
            }
            return offset + shift
        }
        let start = place(span.start, isEnd: false)
        return Span(start, max(start, place(span.end, isEnd: true)))
    }
}
