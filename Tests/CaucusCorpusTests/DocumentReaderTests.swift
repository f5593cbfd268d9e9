import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

@Suite struct DocumentReaderTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func read(
        _ paths: [String], format: DocumentFormat? = nil, columns: ColumnNames = ColumnNames(),
        maximumRecord: Int = DocumentReader.defaultMaximumRecord
    ) throws -> (documents: [Document], told: [String]) {
        var documents: [Document] = []
        var told: [String] = []
        let reader = try DocumentReader(
            paths: paths, ReadingOptions(format: format, columns: columns),
            maximumRecord: maximumRecord)
        for reading in reader {
            switch reading {
            case .document(let document): documents.append(document)
            case .diagnostic(let diagnostic): told.append("\(diagnostic)")
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): told.append("\(error)")
            }
        }
        return (documents, told)
    }

    @Test func aTextFileIsOneDocumentNamedByItsPath() throws {
        let path = try directory.write("a.txt", "\u{FEFF}One.\r\nTwo “é”.")
        let (documents, told) = try read([path])
        #expect(
            documents == [
                Document(
                    id: path, text: "One.\r\nTwo “é”.", place: Place(file: path),
                    origin: DocumentOrigin(file: path, part: .whole))
            ])
        #expect(told.isEmpty)
    }

    @Test func linesGiveTheirColumnsAndPassTheOthersThrough() throws {
        let path = try directory.write(
            "a.jsonl",
            """
            {"doc_id": 7, "body": "Hello.", "headline": "H", "outlet": "O", "date": "2031-02-03", \
            "url": "u", "z": {"b": [1, 2.50]}, "a": null, "flag": true}\r
            \n\
            {"content":"Second.","title":null}
            """)
        let (documents, told) = try read([path])
        #expect(told.isEmpty)
        #expect(
            documents == [
                Document(
                    id: "7", text: "Hello.", title: "H", source: "O", published: "2031-02-03",
                    url: "u",
                    fields: [
                        .init(name: "z", value: "{\"b\": [1, 2.50]}"), .init(name: "a", value: ""),
                        .init(name: "flag", value: "true"),
                    ], place: Place(file: path, line: 1),
                    origin: DocumentOrigin(file: path, part: .identified)),
                Document(
                    id: "\(path):3", text: "Second.", place: Place(file: path, line: 3),
                    origin: DocumentOrigin(file: path, part: .line(3))),
            ])
    }

    @Test func columnsAreRenamedAndTheFirstNameWins() throws {
        let path = try directory.write(
            "a.jsonl", #"{"id":"a","Text":"t","body":"b","story":"s"}"#)
        #expect(try read([path]).documents.map(\.text) == ["t"])
        #expect(try read([path]).documents[0].fields.map(\.name) == ["body", "story"])
        let renamed = try read([path], columns: ColumnNames(text: "story")).documents
        #expect(renamed.map(\.text) == ["s"])
        #expect(renamed[0].fields.map(\.name) == ["Text", "body"])
    }

    @Test func arraysAndSingleObjectsAreRead() throws {
        let array = try directory.write(
            "a.json",
            "[\n  {\"id\": \"a\", \"text\": \"one, [two]\"},\n  {\"id\": \"b\",\n   \"text\": \"x\"}\n]\n"
        )
        let (documents, told) = try read([array])
        #expect(documents.map(\.id) == ["a", "b"])
        #expect(documents.map(\.place.line) == [2, 3])
        #expect(told.isEmpty)
        let single = try directory.write("b.json", "{\"id\":\"c\",\n\"text\":\"y\"}")
        #expect(try read([single]).documents.map(\.id) == ["c"])
        let empty = try directory.write("c.json", "[]")
        #expect(try read([empty]).documents.isEmpty)
    }

    @Test func oddElementsOfAnArrayAreTold() throws {
        let path = try directory.write(
            "a.json", "[{\"id\":1,\"text\":\"a\"},\n3,\n{\"id\":2},\n{\"id\":3,\"text\":\"b\"}")
        let (documents, told) = try read([path])
        #expect(documents.map(\.id) == ["1", "3"])
        #expect(
            told == [
                "\(path):2: no JSON object: at byte 0 of the record found '3'; expected an object",
                "\(path):3: found no text, only columns id; expected text, body, content …, or --text-column",
                "\(path):4: the array is not closed; expected ']'",
            ])
    }

    @Test func tablesAreRead() throws {
        let path = try directory.write(
            "a.csv",
            "\u{FEFF}ID,Headline,Body,note\r\n1,h,\"Two\nlines, \"\"q\"\".\",n\r\n2,,x,\r\n")
        let (documents, told) = try read([path])
        #expect(told.isEmpty)
        #expect(documents.map(\.id) == ["1", "2"])
        #expect(documents.map(\.text) == ["Two\nlines, \"q\".", "x"])
        #expect(documents.map(\.title) == ["h", nil])
        #expect(documents.map(\.place.line) == [2, 4])
        #expect(documents[0].fields == [Document.Field(name: "note", value: "n")])
        let tabs = try directory.write("a.tsv", "id\ttext\n1\ta, b\n")
        #expect(try read([tabs]).documents.map(\.text) == ["a, b"])
    }

    @Test func aTableWithoutTextIsToldOnce() throws {
        let path = try directory.write("a.csv", "id,words\n1,a\n2,b\n")
        #expect(
            try read([path]).told == [
                "\(path):2: found no text, only columns id, words; expected text, body, content …, or --text-column"
            ])
    }

    @Test func directoriesAreWalkedInByteOrder() throws {
        try directory.write("in/b.txt", "b")
        try directory.write("in/B.txt", "B")
        try directory.write("in/a/z.txt", "z")
        try directory.write("in/.hidden.txt", "h")
        try directory.write("in/picture.jpg", "j")
        let root = directory.path + "/in"
        let (documents, told) = try read([root])
        #expect(documents.map(\.id) == ["B.txt", "a/z.txt", "b.txt"].map { root + "/" + $0 })
        #expect(documents[1].place.file == root + "/a/z.txt")
        #expect(told.count == 1 && told[0].contains("passed over 1 file of other kinds (1 .jpg)"))
    }

    @Test func pathsThatCannotBeReadAreRefusedByName() throws {
        let none = directory.path + "/none"
        #expect(throws: CorpusError.missing(path: none)) { try DocumentReader(paths: [none]) }
        let odd = try directory.write("a.doc", "x")
        #expect(
            throws: CorpusError.unknownFormat(path: odd, expected: DocumentFormat.documents)
        ) { try DocumentReader(paths: [odd]) }
        #expect(try read([odd], format: .txt).documents.map(\.text) == ["x"])
        let empty = directory.path + "/empty"
        try FileManager.default.createDirectory(
            atPath: empty, withIntermediateDirectories: true)
        #expect(throws: CorpusError.noDocuments(paths: [empty])) {
            try DocumentReader(paths: [empty])
        }
    }

    @Test func invalidBytesAreToldByTheirOffset() throws {
        let path = try directory.write(
            "a.jsonl",
            Array("{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"".utf8) + [0xE2, 0x28]
                + Array("\"}\n{\"id\":3,\"text\":\"c\"}\n".utf8))
        let (documents, told) = try read([path])
        #expect(documents.map(\.id) == ["1", "3"])
        #expect(
            told == [
                "\(path):2: found the byte 0xE2 at byte offset 36 of the file; expected UTF-8, or --encoding"
            ])
        let zero = try directory.write("c.txt", [0x41, 0x00])
        #expect(try read([zero]).told.first?.contains("NUL byte at byte offset 1") == true)
    }

    @Test func emptyTextsAndFilesAreTold() throws {
        let path = try directory.write("a.jsonl", "{\"id\":1,\"text\":\" \\n\u{A0}\"}\n")
        #expect(try read([path]).told == ["\(path):1: the text is empty; expected words"])
        let empty = try directory.write("b.txt", "")
        #expect(
            try read([empty]).told == ["\(empty): the file is empty; expected at least one record"])
    }

    @Test func idsStayUnique() throws {
        let path = try directory.write(
            "a.jsonl",
            """
            {"id":"a","text":"one"}
            {"id":"a","text":"one"}
            {"id":"a","text":"two"}
            {"id":"a#2","text":"three"}
            {"id":"a","text":"two"}
            """)
        let (documents, told) = try read([path])
        #expect(documents.map(\.id) == ["a", "a#2", "a#2#2"])
        #expect(
            told == [
                "\(path):2: repeats document a; passed over",
                "\(path):3: the id a is taken by another document; kept as a#2",
                "\(path):4: the id a#2 is taken by another document; kept as a#2#2",
                "\(path):5: repeats document a; passed over",
            ])
    }

    @Test(arguments: [DocumentFormat.jsonl, .json, .csv])
    func recordsThatAreTooLongArePassedOver(_ format: DocumentFormat) throws {
        let long = String(repeating: "x", count: 9 << 18)
        let text =
            switch format {
            case .json:
                "[{\"id\":1,\"text\":\"a\"},{\"id\":2,\"text\":\"\(long)\"},{\"id\":3,\"text\":\"c\"}]"
            case .csv: "id,text\n1,a\n2,\(long)\n3,c\n"
            default:
                "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"\(long)\"}\n{\"id\":3,\"text\":\"c\"}\n"
            }
        let path = try directory.write("a.\(format.rawValue)", text)
        for limit in [1000, (1 << 20) + 7] {
            let (documents, told) = try read([path], maximumRecord: limit)
            #expect(documents.map(\.id) == ["1", "3"])
            #expect(told.count == 1 && told[0].contains("too long"))
        }
        #expect(try read([path]).documents.count == 3)
    }

    /// Chunk borders fall everywhere when many records pass by.
    @Test(arguments: [DocumentFormat.jsonl, .json, .csv])
    func nothingIsLostAtTheBordersOfChunks(_ format: DocumentFormat) throws {
        var generator = SplitMix(seed: 3)
        var rows: [(id: Int, text: String)] = []
        for id in 1...1200 {
            let count = Int.random(in: 1...200, using: &generator)
            rows.append((id, (0..<count).map { "word\($0) “é”, \n" }.joined() + "."))
        }
        let encoder = JSONEncoder()
        let lines = try rows.map { row -> String in
            let text = String(decoding: try encoder.encode(row.text), as: UTF8.self)
            return format == .csv
                ? "\(row.id),\"\(row.text)\"" : "{\"id\":\(row.id),\"text\":\(text)}"
        }
        let text =
            switch format {
            case .json: "[" + lines.joined(separator: ",\n") + "]"
            case .csv: "id,text\r\n" + lines.joined(separator: "\r\n")
            default: lines.joined(separator: "\n")
            }
        let path = try directory.write("a.\(format.rawValue)", text)
        let (documents, told) = try read([path])
        #expect(told.isEmpty)
        #expect(documents.map(\.id) == rows.map { "\($0.id)" })
        #expect(documents.map(\.text) == rows.map(\.text))
        if format != .csv { #expect(documents.map(\.place.line) == Array(1...1200)) }
    }

    @Test func standardInputIsToldByItsFirstByte() throws {
        for (text, count) in [
            ("{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"b\"}", 2),
            (" [{\"id\":1,\"text\":\"a\"}]", 1), ("Plain words.", 1),
        ] {
            let pipe = Pipe()
            try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
            try pipe.fileHandleForWriting.close()
            let reader = try DocumentReader(
                paths: ["-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
            let documents = reader.filter { if case .document = $0 { true } else { false } }
            #expect(documents.count == count)
        }
    }

    @Test func anEmptyColumnLeavesItsRoleToTheNextName() throws {
        let path = try directory.write(
            "n.jsonl",
            #"{"id":"a","text":null,"body":"Words.","k":1,"k":2}"# + "\n"
                + #"{"id":"b","text":"","content":"More words."}"# + "\n")
        let documents = try DocumentReader(paths: [path]).map { reading -> Document in
            guard case .document(let document) = reading else { return Document(id: "", text: "") }
            return document
        }
        #expect(documents.map(\.text) == ["Words.", "More words."])
        // Of two members of one name the last is passed through.
        #expect(documents[0].fields.map(\.name) == ["text", "k"])
        #expect(documents[0].fields.last?.value == "2")
    }
}
