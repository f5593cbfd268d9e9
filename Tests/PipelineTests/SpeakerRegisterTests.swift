import Caucus
import Testing

/// When two documents mean one speaker.
@Suite("the register of speakers")
struct SpeakerRegisterTests {
    /// A document in which one speaker says one thing.
    private func add(
        _ speaker: Speaker, in document: String, gender: Mention.Gender = .unknown,
        to register: inout SpeakerRegister
    ) {
        var speaker = speaker
        speaker.gender = gender
        let quotation = Quotation(
            form: .direct, spans: [Span(0, 3)], speaker: speaker, rule: "test", confidence: 1)
        register.add(
            Extraction(
                quotations: [quotation], entities: [speaker], mentions: [], sentences: []),
            of: Document(id: document, text: "abc"))
    }

    private func speaker(_ name: String, role: String? = nil, kind: Speaker.Kind = .person)
        -> Speaker
    {
        let id = name.lowercased().replacing(" ", with: "-")
        return Speaker(id: id, name: name, role: role, kind: kind)
    }

    @Test func fullNamesMergeWithoutCaseAccentsAndTitles() {
        var register = SpeakerRegister()
        let names = ["José Peña", "JOSE PENA", "Dr. José Peña", "Transport Minister José Peña"]
        for (i, name) in names.enumerated() { add(speaker(name), in: "\(i)", to: &register) }
        #expect(register.entries.count == 1)
        #expect(register.entries.first?.documents == 4)
        #expect(register.entries.first?.ambiguities == [])
    }

    @Test func oneNameAloneAndDescribedSourcesStayInTheirDocument() {
        var register = SpeakerRegister()
        for document in ["a", "b"] {
            add(speaker("Peña"), in: document, to: &register)
            add(speaker("a senior official", kind: .described), in: document, to: &register)
            add(speaker("Reuters", kind: .organization), in: document, to: &register)
        }
        #expect(register.entries.count == 5)
        #expect(Set(register.entries.map(\.id)).count == 5)
        #expect(register.entries.filter { $0.documents == 2 }.map(\.name) == ["Reuters"])
    }

    @Test func clashingGendersAndRolesAreNamed() {
        var register = SpeakerRegister()
        add(speaker("Sam Roe", role: "a doctor"), in: "a", gender: .female, to: &register)
        add(speaker("Sam Roe", role: "city councillor"), in: "b", gender: .male, to: &register)
        add(speaker("Ida Lund", role: "finance critic"), in: "a", to: &register)
        add(speaker("Ida Lund", role: "opposition critic"), in: "b", to: &register)
        let byName = Dictionary(
            register.entries.map { ($0.name, $0.ambiguities) }, uniquingKeysWith: { a, _ in a })
        #expect(byName["Sam Roe"]?.count == 2)
        #expect(byName["Ida Lund"] == [])
    }

    @Test func whatTheUserHasJoinedIsNotDoubted() {
        var aliases = SpeakerAliases()
        aliases.add(primary: "Sam Roe", aliases: ["Dr. Roe"])
        var register = SpeakerRegister(aliases: aliases)
        add(speaker("Sam Roe", role: "a doctor"), in: "a", gender: .female, to: &register)
        add(speaker("Sam Roe", role: "city councillor"), in: "b", gender: .male, to: &register)
        #expect(register.entries.map(\.ambiguities) == [[]])
    }

    @Test func theOrderOfDocumentsDoesNotMatter() {
        let names = ["Bo Li", "BO LI", "Ana Vale", "Bo Lí", "Li"]
        var forward = SpeakerRegister()
        var backward = SpeakerRegister()
        for (i, name) in names.enumerated() { add(speaker(name), in: "\(i)", to: &forward) }
        for (i, name) in names.enumerated().reversed() {
            add(speaker(name), in: "\(i)", to: &backward)
        }
        #expect(forward.csv == backward.csv)
    }
}
