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

    static func abstention(_ abstention: Abstention) -> String {
        switch abstention {
        case .empty: "nothing is left once the marks are taken off"
        case .noTarget: "does not speak of the leader"
        case .nested: "stands inside another quotation"
        case .tooShort: "fewer than three words"
        case .lowMargin: "the two likeliest stances are too close"
        }
    }

    static func mention(_ mention: TargetMention) -> String {
        switch mention {
        case .explicit: "names the leader"
        case .pronoun: "means the leader by a pronoun"
        case .epithet: "means the leader by a role or nickname"
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
    /// The count's interval is the share's, or that of the model's own doubt about these quotations where that
    /// is wider: 12 quotations that all score 0.9 are still not surely against.
    static func sentence(_ estimates: StanceEstimates, about target: String, documents: Int)
        -> String
    {
        let n = estimates.net.items
        let counts = apportioned(estimates, n)
        let lead = estimates.leading
        let share = estimates[lead]
        let count = counts[lead] ?? 0
        var text = "Of \(Numbers.count(n, "quotation")) about \(target) in "
        text += "\(Numbers.count(documents, "article")), an estimated \(Numbers.count(count))"
        if let low = share.low, let high = share.high {
            let doubt = 1.96 * estimates.doubt(lead)
            let middle = share.value * Double(n)
            let least = min(max(Int(min(low * Double(n), middle - doubt).rounded()), 0), count)
            let most = max(min(Int(max(high * Double(n), middle + doubt).rounded()), n), count)
            text += " (\(Numbers.count(least))–\(Numbers.count(most)))"
        }
        text += (count == 1 ? " is " : " are ") + stance(lead)
        let others = [Stance.against, .neutral, .favor].filter { $0 != lead }.map {
            "\(Numbers.count(counts[$0] ?? 0)) \(stance($0))"
        }
        return text + ", " + others.joined(separator: " and ") + "."
    }

    /// Whole counts that sum to `n`, by the largest remainder.
    static func apportioned(_ estimates: StanceEstimates, _ n: Int) -> [Stance: Int] {
        let exact = Stance.allCases.map { ($0, max(estimates[$0].value, 0) * Double(n)) }
        var counts = Dictionary(uniqueKeysWithValues: exact.map { ($0.0, Int($0.1)) })
        let missing = n - counts.values.reduce(0, +)
        let order = exact.enumerated().sorted { a, b in
            let x = a.element.1 - a.element.1.rounded(.down)
            let y = b.element.1 - b.element.1.rounded(.down)
            return x != y ? x > y : a.offset < b.offset
        }
        for (_, entry) in order.prefix(max(missing, 0)) { counts[entry.0, default: 0] += 1 }
        return counts
    }

    /// Why a speaker has no interval, or `nil` where there is one.
    static func notEstimable(_ speaker: SpeakerSummary) -> String? {
        guard let net = speaker.estimates?.net, !net.hasInterval else { return nil }
        if speaker.documents > 1 {
            return
                "\(Numbers.count(speaker.documents, "article")) of one story: interval not estimable"
        }
        return "1\u{A0}article: interval not estimable"
    }
}
