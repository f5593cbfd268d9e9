import CaucusStance
import CaucusText
import Foundation
import GRDB

extension Store {
    /// The JSON of a column, keys in a fixed order.
    static func json(_ value: [some Encodable]) throws -> String {
        if value.isEmpty { return "[]" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// `[[0,12],[40,52]]`.
    static func json(spans: [Span]) -> String {
        "[" + spans.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]"
    }

    /// The spans of a column.
    static func spans(_ json: String) throws -> [Span] {
        try values(json, as: [Int].self).map { pair in
            guard pair.count == 2, pair[0] <= pair[1] else {
                throw CocoaError(.coderReadCorrupt)
            }
            return Span(pair[0], pair[1])
        }
    }

    /// The values of a column.
    static func values<Value: Decodable>(
        _ json: String, as type: Value.Type = Value.self
    ) throws -> [Value] {
        if json == "[]" { return [] }
        return try JSONDecoder().decode([Value].self, from: Data(json.utf8))
    }
}
