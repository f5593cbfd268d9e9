import Foundation
import Testing

/// Issue 13: which documents a store holds does not depend on how their paths were spelled.
@Suite("ids of documents across runs")
struct IdentityTests {
    private let article = "“Helen Marwick must go,” said Tom Reed, a baker."

    private func score(_ caucus: CommandRunner, _ paths: [String]) throws -> CommandRunner.Outcome {
        try caucus.run(
            ["score"] + paths + ["--target", "Helen Marwick", "--store", "s.sqlite"])
    }

    @Test func oneFileIsOneDocumentAndTwoFilesAreTwo() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let path = try caucus.file("week1/001.txt", article)
        _ = try caucus.file("week2/001.txt", article.replacing("baker", with: "teacher"))
        for paths in [["week1/001.txt"], ["./week1/../week1/001.txt"], [path], ["week1"]] {
            let outcome = try score(caucus, paths)
            #expect(
                outcome.code == 0 && outcome.messages.contains(": 1 document"),
                "\(outcome.messages)")
        }
        let both = try score(caucus, ["week2", "week1"])
        #expect(both.messages.contains("2 documents (1 scored before)"), "\(both.messages)")
    }

    @Test func rowNumbersOfTwoTablesAreKeptApartAndTold() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        for (name, job) in [("a", "baker"), ("b", "teacher")] {
            let text = article.replacing("baker", with: job)
            _ = try caucus.file("\(name).csv", "id,text\n1,\"\(text)\"\n")
        }
        #expect(try score(caucus, ["a.csv"]).messages.contains(": 1 document "))
        for count in ["2 documents →", "2 documents (1 scored before)"] {
            let second = try score(caucus, ["b.csv"])
            #expect(second.code == 0 && second.messages.contains(count), "\(second.messages)")
            #expect(
                second.messages.contains(
                    "b.csv:2: the id 1 is taken by another document of a.csv; kept as 1#2"),
                "\(second.messages)")
        }
    }

    @Test func aReportIsNoArticleOfTheNextOne() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try caucus.file("a.txt", article)
        for isFirst in [true, false] {
            let outcome = try caucus.run([
                "report", ".", "--target", "Helen Marwick", "-o", "report", "--force",
            ])
            #expect(outcome.code == 0 && outcome.messages.contains(": 1 document "))
            #expect(
                outcome.messages.contains("(8 of a report of caucus") != isFirst,
                "\(outcome.messages)")
        }
    }
}
