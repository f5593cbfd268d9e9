import CCaucus
import Foundation
import FuzzSupport

/// What calls are given that only other calls can make, each made once: a state, a model, a file and a store.
enum Given {
    static let text = "“The pier will hold,” said Ruth Okello, who trusts Helen Marwick."
    static let targets = #"{"targets": [{"name": "Helen Marwick"}]}"#
    nonisolated(unsafe) static let file = ScratchFile(
        "a.jsonl", Array("{\"text\": \"\(text)\"}\n".utf8))

    nonisolated(unsafe) private static let examples = CTable([
        (
            "text",
            (0..<9).map {
                "Helen Marwick \(["failed", "helped", "met"][$0 % 3]) us, week \($0 / 3)."
            }
        ),
        ("label", (0..<9).map { ["against", "favor", "neutral"][$0 % 3] }),
    ])

    static let state = cell(1) { schema, array in
        let options = CTable([("features", ["plain"])])
        return withExtendedLifetime(options) {
            caucus_vectorizer(examples.table, options.table, nil, schema, array, nil)
        }
    }

    static let model = cell(0) {
        let options = CTable([("features", ["plain"]), ("folds", ["0"]), ("c", ["1"])])
        return caucus_fit(examples.table, options.table, nil, $0, $1, nil)
    }

    static let store: String = {
        let file = ScratchFile("store.sqlite", [])
        try? FileManager.default.removeItem(atPath: file.path)
        kept = file
        let options = CTable([("store", [file.path]), ("targets", [targets])])
        let documents = CTable([("text", [text, "Helen Marwick said the school will open."])])
        _ = cell(0) { caucus_score(documents.table, options.table, nil, $0, $1, nil) }
        return file.path
    }()
    nonisolated(unsafe) private static var kept: ScratchFile?

    /// The bytes of a column's first cell.
    private static func cell(
        _ column: Int,
        _ call: (UnsafeMutablePointer<ArrowSchema>, UnsafeMutablePointer<ArrowArray>) -> Int32
    ) -> [UInt8] {
        var (schema, array) = (ArrowSchema(), ArrowArray())
        guard call(&schema, &array) == 0 else { fatalError("a usual call failed") }
        defer {
            schema.release(&schema)
            array.release(&array)
        }
        guard let values = array.children[column]?.pointee, values.n_buffers == 3,
            let offsets = values.buffers[1], let bytes = values.buffers[2]
        else { return [] }
        let count = offsets.assumingMemoryBound(to: Int64.self)[1]
        return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }
}
