import Foundation
import Testing

/// Leaders of a store side by side, by the built command.
@Suite("caucus report --compare")
struct CompareSidesTests {
    /// A store of the invented articles toward two leaders.
    private func scored(_ caucus: CommandRunner) throws {
        let scored = try caucus.run([
            "score", CommandRunner.sample("articles.jsonl"), "--targets",
            CommandRunner.sample("targets.yaml"), "--store", "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
    }

    @Test func twoLeadersArePutSideBySide() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        let written = try caucus.run([
            "report", "s.sqlite", "--compare", "-o", "c", "--by", "outlet,month", "--split",
            "2031-04-01",
        ])
        #expect(written.code == 0, "\(written.messages)")
        #expect(written.messages.contains("Helen Marwick less Tomas Adeyar"))
        let verified = try caucus.run(["verify", "c"])
        #expect(verified.code == 0, "\(verified.output)")
        let page = try String(contentsOfFile: caucus.path("c/compare.html"), encoding: .utf8)
        #expect(page.contains("<h2><bdi>Two periods</bdi></h2>"))
        #expect(page.contains("<h2><bdi>By outlet, month</bdi></h2>"))
        let again = try caucus.run([
            "report", "s.sqlite", "--compare", "-o", "d", "--by", "outlet,month", "--split",
            "2031-04-01", "--quiet", "--target", "Tomas Adeyar", "--target", "Helen Marwick",
        ])
        #expect(again.code == 0 && again.messages.isEmpty)
        let swapped = try String(contentsOfFile: caucus.path("d/compare.md"), encoding: .utf8)
        #expect(swapped.hasPrefix("# Tomas Adeyar and Helen Marwick, side by side"))
        // The leader's own numbers are those of the leader's report.
        _ = try caucus.run([
            "report", "s.sqlite", "--target", "Helen Marwick", "-o", "r", "--quiet",
        ])
        func json(_ path: String) throws -> [String: Any] {
            let data = try Data(contentsOf: URL(fileURLWithPath: caucus.path(path)))
            return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        }
        let overall = try json("r/report.json")["overall"] as? [String: Any]
        let net = (overall?["net"] as? [String: Any])?["low"] as? Double
        let tables = try json("c/compare.json")["tables"] as? [String: [[String: Any]]]
        let row = tables?["leaders"]?.first { $0["target"] as? String == "Helen Marwick" }
        #expect(net != nil && row?["net_low"] as? Double == net)
    }

    @Test func whatCannotBeComparedIsToldInOneLine() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        let cases: [(words: [String], code: Int32, told: String)] = [
            (["--target", "Nobody Here"], 65, "found no run toward Nobody Here"),
            (["--target", "Helen Marwick"], 65, "found one leader, Helen Marwick"),
            (["--periods", "2031-01:2031-03", "2031-03:2031-06"], 64, "days in common"),
            (["--periods", "2031-01:2031-03", "2040"], 65, "2040: found no counted quotation"),
            (["--periods", "2031-01"], 64, "found 1, expected two"),
            (["--split", "March"], 64, "--split March: found no period"),
            (["--by", "outlet,sektion"], 64, "--by sektion: no document has such a column"),
            (["--by", "outlet,outlet"], 64, "expected each column once"),
            (["--labels", "l.csv"], 64, "--labels with --compare"),
            (["--target", "Helen Marwick", "--target", "Helen Marwick"], 64, "each leader once"),
        ]
        for (words, code, told) in cases {
            let outcome = try caucus.run(["report", "s.sqlite", "--compare", "-o", "x"] + words)
            #expect(outcome.code == code, "\(words): \(outcome.messages)")
            #expect(outcome.messages.contains(told), "\(words): \(outcome.messages)")
            #expect(!FileManager.default.fileExists(atPath: caucus.path("x")), "\(words)")
            let lines = outcome.messages.split(separator: "\n").filter { !$0.hasPrefix("  ") }
            #expect(lines.first?.contains(told) == true, "\(words): \(outcome.messages)")
        }
        let alone = try caucus.run(["report", "s.sqlite", "-o", "x", "--split", "2031-04-01"])
        #expect(alone.code == 64 && alone.messages.contains("--split without --compare"))
        let crossed = try caucus.run(["report", "s.sqlite", "-o", "x", "--by", "outlet,month"])
        #expect(crossed.code == 64 && crossed.messages.contains("--compare crosses several"))
        let documents = try caucus.run([
            "report", CommandRunner.sample("articles.jsonl"), "--compare", "-o", "x",
        ])
        #expect(documents.code == 64 && documents.messages.contains("expected stores"))
    }
}
