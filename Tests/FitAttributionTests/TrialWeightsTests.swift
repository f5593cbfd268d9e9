import CaucusQuotes
import CaucusText
import Testing

@testable import FitAttribution

@Suite("weights on trial")
struct TrialWeightsTests {
    private let document = Document(
        id: "a", text: "“It is late,” Lena Orvik said. Maro Tinsel claimed that it was early.")

    @Test func aTraceIsScoredByTheWeightsGiven() {
        let trace = QuotationExtractor().trace(of: document, under: .zero)
        #expect(!trace.speakers.isEmpty && !trace.contents.isEmpty)
        #expect((trace.speakers + trace.contents).allSatisfy { $0.score == 0 })
        let standard = QuotationExtractor().trace(of: document)
        #expect((standard.speakers + standard.contents).contains { $0.score != 0 })
    }

    @Test func whatEachFeatureAddsMakesUpTheScore() {
        for row in QuotationExtractor().trace(of: document).speakers {
            // Sums of a few dozen weights of two decimals; the order of adding moves the last digits.
            #expect(abs(row.contributions.reduce(0, +) - row.score) < 1e-9)
            #expect(row.contributions.count == row.features.count)
        }
    }
}
