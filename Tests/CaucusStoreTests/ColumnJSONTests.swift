import CaucusStance
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

    @Test func whatAnEncoderSaidIsKeptToTheBit() {
        let passage = KeptPassage(
            text: "She left.", targets: [Span(0, 3)], isSpeech: true,
            opinion: [0, -1.25, .leastNonzeroMagnitude, 3.1415927, -0.0, 9e5])
        #expect(ColumnJSON.passage(passage.text, ColumnJSON.text(passage)) == passage)
    }

    @Test(arguments: [
        "[[1,0,3]]", "[[0,0,3],[0,0,3]]", "[[0,-1,3]]", "[[0,2139095040,3]]", "[[0,2143289344,3]]",
        "[[0,99999999999,3]]",
    ])
    func anOpinionThatIsNoneIsRefused(_ json: String) {
        #expect(ColumnJSON.passage(nil, json) == nil)
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
