import CaucusText
import Testing

@testable import CaucusQuotes

/// Issue 13: who is one speaker across documents, whatever form of the name each uses.
@Suite("speakers across documents")
struct SpeakerDirectoryTests {
    /// A speaker of one document with one quotation.
    private struct Said {
        var name: String
        var document: String
        var gender: Mention.Gender = .unknown
        var quotations = 1

        init(_ name: String, _ document: String, _ gender: Mention.Gender = .unknown) {
            self.name = name
            self.document = document
            self.gender = gender
        }

        var speaker: Speaker { Speaker(id: "x", name: name, gender: gender) }
    }

    private func ids(
        _ said: [Said], named: [String] = [], aliases: String = ""
    ) -> (ids: [String], resolved: SpeakerDirectory.Resolved) {
        var directory = SpeakerDirectory(aliases: SpeakerAliases(lines: aliases))
        for one in said {
            directory.add(one.speaker, quotations: one.quotations)
        }
        for name in named { directory.addPerson(named: name, gender: .unknown) }
        let resolved = directory.ids()
        return (said.map { resolved.id(of: $0.speaker, in: $0.document) }, resolved)
    }

    @Test func fullNamesInAnySpellingAreOne() {
        let names = ["José Peña", "JOSE PENA", "Dr. José Peña", "Transport Minister José Peña"]
        #expect(Set(ids(names.map { Said($0, "a") }).ids) == ["jose-pena"])
    }

    @Test func aShorterFormJoinsItsOnlyBearer() {
        let said = [
            Said("Harold J. Quimby", "a"), Said("Harold Quimby", "b"), Said("Quimby", "c"),
            Said("H. Quimby", "d"), Said("President Quimby", "e"), Said("QUIMBY", "f"),
        ]
        #expect(Set(ids(said).ids) == ["harold-quimby"])
    }

    @Test(arguments: [
        ("Robin de Lacey", ["de Lacey", "De Lacey", "Lacey", "R. de Lacey"]),
        ("Maud Ellery-Voss", ["Ellery-Voss", "Ms. Ellery-Voss"]),
        ("Ann Rodham Penn", ["Ann Penn", "Ann R. Penn", "Rodham Penn"]),
        ("Finn Ó Briain", ["Ó Briain", "Briain"]),
        ("Chris Van Hallam", ["Van Hallam"]), ("Bashir al-Ansari", ["Ansari", "al-Ansari"]),
        ("Bob Roe Jr.", ["Roe Jr.", "Roe"]),
    ])
    func formsOfOneName(_ full: String, _ forms: [String]) {
        let said = ([full] + forms).enumerated().map { Said($1, "d\($0)") }
        let ids = ids(said).ids
        #expect(Set(ids).count == 1, "\(ids)")
    }

    @Test func aPersonWhoIsOnlyNamedBearsTheSurnameToo() {
        let said = [Said("Okello", "a"), Said("Ruth Okello", "b")]
        #expect(ids(said).ids == ["ruth-okello", "ruth-okello"])
        #expect(ids(said, named: ["Justin Okello"]).ids == ["okello@a", "ruth-okello"])
        #expect(ids([said[0]], named: ["Justin Okello"]).ids == ["justin-okello"])
    }

