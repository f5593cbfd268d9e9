import CaucusTestSupport
import Foundation
import Testing

/// What the shared scorer says of the reference article, where both are there.
@Suite("the reference article")
struct ReferenceArticleTests {
    private struct Line: Decodable {
        struct Words: Decodable {
            var start: Int
            var end: Int
            var text: String
        }
        struct Speaker: Decodable {
            var name: String
            var role: String?
        }
        struct Piece: Decodable {
            var start: Int
            var end: Int
        }
        struct Quote: Decodable {
            var start: Int
            var end: Int
            var spans: [Piece]?
            var form: String
            var source: Words?
            var speaker: Speaker?
        }
        var quotes: [Quote]
    }

    private struct Score: Decodable {
        struct Rates: Decodable {
            var p: Double
            var r: Double
            var f: Double
        }
        var exp: Rates
        var iou: Rates
        var e2e_iou: Rates
    }

    private static let isThere =
        SharedPaths.shared("data/seed/gold.jsonl") != nil
        && SharedPaths.shared("evaluation/eval_quotes.py") != nil

    private func extracted(_ caucus: CommandRunner) throws -> Line {
        let article = try #require(SharedPaths.shared("data/seed/article.txt"))
        let outcome = try caucus.run(["extract", article.path])
        try #require(outcome.code == 0, "\(outcome.messages)")
        return try JSONDecoder().decode(Line.self, from: Data(outcome.output.utf8))
    }

    /// The scorer's answer for the quotations of `types`.
    private func score(_ caucus: CommandRunner, _ line: Line, types: String) throws -> Score {
        let gold = try #require(SharedPaths.shared("data/seed/gold.jsonl"))
        let scorer = try #require(SharedPaths.shared("evaluation/eval_quotes.py"))
        struct Identity: Decodable { var id: String }
        let id = try JSONDecoder().decode(Identity.self, from: Data(contentsOf: gold)).id
        let quotes: [[String: Any]] = line.quotes.flatMap { quote in
            (quote.spans ?? [.init(start: quote.start, end: quote.end)]).map { piece in
                [
                    "start": piece.start, "end": piece.end, "type": quote.form,
                    "speaker": quote.source?.text ?? quote.speaker?.name as Any,
                    "resolved": quote.speaker?.name as Any,
                ]
            }
        }
        let record = try JSONSerialization.data(withJSONObject: ["id": id, "quotes": quotes])
        let path = try caucus.file("predicted.jsonl", [UInt8](record) + [0x0A])
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", scorer.path, gold.path, path, "--types", types, "--json",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Score.self, from: output)
    }

    @Test(.enabled(if: isThere, "needs ../shared/data/seed and ../shared/evaluation"))
    func directQuotationsAreExactWithTheirSpeaker() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let line = try extracted(caucus)
        let score = try score(caucus, line, types: "direct")
        #expect(score.exp.p == 1 && score.exp.r == 1)
        #expect(score.e2e_iou.f == 1)
        let direct = line.quotes.filter { $0.form == "direct" }
        #expect(direct.count == 3)
        #expect(
            direct.allSatisfy { $0.speaker?.role?.contains("University of Windsor") == true })
    }

    @Test(.enabled(if: isThere, "needs ../shared/data/seed and ../shared/evaluation"))
    func indirectQuotationsHaveTheirSpeaker() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let score = try score(caucus, try extracted(caucus), types: "indirect")
        // Issue 2 asks for 3 of 5.
        #expect(score.e2e_iou.r >= 0.6)
    }
}
