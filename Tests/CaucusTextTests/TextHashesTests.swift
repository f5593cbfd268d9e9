import Testing

@testable import CaucusText

/// Issue 17: whether labels are among the texts that a model learned from.
@Suite struct TextHashesTests {
    private let texts = (0..<500).map { "Text number \($0) says “that” — Élan, \($0 * 7)." }

    @Test func textsAreFoundWhateverTheirSpaceMarksAndCase() {
        let hashes = TextHashes(of: texts + texts + ["", "…"])
        #expect(hashes.count == 500)
        #expect(texts.allSatisfy { hashes.contains($0) })
        #expect(hashes.contains("  text NUMBER 3\nsays \"that\" - e\u{301}lan 21 "))
        #expect(!hashes.contains("Text number 500 says “that” — Élan, 3500."))
        #expect(!hashes.contains("Textnumber 3 says that Élan 21"))
        #expect(!hashes.contains("") && !hashes.contains(" … "))
    }

    @Test func theyAreKeptAsBytes() throws {
        let hashes = TextHashes(of: texts)
        #expect(hashes.bytes.count == 8 * 500)
        #expect(TextHashes(bytes: hashes.bytes) == hashes)
        #expect(TextHashes(bytes: [])?.count == 0)
        #expect(TextHashes(bytes: Array(hashes.bytes.dropLast())) == nil)
        #expect(TextHashes(bytes: Array(hashes.bytes.suffix(8) + hashes.bytes.prefix(8))) == nil)
    }

    /// The hashes of shipped models stand in files: they must not change.
    @Test func aHashIsTheSameForever() {
        #expect(TextHashes(of: ["We trust Ada."]).bytes == [3, 74, 181, 253, 180, 85, 104, 248])
    }
}
