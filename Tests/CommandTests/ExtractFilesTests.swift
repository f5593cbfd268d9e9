import Foundation
import Testing

/// What `caucus extract` writes besides its records, and the alias file it reads.
@Suite("the files of extract")
struct ExtractFilesTests {
    private let text = """
        Bo Li, the mayor of Oban, said the bridge would open in May.

        “It is late, but it is ours,” Li said.

        “Nobody will use it,” said Ana Vale, a fisherwoman.
        """

    private func speakers(_ output: String) throws -> [String?] {
        struct Line: Decodable {
            struct Quote: Decodable {
                struct Speaker: Decodable { var name: String }
                var speaker: Speaker?
            }
            var quotes: [Quote]
        }
        return try output.split(separator: "\n").flatMap { line in
            try JSONDecoder().decode(Line.self, from: Data(line.utf8)).quotes.map(\.speaker?.name)
        }
    }

    @Test(arguments: [
        ("names.txt", "\u{FEFF}# the mayor\nRobert Li, Bo Li , B. Li\r\n\nVale Ana, Ana Vale\n"),
        ("names.yaml", "Robert Li: [Bo Li, B. Li]\nVale Ana: Ana Vale\n"),
        ("names.YML", "Robert Li:\n  - Bo Li\nVale Ana: [Ana Vale]\n"),
    ])
    func theAliasFileWins(name: String, content: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("a.txt", text)
        let names = try caucus.file(name, content)
        let outcome = try caucus.run(["extract", path, "--aliases", names])
        try #require(outcome.code == 0, "\(outcome.messages)")
        #expect(Set(try speakers(outcome.output)) == ["Robert Li", "Vale Ana"])
        #expect(outcome.output.contains(#""id":"robert-li""#))
    }

    @Test func anAliasOfAnySpellingRenamesTheSpeaker() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file(
            "a.txt", text + "\n\nA city official said it was safe to cross.\n")
        let names = try caucus.file("names.txt", "The Bridge Board, a city official\nMayor, Li\n")
        let outcome = try caucus.run(["extract", path, "--aliases", names])
        #expect(Set(try speakers(outcome.output)) == ["Mayor", "Ana Vale", "The Bridge Board"])
    }

    @Test(arguments: [
        ("names.txt", "Bo Li, Li\n\n, Li\n", "names.txt:3"),
        ("names.txt", "Bo Li, Li\nAna Li, Li\n", "names.txt:2"),
        ("names.txt", "# none\n", "names.txt"),
        ("names.yaml", "- Bo Li\n- Li\n", "names.yaml:1"),
        ("names.yaml", "Bo Li: [Li]\nAna: {a: b}\n", "names.yaml:2"),
        ("names.yaml", "Bo Li: [Li]\nAna: [x\nb: c\n", "names.yaml:"),
    ])
    func aBadAliasFileIs65AndNamesItsLine(name: String, content: String, place: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("a.txt", text)
        let outcome = try caucus.run([
            "extract", path, "--aliases", try caucus.file(name, content),
        ])
        #expect(outcome.code == 65, "\(outcome.messages)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.messages.contains(place), "\(outcome.messages)")
        #expect(outcome.messages.contains("expected"))
        #expect(outcome.messages.split(separator: "\n").count == 1)
    }

    @Test func anAliasFileThatIsNoUTF8OrNotThereIsTold() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("a.txt", text)
        let odd = try caucus.file("odd.txt", Array("Bo Li, Li\nAna".utf8) + [0xFF])
        let outcome = try caucus.run(["extract", path, "--aliases", odd])
        #expect(outcome.code == 65 && outcome.messages.contains("odd.txt:2"))
        for command in [
            ["extract", path], ["score", path, "--target", "A", "--model", "m", "--store", "s"],
            ["report", path, "--target", "A", "--model", "m", "-o", "r"],
        ] {
            let missing = try caucus.run(command + ["--aliases", "nowhere.txt"])
            #expect(missing.code == 66, "\(missing.messages)")
            #expect(missing.messages.contains("nowhere.txt"))
        }
    }

    @Test func thePageMarksTheArticleAndRunsNothing() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let hostile = text.replacingOccurrences(
            of: "late", with: "<img src=x onerror=alert(1)> \"'&")
        let path = try caucus.file("a.txt", hostile)
        let page = caucus.path("out.html")
        let outcome = try caucus.run(["extract", path, "--html", page])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let html = try String(contentsOfFile: page, encoding: .utf8)
        #expect(html.contains("Content-Security-Policy"))
        #expect(html.contains("default-src 'none'"))
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("http://"))
        #expect(html.contains("&lt;img src=x"))
        #expect(html.contains("class=\"direct") && html.contains("class=\"source"))
        #expect(html.contains("class=\"cue") && html.contains("Ana Vale"))
        let again = try caucus.run(["extract", path, "--html", page])
        #expect(again.code == 73 && again.messages.contains("--force"))
        #expect(try caucus.run(["extract", path, "--html", page, "--force"]).code == 0)
        #expect(try String(contentsOfFile: page, encoding: .utf8) == html)
    }

    @Test func theSpeakersOfAllDocumentsAreOneTable() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let records = [
            "“It is late,” said Bo Li, the mayor.", "“It is ours,” said Mr. Bo Li, a dentist.",
            "“Nobody knows,” said a senior official.", "“Nobody knows,” said a senior official.",
        ].enumerated().map { #"{"id":"\#($0)","text":"\#($1)"}"# }
        let path = try caucus.file("a.jsonl", records.joined(separator: "\n"))
        let outcome = try caucus.run(["extract", path, "--speakers", "s.csv", "--jobs", "2"])
        try #require(outcome.code == 0, "\(outcome.messages)")
        let rows = try String(contentsOfFile: caucus.path("s.csv"), encoding: .utf8)
            .split(separator: "\r\n")
        #expect(rows[0] == "speaker_id,speaker,role,aliases,documents,quotations,ambiguous")
        let li = rows.filter { $0.contains("Bo Li") }
        #expect(li.count == 1 && li.first?.contains(",2,2,") == true, "\(rows)")
        #expect(rows.count { $0.contains("senior official") } == 2)
        #expect(try caucus.run(["extract", path, "--speakers", "s.csv"]).code == 73)
    }
}
