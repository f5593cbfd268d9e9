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

    /// `[{"start":0,"end":4,"weight":-0.5}]`.
    static func text(_ words: [MovingWord]) -> String {
        if words.isEmpty { return "[]" }
        var line = JSONLine()
        line.array(words) { line, word in
            line.object {
                $0.member("start", word.start)
                $0.member("end", word.end)
                $0.member("weight", exactly: word.weight)
            }
        }
        return line.text
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
        guard json.utf8.allSatisfy({ $0 < 0x80 }), json.hasPrefix("["), json.hasSuffix("]") else {
            return nil
        }
        let numbers = json.utf8.split { byte in
            byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
        }
        let offsets = numbers.compactMap { Int(Substring($0)) }
        guard offsets.count == numbers.count, offsets.count % 2 == 0 else { return nil }
        let pairs = stride(from: 0, to: offsets.count, by: 2).map { (offsets[$0], offsets[$0 + 1]) }
        guard pairs.allSatisfy({ $0 <= $1 }) else { return nil }
        return pairs.map { Span($0, $1) }
    }
}
