import Testing

@testable import CaucusStatistics

/// Krippendorff's α against his published example.
@Suite struct AgreementTests {
    /// Krippendorff's example of four coders and twelve units.
    static let coders: [[Int?]] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
        [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
    ]
    static let units = (0..<12).map { u in coders.map { $0[u] } }

    @Test func thePublishedExampleGives743And815() throws {
        #expect(abs(try KrippendorffAlpha().value(of: Self.units) - 0.743) < 0.0005)
        #expect(abs(try KrippendorffAlpha(.ordinal).value(of: Self.units) - 0.815) < 0.0005)
    }

    @Test func perfectAgreementIsOneAndOrderOfCodersDoesNotMatter() throws {
        #expect(try KrippendorffAlpha().value(of: [[1, 1], [2, 2], [3, 3]]) == 1)
        #expect(try KrippendorffAlpha().value(of: [[1, 1], [1, 1]]) == 1)
        let turned = Self.units.map { Array($0.reversed()) }
        #expect(
            try KrippendorffAlpha().value(of: turned)
                == KrippendorffAlpha().value(of: Self.units))
    }

    @Test func theIntervalHoldsTheValueAndIsTheSameEveryTime() throws {
        let a = try KrippendorffAlpha().estimate(of: Self.units, seed: 3)
        let b = try KrippendorffAlpha().estimate(of: Self.units, seed: 3)
        #expect(a == b)
        #expect(try #require(a.low) < a.value && a.value < (try #require(a.high)))
    }

    @Test func nothingToCompareIsRefused() {
        #expect(throws: StatisticsError.nothingPairable) {
            try KrippendorffAlpha().value(of: [[1, nil], [nil, 2]])
        }
    }
}
