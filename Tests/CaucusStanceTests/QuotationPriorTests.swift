import CaucusQuotes
import Testing

@testable import CaucusStance

@Suite("who takes a side and who reports")
struct QuotationPriorTests {
    private func speaker(_ name: String, _ kind: Speaker.Kind) -> Speaker {
        Speaker(id: "x", name: name, kind: kind)
    }

    @Test(arguments: [
        "part of her strategy", "a letter", "61 percent of those asked", "the bridge",
    ])
    func wordsThatNameNobodyReport(name: String) {
        #expect(QuotationPrior.isReport(speaker(name, .described)))
    }

    @Test(arguments: ["several senators", "her critics", "Okello’s lawyers", "a group of nurses"])
    func describedPeopleTakeSides(name: String) {
        #expect(!QuotationPrior.isReport(speaker(name, .described)))
    }

    @Test func anOutletReportsAndAnotherOrganizationDoesNot() {
        #expect(QuotationPrior.isReport(speaker("Oram Herald", .organization)))
        #expect(!QuotationPrior.isReport(speaker("Clean Harbor Now", .organization)))
    }

    @Test func aPersonTakesSidesWhateverTheName() {
        #expect(!QuotationPrior.isReport(speaker("Emily Post", .person)))
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
