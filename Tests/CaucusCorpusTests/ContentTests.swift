import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// What files hold is told by their bytes: letters, delimiters, arrays.
@Suite("what files hold")
struct ContentTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private struct Read {
        var documents: [Document] = []
        var told: [String] = []
        var notes: [String] = []
        var ids: [String] { documents.map(\.id) }
        var texts: [String] { documents.map(\.text) }
    }

    private func read(
        _ name: String, _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()
    ) throws -> Read {
        let path = try directory.write(name, bytes)
        return try read(DocumentReader(paths: [path], options))
    }

    private func read(_ name: String, _ text: String, _ options: ReadingOptions = ReadingOptions())
        throws -> Read
    {
        try read(name, Array(text.utf8), options)
    }

    private func read(_ reader: DocumentReader) -> Read {
        var read = Read()
        for reading in reader {
            switch reading {
            case .document(let document): read.documents.append(document)
            case .diagnostic(let diagnostic): read.told.append(diagnostic.message)
            case .note(let note): read.notes.append(note.message)
            case .failure(let error): read.told.append("\(error)")
            }
        }
        return read
    }

    private static func utf16(_ text: String, isBigEndian: Bool = false) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBigEndian ? bytes.reversed() : bytes
        }
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func theDelimiterIsFound(_ delimiter: String) throws {
        let rows = [
            ["id", "text", "source"],
            ["a", "\"One, two; three | four.\n\nFive\t\"\"six\"\".\"", "Post"],
            ["b", "\"Seven.\"", "Echo"],
        ]
        let table = rows.map { $0.joined(separator: delimiter) }.joined(separator: "\r\n")
        let found = try read("a.csv", table)
        #expect(found.ids == ["a", "b"])
        #expect(found.texts.first == "One, two; three | four.\n\nFive\t\"six\".")
        #expect(found.documents.map(\.source) == ["Post", "Echo"])
        #expect(found.told == [])
        #expect(found.notes.count == (delimiter == "," ? 0 : 1), "\(found.notes)")
        var options = ReadingOptions()
        options.delimiter = delimiter.utf8.first
        #expect(try read("b.csv", table, options).ids == ["a", "b"])
    }

    @Test func aDelimiterInsideTheOnlyColumnIsNone() throws {
        let found = try read("a.csv", "text\n\"One; two.\"\n\"Three; four.\"\n")
        #expect(found.texts == ["One; two.", "Three; four."])
        #expect(found.notes == [])
    }

    @Test func marksInLinesOfATableWithTabsStandForThemselves() throws {
        let found = try read(
            "a.tsv",
            "id\ttext\na\t\"Go,\" said Ann.\nb\t\"I will not\nc\t\"All of it\"\nd\tnor \"I\"\n")
        #expect(found.texts == ["\"Go,\" said Ann.", "\"I will not", "All of it", "nor \"I\""])
        #expect(found.told == [])
    }

    @Test func aCellInMarksMayGoOnOverLinesOfATableWithTabs() throws {
        let found = try read("a.tsv", "id\ttext\na\t\"One.\n\nTwo \"\"three\"\".\"\nb\tFour\n")
        #expect(found.texts == ["One.\n\nTwo \"three\".", "Four"])
    }

    @Test func returnsAloneEndLines() throws {
        #expect(try read("a.csv", "id,text\ra,One\rb,Two\r").texts == ["One", "Two"])
        #expect(
            try read("a.jsonl", "{\"text\":\"One\"}\r{\"text\":\"Two\"}").texts == ["One", "Two"])
        #expect(try read("a.txt", "One\r\rTwo").texts == ["One\n\nTwo"])
        #expect(try read("b.txt", "One\r\nTwo").texts == ["One\r\nTwo"])
    }

    @Test func whatRWritesIsRead() throws {
        let named = try read("a.csv", "\"id\",\"text\"\n\"1\",\"a\",\"One\"\n\"2\",\"b\",\"Two\"\n")
        #expect(named.ids == ["a", "b"])
        let missing = try read("b.csv", "id,text,source,country\na,One,NA,NA\nb,NA,Post,x\n")
        #expect(missing.ids == ["a"])
        #expect(missing.documents.first?.source == nil)
        // A column that means nothing here is passed through as it is: Namibia.
        #expect(missing.documents.first?.fields == [Document.Field(name: "country", value: "NA")])
        #expect(missing.told == ["the text is empty; expected words"])
    }

    @Test func columnsOfOneNameAreTold() throws {
        let found = try read("a.csv", "id,text,text\na,One,Two\n")
        #expect(found.texts == ["Two"])
        #expect(found.notes.first?.contains("several columns called text") == true)
    }

    @Test func lettersAreTold() throws {
        let text = "Zoë “said” 😀 so."
        #expect(try read("a.txt", [0xFF, 0xFE] + Self.utf16(text)).texts == [text])
        #expect(
            try read("b.txt", [0xFE, 0xFF] + Self.utf16(text, isBigEndian: true)).texts == [text])
        #expect(try read("c.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8)).texts == [text])
        let western: [UInt8] = [0x5A, 0x6F, 0xEB, 0x20, 0x93, 0x6F, 0x6B, 0x94, 0x81]
        var options = ReadingOptions()
        options.encoding = TextEncoding(name: "Windows-1252")
        #expect(try read("d.txt", western, options).texts == ["Zoë “ok”\u{FFFD}"])
        #expect(try read("d.txt", western).told.first?.contains("--encoding") == true)
        options.encoding = TextEncoding(name: "utf-16le")
        #expect(try read("e.txt", Self.utf16(text), options).texts == [text])
        #expect(try read("e.csv", Self.utf16("id;text\na;Zoë"), options).texts == ["Zoë"])
    }

    /// Letters that lie across the borders of the blocks in which a file is read.
    @Test func lettersAreWholeAtTheBordersOfBlocks() throws {
        let lines = (0..<90_000).map { "{\"id\":\"\($0)\",\"text\":\"é 😀 \($0)\"}" }
        let found = try read(
            "a.jsonl", [0xFF, 0xFE] + [0x20, 0x00] + Self.utf16(lines.joined(separator: "\n")))
        #expect(found.told == [])
        #expect(found.documents.count == lines.count)
        #expect(found.texts.enumerated().allSatisfy { $0.element == "é 😀 \($0.offset)" })
    }

    @Test func jsonIsToldByItsBytes() throws {
        let (a, b) = ("{\"id\":\"a\",\"text\":\"One\"}", "{\"id\":\"b\",\"text\":\"Two\"}")
        let pretty = "{\n  \"id\": \"a\",\n  \"text\": \"One {\"\n}\n"
        for (name, text) in [
            ("a.json", a + "\n" + b + "\n"), ("b.jsonl", "[\(a),\n\(b)]"),
            ("c.jsonl", " [\n" + a + "," + b + "]"),
            ("d.json", "{\"status\":\"ok\",\"n\":[1],\"articles\":[\(a), \(b)],\"more\":{}}"),
            ("e.json", "{\n\"response\": {\"total\": 2,\n \"docs\": [\n\(a),\n\(b)\n] } }\n"),
            ("f.jsonl", "{\"data\":[\(a),\(b)]}"),
        ] {
            let found = try read(name, text)
            #expect(found.ids == ["a", "b"], "\(name): \(found)")
            #expect(found.told == [], "\(name)")
        }
        #expect(
            try read("g.json", pretty + pretty.replacing("\"a\"", with: "\"b\"")).ids == ["a", "b"])
        #expect(try read("h.json", pretty).ids == ["a"])
        // An object that has a text is a record, whatever arrays it holds.
        let record = "{\"text\":\"One\",\"data\":[{\"text\":\"Two\"}]}"
        #expect(try read("i.json", record).texts == ["One"])
        var options = ReadingOptions(records: ["a", "b"])
        #expect(try read("j.json", "{\"x\":[{}],\"a\":{\"b\":[\(a)]}}", options).ids == ["a"])
        options.records = ["c"]
        #expect(
            try read("k.json", "{\"a\":[]}", options).told.first?.contains("no array at c") == true)
    }

    @Test func numbersThatAreNoneAreNull() throws {
        let found = try read(
            "a.jsonl", "{\"text\":\"One\",\"x\":NaN,\"y\":[-Infinity,{\"z\":Infinity}]}\n")
        #expect(found.texts == ["One"])
    }

    @Test func textsLieInObjectsAndParagraphs() throws {
        let text =
            #"{"article":{"id":"a","body":{"plain":"One"},"by":"Ann"},"source":{"id":null,"name":"Post"}}"#
        let options = ReadingOptions(
            columns: ColumnNames(id: "article.id", text: "article.body.plain"))
        let found = try read("a.jsonl", text, options)
        #expect(found.ids == ["a"])
        #expect(found.texts == ["One"])
        #expect(found.documents.first?.source == "Post")
        #expect(found.documents.first?.fields == [Document.Field(name: "article.by", value: "Ann")])
        #expect(try read("b.jsonl", #"{"text":["One.","Two."]}"#).texts == ["One.\n\nTwo."])
    }

    @Test(arguments: [
        "body_text", "maintext", "bodyText", "story", "full_text", "articleBody", "content_text",
    ])
    func columnsOfScrapersAreKnown(_ name: String) throws {
        let found = try read(
            "a.jsonl",
            "{\"\(name)\":\"One\",\"pubDate\":\"Wed, 05 Mar 2031 10:00:00 GMT\",\"media\":\"Post\"}"
        )
        #expect(found.texts == ["One"])
        #expect(found.documents.first?.published == "2031-03-05")
        #expect(found.documents.first?.source == "Post")
    }

    @Test func otherKindsAreToldByName() throws {
        for (name, bytes, word) in [
            ("a.txt", Array("%PDF-1.7 x".utf8), "PDF"), ("b.csv", [0x50, 0x4B, 3, 4, 0], "zip"),
            ("c.jsonl", Array("PAR1xx".utf8), "Parquet"),
            ("d.txt", Array("WARC/1.0\r\n".utf8), "WARC"),
        ] {
            #expect(try read(name, bytes).told.first?.contains(word) == true, "\(name)")
        }
    }

    @Test func aFolderOfOtherKindsSaysWhatLiesThere() throws {
        let folder = directory.path + "/old"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["a.doc", "b.doc", "c.parquet", "noend"] {
            try Data([1]).write(to: URL(filePath: folder + "/" + name))
        }
        let error = #expect(throws: CorpusError.self) { try DocumentReader(paths: [folder]) }
        #expect(
            error?.description.contains("found 2 .doc, 1 .parquet, 1 without extension (.doc: ")
                == true)
    }

    @Test func namesOfFilesSayWhatTheyHold() throws {
        let pattern = try FileNamePattern("{source}_{published}_{title}")
        let options = ReadingOptions(namePattern: pattern)
        let found = try read("Coast Courier_5 March 2031_A_vote.txt", "One.", options)
        let document = try #require(found.documents.first)
        #expect(document.source == "Coast Courier")
        #expect(document.published == "2031-03-05")
        #expect(document.title == "A_vote")
        #expect(
            try read("other.txt", "One.", options).told.first?.contains("--name-pattern") == true)
        for wrong in ["none", "{a}{b}", "{a", "{a}_{a}", "{}"] {
            #expect(throws: FileNamePattern.Problem.self) { try FileNamePattern(wrong) }
        }
    }

    @Test func aTableSaysWhatFilesHold() throws {
        let table = try directory.write(
            "t.csv",
            "file,outlet,date,desk\none.txt,Post,2031-03-05,home\nsub/two.txt,Echo,2031-03-06,city\n"
        )
        let options = ReadingOptions(metadata: try FileMetadata(path: table))
        let document = try #require(try read("one.txt", "One.", options).documents.first)
        #expect(document.source == "Post")
        #expect(document.published == "2031-03-05")
        #expect(document.fields == [Document.Field(name: "desk", value: "home")])
        #expect(try read("three.txt", "One.", options).told.first?.contains("--metadata") == true)
        let wrong = try directory.write("u.csv", "outlet,date\nPost,2031-03-05\n")
        #expect(throws: CorpusError.self) { try FileMetadata(path: wrong) }
    }

    @Test func aTableOnStandardInputIsOne() throws {
        for (text, count) in [
            ("id;text\na;One\nb;Two\n", 2), ("Text, body and soul.\nMore, or less.\n", 1),
        ] {
            let pipe = Pipe()
            try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try pipe.fileHandleForWriting.close()
            let reader = try DocumentReader(
                paths: ["-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
            #expect(read(reader).documents.count == count, "\(text)")
        }
    }

    @Test func whatExcelSaysOfItsDelimiterIsNoHeader() throws {
        let found = try read("a.csv", "sep=;\r\nid;text\r\na;\"One, two\"\r\n")
        #expect(found.texts == ["One, two"])
        #expect(found.notes == [])
    }

    @Test func linesThatEndWithReturnsMayHoldLineFeeds() throws {
        #expect(
            try read("a.csv", "id,text\ra,\"One.\n\nTwo.\"\rb,Three\r").texts == [
                "One.\n\nTwo.", "Three",
            ])
    }

    @Test func elementsOfOneLineHaveIdsOfTheirOwn() throws {
        let elements = (0..<30_000).map { "{\"text\":\"Words of the day, number \($0).\"}" }
        let found = try read("a.json", "[" + elements.joined(separator: ",") + "]")
        #expect(found.told == [])
        let place = try #require(found.ids.first)
        #expect(found.ids == [place] + (2...30_000).map { "\(place)#\($0)" })
    }

    @Test func whereATextMayBeIsTold() throws {
        let found = try read(
            "a.jsonl", #"{"_id":{"$oid":"x"},"_source":{"fields":{"bodyText":"One"}}}"#)
        #expect(
            found.told.first?.contains("--text-column _source.fields.bodyText") == true,
            "\(found.told)")
        #expect(try read("b.jsonl", #"{"_id":{"$oid":"x"},"text":"One"}"#).ids == ["x"])
        let columns = try read("c.json", #"{"id":{"0":"a"},"text":{"0":"One"}}"#)
        #expect(columns.told.first?.contains("orient") == true, "\(columns.told)")
        let arrays = try read("d.json", #"{"title":["a","b"],"text":["One","Two"]}"#)
        #expect(arrays.told.first?.contains("orient") == true, "\(arrays)")
        // A line feed before a record on one line.
        #expect(try read("e.json", "\n\n{\"text\":\"One\"}").texts == ["One"])
    }

    @Test func aRecordWithArraysIsNoWrapping() throws {
        let text = #""text":"The long article.""#
        for (name, record) in [
            ("a.json", #"{"id":"a","title":"T","items":[{"text":"a comment"}],\#(text)}"#),
            ("b.json", #"{"id":"a","data":[{"x":1}],"n":2,\#(text)}"#),
            ("c.json", #"{"id":"a","items":[{"text":"a comment"}],"text":["The long article."]}"#),
        ] {
            let found = try read(name, record)
            #expect(found.texts == ["The long article."], "\(name): \(found)")
        }
    }

    @Test func whatFollowsAWrappedArrayIsTold() throws {
        let array = #"{"articles":[{"text":"One"}]}"#
        #expect(try !read("a.json", array + array).told.isEmpty)
        let long = (0..<40_000).map { "{\"text\":\"Words of the day, number \($0).\"}" }.joined(
            separator: ",")
        let lines = try read(
            "b.jsonl", "{\"articles\":[\(long)],\"n\":[{}],\"s\":\"}\"}\n\(array)\n")
        #expect(lines.documents.count == 40_000)
        #expect(lines.told.first?.contains("found more after") == true, "\(lines.told)")
        #expect(try read("c.json", "{\"articles\":[\(long)],\"n\":[{}],\"s\":\"}\"}\n").told == [])
        let others = try read("d.json", #"{"results":[{"text":"One"}],"data":[{"text":"Two"}]}"#)
        #expect(others.texts == ["One"])
        #expect(others.notes.first?.contains("data") == true, "\(others.notes)")
    }

    @Test func aDelimiterAtTheEndOfRowsIsNoCell() throws {
        let found = try read("a.csv", "id,text,source\n1,Hello there,BBC,\n2,And you,BBC,\n")
        #expect(found.ids == ["1", "2"])
        #expect(found.documents.map(\.source) == ["BBC", "BBC"])
    }

    @Test func aTableMayBeCalledText() throws {
        let found = try read("a.txt", "\n\nid\ttext\tdate\na\tOne\t2031-03-05\n")
        #expect(found.ids == ["a"])
        #expect(found.notes.first?.contains("read as a table") == true)
        #expect(
            try read("d.txt", "{\"id\":\"a\",\"text\":\"One\"}\n{\"id\":\"b\",\"text\":\"Two\"}\n")
                .ids == ["a", "b"])
        #expect(
            try read("e.txt", "<!DOCTYPE html><html><body><p>One.</p></body></html>").texts == [
                "One."
            ])
        #expect(
            try read("f.txt", "<p>One.</p><p>Two &amp; three.</p>").texts == [
                "One.\n\nTwo & three."
            ])
        #expect(
            try read("g.txt", "{curly} words and [brackets].").texts == [
                "{curly} words and [brackets]."
            ])
        #expect(try read("b.txt", "Text, body and soul.\nMore, or less.").documents.count == 1)
        #expect(try read("c.csv", "\n\r\nid,text\na,One\n").ids == ["a"])
    }

    @Test func missingValuesAreNoOutlets() throws {
        for missing in ["nan", "None", "null", "N/A"] {
            let found = try read(
                "a.jsonl", #"{"text":"One","source":"\#(missing)","media":"Post"}"#)
            #expect(found.documents.first?.source == "Post", "\(missing)")
        }
    }

    @Test func articlesOfAnExportKeepWhatTheySay() throws {
        let export = (1...2).map {
            "\($0) of 2 DOCUMENTS\n\nCoast Courier\n\nMarch \($0), 2031 Wednesday\n\nHEADLINE: Title \($0)\n\nBYLINE: Ann Doe\n\n"
                + "SECTION: NEWS\n\nLENGTH: 12 words\n\nBODY:\n\nOrla Penn agreed, she said.\n\nLOAD-DATE: March 7, 2031\n\n"
        }.joined(separator: "\n")
        let options = ReadingOptions(
            namePattern: try FileNamePattern("{source}_{published}_{title}"))
        let found = try read("CNN_2031-01-01_export.txt", export, options)
        #expect(found.documents.map(\.title) == ["Title 1", "Title 2"], "\(found)")
        #expect(found.documents.map(\.published) == ["2031-03-01", "2031-03-02"])
    }

    @Test func aPageThatDeclaresASCIIMayBeUTF8() throws {
        let page =
            "<html><head><meta charset=\"us-ascii\"></head><body><p>Café “so” said Penn.</p></body></html>"
        #expect(try read("a.html", page).texts == ["Café “so” said Penn."])
    }

    @Test func namesOfColumnsAreKnownHoweverTheyAreParted() throws {
        let found = try read(
            "a.csv", "Full Text,Publication Date,media-name,articletitle\nOne,2031-03-05,Post,T\n")
        let document = try #require(found.documents.first)
        #expect(document.text == "One" && document.title == "T")
        #expect(document.published == "2031-03-05" && document.source == "Post")
    }

    @Test func objectsAndArraysMayFollowEachOther() throws {
        let (a, b) = ("{\"id\":\"a\",\"text\":\"One\"}", "{\"id\":\"b\",\"text\":\"Two\"}")
        #expect(try read("a.json", a + b).ids == ["a", "b"])
        #expect(try read("b.jsonl", a + " " + b).ids == ["a", "b"])
        let arrays = try read("c.jsonl", "[\(a)]\n[\(b)]\n")
        #expect(arrays.ids == ["a", "b"])
        #expect(arrays.told == [])
        #expect(try read("d.json", "{\"status\":\"ok\",\"content\":[\(a)]}").ids == ["a"])
        let nested = try read("e.json", #"[{"article":{"id":"a","text":"One"}}]"#)
        #expect(nested.told.first?.contains("--text-column article.text") == true, "\(nested.told)")
    }

    @Test func aTableOfMetadataIsNoArticle() throws {
        try directory.write("in/a.txt", "One.")
        let table = try directory.write("in/t.csv", "file,outlet,content\na.txt,Post,x\n")
        let options = ReadingOptions(metadata: try FileMetadata(path: table))
        let found = read(try DocumentReader(paths: [directory.path + "/in"], options))
        #expect(found.texts == ["One."])
        #expect(found.told == [])
        let pattern = ReadingOptions(namePattern: try FileNamePattern("{source}_{published}.txt"))
        #expect(try read("Post_2031-03-05.txt", "One.", pattern).documents.first?.source == "Post")
    }
}
