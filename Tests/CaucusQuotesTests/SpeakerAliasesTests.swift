import CaucusQuotes
import CaucusText
import Testing

struct SpeakerAliasesTests {
    private let aliases: SpeakerAliases = {
        var aliases = SpeakerAliases()
        aliases.add(primary: "Rénata Sørvåg", aliases: ["Ms. Sørvåg", "Рената Йол"])
        return aliases
    }()

    @Test(arguments: [
        "Renata Sorvag", "RÉNATA SØRVÅG", "Re\u{301}nata Sørva\u{30A}g", "  renata   sorvag ",
        "Renata\u{A0}Sørvåg", "ms. sorvag", "РЕНАТА ИОЛ",
    ])
    func caseAccentsAndSpacesDoNotCount(_ name: String) {
        #expect(aliases.primary(for: name) == "Rénata Sørvåg")
    }

    @Test(arguments: ["Renata Sorvig", "Renata", "", "Renata-Sorvag"])
    func anotherNameIsNobody(_ name: String) {
        #expect(aliases.primary(for: name) == nil)
    }

    @Test func marksOfOtherScriptsAreLetters() {
        var aliases = SpeakerAliases()
        aliases.add(primary: "が", aliases: [])
        #expect(aliases.primary(for: "か") == nil)
        #expect(aliases.primary(for: "か\u{3099}") == "が")
    }

    @Test func aTextInEitherNormalFormFindsTheAlias() {
        for name in ["Renée Orvik", "Rene\u{301}e Orvik", "RENÉE ORVIK"] {
            let extraction = QuotationExtractor(
                aliases: SpeakerAliases(lines: "R. Orvik, Renee Orvik")
            )
            .extraction(of: Document(id: "t", text: "“The pier will hold,” \(name) said."))
            #expect(extraction.quotations.map(\.speaker?.name) == ["R. Orvik"])
        }
    }
}
