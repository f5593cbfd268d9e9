import ArgumentParser
import Caucus

/// What is put side by side, and how.
struct ComparingOptions: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Put leaders side by side on the same articles: all of the stores, or those of --target, which may be "
                + "repeated, or --targets."))
    var compare = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With --compare: two periods, the second less the first, each of days, months or years.",
            valueName: "from:to"))
    var periods: [String] = []

    @Option(
        help: ArgumentHelp(
            "With --compare: two periods, the days before this one and those from it on.",
            valueName: "YYYY-MM-DD"))
    var split: String?

    func validate() throws {
        let given = !periods.isEmpty ? "--periods" : split != nil ? "--split" : nil
        if let given, !compare { throw ValidationError("\(given) without --compare") }
        if !periods.isEmpty, split != nil {
            throw ValidationError("--periods and --split: expected one of the two")
        }
        if !periods.isEmpty, periods.count != 2 {
            throw ValidationError(
                "--periods \(periods.joined(separator: " ")): found \(periods.count), expected two such as "
                    + "2031-01:2031-03 2031-04:2031-06")
        }
        do throws(ComparingError) {
            _ = try ranges()
        } catch {
            throw ValidationError("\(split != nil ? "--split" : "--periods") \(error.description)")
        }
    }

    /// The two periods, or none.
    func ranges() throws(ComparingError) -> [DayRange] {
        if let split { return try DayRange.split(at: split) }
        var ranges: [DayRange] = []
        for period in periods { ranges.append(try DayRange(period)) }
        if ranges.count == 2, ranges[0].overlaps(ranges[1]) {
            throw .overlap(periods[0], periods[1])
        }
        return ranges
    }
}
