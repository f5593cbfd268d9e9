import CaucusText
import Foundation
import Testing

@testable import CaucusCorpus

/// Issue 6: quotations that others extracted are read as they are.
@Suite struct GivenQuotationsTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func read(
        _ text: String, _ format: DocumentFormat
    ) throws -> (documents: [Document], told: [String]) {
        let path = try directory.write("a.json", text)
        var documents: [Document] = []
        var told: [String] = []
        for reading in try DocumentReader(paths: [path], ReadingOptions(format: format)) {
            switch reading {
            case .document(let document): documents.append(document)
            case .diagnostic(let diagnostic): told.append(diagnostic.message)
            case .note(let note): Issue.record("\(note)")
            case .failure(let error): Issue.record("\(error)")
            }
        }
        return (documents, told)
    }

    private func contents(_ document: Document) -> [String] {
        (document.given?.quotations ?? []).map { quotation in
            quotation.spans.map { document.text[$0] }.joined(separator: " | ")
        }
    }

    @Test func gdeltLinesGiveQuotationsWithTheirContext() throws {
        let (documents, told) = try read(
            """
            {"date":"2031-02-03T00:00:00Z","url":"https://www.lorn.example/b","title":"T","lang":"ENGLISH",\
            "quotes":[{"pre":"Mayor Ada Quill said \\u201c","quote":"We stay.","post":", and left."},\
            {"pre":"","quote":"\\"Ours — all of it\\"","post":"she added"}]}
            {"date":"2031-02-03T00:00:00Z","url":"https://lorn.example/c","quotes":[]}
            {"date":"2031-02-03T00:00:00Z","url":"https://lorn.example/d","quotes":[{"quote":" "}]}
            """, .gdelt)
        // A page without quotations, or with blanks alone, is a document without any.
        try #require(documents.count == 3)
        #expect(documents.dropFirst().allSatisfy { $0.text.isEmpty && contents($0).isEmpty })
        #expect(documents[0].id == "https://www.lorn.example/b")
        #expect(documents[0].source == "lorn.example")
        #expect(documents[0].published == "2031-02-03T00:00:00Z")
        #expect(documents[0].fields == [Document.Field(name: "lang", value: "ENGLISH")])
        #expect(
            documents[0].text
                == "Mayor Ada Quill said “We stay.”, and left.\n\n“Ours — all of it” she added")
        #expect(contents(documents[0]) == ["We stay.", "Ours — all of it"])
        #expect(documents[0].given?.seeksSpeakers == true)
        #expect(told.isEmpty)
    }

    @Test func bothVersionsOfQuotebankAreRead() throws {
        let (lines, _) = try read(
            """
            {"quoteID":"2031-01-02-000001","quotation":"We stay.","speaker":"Ada Quill","qids":["Q1"],\
            "date":"2031-01-02 00:00:00","numOccurrences":2,"probas":[["Ada Quill","0.9"]],\
            "urls":["http://www.lorn.example/x","http://b.example"],"phase":"E"}
            {"quoteID":"2031-01-02-000002","quotation":"Who knows?","speaker":"None","date":"2031-01-02"}
            """, .quotebank)
        #expect(lines.map(\.id) == ["2031-01-02-000001", "2031-01-02-000002"])
        #expect(lines.map { $0.given?.quotations.first?.speaker } == ["Ada Quill", nil])
        #expect(lines.first?.url == "http://www.lorn.example/x")
        #expect(lines.first?.source == "lorn.example")
        #expect(lines.flatMap(contents) == ["We stay.", "Who knows?"])
        let (articles, _) = try read(
            """
            {"articleID":"a1","title":"T","date":"2031-01-02","url":"http://lorn.example/x","quotations":[\
            {"quoteID":"q","quotation":"We stay","leftContext":"Quill said, \\"","rightContext":"\\" and left",\
            "localTopSpeaker":"Ada Quill","globalTopSpeaker":"Tom Reed"}]}
            """, .quotebank)
        #expect(articles.map(\.text) == ["Quill said, “We stay” and left"])
        #expect(articles.map { $0.given?.quotations.first?.speaker } == ["Ada Quill"])
    }

    @Test func citronsOffsetsCountCodePoints() throws {
        let text = "“Ours,” said “é” Quill, “all of it.”"
        let json = """
            {
             "text": "\(text)",
             "quotes": [{"cue": {"start": 8, "end": 12, "text": "said"},
               "sources": [{"start": 17, "end": 22, "text": "Quill"}],
               "contents": [{"start": 24, "end": 36, "text": "“all of it.”"}, {"start": 0, "end": 7}],
               "confidence": 0.5}]
            }
            """
        let (documents, told) = try read(json, .citron)
        try #require(documents.count == 1, "\(told)")
        #expect(contents(documents[0]) == ["Ours, | all of it."])
        let quotation = try #require(documents[0].given?.quotations.first)
        #expect(quotation.cue.map { text[$0] } == "said")
        #expect(quotation.speaker == "Quill" && quotation.confidence == 0.5)
        let shifted = json.replacingOccurrences(of: "\"start\": 24", with: "\"start\": 25")
        #expect(
            try read(shifted, .citron).told.first?.contains("quotation 1 does not stand") == true)
    }

    @Test func theGenderGapTrackersArticlesAndListsAreRead() throws {
        let quote = """
            {"speaker":"Ada Quill","speaker_index":"(12,21)","verb":"said","verb_index":"(22,26)",\
            "quote":"\\"We stay,\\"","quote_index":"(0,10)","quote_token_count":3,\
            "quote_type":"QCQSV","is_floating_quote":false}
            """
        let (articles, told) = try read(
            """
            {"_id":{"$oid":"5f"},"body":"\\"We stay,\\"  Ada Quill said. Then she left.",\
            "outlet":"Lorn Post","publishedAt":"2031-01-02","quotes":[\(quote)]}
            """, .ggt)
        #expect(told.isEmpty)
        try #require(articles.count == 1)
        #expect(articles[0].id == "5f" && articles[0].source == "Lorn Post")
        #expect(articles[0].published == "2031-01-02")
        #expect(contents(articles[0]) == ["We stay,"])
        let quotation = try #require(articles[0].given?.quotations.first)
        #expect(quotation.source.map { articles[0].text[$0] } == "Ada Quill")
        for date in [
            #"{"$date":"2031-01-02T00:00:00Z"}"#, #"{"$date":{"$numberLong":"1925078400000"}}"#,
        ] {
            let (dated, _) = try read(
                #"{"body":"“We stay.”","publishedAt":\#(date),"quotes":[]}"#, .ggt)
            #expect(dated.map(\.published) == ["2031-01-02T00:00:00Z"])
        }
        let (list, _) = try read("[\(quote),\(quote)]", .ggt)
        #expect(list.count == 1 && list.first.map(contents) == ["We stay,", "We stay,"])
    }

    @Test(arguments: [DocumentFormat.gdelt, .quotebank, .citron, .ggt])
    func recordsOfOtherShapesAreTold(_ format: DocumentFormat) throws {
        for record in [
            "{\"id\":1}", "{\"quotes\":5,\"text\":\"a\"}",
            "{\"quotes\":[{\"q\":1}],\"text\":\"a\"}",
            "{\"quotes\":[5],\"text\":\"a\"}", "{\"quotations\":{},\"text\":\"a\"}", "{", "[]",
            "{\"text\":\"a\",\"quotes\":[{\"contents\":[{\"start\":-1,\"end\":9}]}]}",
        ] {
            let (documents, told) = try read(record, format)
            let isEmptyArray = record == "[]" && format != .gdelt
            #expect(documents.isEmpty || format == .ggt, "\(record)")
            #expect(told.count == 1 || isEmptyArray, "\(record) \(told)")
        }
    }
}
