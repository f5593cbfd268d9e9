import CaucusText
import Testing

@testable import CaucusStance

@Suite("other names")
struct NameSwapTests {
    private func swapped(_ example: LabeledExample, seed: UInt64 = 1) -> LabeledExample? {
        var swapper = NameSwapper(seed: seed)
        return swapper.swapped(example)
    }

    private func words(_ span: Span?, of example: LabeledExample) throws -> String {
        example.text[try #require(span)]
    }

    @Test func everyPlaceOfANameChangesAndTheSpansFollow() throws {
        let text = "Okello’s plan failed, said Lind; Ms. Okello and Ada disagree with Bo Lind."
        let example = LabeledExample(
            id: "1", text: text, target: "Ada Okello", targetSpan: Span(0, 6), speaker: "Bo Lind",
            speakerSpan: Span(29, 33))
        try #require(text[Span(29, 33)] == "Lind")
        let other = try #require(swapped(example))
        for name in ["Okello", "Ada", "Lind", "Bo"] {
            #expect(!other.text.contains(name), "\(other.text)")
        }
        let target = try words(other.targetSpan, of: other)
        let speaker = try words(other.speakerSpan, of: other)
        #expect(
            other.text.hasPrefix(target + "’s plan failed, said \(speaker); Ms. \(target) and "))
        #expect(other.target?.hasSuffix(" " + target) == true)
        #expect(other.speaker?.hasSuffix(" " + speaker) == true)
        #expect(target != speaker)
    }

    @Test func aPronounIsNoName() {
        let example = LabeledExample(
            id: "1", text: "She failed us.", target: "She", targetSpan: Span(0, 3))
        #expect(swapped(example) == nil)
    }

    @Test func aPronounsNameChangesWhereItStands() throws {
        let example = LabeledExample(
            id: "1", text: "She failed us, and Okello knows.", target: "Ada Okello",
            targetSpan: Span(0, 3))
        let other = try #require(swapped(example))
        #expect(try words(other.targetSpan, of: other) == "She")
        #expect(!other.text.contains("Okello"))
    }

    @Test func wordsThatOnlyBeginLikeANameStay() throws {
        let example = LabeledExample(
            id: "1", text: "Brandts and Brandt differ", target: "Brandt", targetSpan: Span(12, 18))
        #expect(try #require(swapped(example)).text.hasPrefix("Brandts and "))
    }

    @Test(arguments: [
        ("the Harbor Committee", OtherNames.Kind.organization), ("NATO", .acronym),
        ("U.S.", .acronym), ("Democrats", .group), ("Norway", .person), ("Canada", .place),
        ("North Korea", .place), ("Ms. Okello", .person), ("President Brandt", .person),
    ])
    func kindsAreToldApart(name: String, kind: OtherNames.Kind) {
        #expect(OtherNames.kind(of: name) == kind)
    }

    @Test(arguments: ["the premier", "he", "Her", "", "…"])
    func whatIsNoNameHasNoKind(name: String) {
        #expect(OtherNames.kind(of: name) == nil)
    }

    @Test func theSameSeedGivesTheSameNames() throws {
        let example = LabeledExample(id: "1", text: "Okello won", target: "Ada Okello")
        #expect(swapped(example, seed: 7) == swapped(example, seed: 7))
    }

    @Test func aLongTextOfNamesIsNoTrouble() throws {
        let text = String(repeating: "Okello ", count: 20_000)
        let example = LabeledExample(id: "1", text: text, target: "Ada Okello")
        #expect(try #require(swapped(example)).text.contains("Okello") == false)
    }
}

@Suite("another target")
struct TargetShiftTests {
    private func shifted(_ example: LabeledExample) -> (LabeledExample, TargetShift.Kind)? {
        var shift = TargetShift(seed: 1)
        return shift.shifted(example)
    }

    @Test func theSpeakerAndTheTargetChangePlaces() throws {
        let example = LabeledExample(
            id: "1", text: "Lind praised Okello", target: "Okello", targetSpan: Span(13, 19),
            speaker: "Lind", speakerSpan: Span(0, 4))
        let (other, kind) = try #require(shifted(example))
        #expect(kind == .speaker)
        #expect(other.targetSpan == Span(0, 4) && other.speakerSpan == Span(13, 19))
        #expect(other.target == "Lind" && other.speaker == "Okello")
        #expect(other.text == example.text && other.label == example.label)
    }

    @Test func anotherNameIsMarkedWholeBeforeAPronoun() throws {
        let example = LabeledExample(
            id: "1", text: "The ferry pleased Ivo Brandt, and he thanked Okello.",
            target: "Okello", targetSpan: Span(45, 51))
        let (other, kind) = try #require(shifted(example))
        #expect(kind == .name)
        #expect(other.targetSpan.map { example.text[$0] } == "Ivo Brandt")
    }

    @Test func aWordServesWhereNobodyElseIsNamed() throws {
        let example = LabeledExample(
            id: "1", text: "Okello lost again", target: "Okello", targetSpan: Span(0, 6))
        let (other, kind) = try #require(shifted(example))
        #expect(kind == .word)
        #expect(["lost", "again"].contains(other.target ?? ""))
    }

    @Test func aTextOfTheTargetAloneStays() {
        let example = LabeledExample(id: "1", text: "Okello", target: "Ada Okello")
        #expect(shifted(example) == nil)
    }
}
