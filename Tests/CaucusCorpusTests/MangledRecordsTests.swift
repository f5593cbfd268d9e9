import CaucusMatrix
import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 6: whatever stands between the good records, they are read and the others are told.
@Suite struct MangledRecordsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    /// One mangled line of JSON; never a blank one and never one with text and nothing wrong.
    private func mangledLine(_ kind: Int, _ g: inout SplitMix) -> [UInt8] {
        let good = Array(#"{"id":"x","text":"Some words, and “more”.","n":[1,2]}"#.utf8)
        switch kind {
        case 0: return Array(good[..<Int.random(in: 1..<good.count, using: &g)])
        case 1:
            return Array(
                #"{"id":1,"text":\#(["5", "null", "[]", "{}", "true"][Int.random(in: 0..<5, using: &g)])}"#
                    .utf8)
        case 2: return Array(#"{"id":1,"title":"no text"}"#.utf8)
        case 3: return Array(#"{"id":1,"text":"a\u0000b"}"#.utf8)
        case 4: return Array(#"{"id":1,"text":"a"#.utf8) + [0] + Array(#"b"}"#.utf8)
        case 5:
            let depth = Int.random(in: 200...5000, using: &g)
            return Array(("{\"text\":\"t\",\"a\":" + String(repeating: "[", count: depth)).utf8)
        case 6:
            var bytes = good
            bytes[Int.random(in: 20..<30, using: &g)] =
                [0xFF, 0xC0, 0x80, 0xED][Int.random(in: 0..<4, using: &g)]
            return bytes
        case 7: return Array(#"{"id":1,"text":" \n\t"}"#.utf8)
        case 8: return Array(#"["a","b"]"#.utf8)
        case 9:
            return Array("{\"id\":1,\"text\":\"".utf8) + [UInt8](repeating: 0x78, count: 5000)
                + Array("\"}".utf8)
        default:
            return (0..<Int.random(in: 1...60, using: &g)).map { _ in
                let byte = UInt8.random(in: 0...255, using: &g)
                return byte == 0x0A ? 0x7B : byte
            } + [0xFF]
        }
    }

    @Test func tenThousandMangledLinesCostNoGoodOne() throws {
        var g = SplitMix(seed: 10_000)
        var bytes: [UInt8] = []
        var bad: Set<Int> = []
        var good: [String] = []
        for line in 1...15_000 {
            if line % 3 == 0 {
                bytes += Array("{\"id\":\"good-\(line)\",\"text\":\"Words of line \(line).\"}".utf8)
                good.append("good-\(line)")
            } else {
                bytes += mangledLine(Int.random(in: 0...10, using: &g), &g)
                bad.insert(line)
            }
            bytes.append(0x0A)
        }
        let path = try directory.write("a.jsonl", bytes)
        var ids: [String] = []
        var told: [Int] = []
        for reading in try DocumentReader(paths: [path], maximumRecord: 4000) {
            switch reading {
            case .document(let document): ids.append(document.id)
            case .diagnostic(let diagnostic):
                told.append(try #require(diagnostic.place.line))
                #expect(!diagnostic.message.contains("\n"))
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): Issue.record("\(error)")
            }
        }
        #expect(ids == good)
        #expect(told == bad.sorted() && told.count == 10_000)
    }

    @Test func brokenRowsOfATableCostNoGoodOne() throws {
        var g = SplitMix(seed: 4)
        var text = "id,text,note\n"
        var good: [String] = []
        for line in 2...6000 {
            switch line % 5 {
            case 0: text += "x,\"never closed,n\n"
            case 1: text += "x,only two\n"
            case 2: text += "x,\"closed\" too early,n\n"
            default:
                let words = (0..<Int.random(in: 1...30, using: &g)).map { "w\($0)" }.joined(
                    separator: " ")
                text += "good-\(line),\"\(words), “é” \"\"q\"\"\",n\n"
                good.append("good-\(line)")
            }
        }
        let path = try directory.write("a.csv", text)
        var ids: [String] = []
        var told: [Int] = []
        for reading in try DocumentReader(paths: [path]) {
            switch reading {
            case .document(let document): ids.append(document.id)
            case .diagnostic(let diagnostic): told.append(try #require(diagnostic.place.line))
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): Issue.record("\(error)")
            }
        }
        #expect(ids == good)
        #expect(told == (2...6000).filter { $0 % 5 < 3 })
    }

    /// An element that was cut off is one diagnostic, with its line, and costs none of its neighbors.
    @Test(arguments: [
        #"{"id":"b","text":"abc}"#, #"{"id":"b","text":"abc""#, #"{"id":"b","te"#,
        #"{"id":"b","text":"a\"}"#, #"{"id":"b","text":"abc","x":[1,2}"#,
        #"{"id":"b","text":["abc""#,
        #"{"id":"b","text":"abc","x":{"y":1}"#, #"{"id":"b","text":"abc"]}"#,
        #"{"id":"b","text":"abc"}}"#,
        #"{"id":"b","x":[{"y":[1,"#, "5",
    ])
    func anElementThatWasCutOffCostsNoOther(_ broken: String) throws {
        let good = (1...40).map {
            #"{"id":"g\#($0)","text":"Words of “\#($0)”, and {more} [words]."}"#
        }
        var elements = good
        elements.insert(broken, at: 2)
        for (before, joint, after) in [("[\n", ",\n", "\n]\n"), ("[\n  ", "\n, ", "\n]")] {
            let path = try directory.write(
                "a.json", before + elements.joined(separator: joint) + after)
            var ids: [String] = []
            var told: [Diagnostic] = []
            for reading in try DocumentReader(paths: [path]) {
                switch reading {
                case .document(let document): ids.append(document.id)
                case .diagnostic(let diagnostic): told.append(diagnostic)
                case .note(let note): Issue.record("\(note)")
                case .failure(let error): Issue.record("\(error)")
                }
            }
            #expect(ids == (1...40).map { "g\($0)" }, "\(broken)")
            #expect(told.first?.place.line == 4, "\(told)")
        }
    }

    /// Valid arrays are split alike, however their lines are broken.
    @Test func aValidArrayIsSplitWhereItsElementsEnd() throws {
        let layouts = [
            "[{\"id\":1,\"text\":\"a\",\"x\":\n{\"y\":[{},\n{}]}},\n{\"id\":2,\"text\":\"b\"}]",
            "[\n{\n\"id\"\n:\n1\n,\"text\":\"a\"\n,\n\"x\"\n:\n{\n}\n}\n,\n{\"id\":2,\"text\":\"b\",\"y\":[\n{\"z\":1}\n,\n{\"z\":[]}\n]\n}\n]",
        ]
        for layout in layouts {
            let path = try directory.write("v.json", layout)
            let ids = try DocumentReader(paths: [path]).map { reading -> String in
                if case .document(let document) = reading { document.id } else { "\(reading)" }
            }
            #expect(ids == ["1", "2"])
        }
    }

    /// Files of every format, cut, flipped and filled with noise: reading ends, and never by a crash.
    @Test(arguments: [
        DocumentFormat.jsonl, .json, .csv, .tsv, .txt, .html, .eml, .mhtml, .rtf, .docx, .xlsx,
    ])
    func noiseNeverCrashes(_ format: DocumentFormat) throws {
        var g = SplitMix(seed: 77)
        let seeds = [
            "[{\"id\":1,\"text\":\"a, \\\"b\\\"\"},\n{\"id\":2,\"text\":\"c\",\"x\":[{}]}]",
            "{\"id\":1,\"text\":\"a\"}\n{\"id\":2,\"text\":\"\\ud83d\\ude00\"}\r\n\n",
            "\u{FEFF}id,text\r\n1,\"a \"\"b\"\"\nc\"\r\n2,d\r\n", "id\ttext\n1\ta\n",
            "Plain “words”.", "{\n\"articles\": [{\"text\":[\"a\",\"b\"]},{\"x\":NaN}],\"n\":{}}",
            "\n{\n\"text\":\"a\"\n}\n{\n\"text\":\"b\"\n}", "sep=;\rid;text\ra;\"b\n\"\r",
            "a|b\n\"c|d\n",
            "1 of 2 DOCUMENTS\n\nPost\n\nMarch 5, 2031\n\nHEADLINE: a\n\nBODY:\nb\n\n2 of 2 DOCUMENTS\n\nBODY:\nc",
        ].map { Array($0.utf8) }
        for round in 0..<250 {
            var bytes = seeds[round % seeds.count]
            for _ in 0..<Int.random(in: 0...6, using: &g) where !bytes.isEmpty {
                let i = Int.random(in: 0..<bytes.count, using: &g)
                switch Int.random(in: 0...3, using: &g) {
                case 0: bytes.removeFirst(i)
                case 1: bytes.removeLast(i)
                case 2: bytes.insert(contentsOf: bytes, at: i)
                default: bytes[i] = UInt8.random(in: 0...255, using: &g)
                }
            }
            let path = try directory.write("n.\(format.rawValue)", bytes)
            let limit = Int.random(in: 1...200, using: &g)
            var count = 0
            for _ in try DocumentReader(paths: [path], maximumRecord: limit) { count += 1 }
            #expect(count <= bytes.count + 2)
            if format.isJSON || format.isTable {
                for _ in try LabeledExampleReader(paths: [path], maximumRecord: limit) {
                    count += 1
                }
            }
        }
    }

    @Test func aFileThatShrinksWhileItIsReadIsAFailure() throws {
        let line = "{\"text\":\"" + String(repeating: "x", count: 1000) + "\"}\n"
        let path = try directory.write("a.jsonl", String(repeating: line, count: 4000))
        var iterator = try DocumentReader(paths: [path]).makeIterator()
        let first = iterator.next()
        #expect(first != nil)
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: 2_000_000)
        try handle.close()
        var failures: [CorpusError] = []
        while let reading = iterator.next() {
            if case .failure(let error) = reading { failures.append(error) }
        }
        guard case .readFailed(path, let offset, _)? = failures.first, failures.count == 1 else {
            Issue.record("\(failures)")
            return
        }
        #expect(offset >= 1 << 20 && offset <= 2_000_000)
    }

    @Test func chunksReadSideBySideGiveTheSameDocuments() async throws {
        let text = (0..<9000).map {
            "{\"id\":\($0),\"text\":\"\(String(repeating: "w ", count: $0 % 300 + 1))\"}\n"
        }
        let path = try directory.write("a.jsonl", text.joined())
        let reader = try DocumentReader(paths: [path])
        let inOrder = Array(reader)
        let chunks = reader.chunks().compactMap { step -> RecordChunk? in
            if case .chunk(let chunk) = step { chunk } else { nil }
        }
        #expect(chunks.count > 1)
        let parts = await withTaskGroup(of: (Int, [DocumentReading]).self) { group in
            for (i, chunk) in chunks.enumerated() {
                group.addTask { (i, reader.documents(in: chunk)) }
            }
            var parts: [Int: [DocumentReading]] = [:]
            for await (i, part) in group { parts[i] = part }
            return parts
        }
        #expect(chunks.indices.flatMap { parts[$0] ?? [] } == inOrder)
    }
}
