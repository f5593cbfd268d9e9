import CaucusQuotes
import CaucusStance
import CaucusStatistics

/// What the front of a report says: who is quoted often enough that a number says something.
extension Report {
    /// The fewest quotations of a speaker on the front: of fewer no number says much.
    static let fewestListed = 5
    /// The widest interval of a speaker on the front: half of the scale from −1 to 1.
    static let widestListed = 1.0
    /// The most speakers on the front, and the most that stand folded beneath it; the others are in the table file.
    static let mostListed = 18
    static let mostFolded = 30
    /// The most speakers who have a card with their quotations.
    static let mostCards = 18

    /// A speaker with the position in ``speakers``.
    typealias Listed = (offset: Int, element: SpeakerSummary)

    /// Everybody who has a name, most quoted first.
    private var named: [Listed] {
        speakers.enumerated().filter { $0.element.kind != .described }.map { $0 }
    }

    /// Whether a speaker's number of quotations and interval say something.
    private static func says(_ speaker: SpeakerSummary) -> Bool {
        guard speaker.counted.count >= fewestListed, let net = speaker.estimates?.net,
            let low = net.low, let high = net.high
        else { return false }
        return high - low <= widestListed
    }

    /// The speakers of the front, most quoted first.
    var frontSpeakers: [Listed] {
        Array(named.lazy.filter { Self.says($0.element) }.prefix(Self.mostListed))
    }

    /// The speakers that stand folded beneath the front, most quoted first.
    var foldedSpeakers: [Listed] {
        let front = Set(frontSpeakers.map(\.offset))
        return Array(named.lazy.filter { !front.contains($0.offset) }.prefix(Self.mostFolded))
    }

    /// How many named speakers there are.
    var namedCount: Int { named.count }

    /// The positions of the speakers who have a card: those of the front, and the most quoted of more than one quotation.
    var cardedSpeakers: Set<Int> {
        var carded = Set(frontSpeakers.map(\.offset))
        let order = speakers.indices.filter { speakers[$0].counted.count > 1 }
            .sorted { (-speakers[$0].counted.count, $0) < (-speakers[$1].counted.count, $1) }
        for position in order where carded.count < Self.mostCards { carded.insert(position) }
        return carded
    }

    /// Up to three quotations of speakers of the front that lean clearly: the most quoted speakers' own clearest ones, both
    /// sides where both are there.
    var keyQuotations: [Int] {
        func clearest(_ isMeant: (ScoredQuotation) -> Bool) -> [Int] {
            frontSpeakers.compactMap { speaker in
                speaker.element.counted.first { index in
                    let stance = quotations[index].stance
                    return stance != nil && stance != .neutral && isMeant(quotations[index])
                }
            }
        }
        // Somebody's own words that name the leader come before what a writer made of them.
        func isDirect(_ quotation: ScoredQuotation) -> Bool {
            quotation.form == .direct && quotation.text.split(separator: " ").count > 5
        }
        let candidates =
            [
                clearest { isDirect($0) && $0.mention == .explicit }, clearest(isDirect),
                clearest { _ in true },
            ].first { !$0.isEmpty } ?? []
        var chosen: [Int] = []
        for index in candidates where chosen.count < 3 && !chosen.contains(index) {
            let stance = quotations[index].stance
            if chosen.count(where: { quotations[$0].stance == stance }) < 2 { chosen.append(index) }
        }
        return chosen
    }

    /// Whether what is quoted leans, in one sentence; `nil` where there is no interval to tell it by.
    func verdict(about target: String) -> String? {
        guard let net = overall?.net, let low = net.low, let high = net.high else { return nil }
        let leaning =
            low > 0
            ? "More of what is quoted is in favor of \(target) than against"
            : high < 0
                ? "More of what is quoted is against \(target) than in favor"
                : "What is quoted leans neither clearly against \(target) nor clearly in favor"
        // An interval without the model's errors says less.
        guard isUncorrectedSelection else { return leaning + "." }
        return "As the model counts, " + leaning.prefix(1).lowercased() + leaning.dropFirst() + "."
    }

    /// How sure the answer is, and why, a sentence or two each.
    var sureness: [String] {
        guard let overall else { return [] }
        var notes: [String] = []
        if let interval = Numbers.interval(overall.net) {
            notes.append(
                "Net stance, the share in favor minus the share against, is \(Numbers.signed(overall.net.value)) "
                    + "(\(interval)), from \u{2212}1, all against, to +1, all in favor. In brackets: the "
                    + "\(Numbers.level(options.level)) interval. Shares are per \(unitWords).")
        }
        if let use = labelUse, use.isCorrected, let plain {
            notes.append(
                "Corrected by \(Numbers.count(use.counted, "quotation")) labeled by hand; the model alone says "
                    + "\(Numbers.signed(plain.net.value)).")
        }
        return notes + (labelUse?.sentences ?? []) + measured.sentences
    }
}
