import Foundation
import Testing

/// Commands that let an encoder read what may count.
@Suite("--accurate and --fast")
struct EncoderCommandTests {
    private static let leader = ["--target", "Helen Marwick"]

    /// The export of a store that was scored with options, and the runner that holds it.
    private func export(_ caucus: CommandRunner, _ options: [String]) throws -> String {
        let store = caucus.path("s\(options.joined()).sqlite")
        let scored = try caucus.run(
            ["score", CommandRunner.sample("articles.jsonl"), "--store", store, "--quiet"]
                + Self.leader + options)
        #expect(scored.code == 0, "\(scored.messages)")
        let folder = caucus.path("export\(options.joined())")
        let exported = try caucus.run(["store", "export", store, "-o", folder, "--force"])
        #expect(exported.code == 0, "\(exported.messages)")
        return try String(contentsOfFile: folder + "/quotations.csv", encoding: .utf8)
    }

    @Test func whatTheEncoderSaysDependsOnNoThread() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let one = try export(caucus, ["--accurate", "--jobs", "1"])
        #expect(try one == export(caucus, ["--accurate", "--jobs", "3"]))
        #expect(try one != export(caucus, ["--fast"]))
        #expect(try export(caucus, ["--fast"]) == export(caucus, []))
    }

    /// What the encoder said is looked up in the store by a run with other options, which says the same as one without it.
    @Test func nothingIsReadTwice() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let articles = CommandRunner.sample("articles.jsonl")
        func score(_ store: String, _ options: [String]) throws -> Double {
            let scored = try caucus.run(
                ["score", articles, "--store", store, "--quiet", "--timings", "--accurate"]
                    + Self.leader + options)
            #expect(scored.code == 0, "\(scored.messages)")
            let time = try #require(scored.messages.firstMatch(of: /encode ([0-9.]+) s/))
            return try #require(Double(time.1))
        }
        func rows(_ store: String, _ folder: String) throws -> Set<Substring> {
            let exported = try caucus.run(["store", "export", store, "-o", caucus.path(folder)])
            #expect(exported.code == 0, "\(exported.messages)")
            let table = try String(
                contentsOfFile: caucus.path(folder) + "/quotations.csv", encoding: .utf8)
            return Set(table.split(whereSeparator: \.isNewline))
        }
        let (one, other) = (caucus.path("one.sqlite"), caucus.path("other.sqlite"))
        let first = try score(one, [])
        #expect(try score(one, ["--answer-all"]) < first / 2)
        _ = try score(other, ["--answer-all"])
        let (both, alone) = (try rows(one, "both"), try rows(other, "alone"))
        #expect(alone.count > 10 && alone.isSubset(of: both))
        let sound = try caucus.run(["store", "check", one])
        #expect(sound.code == 0, "\(sound.messages)")
    }

    @Test func aReportLetsTheEncoderReadUnlessToldOtherwise() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        for (options, model) in [([], "stance-en-3"), (["--fast"], "stance-en-2")] {
            let folder = caucus.path("r" + model)
            let outcome = try caucus.run(
                ["report", CommandRunner.sample("articles.jsonl"), "-o", folder, "--quiet"]
                    + Self.leader + options)
            #expect(outcome.code == 0, "\(outcome.messages)")
            let json = try String(contentsOfFile: folder + "/report.json", encoding: .utf8)
            #expect(json.contains(model))
        }
    }

    /// What explain tells of a stored quotation.
    private struct Told: Decodable {
        var probabilities: [String: Double]
        var gates: [String: Double]
    }

    /// What is printed of a store is what its own sentences, read anew, and the whole article add up to.
    @Test func whatIsStoredAddsUpAgain() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let table = Self.rows(try export(caucus, ["--accurate"]))
        let store = caucus.path("s--accurate.sqlite")
        let counted = table.filter { $0["status"] == "counted" }
        #expect(counted.count > 3)
        for row in counted.prefix(4) {
            let quote = try #require(row["quote_id"])
            let told = try caucus.run([
                "explain", "stance-en-2", "--quote", quote, "--store", store, "--json",
                "--articles", CommandRunner.sample("articles.jsonl"),
            ])
            #expect(told.code == 0, "\(told.messages)")
            #expect(told.output.contains("\"encoder\""))
            let sums = try JSONDecoder().decode(Told.self, from: Data(told.output.utf8))
            for (columns, values) in [
                (["against", "neutral", "favor"], sums.probabilities),
                (["speech", "about", "speaker"], sums.gates),
            ] {
                for column in columns {
                    let stored = try #require(row["p_" + column].flatMap { Double($0) })
                    let told = try #require(values[column])
                    // A table has four or six digits of it.
                    #expect(abs(told - stored) < 1e-6, "\(quote) \(column): \(told), \(stored)")
                }
            }
        }
    }

    /// The rows of a table by the names of its columns.
    private static func rows(_ table: String) -> [[String: String]] {
        var rows: [[String]] = [[""]]
        var isQuoted = false
        for character in table.unicodeScalars {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: rows[rows.count - 1].append("")
            case "\n" where !isQuoted: rows.append([""])
            case "\r" where !isQuoted: break
            default:
                rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(
                    character)
            }
        }
        return rows.dropFirst().map { row in
            Dictionary(zip(rows[0], row), uniquingKeysWith: { a, _ in a })
        }
    }

    /// What the encoder reads word by word is told of a model that asks one, and of no other.
    @Test func whatTheEncoderReadsIsToldBesideTheSum() throws {
        struct Told: Decodable {
            struct Word: Decodable {
                var start: Int
                var end: Int
                var text: String
                var weight: Double
            }
            var encoder_words: [Word]?
        }
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let text = "“We” are ashamed of Helen Marwick, — who lied."
        let options = ["--text", text] + Self.leader
        let told = try caucus.run(["explain", "stance-en-3", "--json"] + options)
        #expect(told.code == 0, "\(told.messages)")
        let words = try #require(
            JSONDecoder().decode(Told.self, from: Data(told.output.utf8)).encoder_words)
        #expect(
            words.sorted { $0.start < $1.start }.map(\.text)
                == ["We", "are", "ashamed", "of", "who", "lied"])
        let shame = try #require(words.first { $0.text == "ashamed" })
        #expect(shame.start == 9 && shame.end == 16 && shame.weight < -0.1)
        #expect(words.map { abs($0.weight) } == words.map { abs($0.weight) }.sorted(by: >))
        let shown = try caucus.run(["explain", "stance-en-3"] + options)
        #expect(shown.output.contains("by masking a word at a time; these do not add up"))
        for format in [["--json"], []] {
            let plain = try caucus.run(["explain", "stance-en-2"] + options + format)
            #expect(plain.code == 0, "\(plain.messages)")
            #expect(!plain.output.contains("encoder"))
        }
    }

    @Test(arguments: [
        (["--accurate", "--fast"], 64, "--accurate and --fast"),
        (["--accurate", "--model", "stance-en-2"], 64, "--accurate with another model"),
    ])
    func whatCannotBeIsTold(_ options: [String], _ code: Int32, _ message: String) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let outcome = try caucus.run(
            ["score", CommandRunner.sample("articles.jsonl"), "--store", "s.sqlite"] + Self.leader
                + options)
        #expect(outcome.code == code)
        #expect(outcome.messages.contains(message), "\(outcome.messages)")
    }

    /// Models of a user's own that weigh what the encoder says, or start from one that does, are read back whole.
    @Test(arguments: [["--features", "encoder"], ["--start-from", "stance-en-3"]])
    func aModelOfOnesOwnReadsByTheEncoder(_ options: [String]) throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let labels = CommandRunner.sample("labels/train.jsonl")
        let model = caucus.path("m.safetensors")
        let trained = try caucus.run(
            ["train", labels, "-o", model, "--limit", "150", "--json"] + options)
        #expect(trained.code == 0, "\(trained.messages)")
        func label(_ text: String) throws -> String {
            let told = try caucus.run([
                "explain", model, "--text", text, "--target", "Helen Marwick", "--json",
            ])
            #expect(told.code == 0, "\(told.messages)")
            #expect(told.output.contains(options[1] == "encoder" ? "\"encoder\"" : "stance-en-3"))
            return told.output
        }
        #expect(
            try label("Marwick has let us down.") != label("Marwick has lifted us up."))
    }

    @Test func aStoreIsReadAlready() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        _ = try export(caucus, ["--fast"])
        let outcome = try caucus.run([
            "report", caucus.path("s--fast.sqlite"), "-o", "r", "--accurate",
        ])
        #expect(outcome.code == 64)
        #expect(outcome.messages.contains("with a store"), "\(outcome.messages)")
    }
}
