import Testing

/// Contents around their cue, without their first words, and after words that were taken for adverbs.
struct ContentOrderTests {
    @Test func aContentMayStandAroundItsCue() {
        #expect(
            Heard.all(in: "The old pier at Oram, Lena Orvik said, will not hold another winter.")
                == [
                    Heard(
                        "The old pier at Oram / will not hold another winter", "Lena Orvik")
                ])
        #expect(
            Heard.all(in: "Most days, Lena Orvik said, the ferry would stay at the pier.")
                == [Heard("Most days / the ferry would stay at the pier", "Lena Orvik")])
        #expect(
            Heard.all(in: "The pier is closed, Lena Orvik said, because nobody paid for it.")
                == [
                    Heard("The pier is closed / because nobody paid for it", "Lena Orvik")
                ])
        #expect(
            Heard.all(in: "And, Lena Orvik said, the ferry had been late all winter.")
                == [Heard("the ferry had been late all winter", "Lena Orvik")])
    }

    @Test func whatFollowsTheSpeakerIsNotAlwaysSaid() {
        #expect(
            Heard.all(in: "The pier will not hold, Lena Orvik said, a pilot who left in May.")
                == [Heard("The pier will not hold", "Lena Orvik")])
        #expect(
            Heard.all(in: "The pier will not hold, Lena Orvik said, before leaving for Oram.")
                == [Heard("The pier will not hold", "Lena Orvik")])
    }

    @Test func theListenerMayStandAfterATrailingCue() {
        #expect(
            Heard.all(in: "The pier is closed for good, Lena Orvik told the harbor board Monday.")
                == [Heard("The pier is closed for good", "Lena Orvik")])
        #expect(
            Heard.all(in: "In her speech to the pilots, Lena Orvik told the board a joke.")
                .allSatisfy { $0.text != "In her speech to the pilots" })
    }

    @Test func aRelativeClauseMayBeWhatIsSaid() {
        #expect(
            Heard.all(in: "The board sold a pier that Lena Orvik says will not hold in a storm.")
                == [Heard("will not hold in a storm", "Lena Orvik")])
        #expect(
            Heard.all(in: "The board sold a pier that Lena Orvik says and does nothing about.")
                .isEmpty)
    }

    @Test func anAsClauseTellsWhoSaysTheRest() {
        #expect(
            Heard.all(in: "As Lena Orvik noted, the pier was closed for most of the winter.")
                == [Heard("the pier was closed for most of the winter", "Lena Orvik")])
        #expect(
            Heard.all(in: "As Lena Orvik said goodbye to the crew, the pier was closed.")
                .allSatisfy { $0.text != "the pier was closed" })
    }

    @Test func thereIsOpensAContent() {
        #expect(
            Heard.all(in: "Lena Orvik said there was no plan to close the pier.")
                == [Heard("there was no plan to close the pier", "Lena Orvik")])
        #expect(
            Heard.all(in: "Lena Orvik said there that the pier would be closed in May.")
                == [Heard("the pier would be closed in May", "Lena Orvik")])
    }

    @Test func whoShallActIsAPartOfWhatIsAskedFor() {
        #expect(
            Heard.all(in: "Lena Orvik urged the harbor board to close the old pier.")
                == [Heard("the harbor board to close the old pier", "Lena Orvik")])
        #expect(
            Heard.all(in: "Lena Orvik called on the mayor not to sell the old pier.")
                == [Heard("the mayor not to sell the old pier", "Lena Orvik")])
        #expect(
            Heard.all(in: "Lena Orvik told the harbor board that the pier was closed.")
                == [Heard("the pier was closed", "Lena Orvik")])
    }

    @Test func aGerundIsWhatIsProposed() {
        #expect(
            Heard.all(
                in: "Lena Orvik proposed scrapping the ferry toll and replacing it with a tax.")
                == [
                    Heard("scrapping the ferry toll and replacing it with a tax", "Lena Orvik")
                ])
    }
}
