import Foundation

/// Prints, as Markdown, how often intervals that claim 95 % hold the truth.
///
/// `coverage [CORPORA]`, 1,000 unless said otherwise; the same numbers on every machine.
@main struct Coverage {
    static func main() throws {
        let corpora = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1000
        print(
            "| intervals that claim 95 %, \(corpora) corpora | coverage | width |\n|---|---:|---:|")
        for line in try SharesBenchmark.lines(corpora: corpora) { print(line) }
        for benchmark in SpeakersBenchmark.all {
            for line in benchmark.lines(corpora: corpora) { print(line) }
        }
    }
}
