import CaucusQuotes
import CaucusText
import Testing

/// Words that look like speech and are none.
struct NoSpeechTests {
    @Test(arguments: [
        "The crowd hung a banner with the words “One Boat, One Crew,” over the rail.",
        "At the gate, where a banner reads “Bread, Salt, Rest,” the shift starts at six.",
        "“Roofs Built, Roofs Kept,” say the posters on the ring road.",
    ])
    func aSloganIsNotSpeech(_ text: String) {
        #expect(Heard.all(in: text) == [])
    }

    @Test(arguments: [
        "It belongs to a man everyone here knows as “the Baron,” who keeps bees.",
        "The rule, known in the guild as the “ladder rule,” would have held fees down.",
        "The hull is the first to be made of what welders call “quiet” steel.",
        "The “storm of storms,” as the brokers’ letters call it, is the second this year.",
    ])
    func aNicknameIsNotSpeech(_ text: String) {
        #expect(Heard.all(in: text) == [])
    }

    @Test(arguments: [
        "Two clerks spoke on condition that they not be named.",
        "Had he thanked the mayor for the letters?",
        "The board’s notice refers to the change as a pause.",
        "Asked whether the boat could sail in fog, she did not answer.",
        "Lena Orvik has known the mayor since law school.",
    ])
    func nobodySaysAnything(_ text: String) {
        #expect(Heard.all(in: text) == [])
    }

    @Test func aSentenceOnACardIsSpeech() {
        let text = "Ms. Orvik had a card printed. It reads, in full: “He is vain and he is honest.”"
        #expect(Heard.all(in: text).map(\.text) == ["He is vain and he is honest."])
    }

    @Test func whatSomebodySaidFollowsAnAside() {
        let text = "Her uncle, Senator Paul Orvik, said fourteen people had shouted at a mill."
        #expect(
            Heard.all(in: text) == [Heard("fourteen people had shouted at a mill", "Paul Orvik")])
    }
}
