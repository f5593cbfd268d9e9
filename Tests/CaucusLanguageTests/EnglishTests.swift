import CaucusLanguage
import CaucusText
import Testing

/// The word lists: what a linguist may break without knowing it.
struct EnglishTests {
    @Test(arguments: English.List.allCases)
    func aListHasGroupsOfWords(_ list: English.List) {
        let groups = English.groups(of: list)
        #expect(list == .valence || !groups.isEmpty)
        for group in groups { #expect(!group.words.isEmpty, "\(list) \(group.fields)") }
    }

    /// The lists of words: the patterns of acts are slots, which come again.
    private static let words = English.List.allCases.filter { $0 != .actPatterns }

    @Test(arguments: words)
    func noWordStandsTwiceInAGroup(_ list: English.List) {
        for group in English.groups(of: list) {
            let twice = Dictionary(grouping: group.words, by: \.self).filter { $1.count > 1 }.keys
            #expect(twice.isEmpty, "\(list) \(group.fields): \(twice.sorted())")
        }
    }

    /// A verb, noun or adjective that stood in two groups with a stance would have one of them for nothing.
    @Test(arguments: [English.List.actVerbs, .actNouns])
    func noWordHasTwoStances(_ list: English.List) {
        for kind in [["verb", "doing", "attitude"], ["noun"], ["adjective"]] {
            let words = English.groups(of: list).filter { kind.contains($0.name) }.flatMap(\.words)
            let twice = Dictionary(grouping: words, by: \.self).filter { $1.count > 1 }.keys
            #expect(twice.isEmpty, "\(list), \(kind): \(twice.sorted())")
        }
    }

    /// A word that the tokenizer never makes would never be met: “'s're”.
    @Test(arguments: words)
    func everyWordIsOneThatTheTokenizerMakes(_ list: English.List) {
        for group in English.groups(of: list) {
            for word in group.words.flatMap({ $0.split(whereSeparator: { "_/".contains($0) }) }) {
                let plain = word.filter { !"+*~".contains($0) }
                guard !plain.isEmpty else { continue }
                // “'ll” alone is a mark and a word; “pandora's” has a word in “'s”.
                let clitics = ["'s", "'ll", "'d", "'m", "'re", "'ve"]
                let parts =
                    plain.hasPrefix("'") || clitics.contains(where: plain.hasSuffix) ? 2 : 1
                #expect(
                    Tokenizer().tokens(of: plain).count == parts, "\(list) \(group.fields): \(word)"
                )
            }
        }
    }

    /// Two groups of one name and another side contradict each other.
    @Test(arguments: [English.List.actVerbs, .actNouns])
    func noWordTakesBothSides(_ list: English.List) {
        var sides: [String: Set<String>] = [:]
        for group in English.groups(of: list) where group.fields.count > 1 {
            for word in group.words {
                for companion in group.companions.isEmpty ? [""] : group.companions {
                    sides["\(group.name) \(word) \(companion)", default: []].insert(group.fields[1])
                }
            }
        }
        #expect(sides.filter { $1.count > 1 }.isEmpty)
    }

    @Test func aGroupIsReadAsItIsWritten() {
        let groups = WordGroup.groups(
            in: """
                # Verbs.
                stray
                [verb against 3: on upon]
                lie/lied refer+
                > Roe {lied} today.
                < The lie is old.
                [wish]
                urge
                """)
        #expect(groups.map(\.fields) == [["verb", "against", "3"], ["wish"]])
        #expect(groups[0].companions == ["on", "upon"])
        #expect(groups[0].words == ["lie/lied", "refer+"])
        #expect(groups[0].examples == ["Roe {lied} today."])
        #expect(groups[0].counterexamples == ["The lie is old."])
        #expect(groups[1].words == ["urge"])
    }

    @Test func verbsAreInflected() {
        func forms(_ spelling: String) -> [String] {
            VerbForms(spelling)?.all.map { String(decoding: $0, as: UTF8.self) } ?? []
        }
        #expect(forms("say/said") == ["say", "says", "said", "saying"])
        #expect(forms("refer+") == ["refer", "refers", "referred", "referring"])
        #expect(forms("take/took/taken") == ["take", "takes", "took", "taken", "taking"])
        #expect(forms("deny") == ["deny", "denies", "denied", "denying"])
        #expect(forms("die") == ["die", "dies", "died", "dying"])
        #expect(forms("agree") == ["agree", "agrees", "agreed", "agreeing"])
        #expect(VerbForms("") == nil)
        #expect(VerbForms("+") == nil)
        #expect(VerbForms("a/b/c/d") == nil)
    }
}
