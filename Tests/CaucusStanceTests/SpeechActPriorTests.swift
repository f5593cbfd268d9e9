import CaucusActs
import Testing

@testable import CaucusStance

@Suite("what an act does to a model's score")
struct SpeechActPriorTests {
    @Test func aSureActDecidesTheDirection() {
        // What a model that weighs words says of “condemned the attacks on her”.
        let words = [0.98, 0.01, 0.01]
        let favor = SpeechAct(direction: 1, strength: 2).applied(to: words)
        #expect(favor[2] > favor[0] && favor[2] > favor[1])
        // “never blamed” is no praise, but not against either.
        let weak = SpeechAct(direction: 1, strength: 1, isNegated: true).applied(to: words)
        #expect(weak[1] > weak[0] && weak[1] > weak[2])
        let told = SpeechAct.reported.applied(to: words)
        #expect(told[1] > 0.9)
        for settled in [favor, weak, told] { #expect(abs(settled.reduce(0, +) - 1) < 1e-12) }
    }

    @Test func anActOutweighsTheModel() {
        let even = [0.2, 0.7, 0.1]
        let against = SpeechAct(direction: -1, strength: 3).applied(to: even)
        #expect(against[0] > 0.85)
        let favor = SpeechAct(direction: 1, strength: 2).applied(to: even)
        #expect(favor[2] > favor[1])
        #expect(SpeechAct(direction: 0, strength: 1).applied(to: even) == even)
        #expect(abs(against.reduce(0, +) - 1) < 1e-12)
    }
}
