public import ArgumentParser
public import Caucus

/// Which of the quotations that count a report is about.
struct FilterOptions: ParsableArguments {
    @Flag(help: "Only direct speech: all of the words stand between quotation marks.")
    var direct = false

    @Flag(
        help:
            "Only quotations that name the leader, not by a pronoun, a role or what stands around.")
    var explicit = false

    @Flag(help: "Only speakers with a name, persons and organizations.")
    var named = false

    @Option(help: "Only speakers of this kind: person or organization.")
    var kind: Speaker.Kind?

    @Option(
        help: ArgumentHelp(
            "Only quotations at least this likely to be speech of that speaker about the leader, from 0 to 1: "
                + "p_speech × p_about × p_speaker of quotations.csv; without gates its confidence.",
            valueName: "probability"))
    var minConfidence: Double?

    @Option(
        help: ArgumentHelp("Only articles published on this day or later.", valueName: "YYYY-MM-DD")
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Only articles published on this day or earlier.", valueName: "YYYY-MM-DD"))
    var to: String?

    @Option(
        help: ArgumentHelp("Only this outlet; may be repeated for several.", valueName: "name"))
    var outlet: [String] = []

    func validate() throws {
        for (name, day) in [("from", from), ("to", to)] {
            if let day, !ReportOptions.isDay(day) {
                throw ValidationError("--\(name) \(day): expected a day such as 2031-03-05")
            }
        }
        if let from, let to, from > to {
            throw ValidationError("--from \(from) --to \(to): expected the earlier day first")
        }
        if let minConfidence, !(0...1).contains(minConfidence) {
            throw ValidationError(
                "--min-confidence \(minConfidence): expected a number from 0 to 1")
        }
        if kind == .described {
            throw ValidationError("--kind described: expected person or organization")
        }
        for name in outlet where name.allSatisfy(\.isWhitespace) {
            throw ValidationError("--outlet \"\(name)\": expected a name")
        }
    }

    /// The filter as the report takes it.
    var filter: QuotationFilter {
        QuotationFilter(
            isDirect: direct, isExplicit: explicit, isNamed: named, kind: kind,
            leastConfidence: minConfidence, from: from, to: to, outlets: outlet)
    }

    /// Fails where no article is of an outlet that was asked for.
    func check(_ report: Report) throws {
        for name in outlet { try Self.check(name, report.outlets) }
    }

    /// The same of one outlet, beside those that there are with how many articles each has.
    static func check(_ name: String, _ outlets: [String: Int]) throws {
        guard let near = QuotationFilter.outlets(near: name, among: outlets) else { return }
        let names = near.map { "\"\($0)\"" }.joined(separator: ", ")
        throw Failure(
            65,
            "--outlet \"\(name)\": no article is of it, expected "
                + (names.isEmpty ? "articles that tell their outlet" : "one such as \(names)"))
    }
}

extension Speaker.Kind: ExpressibleByArgument {}