    @Test func twoBearersKeepASurnameApart() {
        let (ids, resolved) = ids([
            Said("Ann Penn", "a"), Said("Orla Penn", "b"), Said("Penn", "c"), Said("Penn", "d"),
        ])
        #expect(ids == ["ann-penn", "orla-penn", "penn@c", "penn@d"])
        #expect(resolved.proposals.map(\.name.name) == ["Penn"])
        #expect(resolved.proposals[0].candidates.map(\.name) == ["Ann Penn", "Orla Penn"])
        #expect(
            resolved.proposals[0].sentence
                == "Penn (2 documents, 2 quotations) may be Ann Penn (1 quotation) or Orla Penn (1)"
        )
    }

    @Test func twoStrangersOfWhomOnlyASurnameIsToldAreTwo() {
        #expect(ids([Said("Penn", "a"), Said("Penn", "b")]).ids == ["penn@a", "penn@b"])
    }

    @Test func aGenderThatIsToldIsNotContradicted() {
        let ada = Said("Ada Roe", "a", .female)
        #expect(ids([ada, Said("Mr. Roe", "b")]).ids == ["ada-roe", "mr-roe@b"])
        #expect(ids([ada, Said("Roe", "b", .male)]).ids[1] == "roe@b")
        #expect(ids([ada, Said("Roe", "b", .female)]).ids[1] == "ada-roe")
        let both = [ada, Said("Tom Roe", "b", .male), Said("Roe", "c", .male)]
        #expect(ids(both).ids == ["ada-roe", "tom-roe", "tom-roe"])
    }

    @Test func aNameThatIsShortForTwoStaysItself() {
        let (ids, resolved) = ids([
            Said("George W. Roe", "a"), Said("George H. W. Roe", "b"), Said("George Roe", "c"),
            Said("George Walker Roe", "d"), Said("Roe", "e"),
        ])
        #expect(
            ids == [
                "george-walker-roe", "george-h-w-roe", "george-roe", "george-walker-roe", "roe@e",
            ])
        #expect(Set(resolved.proposals.map(\.reason)) == [.surname, .shorter])
    }

    @Test func aFatherAndHisSonAreTwo() {
        let (ids, resolved) = ids([
            Said("Donald Roe", "a"), Said("Donald J. Roe", "b"), Said("Donald Roe Jr.", "c"),
        ])
        #expect(ids == ["donald-roe", "donald-roe", "donald-roe-jr"])
        #expect(resolved.proposals.map(\.reason) == [.suffix])
    }

    @Test func initialsAloneAreKeptInTheId() {
        #expect(
            ids([Said("T. J. Orrin", "a"), Said("T.J. Orrin", "b")]).ids == [
                "t-j-orrin", "t-j-orrin",
            ])
    }

    @Test func whatIsLeftOfALongerTitleIsThePerson() {
        let said = [Said("State Colin Hale", "a"), Said("Colin Hale", "b"), Said("Hale", "c")]
        #expect(Set(ids(said).ids) == ["colin-hale"])
    }

    @Test func slipsOfAFewArticlesAreNobody() {
        let many = (0..<40).map { Said("Helen Roe", "d\($0)") }
        let said =
            many + many.map { Said("Helen Rodham Roe", "a" + $0.document) } + [
                Said("Helen Rotten Roe", "x"), Said("Bill Tull Helen Roe", "y"),
                Said("Discussions Roe", "z"),
                Said("Roe", "w"),
            ]
        let ids = ids(said).ids
        #expect(Set(ids[..<80]) == ["helen-roe"])
        #expect(Array(ids[80...]) == ["helen-rotten-roe", "helen-roe", "discussions-roe", "roe@w"])
    }

    @Test func middleNamesStayWhereNobodyLeavesThemOut() {
        #expect(
            ids([
                Said("Rui Tavares de Melo", "a"), Said("Finn Ó Briain", "b"),
                Said("Al B. Roe", "c"),
            ]).ids
                == ["rui-tavares-de-melo", "finn-o-briain", "al-roe"])
    }

    @Test(arguments: [
        ("John Smyth", "Jon Smyth"), ("Hillary Penn", "Hilary Penn"), ("William Barr", "Bill Barr"),
    ])
    func similarGivenNamesAreProposed(_ one: String, _ other: String) {
        let (ids, resolved) = ids([Said(one, "a"), Said(one, "b"), Said(other, "c")])
        #expect(Set(ids).count == 2)
        #expect(resolved.proposals.map(\.name.name) == [other])
        let read = SpeakerAliases(lines: resolved.proposals.aliasLines)
        #expect(read.primary(for: other) == one)
    }

    @Test(arguments: [
        ("John Smith", "John Smyth"), ("Maud Ellery-Voss", "Maud Voss"), ("Ada Quill", "Ada Quil"),
        ("Joseph Roe", "Joseph Roe Jr."),
    ])
    func similarSurnamesAreProposedAsComments(_ one: String, _ other: String) {
        let resolved = ids([Said(one, "a"), Said(one, "b"), Said(other, "c")]).resolved
        #expect(resolved.proposals.map(\.name.name) == [other])
        let lines = resolved.proposals.aliasLines
        #expect(lines.contains("# \(one), \(other)\n"))
        #expect(SpeakerAliases(lines: lines).primaries.isEmpty)
    }

    @Test func otherNamesAreNotProposed() {
        let (_, resolved) = ids([
            Said("Ann Penn", "a"), Said("Orla Penn", "b"), Said("Ann Tull", "c"),
            Said("Ada Vale", "d"),
            Said("Eva Vail", "e"), Said("Jon Roe", "f"), Said("Don Roe", "g"),
        ])
        #expect(resolved.proposals.isEmpty)
    }

    @Test func aLineThatOnlyMayBeRightIsAComment() {
        let lines = ids([Said("Ann Penn", "a"), Said("Orla Penn", "b"), Said("Penn", "c")])
            .resolved.proposals.aliasLines
        #expect(SpeakerAliases(lines: lines).primaries.isEmpty)
        #expect(lines.contains("# Orla Penn, Penn\n"))
    }

    /// Issue 18: the file can be given to `--aliases` as it is.
    @Test func linesThatContradictEachOtherAreComments() {
        func name(_ name: String) -> SpeakerProposal.Name {
            .init(name: name, documents: 1, quotations: 1)
        }
        func proposal(_ one: String, _ other: String) -> SpeakerProposal {
            .init(reason: .given, name: name(one), candidates: [name(other)])
        }
        let lines = [
            proposal("Bill Roe", "William Roe"), proposal("Bill Roe", "Will Roe"),
            proposal("William Roe", "Bill Roe"), proposal("Will Roe", "William Roe"),
        ].aliasLines
        let joins = lines.split(separator: "\n").filter { !$0.hasPrefix("#") && $0.contains(",") }
        #expect(joins == ["William Roe, Bill Roe", "William Roe, Will Roe"], "\(lines)")
        #expect(lines.contains("# Will Roe, Bill Roe\n"), "\(lines)")
        #expect(lines.contains("# Bill Roe, William Roe\n"), "\(lines)")
    }

    @Test func whatTheUserJoinsWins() {
        let said = [
            Said("Ann Penn", "a"), Said("Orla Penn", "b"), Said("Penn", "c"), Said("Obi", "d"),
        ]
        #expect(
            ids(said, aliases: "Ann Penn, Penn\nObi, Oby").ids
                == ["ann-penn", "orla-penn", "ann-penn", "obi"])
    }

    @Test func organizationsAndDescriptionsAreNobodysName() {
        let resolved = ids([Said("Ada Guild", "a")]).resolved
        let guild = Speaker(id: "guild", name: "Guild", kind: .organization)
        let official = Speaker(id: "an-aide", name: "an aide", kind: .described)
        #expect(resolved.id(of: guild, in: "b") == "org:guild")
        #expect(resolved.id(of: official, in: "b") == "an-aide@b")
    }

    @Test func theOrderDoesNotMatter() {
        let names = [
            "Ann Penn", "Ann M. Penn", "Orla Penn", "Penn", "A. Penn", "Bo Li", "BO LI", "Li",
            "Ann Pen",
            "George W. Roe", "George H. Roe", "George Roe", "Roe", "State Bo Li", "Bo Li Jr.",
        ]
        let said = names.enumerated().map { Said($1, "d\($0)") }
        let first = ids(said).resolved
        for turn in 1..<said.count {
            let other = ids(Array((said[turn...] + said[..<turn]).reversed())).resolved
            #expect(other.proposals == first.proposals)
            #expect(
                said.map { other.id(of: $0.speaker, in: $0.document) }
                    == said.map { first.id(of: $0.speaker, in: $0.document) })
        }
    }
}
