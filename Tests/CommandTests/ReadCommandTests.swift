import Foundation
import Testing

/// What a user sees of how files are understood.
@Suite("reading files")
struct ReadCommandTests {
    private func withRunner(_ body: (CommandRunner) throws -> Void) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try body(caucus)
    }

    @Test func filesAreShownAsTheyAreUnderstood() throws {
        try withRunner { caucus in
            let file = try caucus.file(
                "a.csv",
                Array(
                    """
                    id;story;newspaper;date;desk
                    a;“Marwick lied,” said Orla Penn.;Post;5 March 2031;home
                    b;“She did not,” said Ines Roe.;Echo;03/05/2031;city

                    """.utf8))
            let outcome = try caucus.run(["read", file, "--show", "1"])
            #expect(outcome.code == 0)
            #expect(outcome.output.hasPrefix("a    ("))
            for words in [
                "date: 2031-03-05", "outlet: Post", "2 documents", "1 not understood",
                "other columns: desk",
            ] {
                #expect(outcome.output.contains(words), "\(words): \(outcome.output)")
            }
            #expect(outcome.messages.contains("parted by ';'"))
            #expect(
                outcome.messages.contains(
                    "1 of 2 dates not understood, the first \"03/05/2031\" in"))
            let lines = try caucus.run(["read", file, "--json", "--dates", "dmy", "--quiet"])
            #expect(lines.output.split(separator: "\n").count == 2)
            #expect(lines.output.contains("\"published\":\"2031-05-03\""))
            #expect(lines.messages.isEmpty, "\(lines.messages)")
        }
    }

    @Test(arguments: [
        (["--encoding", "klingon"], "--encoding klingon"), (["--delimiter", "ab"], "--delimiter"),
        (["--dates", "ymd"], "--dates ymd"), (["--name-pattern", "{a}{b}"], "--name-pattern"),
        (["--records", "a..b"], "--records"), (["--show", "-1"], "--show"),
    ])
    func optionsThatMeanNothingAre64(_ options: [String], _ message: String) throws {
        try withRunner { caucus in
            let outcome = try caucus.run(
                ["read", CommandRunner.sample("articles.jsonl")] + options)
            #expect(outcome.code == 64)
            #expect(outcome.messages.contains(message), "\(outcome.messages)")
        }
    }

    @Test func whatCannotBeReadEndsInAFailure() throws {
        try withRunner { caucus in
            let word = try caucus.file("a.docx", Array("PK".utf8))
            let outcome = try caucus.run(["read", word])
            #expect(outcome.code == 65)
            #expect(outcome.output.isEmpty)
            #expect(outcome.messages.contains("expected a Word file"), "\(outcome.messages)")
            let table = try caucus.file("t.csv", Array("outlet,date\nPost,2031-03-05\n".utf8))
            let text = try caucus.file("a.txt", Array("One.".utf8))
            let metadata = try caucus.run(["read", text, "--metadata", table])
            #expect(metadata.code == 65)
            #expect(metadata.messages.contains("outlet, date"), "\(metadata.messages)")
        }
    }

    /// `2>&1 | head -1` ends what is told, and not the command.
    @Test func nobodyHasToReadStandardError() throws {
        try withRunner { caucus in
            let lines =
                (1...2000).map { "{\"id\":\"\($0)\"}" } + ["{\"id\":\"x\",\"text\":\"One.\"}"]
            _ = try caucus.file("a.jsonl", Array(lines.joined(separator: "\n").utf8))
            let outcome = try caucus.shell(
                "( caucus read a.jsonl > out.txt; echo $? > code.txt ) 2>&1 | head -c 1; sleep 1; cat code.txt out.txt"
            )
            #expect(outcome.output.contains("0\nx    ("), "\(outcome.output)")
        }
    }
}
