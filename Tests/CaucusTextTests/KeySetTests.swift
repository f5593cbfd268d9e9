import CaucusText
import Testing

@Suite struct KeySetTests {
    @Test func holdsItsWordsWhateverTheirCaseAndNoOthers() {
        let words = (0..<200).map { "word\($0)" }
        let set = KeySet(words.joined(separator: " "))
        for word in words {
            #expect(set.contains(LetterFolding.key(of: word.uppercased())))
        }
        for i in 200..<2000 { #expect(!set.contains(LetterFolding.key(of: "word\(i)"))) }
        #expect(!KeySet("").contains(LetterFolding.key(of: "a")))
    }
}
