import CaucusQuotes
import Testing

@testable import CaucusStance

@Suite("who takes a side and who reports")
struct QuotationPriorTests {
    private func row(_ name: String, _ kind: Speaker.Kind) -> ScoredQuotation {
        ScoredQuotation(
            id: "d:0-1", documentID: "d", start: 0, end: 1, pieces: [], text: "x",
            form: .indirect, speaker: Speaker(id: "x", name: name, kind: kind), rule: "subject",
            confidence: 1, target: "Ada Okello", mention: .explicit)
    }

    @Test(arguments: [
        "part of her strategy", "a letter", "61 percent of those asked", "the bridge",
    ])
    func wordsThatNameNobodyReport(name: String) {
        #expect(QuotationPrior.isReport(row(name, .described)))
    }

    @Test(arguments: ["several senators", "her critics", "Okello’s lawyers", "a group of nurses"])
    func describedPeopleTakeSides(name: String) {
        #expect(!QuotationPrior.isReport(row(name, .described)))
    }

    @Test func anOutletReportsAndAnotherOrganizationDoesNot() {
        #expect(QuotationPrior.isReport(row("Oram Herald", .organization)))
        #expect(!QuotationPrior.isReport(row("Clean Harbor Now", .organization)))
    }

    @Test func aPersonTakesSidesWhateverTheName() {
        #expect(!QuotationPrior.isReport(row("Emily Post", .person)))
    }

    @Test func theSharesOfReportsAreNearlyAllNeutral() throws {
        let sides = try #require(QuotationPrior(trainedOn: [10, 80, 10]))
        let reports = try #require(
            QuotationPrior(trainedOn: [10, 80, 10], shares: QuotationPrior.reportShares))
        // At the shares of the training the answer is the shares put in.
        let shares = [0.1, 0.8, 0.1]
        for (found, expected) in zip(sides.applied(to: shares), QuotationPrior.shares) {
            #expect(abs(found - expected) < 1e-12)
        }
        for (found, expected) in zip(reports.applied(to: shares), QuotationPrior.reportShares) {
            #expect(abs(found - expected) < 1e-12)
        }
    }
}
