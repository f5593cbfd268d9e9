import CaucusStatistics
import Foundation

/// Prints, as Markdown, how often intervals that claim 95 % hold the truth, and ends with 1 where a figure lies
/// outside what it should be.
///
/// `coverage [CORPORA]`, 1,000 unless said otherwise; the same numbers on every machine.
@main struct Coverage {
    static func main() throws {
        let corpora = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
        print(
            "| intervals that claim 95 %, \(corpora) corpora | coverage | width | expected | holds |"
        )
        print("|---|---:|---:|---|---|")
        var all = true
        func show(_ lines: [Line]) {
            for line in lines {
                print(line.text)
                all = all && line.holds
            }
        }
        show(try SharesBenchmark.lines(corpora: corpora))
        for benchmark in SpeakersBenchmark.all { show(benchmark.lines(corpora: corpora)) }
        show(try PriorShiftBenchmark.lines(corpora: corpora))
        show([try agreement()])
        if !all { exit(1) }
    }

    /// Krippendorff's example of four coders and twelve units.
    private static func agreement() throws -> Line {
        let coders: [[Int?]] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
            [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ]
        let units = coders[0].indices.map { unit in coders.map { $0[unit] } }
        let alpha = try KrippendorffAlpha(.nominal).value(of: units)
        return Line(
            "Krippendorff's example, nominal", value: (alpha * 1000).rounded() / 1000, unit: "α",
            expected: 0.743...0.743)
    }
}
