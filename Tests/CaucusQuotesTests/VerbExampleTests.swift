import CaucusLanguage
import CaucusText
import Testing

/// The examples that stand in the list of verbs.
struct VerbExampleTests {
    /// The words in braces of each example are the cue of a quotation; a counterexample holds none.
    @Test func everyClassIsFoundInItsExampleAndNotInItsCounterexample() {
        var tried = 0
        for group in English.groups(of: .reportingVerbs) {
            for example in group.examples {
                let parts = example.split(whereSeparator: { $0 == "{" || $0 == "}" })
                let text = parts.joined()
                let cues = Heard.extraction(text).quotations.compactMap(\.cue).map { text[$0] }
                #expect(parts.count == 3 && cues.contains(String(parts[1])), "\(example)")
                let entry = Lexicon.standard[LetterFolding.key(of: parts[1])]
                #expect(entry.verb == VerbClass(name: group.name), "\(example)")
                tried += 1
            }
            for counterexample in group.counterexamples {
                #expect(Heard.all(in: counterexample).isEmpty, "\(counterexample)")
            }
        }
        // All but “seem”, which reports nothing by itself.
        #expect(tried == VerbClass.allCases.count - 2)
    }
}
