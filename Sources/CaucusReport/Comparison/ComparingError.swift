/// Why nothing can be put side by side.
public enum ComparingError: Error, Hashable, Sendable {
    /// There is one leader, scored once, and no two periods.
    case nothingToCompare(leader: String)
    /// No document is in all runs as it is.
    case noSharedDocument(runs: [String])
    /// A text is no period.
    case badPeriod(String)
    /// Two periods have days in common.
    case overlap(String, String)
    /// Nothing that counts was published in a period.
    case emptyPeriod(String)
    /// A column that no document has, and those there are.
    case unknownColumn(String, known: [String])
}

extension ComparingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nothingToCompare(let leader):
            "found one leader, \(leader), of one run; expected two leaders, two runs or two periods"
        case .noSharedDocument(let runs):
            "\(runs.joined(separator: ", ")): found no article that all of them read, expected at least one"
        case .badPeriod(let text):
            "\(text): found no period, expected days, months or years as in 2031-01:2031-06, the first before the last"
        case .overlap(let first, let second):
            "\(first) \(second): found periods with days in common, expected ones without"
        case .emptyPeriod(let text):
            "\(text): found no counted quotation of these days, expected at least one"
        case .unknownColumn(let column, let known):
            "\(column): no document has such a column, expected one of: "
                + known.prefix(16).joined(separator: ", ")
        }
    }
}
