import CaucusText

/// What one person said of a record.
struct GivenAnswer: Sendable, Hashable {
    /// The label, or `nil` where there is none.
    var label: String?
    /// Who gave it, or `nil`.
    var annotator: String?
    /// Why there is no label, where there was an answer.
    var leftOut: LeftOutExample.Reason?

    /// A stretch of the text that was marked, as the offsets stand in the file.
    struct Mark: Sendable, Hashable {
        var start: Int
        var end: Int
        var label: String
    }

    /// What a value says: a label as a word or number, in a list of its own, or as an object of a tool.
    enum Reading: Sendable, Hashable {
        case nothing
        case label(String)
        case several
        /// Marked stretches of the text.
        case marks([Mark])
    }

    /// How deep lists and objects of one label may stand in each other.
    private static let deepest = 8

    /// What a value says.
    static func reading(_ value: JSONTree?, depth: Int = 0) -> Reading {
        guard depth < deepest else { return .nothing }
        switch value {
        case nil, .null: return .nothing
        case .bool(let value): return .label(value ? "true" : "false")
        case .number(let spelling): return .label(spelling)
        case .string(let text): return reading(text, depth)
        case .array(let elements): return reading(elements, depth)
        case .object:
            for name in ["choices", "taxonomy", "rating", "number", "value", "label", "labels"] {
                guard let inner = value?[name], inner != .null else { continue }
                if let mark = mark(value ?? .null) { return .marks([mark]) }
                // Of each path in a taxonomy the last word tells.
                let chosen =
                    name == "taxonomy"
                    ? .array(inner.elements.map { $0.elements.last ?? $0 }) : inner
                return reading(chosen, depth: depth + 1)
            }
            return .nothing
        }
    }

    /// R, pandas and Excel write these for no value.
    private static let missing: Set = ["NA", "<NA>", "#N/A", "NaN"]

    private static func reading(_ text: String, _ depth: Int) -> Reading {
        guard !text.isBlank, !missing.contains(text) else { return .nothing }
        // A list or an object in a table's cell.
        if text.hasPrefix("[") && text.hasSuffix("]") || text.hasPrefix("{") && text.hasSuffix("}")
        {
            if let tree = JSONTree(json: text) { return reading(tree, depth: depth + 1) }
            if let list = pythonList(text) {
                return reading(.array(list.map(JSONTree.string)), depth: depth + 1)
            }
        }
        return .label(text)
    }

    /// `['favor']`, as Python spells a list, and `['favor' 'favor']`, as numpy does; `nil` of anything else.
    private static func pythonList(_ text: String) -> [String]? {
        let parts = text.dropFirst().dropLast().split(
            separator: "'", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1, parts.count > 1 else { return nil }
        var words: [String] = []
        for (i, part) in parts.enumerated() {
            if i % 2 == 1 {
                words.append(String(part))
            } else if !part.allSatisfy({ $0 == "," || $0.isWhitespace }) {
                return nil
            }
        }
        return words
    }

    private static func reading(_ elements: [JSONTree], _ depth: Int) -> Reading {
        let marks = elements.compactMap(mark)
        if !marks.isEmpty { return .marks(marks) }
        var labels: [String] = []
        for element in elements {
            switch reading(element, depth: depth + 1) {
            case .nothing: continue
            case .several: return .several
            case .marks(let marks): return .marks(marks)
            case .label(let label): if !labels.contains(label) { labels.append(label) }
            }
            if labels.count > 1 { return .several }
        }
        return labels.first.map(Reading.label) ?? .nothing
    }

    /// The stretch that `[0, 7, "TARGET"]` or an object with `start`, `end` and `label` marks, or `nil`.
    static func mark(_ value: JSONTree) -> Mark? {
        if case .array(let parts) = value {
            guard parts.count == 3, let start = offset(parts[0]), let end = offset(parts[1]),
                case .string(let label) = parts[2]
            else { return nil }
            return Mark(start: start, end: end, label: label)
        }
        let start = value["start"] ?? value["start_offset"]
        let end = value["end"] ?? value["end_offset"]
        guard let start = start.flatMap(offset), let end = end.flatMap(offset) else { return nil }
        let labels = value["label"] ?? value["labels"] ?? value["choices"]
        return markLabel(labels).map { Mark(start: start, end: end, label: $0) }
    }

    /// The label of a mark: a word, a number, or a list with one of them. Objects are none, since marks in marks would be
    /// read again at every level.
    private static func markLabel(_ value: JSONTree?) -> String? {
        switch value {
        case .string(let label), .number(let label):
            return label.isBlank || missing.contains(label) ? nil : label
        case .array(let elements):
            var found: String?
            for element in elements {
                guard element != .null else { continue }
                guard let label = element.text, found == nil || found == label else { return nil }
                found = label
            }
            return found
        default: return nil
        }
    }

    private static func offset(_ value: JSONTree) -> Int? {
        switch value {
        case .number(let spelling), .string(let spelling):
            Int(spelling) ?? Double(spelling).flatMap { Int(exactly: $0) }
        default: nil
        }
    }
}
