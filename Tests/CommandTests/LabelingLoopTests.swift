import CaucusLabelServer
import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Issue 20: draw, label, agree, correct, train again.
@Suite("the labeling loop")
struct LabelingLoopTests {
    /// A store of the sample corpus toward one leader.
    private func scored(_ caucus: CommandRunner) throws {
        let outcome = try caucus.run([
            "score", CommandRunner.sample("articles.jsonl"), "--target", "Helen Marwick", "--store",
            "s.sqlite", "--quiet",
        ])
        try #require(outcome.code == 0, "\(outcome.messages)")
    }

    private func lines(_ path: String) throws -> [[String: Any]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    @Test func aDrawIsLabeledComparedAndCorrects() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        let power = try caucus.run(["sample", "s.sqlite", "--power"])
        #expect(power.code == 0 && power.output.contains("quotations to draw from"))
        let drawn = try caucus.run([
            "sample", "s.sqlite", "--n", "40", "--by", "article", "--articles",
            CommandRunner.sample("articles.jsonl"), "-o", "d.jsonl",
        ])
        try #require(drawn.code == 0, "\(drawn.messages)")
        let rows = try lines(caucus.path("d.jsonl"))
        #expect(rows.count == 40)
        #expect(rows.allSatisfy { ($0["sampling_probability"] as? Double ?? 0) > 0 })
        // The article's own words, however long.
        #expect(rows.contains { ($0["context"] as? String ?? "").count > 900 })
        let again = try caucus.run(["sample", "s.sqlite", "--n", "40", "-o", "d.jsonl"])
        #expect(again.code == 73 && again.messages.split(separator: "\n").count == 1)

        let words = ["against", "favor", "neutral", "not_speech", "wrong_speaker"]
        let table = rows.enumerated().flatMap { i, row -> [String] in
            let start = "\(row["quote_id"] ?? ""),Helen Marwick,\(row["sampling_probability"] ?? 1)"
            return ["\(start),ann,\(words[i % 5])", "\(start),ben,\(words[i % 4])"]
        }
        let labels = try caucus.file(
            "l.csv",
            (["quote_id,target,sampling_probability,annotator,label"] + table)
                .joined(separator: "\n") + "\n")
        let agreed = try caucus.run([
            "agree", labels, "--sample", "d.jsonl", "-o", "p.html", "--disputed", "x.jsonl",
        ])
        #expect(agreed.code == 0 && agreed.output.contains("speech or not"), "\(agreed.messages)")
        #expect(try !lines(caucus.path("x.jsonl")).isEmpty)
        let report = try caucus.run(["report", "s.sqlite", "--labels", labels, "-o", "r"])
        #expect(report.code == 0, "\(report.messages)")
        #expect(report.messages.contains("are speech about the leader by the speaker"))
        #expect(report.messages.contains("labeled by hand by ann and ben"))
        let trained = try caucus.run([
            "train", "--labels-of", "s.sqlite", labels, "-o", "m.safetensors", "--folds", "0",
            "--c", "1",
        ])
        #expect(trained.code == 0 && trained.messages.contains("before:"), "\(trained.messages)")
        #expect(trained.messages.contains("without a stance"))
    }

