import CCaucus
import Foundation
import Testing

/// Reading files and extracting quotations.
@Suite(.onCallersThread) struct DocumentCallTests {
    @Test func filesAreRowsWithWhatTheirRecordsHold() throws {
        try Samples.withFolder { folder in
            let path = folder.appendingPathComponent("a.jsonl").path
            try Data(
                """
                {"id": "a", "text": "One.", "title": "T", "desk": "harbor"}
                {"id": "b", "text": "Two.", "published": "2031-04-01"}

                """.utf8
            ).write(to: URL(fileURLWithPath: path))
            let found = try #require(Calls.read(CTable([("path", [path])])).table)
            #expect(
                found.names
                    == ["id", "title", "source", "published", "url", "text", "desk"])
            #expect(found.texts("id") == ["a", "b"] && found.texts("text") == ["One.", "Two."])
            #expect(found["title"] == [.text("T"), .missing])
            #expect(found["desk"] == [.text("harbor"), .missing])
            #expect(found["published"] == [.missing, .text("2031-04-01")])
            let several = #"["\#(path)"]"#
            #expect(Calls.read(CTable([("path", [several])])).table == found)
        }
    }

    @Test func aFileThatIsNotThereIsNoInput() {
        let answer = Calls.read(CTable([("path", ["/nowhere/articles.jsonl"])]))
        #expect(answer.code == 66 && answer.message?.contains("/nowhere/articles.jsonl") == true)
    }

    @Test func quotationsHaveTheColumnsOfTheCommand() throws {
        let found = try #require(Calls.extract(Samples.documents(1)).table)
        #expect(
            found.names == [
                "quote_id", "doc_id", "start", "end", "quote", "form", "cue", "source_words",
                "speaker_id", "speaker", "role", "rule", "confidence",
            ])
        #expect(
            found.formats
                == ["U", "U", "l", "l", "U", "U", "U", "U", "U", "U", "U", "U", "g"])
        #expect(found.texts("speaker") == ["Hugh Lindgren", "Ruth Okello"])
        #expect(found.texts("doc_id") == ["d0", "d0"])
        #expect(found.numbers("start").first == 1)
        #expect(found.numbers("confidence").allSatisfy { (0...1).contains($0) })
    }

    @Test func aliasesNameOneSpeaker() throws {
        let options = CTable([("aliases", [#"[["Ruth Falk", "Ruth Okello"]]"#])])
        let found = try #require(Calls.extract(Samples.documents(1), options).table)
        #expect(found.texts("speaker") == ["Hugh Lindgren", "Ruth Falk"])
    }

    @Test func columnsMayHaveOtherNames() throws {
        let table = CTable([("words", [Samples.sentence]), ("number", ["n7"])])
        let options = CTable([("text_column", ["words"]), ("id_column", ["number"])])
        #expect(Calls.extract(table, options).table?.texts("doc_id") == ["n7"])
        #expect(Calls.extract(table).code == 65)
    }

    @Test func documentsAndAPathAreOneTooMany() {
        let answer = Calls.extract(Samples.documents(), CTable([("path", ["a.txt"])]))
        #expect(answer.code == 64)
        #expect(answer.message == "found documents and a path; expected one of the two")
    }
}
