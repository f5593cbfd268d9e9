import Caucus
import Foundation

/// Inputs that a fuzzer starts from and that need the library to be made: generated articles, a model, a store.
/// `Tests/Fuzz/run` adds the sample, the cases and the three inputs of issue 13.
struct Seeds {
    let directory: String

    func write(_ target: FuzzTarget) throws {
        switch target {
        case .extract: try articles { _ in [] }
        case .score: try articles { [UInt8(truncatingIfNeeded: $0 % 7)] }
        case .model: try put("model", try Self.model().encoded())
        case .store: try put("store", try Self.store())
        case .lexicon: try put("lexicon", Array(ValenceLexicon.builtInText.utf8.prefix(4000)))
        case .samples, .answers: try choices()
        case .readers, .targets, .labels: break
        }
        try dictionary(target)
    }

    private func put(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(directory)/\(name)"))
    }

    private func articles(_ opening: (UInt64) -> [UInt8]) throws {
        for seed in UInt64(0)..<400 {
            try put("generated-\(seed)", opening(seed) + NewspaperText.article(seed: seed).utf8)
        }
    }

    /// Choices of a grammar: usual ones, and some at random.
    private func choices() throws {
        for seed in UInt64(0)..<64 {
            var random = SeededRandom(seed: seed)
            let bytes = (0..<(seed * 8)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            // The first one says that the rest is choices, and not a file as it is.
            try put("choices-\(seed)", [0] + bytes)
        }
    }

    /// A model of a few kilobytes.
    private static func model() throws -> StanceModel {
        let sides = [("against", "failed us"), ("favor", "helped us"), ("neutral", "went home")]
        let examples = (0..<30).map { i in
            LabeledExample(
                id: "\(i)", text: "Mayor Helen Marwick \(sides[i % 3].1) in week \(i / 3).",
                target: "Helen Marwick", label: sides[i % 3].0)
        }
        return try StanceTrainer(folds: 0, c: 1).trained(on: examples).model
    }

    /// A store of two documents.
    private static func store() throws -> [UInt8] {
        let path = NSTemporaryDirectory() + "/caucus-seed-\(getpid()).sqlite"
        defer { for ending in ["", "-wal", "-shm", "-lock"] { unlink(path + ending) } }
        let pipeline = Pipeline(
            model: Scorers.model, target: StanceTarget(name: "Helen Marwick"))
        let store = try Store(path: path, mode: .writing)
        var documents = [
            Document(id: "a", text: Scorers.sentence),
            Document(id: "b", text: NewspaperText.article(seed: 0), published: "2031-01-02"),
        ]
        let done = DispatchSemaphore(value: 0)
        nonisolated(unsafe) var failure: (any Error)?
        nonisolated(unsafe) let pending = { documents.popLast() }
        Task.detached {
            do {
                try await pipeline.score(next: { pending() }, into: store)
                try store.finish(runs: [pipeline.run.id])
                try store.close()
            } catch {
                failure = error
            }
            done.signal()
        }
        done.wait()
        if let failure { throw failure }
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Words that bytes alone seldom hit upon, in libFuzzer's notation.
    private func dictionary(_ target: FuzzTarget) throws {
        let words: [String]
        switch target {
        case .extract, .score: words = NewspaperText.words
        case .readers, .labels:
            words = [
                "\"id\":", "\"text\":", "\"title\":", "\"quotes\":", "\"quotations\":",
                "\"quotation\":",
                "\"contents\":", "\"start\":", "\"end\":", "\"cue\":", "\"sources\":",
                "\"coreferences\":",
                "\"pre\":", "\"post\":", "\"quote\":", "\"quote_index\":", "\"speaker\":",
                "\"body\":",
                "\"localTopSpeaker\":", "\"target\":", "\"label\":", "\"target_start\":",
                "\"target_end\":",
                "\"weight\":", "favor", "against", "neutral", "\\u0000", "\\ud800", "\\u", "null",
                "1e999",
                "id,text", "id\ttext", "<p>", "</p>", "<article>", "<meta ", "<script>", "<!--",
                "<![CDATA[",
                "&amp;", "&#x", "\r\n", "\u{FEFF}", "[{", "}]",
            ]
        case .targets:
            words = [
                "targets:", "- name:", "aliases:", "pronoun:", "she", "[", "{", "&a", "*a", "<<:",
                "!!", "|", ">",
            ]
        case .lexicon:
            words = [
                "positive:", "negative:", "+", "-", "\t", "<cnode name=\"", "<pnode name=\"",
                "verb", "noun", "*",
            ]
        case .samples, .answers: words = []
        case .model, .store:
            words = ["__metadata__", "F32", "data_offsets", "shape", "SQLite format 3"]
        }
        let lines = Set(words).sorted().filter { !$0.isEmpty }.map { word in
            "\""
                + word.utf8.map { byte in
                    byte >= 0x20 && byte < 0x7F && byte != 0x22 && byte != 0x5C
                        ? String(UnicodeScalar(byte)) : "\\x" + Self.hex(byte)
                }.joined() + "\""
        }
        try put("dictionary", Array(lines.joined(separator: "\n").utf8))
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
