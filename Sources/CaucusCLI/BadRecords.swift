import Caucus

/// Tells the odd records of a batch on standard error and counts them.
struct BadRecords {
    private(set) var count = 0
    /// The first one, until it is known whether it is all there is.
    private var first: Diagnostic?
    /// How many there were when they were last summed up.
    private var summedUp = 0

    /// How many are printed one by one; the rest are only counted.
    static let printed = 20

    /// Takes one.
    mutating func note(_ diagnostic: Diagnostic) {
        count += 1
        if count == 1 {
            first = diagnostic
            return
        }
        tellFirst()
        if count <= Self.printed { Console.tell("caucus: \(diagnostic)") }
    }

    private mutating func tellFirst() {
        if let first { Console.tell("caucus: \(first)") }
        first = nil
    }

    /// Sums up, and fails where the batch gave nothing, with the one bad record as the reason where there
    /// is one, else with `nothing`; or where `strict` meets a bad record.
    mutating func finish(records: Int, strict: Bool, nothing: CorpusError) throws {
        if records == 0, let first { throw Failure(65, first.description) }
        sumUp()
        if records == 0 { throw nothing }
        if strict, count > 0 {
            throw Failure(65, "\(count) bad records, expected none (--strict)")
        }
    }

    /// Tells what has not been told: the only bad record, or how many are not shown.
    mutating func sumUp() {
        tellFirst()
        let hidden = count - max(Self.printed, summedUp)
        if hidden > 0 { Console.tell("caucus: \(hidden) more bad records not shown") }
        summedUp = count
    }
}
