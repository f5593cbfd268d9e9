import Caucus
import CaucusStance
import Testing

/// Issue 18: the shares of quotations of at least a confidence are corrected by judged quotations of as much; what a filter
/// by it may claim is measured with the models of the program, every leader held out.
@Suite struct ConfidenceCorrectionTests {
    @Test(arguments: [0.5, 0.6])
    func theIntervalsOfSureQuotationsHoldTheShares(_ least: Double) throws {
        let gates = try #require(try GateModel.shipped())
        let all = (0..<3).map { gates.coverage(of: $0, keeping: least) }
        let (covered, leaders) = all.reduce((0, 0)) { ($0.0 + $1.covered, $0.1 + $1.leaders) }
        #expect(leaders >= 30)
        #expect(Double(covered) >= 0.9 * Double(leaders))
    }
}
