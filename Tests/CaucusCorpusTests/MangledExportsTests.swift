import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusCorpus

/// Issue 17: exports with values of the wrong kind, numbers that are far too great and bytes that are none of theirs.
@Suite struct MangledExportsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private static let exports = [
        #"{"id":1,"data":{"text":"👏 We trust Ada.","target":"Ada"},"annotations":[{"completed_by":{"id":3},"was_cancelled":false,"result":[{"from_name":"stance","type":"choices","value":{"choices":["favor"]}},{"type":"labels","value":{"start":12,"end":15,"labels":["TARGET"]}}]}]}"#,
        #"{"id":2,"text":"👏 We trust Ada.","label":["favor"],"spans":[[12,15,"TARGET"]],"target_start":12,"target_end":15}"#,
        #"{"text":"a","accept":[2],"answer":"accept","options":[{"id":2,"text":"favor"}],"spans":[{"start":0,"end":1,"label":"SPEAKER"}],"meta":{"id":7}}"#,
        #"{"id":"3","fields":{"text":"a"},"responses":{"stance":[{"value":"favor","user_id":"u","status":"draft"}]},"status":"completed"}"#,
        #"{"id":"4","fields":{"text":"a"},"responses":[{"user_id":"u","status":"submitted","values":{"label":{"value":"against"}}}]}"#,
        #"{"id":5,"text":"a","label.responses":["favor"],"label.responses.users":["u"],"label.responses.status":["submitted"]}"#,
        #"{"id":6,"text":"a","label_1":"favor","label_2":1,"annotator_1":"x","annotator_2":null,"weight":"2"}"#,
    ]

    private static let values = [
        "null", "[]", "{}", "true", "-1", "1e99", "9223372036854775807", "-9223372036854775808",
        "0.5", "\"\"", "\"x\"", "[[1,2,\"x\"]]", "[1,2]", "{\"value\":[{\"value\":{}}]}",
        "{\"choices\":[[]]}", "[[[[[[[[[[[[1]]]]]]]]]]]]", "\"[{\"", "\"['a' 'b']\"",
    ]

    /// `json` with one of its values, or a few of its bytes, replaced.
    private func mangled(_ json: String, _ g: inout SplitMix) -> [UInt8] {
        var bytes = Array(json.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &g) {
            let colons = bytes.indices.filter { bytes[$0] == UInt8(ascii: ":") }
            guard Int.random(in: 0..<4, using: &g) > 0, let at = colons.randomElement(using: &g)
            else {
                bytes[Int.random(in: bytes.indices, using: &g)] = UInt8.random(
                    in: 0...255, using: &g)
                continue
            }
            // Up to where the value, or the first of its parts, ends.
            let start = at + 1
            let marks = Set(",}]".utf8)
            let end = bytes[start...].firstIndex { marks.contains($0) } ?? bytes.count
            let value = Self.values.randomElement(using: &g) ?? "null"
            bytes.replaceSubrange(start..<end, with: Array(value.utf8))
        }
        return bytes
    }

    @Test func noExportIsATrap() throws {
        var g = SplitMix(seed: 17)
        var examples = 0
        let columns = [
            ExampleColumns(), ExampleColumns(labels: ["stance"]),
            ExampleColumns(readsLabels: false),
            ExampleColumns(text: "data.text", labels: ["annotations.0.result", "label_2"]),
        ]
        for round in 0..<600 {
            let lines = Self.exports.map { mangled($0, &g) + [0x0A] }
            let path = try directory.write("a.jsonl", lines.flatMap(\.self))
            let reader = try LabeledExampleReader(paths: [path], columns: columns[round % 4])
            for case .example(let example) in reader {
                examples += 1
                for span in [example.targetSpan, example.speakerSpan].compactMap(\.self) {
                    #expect(!span.isEmpty && span.end <= example.text.utf8.count)
                }
            }
        }
        #expect(examples > 500)
    }
}
