import CaucusStance
import CaucusText
import Foundation

/// The JSON that some columns hold, keys in a fixed order.
enum ColumnJSON {
    /// `["a","b"]`.
    static func text(_ strings: [String]) -> String {
        if strings.isEmpty { return "[]" }
        var line = JSONLine()
        line.array(strings) { $0.string($1) }
        return line.text
    }

    /// `[{"name":"a","value":"b"}]`.
    static func text(_ fields: [Document.Field]) -> String {
        if fields.isEmpty { return "[]" }
        var line = JSONLine()
        line.array(fields) { line, field in
            line.object {
                $0.member("name", field.name)
                $0.member("value", field.value)
            }
        }
        return line.text
    }

    /// Start, end and weight of each word: `[[0,4,-0.5]]`.
    static func text(_ words: [MovingWord]) -> String {
        if words.isEmpty { return "[]" }
        return "[" + words.map { "[\($0.start),\($0.end),\($0.weight)]" }.joined(separator: ",")
            + "]"
    }

    /// `[[0,12],[40,52]]`.
    static func text(_ spans: [Span]) -> String {
        "[" + spans.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]"
    }

    /// The values of a column.
    static func values<Value: Decodable>(
        _ json: String, as type: Value.Type = Value.self
    ) throws -> [Value] {
        if json == "[]" { return [] }
        return try JSONDecoder().decode([Value].self, from: Data(json.utf8))
    }

    /// The spans of a column, or `nil` where it holds something else.
    static func spans(_ json: String) -> [Span]? {
        rows(of: 2, json) { row -> Span? in
            guard let start = Int(row[0]), let end = Int(row[1]), start <= end else { return nil }
            return Span(start, end)
        }
    }

    /// The moving words of a column, or `nil` where it holds something else.
    static func movingWords(_ json: String) -> [MovingWord]? {
        rows(of: 3, json) { row -> MovingWord? in
            guard let start = Int(row[0]), let end = Int(row[1]), let weight = Double(row[2]) else {
                return nil
            }
            return MovingWord(start: start, end: end, weight: weight)
        }
    }

    /// The rows of numbers that a column holds, or `nil` where it holds something else.
    private static func rows<Value>(
        of width: Int, _ json: String, _ value: ([Substring]) -> Value?
    ) -> [Value]? {
        if json == "[]" { return [] }
        guard json.hasPrefix("[["), json.hasSuffix("]]") else { return nil }
        let numbers = json.utf8.split { byte in
            byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
        }.map { Substring($0) }
        guard numbers.count % width == 0 else { return nil }
        var values: [Value] = []
        values.reserveCapacity(numbers.count / width)
        for start in stride(from: 0, to: numbers.count, by: width) {
            guard let value = value(Array(numbers[start..<(start + width)])) else { return nil }
            values.append(value)
        }
        return values
    }
}
