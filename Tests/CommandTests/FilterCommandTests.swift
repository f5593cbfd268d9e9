import Foundation
import Testing

/// Issue 18: `caucus report` of some of the quotations, and of speakers whom the user merges and excludes.
@Suite("caucus report with filters and edits")
final class FilterCommandTests {
    private let caucus: CommandRunner

    /// A store of three invented articles of two outlets, made once.
    private static let store = Result {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try caucus.run([
            "train", CommandRunner.sample("labels/train.jsonl"), "-o", "m.safetensors", "--folds",
            "0", "--c", "3", "--quiet",
        ])
        let scored = try caucus.run([
            "score", try caucus.file("a.jsonl", articles), "--target", "Helen Marwick", "--model",
            "m.safetensors", "--store", "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        return Array(try Data(contentsOf: URL(fileURLWithPath: caucus.path("s.sqlite"))))
    }

    private static let articles = """
        {"id":"a1","source":"The Tide","published":"2031-03-01","text":"Helen Marwick has betrayed every port worker in this country, said Joan Tull, the union's leader."}
        {"id":"a2","source":"Harbor Wire","published":"2031-03-20","text":"“Helen Marwick deserves our thanks for a splendid harbor,” said Piers Orrin, a shipowner."}
        {"id":"a3","source":"Harbor Wire","published":"2031-04-02","text":"“Helen Marwick deserves our thanks and a statue on the quay,” said Mae Tull, a writer."}

        """

    init() throws {
        caucus = try CommandRunner()
        _ = try caucus.file("s.sqlite", try Self.store.get())
        _ = try caucus.file("a.jsonl", Self.articles)
    }

    deinit { caucus.remove() }

    /// The report of the store under some flags, read.
    private func report(_ flags: [String]) throws -> (json: [String: Any], messages: String) {
        let folder = "r-\(UUID().uuidString)"
        let outcome = try caucus.run(["report", "s.sqlite", "-o", folder] + flags)
        try #require(outcome.code == 0, "\(outcome.messages)")
        let data = try Data(contentsOf: URL(fileURLWithPath: caucus.path(folder + "/report.json")))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        return (json, outcome.messages)
    }

    private func speakers(_ json: [String: Any]) -> [String] {
        (json["speakers"] as? [[String: Any]] ?? []).compactMap { $0["speaker"] as? String }
            .sorted()
    }

    @Test(arguments: [
        ([], ["Joan Tull", "Mae Tull", "Piers Orrin"]),
        (["--direct"], ["Mae Tull", "Piers Orrin"]),
        (["--outlet", "harbor wire", "--to", "2031-03-31"], ["Piers Orrin"]),
        (
            ["--from", "2031-03-20", "--named", "--explicit", "--kind", "person"],
            ["Mae Tull", "Piers Orrin"]
        ),
        (["--min-confidence", "1"], []),
        (["--exclude", "Piers Orrin"], ["Joan Tull", "Mae Tull"]),
        (["--merge", "Joan Tull = Mae Tull"], ["Joan Tull", "Piers Orrin"]),
    ])
    func flagsDecideWhatCounts(_ flags: [String], _ expected: [String]) throws {
        let whole = speakers(try report([]).json)
        try #require(whole == ["Joan Tull", "Mae Tull", "Piers Orrin"], "\(whole)")
        let (json, messages) = try report(flags)
        #expect(speakers(json) == expected)
        #expect(
            flags.isEmpty || messages.contains("filter: ") || messages.contains("by the reader: "))
    }

    @Test(arguments: [
        (["--from", "March"], Int32(64), "--from March"),
        (["--from", "2031-04-01", "--to", "2031-03-01"], 64, "earlier day"),
        (["--min-confidence", "80"], 64, "from 0 to 1"),
        (["--kind", "robot"], 64, "robot"),
        (["--outlet", "Harbour Wire"], 65, "\"Harbor Wire\""),
        (["--exclude", "Joan Tul"], 65, "\"Joan Tull\""),
        (["--merge", "Joan Tull"], 64, "A = B"),
        (
            ["--merge", "Joan Tull = Mae Tull", "--exclude", "joan tull"], 65,
            "expected one of the two"
        ),
    ])
    func whatCannotBeMeantIsOneLine(_ flags: [String], _ code: Int32, _ words: String) throws {
        let outcome = try caucus.run(["report", "s.sqlite", "-o", "x"] + flags)
        #expect(outcome.code == code, "\(outcome.messages)")
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
        #expect(!FileManager.default.fileExists(atPath: caucus.path("x")))
    }

    @Test func aFileMergesAndExcludes() throws {
        let names = try caucus.file(
            "names.txt",
            "# who is who\n\nmerge: Joan Tull = Mae Tull\nexclude: Piers Orrin\nPip Roe, P. Roe\n"
        )
        let (json, messages) = try report(["--aliases", names])
        #expect(speakers(json) == ["Joan Tull"])
        #expect(
            messages.contains("names.txt:5: no speaker of the run is called \"P. Roe\""),
            "\(messages)")
        #expect(messages.contains("merged by the reader: Mae Tull into Joan Tull"))
        // A reading takes the merged names, and says that it leaves nobody out.
        let read = try caucus.run(["extract", "a.jsonl", "--aliases", names])
        #expect(read.code == 0 && !read.output.contains("\"Mae Tull\",\"role"))
        #expect(read.messages.contains("exclude"))
    }

    @Test(arguments: [
        ("merge: A = B\nmerge: B = A\n", "n.txt:2"),
        ("merge: A = B\n\nexclude: B\n", "n.txt:3"),
        ("exlude: A\n", "n.txt:1"), ("A = B\n", "n.txt:1"), ("merge: A\n", "n.txt:1"),
        ("exclude:\n", "n.txt:1"), ("# nothing\n", "n.txt"),
    ])
    func aBadFileIs65AndNamesItsLine(_ content: String, _ place: String) throws {
        let names = try caucus.file("n.txt", content)
        let outcome = try caucus.run(["report", "s.sqlite", "-o", "y", "--aliases", names])
        #expect(outcome.code == 65 && outcome.messages.contains(place), "\(outcome.messages)")
        #expect(outcome.messages.contains("expected"))
        #expect(outcome.messages.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: caucus.path("y")))
    }

    @Test func anExportUnderAFilterIsThatOfTheReport() throws {
        let flags = ["--direct", "--outlet", "Harbor Wire"]
        for command in [
            ["report", "s.sqlite", "-o", "p"], ["store", "export", "s.sqlite", "-o", "e"],
        ] {
            let outcome = try caucus.run(command + flags + ["--quiet"])
            #expect(outcome.code == 0, "\(outcome.messages)")
        }
        for name in ["quotations.csv", "speakers.csv"] {
            let both = try ["p", "e"].map {
                try String(contentsOfFile: caucus.path("\($0)/\(name)"), encoding: .utf8)
            }
            #expect(both[0] == both[1])
            #expect(name != "quotations.csv" || both[0].contains(",filtered,"))
        }
        let odd = try caucus.run(["store", "export", "s.sqlite", "-o", "f", "--outlet", "Tides"])
        #expect(odd.code == 65 && odd.messages.contains("\"The Tide\""), "\(odd.messages)")
    }
}
