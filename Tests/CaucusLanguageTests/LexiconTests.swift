import CaucusText
import Testing

@testable import CaucusLanguage

/// The word lists as the reading has them.
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

    @Test func everyGroupOfJoiningWordsNamesAClass() {
        for group in English.groups(of: .joiningWords) {
            #expect(JoiningClass(name: group.name) != nil, "[\(group.name)]")
        }
        #expect(Lexicon.standard[LetterFolding.key(of: "DON’T")].joining == .negator)
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

    @Test func classesAreCalledByTheirNames() {
        #expect(WordClass(names: ["role", "male-role"]) == [.role, .maleRole])
        #expect(WordClass(names: ["nothing"]) == [])
        #expect(VerbClass(name: "say") == .say)
        #expect(VerbClass(name: "none") == nil)
        #expect(VerbClass(name: "nothing") == nil)
    }
}