    @Test func labelsForTrainingCorrectNothing() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        let drawn = try caucus.run([
            "sample", "s.sqlite", "--n", "12", "--uncertain", "-o", "u.jsonl", "--quiet",
        ])
        try #require(drawn.code == 0, "\(drawn.messages)")
        let rows = try lines(caucus.path("u.jsonl"))
        #expect(rows.allSatisfy { $0["purpose"] as? String == "training" })
        let labels = try caucus.file(
            "u.csv",
            "quote_id,label,purpose,sampling_probability\n"
                + rows.map { "\($0["quote_id"] ?? ""),favor,training,1\n" }.joined())
        let refused = try caucus.run(["report", "s.sqlite", "--labels", labels, "-o", "r"])
        #expect(refused.code == 65 && refused.messages.contains("12 labels for training"))
        let next = try caucus.run([
            "sample", "s.sqlite", "--n", "12", "--uncertain", "--except", "u.jsonl", "-o", "-",
        ])
        #expect(next.code == 0)
        let both = try caucus.run(["sample", "s.sqlite", "--uncertain", "--power"])
        #expect(both.code == 64)
    }

    @Test func answersOfAnotherModelAreARunOfTheirOwn() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        let asked = try caucus.run(["export-prompts", "s.sqlite", "-o", "p.jsonl"])
        try #require(asked.code == 0, "\(asked.messages)")
        let prompts = try lines(caucus.path("p.jsonl"))
        #expect(prompts.allSatisfy { ($0["prompt"] as? String ?? "").contains("⟦") })
        let answers = try caucus.file(
            "a.csv",
            "quote_id,p_against,p_neutral,p_favor\n"
                + prompts.map { "\($0["quote_id"] ?? ""),0.9,0.1,0\n" }.joined() + "x:1-2,0,0,1\n"
                + "x:1-3,0.5,0.6,1\n")
        let imported = try caucus.run(["import", "s.sqlite", answers, "--model-name", "mine"])
        try #require(imported.code == 0, "\(imported.messages)")
        #expect(imported.messages.contains("\(prompts.count) quotations count"))
        #expect(imported.messages.contains("a.csv:\(prompts.count + 3)"))
        // The same name again takes the place of the first.
        let second = try caucus.run([
            "import", "s.sqlite", answers, "--model-name", "mine", "--quiet",
        ])
        #expect(second.code == 0, "\(second.messages)")
        let report = try caucus.run(["report", "s.sqlite", "-o", "r", "--quiet"])
        #expect(report.code == 0, "\(report.messages)")
        let folders = try FileManager.default.contentsOfDirectory(atPath: caucus.path("r")).sorted()
        #expect(folders.count == 2)
        let shares = try folders.map { name -> Double in
            let data = try Data(
                contentsOf: URL(fileURLWithPath: caucus.path("r/\(name)/report.json")))
            let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let overall = json?["overall"] as? [String: Any]
            return (overall?["against"] as? [String: Any])?["value"] as? Double ?? -1
        }
        #expect(shares.contains { abs($0 - 0.9) < 1e-6 })
        let none = try caucus.file("n.csv", "quote_id,stance\nx:1-2,favor\n")
        #expect(try caucus.run(["import", "s.sqlite", none, "--model-name", "b"]).code == 65)
    }

    /// Words, speakers and borders that a person corrected on the page reach the report.
    @Test func whatPeopleCorrectIsShown() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        _ = try caucus.run(["sample", "s.sqlite", "--n", "30", "-o", "d.jsonl", "--quiet"])
        let rows = try lines(caucus.path("d.jsonl"))
        let place = try #require(
            rows.firstIndex {
                let length = ($0["quote"] as? String ?? "").unicodeScalars.count
                return length > 20
                    && length == ($0["end"] as? Int ?? 0) - ($0["start"] as? Int ?? 0)
            })
        let start = try #require(rows[place]["start"] as? Int)
        let quote = try #require(rows[place]["quote"] as? String)
        let said = try rows.enumerated().map { i, row in
            var label: [String: Any] = [
                "quote_id": row["quote_id"] ?? "", "target": "Helen Marwick", "annotator": "ann",
                "label": i == place || i % 2 == 0 ? "favor" : "wrong_speaker",
                "sampling_probability": row["sampling_probability"] ?? 1,
            ]
            if i == place { (label["true_start"], label["true_end"]) = (start + 4, start + 14) }
            if i % 2 == 1, i != place { label["true_speaker"] = "Nora Quill" }
            return String(
                decoding: try JSONSerialization.data(withJSONObject: label), as: UTF8.self)
        }
        let labels = try caucus.file("l.jsonl", said.joined(separator: "\n") + "\n")
        let report = try caucus.run(["report", "s.sqlite", "--labels", labels, "-o", "r"])
        try #require(report.code == 0, "\(report.messages)")
        #expect(report.messages.contains("labels correct the borders of 1"))
        let table = try String(contentsOfFile: caucus.path("r/corrections.csv"), encoding: .utf8)
        let scalars = Array(quote.unicodeScalars)[4..<14]
        let words = String(String.UnicodeScalarView(scalars))
        #expect(table.contains(words) && table.contains(",\(start + 4),\(start + 14),"))
        #expect(table.contains("Nora Quill"))
        #expect(try caucus.run(["verify", "r"]).code == 0)
    }

    @Test func aTakenPortIsToldInOneLine() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        _ = try caucus.run(["sample", "s.sqlite", "--n", "3", "-o", "d.jsonl", "--quiet"])
        let desk = try caucus.start(["label", "d.jsonl", "--annotator", "ann", "--quiet"])
        defer { kill(desk.process.processIdentifier, SIGKILL) }
        let address = try #require(desk.firstLine())
        let url = try #require(URL(string: address))
        let port = try #require(url.port)
        let second = try caucus.run([
            "label", "d.jsonl", "--annotator", "ben", "--port", "\(port)", "-o", "e.jsonl",
        ])
        #expect(second.code == 74)
        #expect(
            second.messages
                == "caucus: cannot serve on 127.0.0.1:\(port): another program has the port, expected a free one; "
                + "without --port one is chosen\n")
        #expect(second.output.isEmpty)
    }

    @Test func whyAPortCannotBeHadIsTold() {
        #expect(LabelServerError(errno: EADDRINUSE, "", port: 80) == .portTaken(80))
        for number in [EACCES, EPERM] {
            #expect(
                LabelServerError(errno: number, "", port: 80).description
                    == "cannot serve on 127.0.0.1:80: the port needs rights that this account has not, expected one "
                    + "from 1024 up; without --port one is chosen")
        }
        #expect(
            LabelServerError(errno: ENOMEM, "Out of memory", port: 0).description.contains(
                "out of memory"))
    }

    @Test func thePageSavesEachAnswerAndRefusesStrangers() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        try scored(caucus)
        _ = try caucus.run(["sample", "s.sqlite", "--n", "6", "-o", "d.jsonl", "--quiet"])
        for round in 0..<2 {
            let desk = try caucus.start(["label", "d.jsonl", "--annotator", "ann", "--quiet"])
            defer { kill(desk.process.processIdentifier, SIGKILL) }
            let address = try #require(desk.firstLine())
            let url = try #require(URL(string: address))
            #expect(url.host == "127.0.0.1")
            #expect(try status(URL(string: "http://127.0.0.1:\(url.port ?? 0)/")) == 403)
            #expect(try status(url) == 200)
            #expect(try status(url, headers: ["Origin": "https://news.example"]) == 403)
            let answer = url.appendingPathComponent("answer")
            for i in 0..<3 {
                let code = try status(
                    answer, headers: ["Content-Type": "application/json"],
                    body: #"{"i":\#(i + 3 * round),"label":"neutral","note":"=n"}"#)
                #expect(code == 200)
            }
            kill(desk.process.processIdentifier, SIGKILL)
            desk.process.waitUntilExit()
            let path = caucus.path("d.labels.jsonl")
            #expect(try lines(path).count == 3 * (round + 1))
            // What a killed program left of a line is cut off.
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data(#"{"turn":9,"quo"#.utf8))
            try file.close()
        }
    }

    private func status(
        _ url: URL?, headers: [String: String] = [:], body: String? = nil
    ) throws -> Int {
        var request = URLRequest(url: try #require(url), timeoutInterval: 30)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let body {
            request.httpMethod = "POST"
            request.httpBody = Data(body.utf8)
        }
        let done = DispatchSemaphore(value: 0)
        let found = Found()
        URLSession.shared.dataTask(with: request) { _, response, _ in
            found.status = (response as? HTTPURLResponse)?.statusCode ?? 0
            done.signal()
        }.resume()
        done.wait()
        return found.status
    }

    private final class Found: @unchecked Sendable {
        var status = 0
    }
}

extension RunningCommand {
    /// The first line that it prints, or `nil` where none comes within a minute.
    func firstLine() -> String? {
        for _ in 0..<6000 {
            let text = (try? String(contentsOf: outputPath, encoding: .utf8)) ?? ""
            if let end = text.firstIndex(of: "\n") { return String(text[..<end]) }
            usleep(10_000)
        }
        return nil
    }
}
