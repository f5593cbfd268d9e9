import Caucus
import CaucusTestSupport
import Foundation
import Testing

/// `Corpus/sample` is what its sheet says.
@Suite("the sample corpus")
struct SampleCorpusTests {
    private struct Gold: Decodable {
        struct Quote: Decodable {
            var quotation: String
            var start: Int
            var end: Int
            var type: String
            var speaker: String?
            var speaker_start: Int?
            var speaker_end: Int?
            var cue_start: Int?
            var cue_end: Int?
            var reference: String
            var target_mention: String
            var stance: String?
        }
        struct Word: Decodable {
            var start: Int
            var end: Int
            var reason: String
        }
        var id: String
        var leader: String
        var text: String
        var quotes: [Quote]
        var nested: [Quote]
        var not_quotations: [Word]
    }

    private struct Labeled: Decodable {
        var id: String
        var text: String
        var target: String
        var target_start: Int
        var target_end: Int
        var label: String
        var speaker: String
        var group: String
    }

    private struct Article: Decodable {
        var id: String
        var title: String
        var source: String
        var published: String
        var url: String
        var text: String
    }

    private static func records<Record: Decodable>(_ name: String) throws -> [Record] {
        let data = try Data(
            contentsOf: SharedPaths.root.appendingPathComponent("Corpus/sample/\(name)"))
        return try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Record.self, from: $0)
        }
    }

    /// The counts of `SHEET.md`, by name.
    private static func sheet() throws -> [String: Int] {
        let url = SharedPaths.root.appendingPathComponent("Corpus/sample/SHEET.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        var counts: [String: Int] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| ") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells.count == 2, let count = Int(cells[1]) { counts[cells[0]] = count }
        }
        return counts
    }

    private func scalars(_ text: String, _ start: Int, _ end: Int) throws -> String {
        let points = CodePoints(text)
        let span = try #require(points.span(codePoints: start, end))
        return text[span]
    }

    @Test func everyGoldOffsetHoldsTheWordsItNames() throws {
        let golds: [Gold] = try Self.records("gold.jsonl")
        let articles: [Article] = try Self.records("articles.jsonl")
        #expect(golds.map(\.id) == articles.map(\.id))
        #expect(golds.map(\.text) == articles.map(\.text))
        for gold in golds {
            for quote in gold.quotes + gold.nested {
                let content = try scalars(gold.text, quote.start, quote.end)
                #expect(
                    !content.isEmpty && !content.contains("\n"), "\(gold.id) \(quote.quotation)")
                #expect(content.first?.isWhitespace == false && content.last?.isWhitespace == false)
                if let speaker = quote.speaker, let start = quote.speaker_start,
                    let end = quote.speaker_end
                {
                    #expect(try scalars(gold.text, start, end) == speaker, "\(gold.id)")
                }
                if let start = quote.cue_start, let end = quote.cue_end {
                    #expect(try !scalars(gold.text, start, end).isEmpty)
                }
                #expect((quote.target_mention == "none") == (quote.stance == nil))
            }
            for word in gold.not_quotations {
                #expect(try !scalars(gold.text, word.start, word.end).isEmpty)
            }
        }
    }

    @Test func everyLabelNamesItsTargetInItsText() throws {
        for name in ["labels/train.jsonl", "labels/test.jsonl"] {
            for row in try Self.records(name) as [Labeled] {
                let target = try scalars(row.text, row.target_start, row.target_end)
                #expect(!target.isEmpty && !target.contains("["), "\(row.id)")
                #expect(["favor", "against", "neutral"].contains(row.label), "\(row.id)")
            }
        }
    }

    @Test func noStoryStandsOnBothSides() throws {
        let train: [Labeled] = try Self.records("labels/train.jsonl")
        let test: [Labeled] = try Self.records("labels/test.jsonl")
        #expect(Set(train.map(\.group)).isDisjoint(with: test.map(\.group)))
        #expect(Set((train + test).map(\.id)).count == train.count + test.count)
        #expect(Set((train + test).map(\.text)).count == train.count + test.count)
    }

    @Test func theSheetCountsRight() throws {
        let sheet = try Self.sheet()
        let golds: [Gold] = try Self.records("gold.jsonl")
        let articles: [Article] = try Self.records("articles.jsonl")
        let quotations = golds.flatMap { gold in
            Dictionary(grouping: gold.quotes, by: \.quotation).compactMap(\.value.first)
        }
        #expect(sheet["articles"] == articles.count && articles.count >= 60)
        #expect(sheet["outlets"] == Set(articles.map(\.source)).count)
        #expect(sheet["words"] == articles.reduce(0) { $0 + Self.words($1.text) })
        #expect(sheet["quotations"] == quotations.count)
        for form in ["direct", "indirect", "mixed"] {
            #expect(sheet["\(form) quotations"] == quotations.count { $0.type == form })
        }
        for mention in ["explicit", "pronoun", "epithet", "none"] {
            #expect(
                sheet["target mention \(mention)"]
                    == quotations.count { $0.target_mention == mention })
        }
        for split in ["train", "test"] {
            let rows: [Labeled] = try Self.records("labels/\(split).jsonl")
            #expect(sheet["\(split) labels"] == rows.count)
            #expect(sheet["\(split) groups"] == Set(rows.map(\.group)).count)
            for label in ["favor", "against", "neutral"] {
                #expect(sheet["\(split) \(label)"] == rows.count { $0.label == label })
            }
        }
        for stance in ["favor", "against", "neutral"] {
            #expect(
                sheet["article stance \(stance)"] == quotations.count { $0.stance == stance })
        }
    }

    @Test func eachSpeakerKeepsOneStance() throws {
        let url = SharedPaths.root.appendingPathComponent("Corpus/sample/speakers.csv")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst()
        var stance: [String: String] = [:]
        for line in lines {
            // The last three columns hold no commas; the first is quoted where it holds one.
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            stance[String(cells[0])] = String(cells[cells.count - 2])
        }
        #expect(try Self.sheet()["speakers with a stance"] == stance.count && stance.count >= 30)
        for gold in try Self.records("gold.jsonl") as [Gold] {
            for quote in gold.quotes {
                guard let expected = stance[quote.reference], let found = quote.stance else {
                    continue
                }
                #expect(found == expected || found == "neutral", "\(gold.id) \(quote.reference)")
            }
        }
    }

    /// Runs between white space, as Python's `str.split` counts them.
    private static func words(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count
    }
}
