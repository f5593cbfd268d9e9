import Foundation
import Testing

/// Issue 20: the runs of a store on hand labels, and a model before and after training.
@Suite("evaluate runs")
struct EvaluateRunsTests {
    private typealias Row = [String: Any]

    /// A store of the sample corpus toward one leader, and a draw of it.
    private func drawn(_ caucus: CommandRunner) throws -> [Row] {
        let scored = try caucus.run([
            "score", CommandRunner.sample("articles.jsonl"), "--target", "Helen Marwick", "--store",
            "s.sqlite", "--quiet",
        ])
        try #require(scored.code == 0, "\(scored.messages)")
        let drawn = try caucus.run([
            "sample", "s.sqlite", "--n", "40", "--by", "speaker", "-o", "d.jsonl", "--quiet",
        ])
        try #require(drawn.code == 0, "\(drawn.messages)")
        return try String(contentsOfFile: caucus.path("d.jsonl"), encoding: .utf8)
            .split(separator: "\n").compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Row
            }
    }

    private func writeLabels(
        _ caucus: CommandRunner, _ rows: [Row], as name: String = "l.csv",
        _ label: (Int, Row) -> String
    ) throws -> String {
        let lines = rows.enumerated().map { i, row in
            "\(row["quote_id"] ?? ""),Helen Marwick,\(row["sampling_probability"] ?? 1),\(label(i, row))"
        }
        return try caucus.file(
            name,
            (["quote_id,target,sampling_probability,label"] + lines).joined(separator: "\n")
                + "\n")
    }

    private func object(_ text: String) throws -> Row {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Row)
    }

    private func value(_ row: Any?, _ path: String...) -> Double? {
        let end = path.reduce(row) { ($0 as? Row)?[$1] }
        return (end as? Row)?["value"] as? Double ?? end as? Double
    }

    private func program(_ row: Row) -> Row { row["program"] as? Row ?? [:] }

    /// The likeliest stance by the program.
    private func likeliest(_ row: Row) -> String {
        ["against", "neutral", "favor"].max {
            (program(row)["p_\($0)"] as? Double ?? 0) < (program(row)["p_\($1)"] as? Double ?? 0)
        } ?? ""
    }

    @Test func theRunsOfAStoreAreMeasuredSideBySide() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let rows = try drawn(caucus)
        try #require(rows.count > 20)
        // Every fifth is nothing of the kind; of the others every second is what the program says, else against.
        func label(_ i: Int, _ row: Row) -> String {
            switch i % 10 {
            case 0: "not_speech"
            case 5: "wrong_speaker"
            default: i % 2 == 0 ? likeliest(row) : "against"
            }
        }
        let labels = try writeLabels(caucus, rows, label)
        let other = try caucus.file(
            "o.csv",
            "quote_id,p_against,p_neutral,p_favor\n"
                + rows.map { "\($0["quote_id"] ?? ""),0.8,0.1,0.1\n" }.joined())
        let imported = try caucus.run([
            "import", "s.sqlite", other, "--model-name", "other", "--quiet",
        ])
        try #require(imported.code == 0, "\(imported.messages)")
        let json = try caucus.run(["evaluate", "s.sqlite", labels, "--json"])
        try #require(json.code == 0, "\(json.messages)")
        let record = try object(json.output)
        let runs = try #require(record["runs"] as? [Row])
        try #require(runs.count == 2)
        #expect(runs.map { $0["imported"] as? Bool } == [false, true])
        #expect((record["labels"] as? Row)?["weighted"] as? Bool == true)

        // By hand, each row by the inverse of its chance.
        func share(_ holds: (Int, Row) -> Bool, of belongs: (Int, Row) -> Bool) -> Double {
            var (some, all) = (0.0, 0.0)
            for (i, row) in rows.enumerated() where belongs(i, row) {
                let weight = 1 / (row["sampling_probability"] as? Double ?? 1)
                all += weight
                some += holds(i, row) ? weight : 0
            }
            return some / all
        }
        func isStance(_ i: Int, _ row: Row) -> Bool { i % 5 != 0 }
        let right = share(isStance, of: { _, _ in true })
        let questions = try #require(runs[0]["what_counts"] as? [Row])
        #expect(abs((value(questions[0], "passed") ?? 9) - right) < 1e-5)
        // Whoever is not asked the last question since the first failed is not counted in it.
        let speakers = share({ i, _ in i % 10 != 5 }, of: { i, _ in i % 10 != 0 })
        #expect(abs((value(questions[3], "passed") ?? 9) - speakers) < 1e-5)
        #expect(value(questions[1], "foretold", "area_under_curve") != nil)
        let accuracy = share({ i, row in label(i, row) == likeliest(row) }, of: isStance)
        let constant = share({ i, row in label(i, row) == "against" }, of: isStance)
        #expect(abs((value(runs[0], "stance", "metrics", "accuracy") ?? 9) - accuracy) < 1e-5)
        #expect(abs((value(runs[1], "stance", "metrics", "accuracy") ?? 9) - constant) < 1e-5)
        let plain =
            Double(rows.enumerated().count { isStance($0, $1) && label($0, $1) == "against" })
            / Double(rows.indices.count { $0 % 5 != 0 })
        #expect(abs(constant - plain) > 1e-6, "weights make no difference: the check is empty")
        let differences = try #require(record["differences"] as? [Row])
        try #require(differences.count == 1)
        let gap = try #require((differences[0]["difference"] as? Row)?["accuracy"] as? Row)
        #expect(abs((gap["value"] as? Double ?? 9) - (constant - accuracy)) < 1e-5)
        let low = try #require(gap["low"] as? Double)
        let high = try #require(gap["high"] as? Double)
        #expect(low < constant - accuracy && constant - accuracy < high)
        let text = try caucus.run(["evaluate", "s.sqlite", labels])
        for words in [
            "each weighs the inverse of its chance", "[2] other, the run", "brought along",
            "area under the curve", "[2] − [1] (95 %)", "the surest errors of [1]",
        ] {
            #expect(text.output.contains(words), "\(words)")
        }
        #expect(try caucus.run(["evaluate", "s.sqlite", labels, "--json"]).output == json.output)
        #expect(
            try caucus.run(["evaluate", "s.sqlite", labels, "--min-macro-f1", "0.99"]).code == 1)
    }

    @Test func labelsWithoutChancesWeighAlikeAndCertainAnswersHaveNoLogLoss() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let rows = try drawn(caucus)
        let labels = try caucus.file(
            "l.csv",
            "quote_id,label\n" + rows.map { "\($0["quote_id"] ?? ""),favor\n" }.joined()
                + "no:1-2,favor\n")
        let coder = try caucus.file(
            "c.csv",
            "quote_id,stance\n"
                + rows.enumerated().map {
                    "\($1["quote_id"] ?? ""),\($0 < 10 ? "favor" : "against")\n"
                }
                .joined())
        _ = try caucus.run(["import", "s.sqlite", coder, "--model-name", "cleo", "--quiet"])
        let json = try caucus.run(["evaluate", "s.sqlite", labels, "--json"])
        try #require(json.code == 0, "\(json.messages)")
        let record = try object(json.output)
        #expect((record["labels"] as? Row)?["weighted"] as? Bool == false)
        let runs = try #require(record["runs"] as? [Row])
        let coded = try #require(runs.first { $0["model"] as? String == "cleo" })
        #expect(coded["unmatched"] as? Int == 1)
        let accuracy = try #require(value(coded, "stance", "metrics", "accuracy"))
        #expect(abs(accuracy - 10 / Double(rows.count)) < 1e-5)
        let stance = try #require(coded["stance"] as? Row)
        #expect(stance["certain"] as? Bool == true)
        #expect((stance["metrics"] as? Row)?["log_loss"] is NSNull)
        let text = try caucus.run(["evaluate", "s.sqlite", labels]).output
        #expect(text.contains("have no sampling_probability"))
        #expect(text.contains("answers without probabilities have no log loss"))
    }

    @Test func aModelIsMeasuredOnArticlesThatItHasNotLearnedFrom() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let rows = try drawn(caucus)
        let documents = Set(rows.compactMap { $0["doc_id"] as? String }).sorted()
        let half = Set(documents.enumerated().filter { $0.offset % 2 == 0 }.map(\.element))
        func isLearned(_ row: Row) -> Bool { half.contains(row["doc_id"] as? String ?? "") }
        func label(_ i: Int, _ row: Row) -> String { ["favor", "against", "neutral"][i % 3] }
        let all = try writeLabels(caucus, rows, label)
        // One label an article is enough for the whole article to be known.
        var seen: Set<String> = []
        let few = rows.enumerated().filter { _, row in
            isLearned(row) && seen.insert(row["doc_id"] as? String ?? "").inserted
        }
        let learned = try writeLabels(caucus, few.map(\.element), as: "t.csv") { i, row in
            label(few[i].offset, row)
        }
        let trained = try caucus.run([
            "train", "--labels-of", "s.sqlite", learned, "-o", "m.safetensors", "--folds", "0",
            "--c", "1", "--quiet",
        ])
        try #require(trained.code == 0, "\(trained.messages)")
        func record(_ options: [String] = []) throws -> Row {
            let outcome = try caucus.run(
                ["evaluate", "m.safetensors", all, "--labels-of", "s.sqlite", "--json"] + options)
            try #require(outcome.code == 0, "\(outcome.messages)")
            return try object(outcome.output)
        }
        let held = try record()
        let known = rows.count(where: isLearned)
        #expect(held["quotations"] as? Int == rows.count - known)
        #expect((held["learned_from"] as? Row)?["quotations"] as? Int == known)
        #expect((held["learned_from"] as? Row)?["articles"] as? Int == half.count)
        let whole = try record(["--also-learned"])
        #expect(whole["quotations"] as? Int == rows.count)
        let before = try #require(value(held, "metrics_before", "macro_f1"))
        let after = try #require(value(held, "metrics_after", "macro_f1"))
        let gap = try #require(value(held, "difference", "macro_f1"))
        #expect(abs(gap - (after - before)) < 2e-6)
        let text = try caucus.run(["evaluate", "m.safetensors", all, "--labels-of", "s.sqlite"])
        #expect(text.output.contains("from which the model has learned"))
        #expect(text.output.contains("after − before (95 %)"))
        let none = try caucus.run([
            "evaluate", "m.safetensors", learned, "--labels-of", "s.sqlite",
        ])
        #expect(none.code == 65 && none.messages.contains("--also-learned measures them"))
        #expect(none.messages.split(separator: "\n").count == 1)
    }

    @Test func whatNothingWouldReadIsRefused() throws {
        let caucus = try CommandRunner()
        defer { caucus.remove() }
        let rows = try drawn(caucus)
        let labels = try writeLabels(caucus, rows) { _, _ in "favor" }
        let faults: [(Int32, [String])] = [
            (64, ["s.sqlite", labels, "--by", "target"]),
            (64, ["s.sqlite", labels, "--learning-curve"]),
            (64, ["s.sqlite", labels, "--labels-of", "s.sqlite"]),
            (64, ["s.sqlite", labels, "--also-learned"]),
            (64, ["stance-en-3", labels, "--target", "Helen Marwick"]),
            (66, ["none.sqlite", labels]), (66, ["s.sqlite", "none.jsonl"]),
            (65, ["s.sqlite", labels, "--target", "Nobody"]),
            (65, ["s.sqlite", "d.jsonl"]),
        ]
        for (code, arguments) in faults {
            let outcome = try caucus.run(["evaluate"] + arguments)
            #expect(outcome.code == code, "\(arguments): \(outcome.messages)")
            #expect(outcome.output.isEmpty)
        }
        let foreign = try caucus.file("f.csv", "quote_id,label\nx:1-2,favor\n")
        let none = try caucus.run(["evaluate", "s.sqlite", foreign])
        #expect(none.code == 65 && none.messages.contains("found no label of a quotation"))
    }
}
