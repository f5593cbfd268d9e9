import CCaucus
import Foundation

/// Invented texts and tables for the tests of this room.
enum Samples {
    static let sentence = "“The pier will hold,” said Ruth Okello, who trusts Helen Marwick."

    /// Documents whose quotations are about a leader.
    static func documents(_ count: Int = 3) -> CTable {
        CTable([
            ("id", (0..<count).map { "d\($0)" }),
            ("published", (0..<count).map { $0 % 2 == 0 ? "2031-04-0\($0 % 9 + 1)" : nil }),
            (
                "text",
                (0..<count).map {
                    "“Helen Marwick failed the harbor \($0) times,” said Hugh Lindgren.\n\n\(sentence)"
                }
            ),
        ])
    }

    /// Labeled examples of three stances.
    static func examples(_ count: Int = 30, labeled: Bool = true) -> CTable {
        let sides = [("against", "failed us"), ("favor", "helped us"), ("neutral", "went home")]
        let texts = (0..<count).map { "Mayor Helen Marwick \(sides[$0 % 3].1) in week \($0 / 3)." }
        let target = [String?](repeating: "Helen Marwick", count: count)
        let labels = (0..<count).map { sides[$0 % 3].0 }
        return CTable(
            [("text", texts), ("target", target)] + (labeled ? [("label", labels)] : []))
    }

    /// Scored quotations, two in three against.
    static func quotations(_ count: Int = 12) -> CTable {
        let ids = (0..<count).map { "d\($0 / 2):\($0)-\($0 + 9)" }
        func share(_ high: String, _ low: String) -> [String] {
            (0..<count).map { $0 % 3 == 0 ? low : high }
        }
        return CTable([
            ("quote_id", ids), ("status", ids.map { _ in "counted" }),
            ("target", ids.map { _ in "Helen Marwick" }),
            ("speaker_id", (0..<count).map { "person-\($0 % 3)" }),
            ("p_against", share("0.7", "0.1")), ("p_neutral", share("0.2", "0.2")),
            ("p_favor", share("0.1", "0.7")),
        ])
    }

    /// A folder that goes when the test is over.
    static func withFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-c-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// Options, one of which is bytes.
    static func options(_ name: String, _ bytes: [UInt8]) -> CTable {
        CTable(bytes: [(name: name, values: [bytes])])
    }

    /// Scores the documents into a store in `folder`, and gives its path and the answer.
    static func scored(in folder: URL) -> (path: String, answer: CAnswer) {
        let path = folder.appendingPathComponent("run.sqlite").path
        let answer = Calls.score(
            documents(), CTable.options(["store": path, "targets": targets]))
        return (path, answer)
    }

    static let targets = #"{"targets": [{"name": "Helen Marwick"}]}"#
}
