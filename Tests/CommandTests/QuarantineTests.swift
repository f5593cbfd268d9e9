import Foundation
import Testing

/// Issue 13: a document that ends the process is left out, and the batch goes on.
@Suite("a document that ends the worker")
struct QuarantineTests {
    private let caucus: CommandRunner
    private let articles: String

    init() throws {
        caucus = try CommandRunner()
        articles = try caucus.file("articles.jsonl", Self.lines(1...20).joined())
        for (name, bytes) in try Self.models.get() { _ = try caucus.file(name, bytes) }
    }

    /// Small models, trained once: a worker reads them in a moment, also in a debug build.
    private static let models = Result {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        return try [("stance", "favor", "against"), ("sentiment", "positive", "negative")].map {
            task, good, bad in
            let labels = (0..<40).map { i in
                let (word, label) = i % 2 == 0 ? ("proud", good) : ("tired", bad)
                return
                    #"{"id":"\#(i)","text":"We are \#(word) of her \#(i)","target":"Ada","label":"\#(label)"}"#
            }
            let outcome = try caucus.run([
                "train", try caucus.file("labels.jsonl", labels.joined(separator: "\n")),
                "-o", task, "--task", task, "--folds", "0", "--c", "3", "--quiet", "--force",
            ])
            try #require(outcome.code == 0, "\(outcome.messages)")
            return (task, [UInt8](try Data(contentsOf: URL(fileURLWithPath: caucus.path(task)))))
        }
    }

    private static let leader = [
        "--target", "Helen Marwick", "--model", "stance", "--sentiment", "sentiment",
    ]

    /// Articles of a few sentences, `d1` and so on.
    private static func lines(_ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { number in
            let said = "“Marwick has kept promise \(number),” said Ada Quill, a teacher."
            return #"{"id":"d\#(number)","text":"\#(said) The council met on day \#(number)."}"#
                + "\n"
        }
    }

    private func score(
        _ inputs: [String], _ fault: String?, store: String = "s.sqlite", more: [String] = [],
        input: String? = nil
    ) throws -> CommandRunner.Outcome {
        try caucus.run(
            ["score"] + inputs + Self.leader + ["--store", store, "--jobs", "2"] + more,
            input: input, environment: fault.map { ["CAUCUS_FAULT": $0] } ?? [:])
    }

    private func leftOut(_ outcome: CommandRunner.Outcome) -> [Substring] {
        outcome.messages.split(separator: "\n").filter { $0.hasSuffix("; left out") }
    }

