import CaucusQuotes
import CaucusText
import Testing

/// Issue 13: one rule says who a speaker is, and one writes the id.
@Suite("names taken apart")
struct PersonNameTests {
    @Test(arguments: [
        ("José Núñez", "jose-nunez"), ("jose\u{301} nu\u{301}n\u{303}ez", "jose-nunez"),
        ("Agnes O’Dowd", "agnes-odowd"), ("Agnes O'Dowd", "agnes-odowd"),
        ("Sørvåg Łęcki", "sorvag-lecki"), ("Maud Ellery-Voss", "maud-ellery-voss"),
        ("Maud Ellery\u{2011}Voss", "maud-ellery-voss"), ("  A.P.  wire ", "ap-wire"),
        ("Nguyễn Ánh", "nguyen-anh"), ("Анна Йол", "анна-йол"), ("か\u{3099}", "が"), ("—", ""),
        ("İlker Ilgaz", "ilker-ilgaz"), ("देव", "देव"),
    ])
    func aSlugIsOneForOneName(_ name: String, _ slug: String) {
        #expect(NameSlug.slug(name) == slug)
    }

    @Test func lettersOfWesternEuropeAreTheSameByTheShortWay() {
        for value in UInt32(0x80)...0x2030 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            // A letter of another script sends a name the long way.
            let name = "A\(Character(scalar))b Roe"
            let long = NameSlug.slug(name + " α")
            #expect(NameSlug.slug(name) + "-α" == long, "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("Ada Quill", "ada", "", "quill"), ("Transport Minister Ada Quill", "ada", "", "quill"),
        ("Harold J. Quimby", "harold", "j", "quimby"), ("T.J. Orrin", "t", "j", "orrin"),
        ("Robin de Lacey", "robin", "", "de-lacey"),
        ("Rui van der Meer", "rui", "", "van-der-meer"),
        ("Oskar De La Rue", "oskar", "", "de-la-rue"), ("Van Roe", "van", "", "roe"),
        ("Al Roe", "al", "", "roe"), ("Maud Ellery-Voss's", "maud", "", "ellery-voss"),
        ("Chris “Kit” Hallam", "chris", "", "hallam"), ("Ann Rodham Penn", "ann", "rodham", "penn"),
        ("President-elect Ada Quill", "ada", "", "quill"),
        ("Canon Piers de Lacey", "piers", "", "de-lacey"),
        ("Jane Roe, Ph.D.", "jane", "", "roe"), ("BO LI", "bo", "", "li"),
    ])
    func aFullNameHasItsParts(_ name: String, _ first: String, _ middle: String, _ surname: String)
    {
        let name = PersonName(name)
        #expect(name.first == first)
        #expect(name.middle.joined(separator: " ") == middle)
        #expect(name.surname == surname)
    }

    @Test(arguments: [
        ("Quill", "quill"), ("QUILL’S", "quill"), ("Mayor Quill", "quill"),
        ("De Lacey", "de-lacey"),
        ("de Lacey", "de-lacey"), ("Van der Meer", "van-der-meer"),
        ("Ms. Ellery-Voss", "ellery-voss"),
        ("Mr. King", "king"),
    ])
    func aSurnameAloneIsNoFullName(_ name: String, _ surname: String) {
        #expect(!PersonName(name).isFull)
        #expect(PersonName(name).surname == surname)
    }

    @Test func suffixesAndHonorificsStandApart() {
        #expect(PersonName("Robert Roe, Jr.").suffix == "jr")
        #expect(PersonName("Robert Roe, Jr.").slug == "robert-roe-jr")
        #expect(PersonName("Roe Jr.").isFull == false)
        #expect(PersonName("Mr. Roe").gender == .male)
        #expect(PersonName("Ms. Roe").gender == .female)
        #expect(PersonName("").surname.isEmpty)
        #expect(PersonName("\"Kit\"").surname == "kit")
    }
}

/// What a document alone tells of a speaker.
@Suite("the id of a speaker in a document")
struct SpeakerKeyTests {
    private func id(_ name: String, _ kind: Speaker.Kind = .person) -> String {
        SpeakerKey.id(of: Speaker(id: "x", name: name, kind: kind), in: "d1")
    }

    @Test func fullNamesAreOneWhateverTheirSpelling() {
        for name in ["Ada Quill", "ADA QUILL", "Mayor Ada Quill", "Dr. Ada Quill", "Àda Quíll"] {
            #expect(id(name) == "ada-quill")
        }
        #expect(id("Conor O’Dea") == id("Conor O'Dea"))
        #expect(id("Mayor Ada Quill") != id("Ada Quill-Reed"))
    }

    @Test func whoHasOneNameOrNoneStaysInTheDocument() {
        #expect(id("Quill") == "quill@d1")
        #expect(id("Mayor Quill") == "quill@d1")
        #expect(id("Mr. Quill") != id("Ms. Quill"))
        #expect(id("a senior official", .described) == "a-senior-official@d1")
        #expect(id("Lorn Council", .organization) == "org:lorn-council")
        #expect(id("Lorn", .organization) == "org:lorn")
        #expect(id("…") == "x@d1")
    }
}
