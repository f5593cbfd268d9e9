import Testing

/// Where contents end although their sentence goes on.
struct ContentBorderTests {
    @Test func whatTheSpeakerSaysNextIsAnotherContent() {
        #expect(
            Heard.all(in: "Pia Sand said the bridge was late and vowed to open it in May.")
                == [
                    Heard("the bridge was late", "Pia Sand"),
                    Heard("to open it in May", "Pia Sand"),
                ])
        #expect(
            Heard.all(in: "Pia Sand said the bridge was late, adding that the ferry was slow.")
                == [
                    Heard("the bridge was late", "Pia Sand"),
                    Heard("the ferry was slow", "Pia Sand"),
                ])
    }

    @Test func whatTheSpeakerTellsOfSomebodyStays() {
        #expect(
            Heard.all(in: "Pia Sand said the mayor had known of the leak and told nobody.")
                == [Heard("the mayor had known of the leak and told nobody", "Pia Sand")])
    }

    @Test func aTimeIsNotWhatWasSaid() {
        #expect(Heard.all(in: "Pia Sand said that autumn in Oram.") == [])
        #expect(
            Heard.all(in: "Pia Sand said that autumn was late.").map(\.text)
                == ["autumn was late"])
        #expect(Heard.all(in: "Pia Sand has known the mayor since he was a boy.") == [])
        #expect(Heard.all(in: "A man whom Pia Sand has known since he was a boy left.") == [])
    }

    @Test func anotherSpeakerEndsTheContent() {
        #expect(
            Heard.all(
                in: "Most voters said the bridge was late, while many others said it was fine."
            ).map(\.text) == ["the bridge was late", "it was fine"])
    }

    @Test func theMainClauseIsNotSaid() {
        #expect(
            Heard.all(in: "While Pia Sand said the bridge was late, the board voted to open it.")
                .first == Heard("the bridge was late", "Pia Sand"))
        #expect(
            Heard.all(in: "Noting that the bridge was late, Pia Sand left the meeting.")
                == [Heard("the bridge was late", "Pia Sand")])
        #expect(
            Heard.all(in: "Pia Sand, who said the bridge was late, has left the board.")
                == [Heard("the bridge was late", "Pia Sand")])
    }

    @Test func aDeedAfterAPromiseIsNotPromised() {
        #expect(
            Heard.all(in: "Pia Sand pledged to open the bridge in May and has kept her word.")
                == [Heard("to open the bridge in May", "Pia Sand")])
    }

    @Test func aComparisonOfPollsIsNotSaid() {
        #expect(
            Heard.all(
                in: "Most voters said the bridge was late, compared with a third last year."
            ).map(\.text) == ["the bridge was late"])
    }

    @Test func theOutermostActIsTheQuotation() {
        #expect(
            Heard.all(
                in: "Pia Sand said the harbor board had informed the crew that the bridge was shut."
            ) == [
                Heard(
                    "the harbor board had informed the crew that the bridge was shut", "Pia Sand")
            ])
        #expect(
            Heard.all(in: "When Pia Sand said it, Maro Tinsel argued that the bridge was shut.")
                .contains(Heard("the bridge was shut", "Maro Tinsel")))
    }

    @Test func keepingALeadIsNoSpeech() {
        #expect(Heard.all(in: "Pia Sand maintained a lively pace for a week.").isEmpty)
    }

    @Test func whatIsOnlyAskedIsNoAttitude() {
        #expect(
            Heard.all(in: "Asked whether she blamed the harbor board, Pia Sand left.").allSatisfy {
                $0.text != "the harbor board"
            })
        #expect(
            Heard.all(in: "Pia Sand blamed the harbor board for the delay.").first?
                .text == "the harbor board for the delay")
    }

    @Test func aNumberHasNoVerbInTheSingular() {
        #expect(Heard.all(in: "A judge brought the two sides to the table at noon.").isEmpty)
    }
}
