import CaucusQuotes
import Testing

@testable import FitAttribution

@Suite("fits of the attribution")
struct FitTests {
    private typealias Row = AttributionExamples.Row

    private let groups: [[AttributionExamples.Row]] = (0..<40).map { i in
        [
            Row(features: [0, 2 + i % 3], isRight: i % 10 != 0),
            Row(features: [1, 2 + i % 2], isRight: i % 10 == 0),
        ]
    }

    @Test func theFeatureOfRightCandidatesWeighsMore() throws {
        let fit = try RankerFit(groups)
        #expect(fit.weights[0] > 0 && fit.weights[1] < 0)
        #expect(fit.weights.count == Trace.speakerFeatureNames.count)
        #expect(fit.quotations == 40)
    }

    @Test func bothSourcesAreTheSameOnASecondRun() throws {
        let contents = groups.joined().map { $0 }
        let first = WeightSource.ranker(try RankerFit(groups))
        #expect(WeightSource.ranker(try RankerFit(groups)) == first)
        #expect(first.contains(".\(Trace.speakerFeatureNames[0]): "))
        let judge = WeightSource.judge(try JudgeFit(contents))
        #expect(WeightSource.judge(try JudgeFit(contents)) == judge)
        for line in (first + judge).split(separator: "\n") { #expect(line.count <= 100) }
    }

    @Test func candidatesThatAreAllRightCannotBeFitted() {
        let alike = groups.map { $0.map { Row(features: $0.features, isRight: true) } }
        #expect(throws: Failure.self) { try RankerFit(alike) }
        #expect(throws: Failure.self) { try JudgeFit(alike.joined().map { $0 }) }
    }
}
