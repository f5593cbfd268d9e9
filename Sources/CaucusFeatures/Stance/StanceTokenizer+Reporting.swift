/// Speaker, word of saying, what was said: a sentence that tells them in another order is read in this one.
///
/// “The plan is a disgrace, said Orne of Hale” and “Orne said of Hale: the plan is a disgrace” say the same of
/// who stands where; the words between speaker and target, and their order, are features.
extension StanceTokenizer {
    /// The words that report a speaker, in tokens.
    private struct Report {
        /// From the first to the last word of the clause; the speaker; what it begins with when it is moved.
        var clause: Range<Int>
        var speaker: Range<Int>
    }

    /// Moves the first clause that reports a speaker after their words to before them.
    mutating func putReportFirst() {
        for s in tokens.indices where tokens[s].role == .speaker {
            guard let report = report(of: s) else { continue }
            let start = saidFrom(report.clause.lowerBound)
            guard report.clause.lowerBound - start > 2 else { continue }
            let before = Array(tokens[report.clause.lowerBound..<report.speaker.lowerBound])
            let after = Array(tokens[report.speaker.upperBound..<report.clause.upperBound])
            let moved = Array(tokens[report.speaker]) + before + after
            tokens.removeSubrange(report.clause)
            tokens.insert(contentsOf: moved, at: start)
            return
        }
    }

    private func report(of s: Int) -> Report? {
        let clause = inverted(s) ?? straight(s)
        guard let (first, speaker, last) = clause, first > 0, isBorder(first - 1) else {
            return nil
        }
        var end = last + 1
        while end < tokens.count, tokens[end].kind == .word || tokens[end].kind == .number {
            end += 1
        }
        return Report(clause: first..<end, speaker: speaker)
    }

    /// “said Orne”, “according to the mayor, Orne”: from the verb on.
    private func inverted(_ s: Int) -> (first: Int, speaker: Range<Int>, last: Int)? {
        var i = s - 1
        while i >= 0, s - i <= 6, tokens[i].kind == .word, tokens[i].role != .speaker {
            if ReportingVerbs.table.contains(tokens[i].hash) { return (i, i + 1..<s + 1, s) }
            if i > 0, tokens[i].hash == ReportingVerbs.to,
                tokens[i - 1].hash == ReportingVerbs.according
            {
                return (i - 1, i + 1..<s + 1, s)
            }
            // Between verb and name stand titles and offices.
            guard
                tokens[i].wordClass == .title || tokens[i].wordClass == .content
                    || tokens[i].wordClass == .determiner
            else { return nil }
            i -= 1
        }
        return nil
    }

    /// “Orne said”, “Orne, the mayor, has said”: from the name's titles on.
    private func straight(_ s: Int) -> (first: Int, speaker: Range<Int>, last: Int)? {
        var v = s + 1
        if v < tokens.count, isComma(v) {
            v += 1
            while v < tokens.count, v - s < 12, !isComma(v), tokens[v].kind == .word { v += 1 }
            guard v < tokens.count, isComma(v) else { return nil }
            v += 1
        }
        var skipped = 0
        while v < tokens.count, skipped < 3, tokens[v].kind == .word,
            !ReportingVerbs.table.contains(tokens[v].hash)
        {
            v += 1
            skipped += 1
        }
        guard v < tokens.count, ReportingVerbs.table.contains(tokens[v].hash) else { return nil }
        var first = s
        while first > 0, s - first < 5, tokens[first - 1].kind == .word,
            tokens[first - 1].role == .plain,
            tokens[first - 1].wordClass == .title || tokens[first - 1].wordClass == .determiner
                || tokens[first - 1].traits.contains(.capital)
        {
            first -= 1
        }
        return (first, first..<s + 1, v)
    }

    /// Where the words begin that the clause at `end` reports: the quotation before it, and its sentence.
    private func saidFrom(_ end: Int) -> Int {
        var i = end - 1
        // Its closing mark, and a comma beside it.
        while i > 0, end - i < 3, tokens[i].kind == .mark { i -= 1 }
        // A passage may open with its closing mark, as in `", said Roe`: nothing is before it (issue 13).
        if i > 0, tokens[i].kind == .quote {
            i -= 1
            while i > 0, tokens[i].kind != .quote { i -= 1 }
        }
        while i > 0, !tokens[i - 1].traits.contains(.stop) { i -= 1 }
        return i
    }

    private func isBorder(_ i: Int) -> Bool {
        if tokens[i].kind == .quote { return true }
        guard tokens[i].kind == .mark else { return false }
        let letter = letters[Int(tokens[i].letters)]
        // , ! ? - and a single quotation mark
        return letter == 0x2C || letter == 0x21 || letter == 0x3F || letter == 0x2D
            || letter == 0x27
    }

    private func isComma(_ i: Int) -> Bool {
        tokens[i].kind == .mark && letters[Int(tokens[i].letters)] == 0x2C
    }
}

/// Words that report speech after or before the name of who spoke.
struct ReportingVerbs: Sendable {
    static let table = ReportingVerbs()
    static let to = PatternWords.hash("to")
    static let according = PatternWords.hash("according")

    private let hashes: Set<UInt64>

    private init() {
        hashes = PatternWords.hashes("reporting")
    }

    @inline(__always)
    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
