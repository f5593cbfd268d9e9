import CaucusTarget
import CaucusQuotes
import CaucusStance
import CaucusStatistics

/// The words a report uses for its values.
enum Wording {
    static func stance(_ stance: Stance) -> String {
        switch stance {
        case .against: "against"
        case .neutral: "neutral"
        case .favor: "in favor"
        }
    }

    /// What is said of a correction that leaves a stance without a share.
    static let atEdge = "at the edge: do not rely on it here"

    /// The second code beside colour.
    static func symbol(_ stance: Stance) -> String {
        switch stance {
        case .against: "▼"
        case .neutral: "●"
        case .favor: "▲"
        }
    }

    static func mention(_ mention: TargetMention) -> String {
        switch mention {
        case .explicit: "names the leader"
        case .pronoun: "means the leader by a pronoun"
        case .epithet: "means the leader by a role or nickname"
        case .context: "probably about the leader, by what stands around it"
        case .none: "does not mention the leader"
        }
    }

    static func form(_ form: Quotation.Form) -> String {
        switch form {
        case .direct: "direct quotation"
        case .indirect: "indirect speech"
        case .mixed: "partly quoted"
        }
    }

    /// “Of 12 quotations about X in 7 articles, an estimated 8 (5–10) are against, 3 neutral and 1 in favor.”
    ///
    /// The count's interval is that of the share, times the number of quotations. Where articles or speakers count
    /// once each, a share times a number of quotations counts nothing: the sentence then tells the mean share.
    static func sentence(
        _ estimates: StanceEstimates, about target: String, documents: Int, speakers: Int = 1,
        unit: ReportOptions.Unit = .quotation, stances: [Stance] = Stance.allCases
    ) -> String {
        let n = estimates.net.items
        let articles = Numbers.count(documents, "article")
        let lead = estimates.leading
        let share = estimates[lead]
        guard unit == .quotation else {
            let units = unit == .document ? articles : Numbers.count(speakers, "speaker")
            var text =
                "Averaged over \(units), each counted once (\(Numbers.count(n, "quotation")) about "
            text += target + (unit == .speaker ? " in \(articles)" : "")
            text += "), an estimated \(Numbers.percent(share.value))"
            if let low = share.low, let high = share.high {
                text += " (\(Numbers.fixed(low * 100, 0))–\(Numbers.percent(high)))"
            }
            let others = others(lead, stances) { Numbers.percent(estimates[$0].value) }
            return text + " of what is quoted is \(stance(lead))" + others + "."
        }
        if let part = estimates.part {
            return sentence(estimates, of: part, n, about: "\(target) in \(articles)", stances)
        }
        var counts = apportioned(estimates, n)
        var range = ""
        if let low = share.low, let high = share.high {
            let least = min(max(Int((low * Double(n)).rounded()), 0), n)
            let most = min(max(Int((high * Double(n)).rounded()), 0), n)
            range = " (\(Numbers.count(least))–\(Numbers.count(most)))"
            // The remainders may have lifted the count by one over its rounded interval, or below it.
            if !(least...max(most, least)).contains(counts[lead] ?? 0) {
                counts = apportioned(estimates, n, rounding: lead)
            }
        }
        let count = counts[lead] ?? 0
        var text =
            "Of \(Numbers.count(n, "quotation")) about \(target) in \(articles), an estimated "
        text += Numbers.count(count) + range
        text += (count == 1 ? " is " : " are ") + stance(lead)
        return text + others(lead, stances) { Numbers.count(counts[$0] ?? 0) } + "."
    }

    /// “Of 12 quotations about X in 7 articles, an estimated 6 (4–9) are what they are counted as: 4 of them against, 1
    /// neutral and 1 in favor.”
    private static func sentence(
        _ estimates: StanceEstimates, of part: Estimate, _ n: Int, about topic: String,
        _ stances: [Stance]
    ) -> String {
        func count(_ share: Double) -> Int { min(max(Int((share * Double(n)).rounded()), 0), n) }
        let right = count(part.value)
        var text = "Of \(Numbers.count(n, "quotation")) about \(topic), an estimated "
        text += Numbers.count(right)
        if let low = part.low, let high = part.high {
            text += " (\(Numbers.count(count(low)))–\(Numbers.count(count(high))))"
        }
        text += right == 1 ? " is what it is counted as" : " are what they are counted as"
        guard right > 0 else { return text + "." }
        let counts = apportioned(estimates, right)
        let lead = estimates.leading
        return text + ": \(Numbers.count(counts[lead] ?? 0)) of them \(stance(lead))"
            + others(lead, stances) { Numbers.count(counts[$0] ?? 0) } + "."
    }

    /// “, 3 neutral and 1 in favor”, of the stances but the leading one.
    private static func others(
        _ lead: Stance, _ stances: [Stance], _ words: (Stance) -> String
    ) -> String {
        let others = [Stance.against, .neutral, .favor].filter {
            $0 != lead && stances.contains($0)
        }
        return others.isEmpty
            ? "" : ", " + others.map { words($0) + " " + stance($0) }.joined(separator: " and ")
    }

    /// Whole counts that sum to `n`, by the largest remainder; where a stance is to be rounded, as the ends of its
    /// interval are, the others share the rest.
    static func apportioned(
        _ estimates: StanceEstimates, _ n: Int, rounding fixed: Stance? = nil
    ) -> [Stance: Int] {
        let own = fixed.map { min(max(Int((estimates[$0].value * Double(n)).rounded()), 0), n) }
        let shared = Stance.allCases.filter { $0 != fixed }.map {
            ($0, max(estimates[$0].value, 0) * Double(n))
        }
        var counts = Dictionary(uniqueKeysWithValues: shared.map { ($0.0, Int($0.1)) })
        let missing = n - (own ?? 0) - counts.values.reduce(0, +)
        let order = shared.enumerated().sorted { a, b in
            let x = a.element.1 - a.element.1.rounded(.down)
            let y = b.element.1 - b.element.1.rounded(.down)
            return x != y ? x > y : a.offset < b.offset
        }
        for (_, entry) in order.prefix(max(missing, 0)) { counts[entry.0, default: 0] += 1 }
        if let fixed, let own { counts[fixed] = own }
        return counts
    }
}
