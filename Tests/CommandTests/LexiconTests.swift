import Foundation
import Testing

/// Issue 14: `extract`, `score` and `report` read a user's words.
@Suite("a user's words") final class LexiconTests {
    private let caucus: CommandRunner
    private let article: String
    private let words: String

    init() throws {
        caucus = try CommandRunner()
        article = try caucus.file(
            "a.txt",
            """
            Hugh Lindgren yammered that the bridge was late.

            Ada Okello is the mayor of Oban, and she opened the port in May. Hugh Lindgren zinged Okello over the tolls.

            """)
        words = try caucus.file("words.txt", "# mine\n[say]\nyammer\n[verb against 2]\nzing\n")
    }

    deinit { caucus.remove() }

    @Test func extractFindsWhatTheyTell() throws {
        let standard = try caucus.run(["extract", article])
        #expect(!standard.output.contains("yammered"))
        let more = try caucus.file("more.txt", "[say]\nrasp\n")
        #expect(try caucus.run(["extract", article, "--lexicon", more]).output == standard.output)
        let mine = try caucus.run([
            "extract", article, "--lexicon", more, "--lexicon", words,
        ])
        #expect(mine.code == 0 && mine.output.contains("yammered"), "\(mine.messages)")
        let help = try caucus.run(["extract", "--help"]).output
        #expect(help.contains("[female-title title]") && help.contains("[say]"))
    }

    @Test func aStoreKeepsReadingsByOtherWordsApart() throws {
        let score = ["score", article, "--target", "Ada Okello", "--store", caucus.path("s")]
        for (more, counts) in [
            ([], "1 document → 0 quotations"), (["--lexicon", words], "1 document → 2 quotations"),
            ([], "1 document (1 scored before) → 0 quotations"),
            (["--lexicon", words], "1 document (1 scored before) → 2 quotations"),
        ] {
            let outcome = try caucus.run(score + more)
            #expect(outcome.code == 0 && outcome.messages.contains(counts), "\(outcome.messages)")
        }
        let one = try caucus.run([
            "report", caucus.path("s"), "-o", caucus.path("r"), "--lexicon", words,
        ])
        #expect(one.code == 64 && one.messages.contains("--lexicon with a store"))
        let whole = try caucus.run([
            "report", article, "--target", "Ada Okello", "-o", caucus.path("r"), "--lexicon", words,
        ])
        #expect(whole.code == 0, "\(whole.messages)")
        let rows = try String(contentsOfFile: caucus.path("r/quotations.csv"), encoding: .utf8)
        #expect(rows.contains("zinged Okello over the tolls"))
    }

    @Test func aReportSaysThatWordsWereAdded() throws {
        for (more, isTold) in [(["--lexicon", words], true), ([], false)] {
            let outcome = try caucus.run(
                ["report", article, "--target", "Ada Okello", "-o", "r", "--force"] + more)
            #expect(outcome.code == 0, "\(outcome.messages)")
            for name in ["report.html", "report.md"] {
                let text = try String(contentsOfFile: caucus.path("r/" + name), encoding: .utf8)
                #expect(
                    text.contains("words of the user’s own beside the built-in lists") == isTold)
            }
            let json = try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: caucus.path("r/report.json"))))
            let run = try #require((json as? [String: Any])?["run"] as? [String: Any])
            #expect((run["lexicon"] as? String != nil) == isTold)
            #expect(run["gates_checksum"] is String)
        }
    }

    @Test func anOddFileIsToldInOneLine() throws {
        let odd = try caucus.file("odd.txt", "[say]\nyammer\n[sya]\nrasp\n")
        for command in [
            ["extract", article],
            ["score", article, "--target", "A", "--store", caucus.path("none")],
            ["report", article, "--target", "A", "-o", caucus.path("none")],
        ] {
            for (path, code, told) in [
                (odd, 65, "odd.txt:3: "), ("nowhere.txt", 66, "nowhere.txt"),
            ] {
                let outcome = try caucus.run(command + ["--lexicon", path])
                #expect(outcome.code == Int32(code), "\(outcome.messages)")
                #expect(outcome.output.isEmpty && outcome.messages.contains(told))
                #expect(outcome.messages.split(separator: "\n").count == 1)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: caucus.path("none")))
    }
}
