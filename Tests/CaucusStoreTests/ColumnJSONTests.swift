import CaucusText
import Testing

@testable import CaucusStore

@Suite("columns of texts")
struct ColumnJSONTests {
    @Test(arguments: [
        [], ["a"], ["Ruth Okello", "Ms. Okello"], ["", "José", "a,b", "[c]"],
        ["O\"Dowd", "back\\slash", "line\nbreak"],
    ])
    func whatIsWrittenIsRead(_ texts: [String]) throws {
        #expect(try ColumnJSON.strings(ColumnJSON.text(texts)) == texts)
    }

    @Test func spacesAreNoFault() throws {
        #expect(try ColumnJSON.strings("[ \"a\" , \"b\" ]") == ["a", "b"])
    }

    @Test(arguments: [
        "", "[", "]", "[\"a\"", "[\"a]", "[\"a\"b\"]", "[\"a\"]]", "[1]", "{}",
    ])
    func anythingElseIsRefused(_ json: String) {
        #expect(throws: (any Error).self) { try ColumnJSON.strings(json) }
    }
}
