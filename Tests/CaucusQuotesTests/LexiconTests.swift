import CaucusLanguage
import CaucusText
import Testing

@testable import CaucusQuotes

/// The word lists as the extractor reads them.
struct LexiconTests {
    @Test(arguments: [
        English.List.functionWords, .people, .givenNames, .organizations, .writings, .commonVerbs,
        .idioms,
    ])
    func everyGroupNamesClassesThatThereAre(_ list: English.List) {
        for group in English.groups(of: list) {
            #expect(!group.fields.isEmpty)
            for name in group.fields { #expect(WordClass.isName(name), "\(list) [\(name)]") }
        }
    }

    /// A verb of two classes would only ever be of the first.
    @Test func noReportingVerbIsShadowed() {
        var seen: [String: String] = [:]
        for group in English.groups(of: .reportingVerbs) {
            #expect(VerbClass(name: group.name) != nil, "[\(group.name)]")
            #expect(group.fields.dropFirst().allSatisfy { $0 == "noun" })
            for word in group.words {
                let base = String(word.prefix { $0 != "/" && $0 != "+" })
                #expect(seen[base] == nil, "\(base) of [\(group.name)] is in [\(seen[base] ?? "")]")
                seen[base] = group.name
            }
        }
    }

    /// Every word of a list is known by what its group says.
    @Test func everyVerbIsFoundInEachOfItsForms() {
        for group in English.groups(of: .reportingVerbs) {
            for word in group.words {
                guard let forms = VerbForms(word) else {
                    Issue.record("\(word) is no verb")
                    continue
                }
                for form in forms.all {
                    let text = String(decoding: form, as: UTF8.self)
                    let entry = Lexicon.standard[LetterFolding.key(of: text)]
                    #expect(entry.classes.contains(.verb), "\(text) of \(word)")
                }
            }
        }
    }

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

    @Test func classesAreCalledByTheirNames() {
        #expect(WordClass(names: ["role", "male-role"]) == [.role, .maleRole])
        #expect(WordClass(names: ["nothing"]) == [])
        #expect(VerbClass(name: "say") == .say)
        #expect(VerbClass(name: "none") == nil)
        #expect(VerbClass(name: "nothing") == nil)
    }
}
