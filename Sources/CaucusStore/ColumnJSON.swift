import CaucusActs
import CaucusQuotes
import CaucusStance
import CaucusText
import Foundation

/// The JSON that some columns hold, keys in a fixed order.
enum ColumnJSON {
    /// `["a","b"]`.
    static func text(_ strings: [String]) -> String {
        if strings.isEmpty { return "[]" }
        var line = JSONWriter()
        line.array(strings) { $0.string($1) }
        return line.text
    }

    /// `[{"name":"a","value":"b"}]`.
    static func text(_ fields: [Document.Field]) -> String {
        if fields.isEmpty { return "[]" }
        var line = JSONWriter()
        line.array(fields) { line, field in
            line.object {
                $0.member("name", field.name)
                $0.member("value", field.value)
            }
        }
        return line.text
    }

    /// `[["ms. okello","Ruth Okello"]]`, by the names.
    static func text(_ names: [String: String]) -> String {
        var line = JSONWriter()
        line.array(names.sorted { $0.key < $1.key }) { line, pair in
            line.array([pair.key, pair.value]) { $0.string($1) }
        }
        return line.text
    }

    /// The names of a column, or `nil` where it holds something else.
    static func names(_ json: String) -> [String: String]? {
        guard let rows = try? values(json, as: [String].self), rows.allSatisfy({ $0.count == 2 })
        else { return nil }
        return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { a, _ in a })
    }

    /// Start, end and weight of each word: `[[0,4,-0.5]]`.
    static func append(_ words: [MovingWord], to bytes: inout [UInt8]) {
        rows(words, to: &bytes) { word, bytes in
            append(word.start, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            append(word.end, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: "\(word.weight)".utf8)
        }
    }

    /// `[[0,12],[40,52]]`.
    static func append(_ spans: [Span], to bytes: inout [UInt8]) {
        rows(spans, to: &bytes) { span, bytes in
            append(span.start, to: &bytes)
            bytes.append(UInt8(ascii: ","))
            append(span.end, to: &bytes)
        }
    }

    private static func rows<Element>(
        _ elements: [Element], to bytes: inout [UInt8], _ write: (Element, inout [UInt8]) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (i, element) in elements.enumerated() {
            if i > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            write(element, &bytes)
            bytes.append(UInt8(ascii: "]"))
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        guard number >= 0 else { return bytes.append(contentsOf: String(number).utf8) }
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
            divisor /= 10
        }
    }

    /// Direction, strength, and whether it is negated: `[-1,3,0]`.
    static func text(_ act: SpeechAct) -> String {
        "[\(act.direction),\(act.strength),\(act.isNegated ? 1 : 0)]"
    }

    /// The act of a column, or `nil` where it holds something else.
    static func act(_ json: String) -> SpeechAct? {
        guard let row = rows(of: 3, "[" + json + "]", { $0.compactMap { Int($0) } })?.first,
            row.count == 3, (-1...1).contains(row[0])
        else { return nil }
        return SpeechAct(direction: row[0], strength: row[1], isNegated: row[2] != 0)
    }

    /// Where the target and the speaker stand in a passage, and whether it is a speech: `[[0,12,0],[0,0,2]]`; and what an
    /// encoder said of it, number by number, by its bits: `[[0,1065353216,3]]`.
    static func text(_ passage: KeptPassage) -> String {
        let spans =
            passage.targets.map { ($0, 0) } + passage.speakers.map { ($0, 1) }
            + (passage.isSpeech ? [(Span(0, 0), 2)] : [])
        let rows =
            spans.map { "[\($0.0.start),\($0.0.end),\($0.1)]" }
            + passage.opinion.enumerated().map { "[\($0),\($1.bitPattern),3]" }
        return "[" + rows.joined(separator: ",") + "]"
    }

    /// The bits of numbers: `[1065353216,0]`.
    static func text(_ numbers: [Float]) -> String {
        "[" + numbers.map { String($0.bitPattern) }.joined(separator: ",") + "]"
    }

    /// The numbers of a column, or `nil` where it holds something else.
    static func numbers(_ json: String) -> [Float]? {
        guard json.utf8.count < 1024 else { return nil }
        return rows(of: 1, "[" + json + "]") { row in
            UInt32(row[0]).map(Float.init(bitPattern:)).flatMap { abs($0) < 1e6 ? $0 : nil }
        }
    }

    /// The passage of two columns, or `nil` where the second holds something else.
    static func passage(_ text: String?, _ json: String) -> KeptPassage? {
        var opinion: [Float] = []
        let spans = rows(of: 3, json) { row -> (Span, Int)? in
            guard let start = Int(row[0]), let end = Int(row[1]), let kind = Int(row[2]) else {
                return nil
            }
            if kind == 3 {
                guard start == opinion.count, start < 64, let bits = UInt32(exactly: end) else {
                    return nil
                }
                let number = Float(bitPattern: bits)
                guard abs(number) < 1e6 else { return nil }
                opinion.append(number)
                return (Span(0, 0), kind)
            }
            return start <= end ? (Span(start, end), kind) : nil
        }
        guard let spans else { return nil }
        func of(_ kind: Int) -> [Span] { spans.filter { $0.1 == kind }.map(\.0) }
        return KeptPassage(
            text: text, targets: of(0), speakers: of(1), isSpeech: !of(2).isEmpty, opinion: opinion)
    }

    /// The texts of a column.
    static func strings(_ json: String) throws -> [String] {
        try plainStrings(json) ?? values(json)
    }

    /// The texts, where none holds a backslash: most do not, and a decoder takes a hundred times as long.
    private static func plainStrings(_ json: String) -> [String]? {
        if json == "[]" { return [] }
        var strings: [String] = []
        var rest = json.utf8.dropFirst()
        guard json.utf8.first == UInt8(ascii: "["), json.utf8.last == UInt8(ascii: "]") else {
            return nil
        }
        repeat {
            guard rest.popFirst() == UInt8(ascii: "\""),
                let end = rest.firstIndex(where: {
                    $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
                }), rest[end] == UInt8(ascii: "\"")
            else { return nil }
            strings.append(String(Substring(rest[..<end])))
            rest = rest[end...].dropFirst()
        } while rest.popFirst() == UInt8(ascii: ",")
        return rest.isEmpty ? strings : nil
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