    @Test(arguments: [
        ("trap", "crashed the scorer: document d7 (signal 4, illegal instruction)"),
        ("abort", "crashed the scorer: document d7 (signal 6, aborted)"),
        ("overflow", "crashed the scorer: document d7 (signal 11, segmentation fault)"),
        ("kill", "crashed the scorer: document d7 (signal 9, killed)"),
        ("scores", "crashed the scorer: document d7 (signal 4, illegal instruction)"),
        ("memory", "took more than 200 MB: document d7"),
        ("loop", "took longer than 1 s: document d7"),
    ])
    func theOthersAreScored(kind: String, told: String) throws {
        defer { caucus.remove() }
        let bound =
            ["memory": ["--document-memory", "200"], "loop": ["--document-seconds", "1"]][kind]
        let lenient = try score([articles], kind + ":d7", more: bound ?? [])
        #expect(lenient.code == 0, "\(lenient.messages)")
        #expect(leftOut(lenient) == ["caucus: \(articles):7: \(told); left out"])
        #expect(
            lenient.messages.contains("Helen Marwick: 20 documents (1 left out) → 19 quotations"),
            "\(lenient.messages)")
        guard kind == "trap" else { return }
        let kept = try caucus.run([
            "store", "export", "s.sqlite", "--table", "diagnostics", "-o", "-",
        ])
        #expect(kept.output.contains(told), "\(kept.output)")
        // Once the cause is gone the store takes the document in.
        let mended = try score([articles], nil, more: ["--strict"])
        #expect(mended.code == 0, "\(mended.messages)")
        #expect(mended.messages.contains("20 documents (19 scored before)"))
        let strict = try score([articles], "trap:d7", store: "t.sqlite", more: ["--strict"])
        #expect(strict.code == 65, "\(strict.messages)")
        #expect(strict.messages.contains("20 documents (1 left out)"))
    }

    @Test func severalAreLeftOutAndNothingIsPrintedTwice() throws {
        defer { caucus.remove() }
        // More than a chunk: what the first worker printed of it stays.
        let many = try caucus.file("many.jsonl", Self.lines(1...1020).joined())
        let arguments = ["extract", many, "--output-format", "csv", "--jobs", "2"]
        let whole = try caucus.run(arguments)
        let outcome = try caucus.run(
            arguments, environment: ["CAUCUS_FAULT": "trap:d2\nkill:d1010\nabort:d1020"])
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(leftOut(outcome).count == 3, "\(outcome.messages)")
        let expected = whole.output.split(separator: "\r\n").filter { row in
            !["d2:", "d1010:", "d1020:"].contains { row.hasPrefix($0) }
        }
        #expect(expected.count == 1 + 1017)
        #expect(outcome.output.split(separator: "\r\n") == expected)
    }

    @Test func standardInputIsReadAgain() throws {
        defer { caucus.remove() }
        let text = Self.lines(1...20).joined()
        let whole = try caucus.run(["extract", "-"], input: text)
        let expected = whole.output.split(separator: "\n").filter { !$0.hasPrefix(#"{"id":"d7""#) }
        #expect(expected.count == 19)
        let fault = ["CAUCUS_FAULT": "trap:d7"]
        let file = try caucus.run(["extract", "-"], input: text, environment: fault)
        #expect(file.code == 0 && file.output.split(separator: "\n") == expected)
        let pipe = try caucus.start(["extract", "-"], environment: fault)
        try pipe.input.write(contentsOf: Data(text.utf8.prefix(1000)))
        try pipe.input.write(contentsOf: Data(text.utf8.dropFirst(1000)))
        try pipe.input.close()
        let outcome = try pipe.outcome()
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(outcome.output.split(separator: "\n") == expected)
        #expect(leftOut(outcome).count == 1)
    }

    @Test func aReportIsOfTheOthers() throws {
        defer { caucus.remove() }
        let outcome = try caucus.run(
            ["report", articles] + Self.leader + ["-o", "r"],
            environment: ["CAUCUS_FAULT": "trap:d7"])
        #expect(outcome.code == 0, "\(outcome.messages)")
        #expect(leftOut(outcome).count == 1)
        let rows = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
        #expect(rows.contains("d8:") && !rows.contains("d7:"))
    }

    @Test func predictionsAreOfTheOthers() throws {
        defer { caucus.remove() }
        let examples = (1...20).map {
            #"{"id":"e\#($0)","text":"Marwick has failed us \#($0) times.","target":"Marwick"}"#
        }.joined(separator: "\n")
        let whole = try caucus.run(["predict", "stance"], input: examples)
        let expected = whole.output.split(separator: "\n").filter { !$0.contains(#""e7""#) }
        #expect(expected.count == 19)
        for kind in ["trap", "kill"] {
            let outcome = try caucus.run(
                ["predict", "stance"], input: examples,
                environment: ["CAUCUS_FAULT": kind + ":e7"])
            #expect(outcome.code == 0, "\(outcome.messages)")
            #expect(outcome.output.split(separator: "\n") == expected)
            #expect(leftOut(outcome).count == 1 && outcome.messages.contains("example e7"))
        }
    }

    @Test func aFaultThatIsNoneIs64() throws {
        defer { caucus.remove() }
        let outcome = try score([articles], "melt:d7")
        #expect(outcome.code == 64 && outcome.messages.contains("melt:d7"))
    }

    @Test func aKilledCommandLeavesNoWorker() throws {
        defer { caucus.remove() }
        let arguments = ["score", articles] + Self.leader
        let running = try caucus.start(
            arguments + ["--store", "s.sqlite"], environment: ["CAUCUS_FAULT": "loop:d7"])
        let worker = try #require(running.worker())
        // Until the document is at work and goes on for ever.
        for _ in 0..<1000 where running.processorSeconds(of: worker) < 1 { usleep(10_000) }
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        for _ in 0..<200 where kill(worker, 0) == 0 { usleep(10_000) }
        #expect(kill(worker, 0) != 0)
        let second = try score([articles], nil)
        #expect(second.code == 0 && second.messages.contains("20 documents"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aSignalEndsWith130(signal: Int32) throws {
        defer { caucus.remove() }
        for command in ["score", "extract"] {
            let more = Self.leader + ["--store", "s.sqlite"]
            let running = try caucus.start(
                [command, "-", "--jobs", "1"] + (command == "score" ? more : []))
            // More than a chunk, so that some is at work, and the end of it never comes.
            let text = Self.lines(1...1100).joined()
            try running.input.write(contentsOf: Data(text.utf8))
            let worker = try #require(running.worker())
            for _ in 0..<300 where running.processorSeconds(of: worker) < 0.5 { usleep(10_000) }
            kill(running.process.processIdentifier, signal)
            let outcome = try running.outcome()
            #expect(outcome.code == 130, "\(command): \(outcome.messages)")
            guard command == "score" else { continue }
            #expect(outcome.messages.contains("run the same command again to go on"))
        }
    }
}
