import CaucusText
import Testing

@Suite("ranges of two positions")
struct PositionTests {
    @Test func aRangeWhoseEndComesFirstIsEmpty() {
        #expect(Range(from: 3, to: 7) == 3..<7)
        #expect(Range(from: 7, to: 3) == 7..<7)
        #expect(Range(from: -1, to: -5).isEmpty)
        #expect(Span(from: 7, to: 3) == Span(7, 7))
    }

    @Test func spansAreClampedToATextsSize() {
        #expect(Span(2, 9).clamped(to: 4) == Span(2, 4))
        #expect(Span(6, 9).clamped(to: 4) == Span(4, 4))
        #expect(Span(6, 9).clamped(to: 0) == Span(0, 0))
    }
}
