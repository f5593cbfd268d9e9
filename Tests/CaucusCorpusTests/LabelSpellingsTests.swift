import Testing

@testable import CaucusCorpus

/// Issue 17: labels as people spell them.
@Suite struct LabelSpellingsTests {
    private let stance = ["against", "neutral", "favor"]

    @Test(arguments: ["favor", "Favor", "FAVOR ", "\tfavor", "favour", "Favour"])
    func lettersAndSpaceAreForgiven(_ label: String) throws {
        #expect(try LabelSpellings(expected: stance).reading(of: label) == .label("favor"))
    }

    @Test(arguments: ["pro", "1", "", "favorable", "positive", "favor against"])
    func otherWordsAreOutside(_ label: String) throws {
        #expect(try LabelSpellings(expected: stance).reading(of: label) == .outside)
    }

    @Test func aMapSaysWhatWordsAndNumbersMean() throws {
        let labels = try LabelSpellings(
            expected: stance,
            maps: ["pro=favor, Con = Against,1=favor,-1=against", "Yes, in part=neutral"])
        #expect(labels.reading(of: "PRO") == .label("favor"))
        #expect(labels.reading(of: "con") == .label("against"))
        #expect(labels.reading(of: "1") == .label("favor"))
        #expect(labels.reading(of: "1.0") == .label("favor"))
        #expect(labels.reading(of: "-1") == .label("against"))
        #expect(labels.reading(of: "Yes, in part") == .label("neutral"))
        #expect(labels.reading(of: "0") == .outside)
        #expect(labels.reading(of: "favor") == .label("favor"))
    }

    @Test func aMapMayTurnLabelsRound() throws {
        let labels = try LabelSpellings(
            expected: stance, maps: ["favor=against,against=favor,none=not a quotation"])
        #expect(labels.reading(of: "favor") == .label("against"))
        #expect(labels.reading(of: "against") == .label("favor"))
        #expect(labels.reading(of: "none") == .gate(.notSpeech))
    }

    @Test(arguments: [
        (
            "pro=good",
            LabelSpellings.MapError.unknown("good", expected: ["against", "neutral", "favor"])
        ),
        ("pro", .noPair("pro")), ("=favor", .noPair("=favor")), ("pro=", .noPair("pro=")),
        ("pro=favor,Pro=against", .repeated("Pro")), ("pro=favor,x", .noPair("x")),
    ])
    func anOddMapIsRefused(_ map: String, _ error: LabelSpellings.MapError) {
        #expect(throws: error) { try LabelSpellings(expected: stance, maps: [map]) }
    }

    @Test(arguments: [
        ("not a quotation", GateLabel.notSpeech), ("Not_a_quote", .notSpeech),
        ("no speech", .notSpeech), ("not-about", .notAbout), ("Not about the leader", .notAbout),
        ("wrong_speaker", .wrongSpeaker), ("WRONG SPEAKER", .wrongSpeaker),
    ])
    func labelsOfTheGatesAreKnown(_ label: String, _ gate: GateLabel) throws {
        #expect(try LabelSpellings(expected: stance).reading(of: label) == .gate(gate))
    }

    @Test func aMessageProposesWhatOtherStudiesCallTheLabels() throws {
        let labels = try LabelSpellings(expected: stance)
        #expect(labels.proposal(for: "Pro") == "favor" && labels.proposal(for: "maybe") == nil)
        // Two classes may be 0 and 1 in either order.
        #expect(labels.proposal(for: "1", among: ["1", "0"]) == nil)
        #expect(labels.proposal(for: "0") == nil)
        #expect(labels.proposal(for: "1.0", among: ["-1.0", "1.0"]) == "favor")
        let tone = try LabelSpellings(
            expected: ["negative", "neutral", "positive"], besides: ["against", "favor"])
        #expect(tone.reading(of: "Favor") == .label("favor"))
        #expect(tone.proposal(for: "pos") == "positive" && tone.proposal(for: "pro") == "positive")
    }
}
