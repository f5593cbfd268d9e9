import CaucusStance

/// Where tone and stance part: they are scored by two models, and neither stands for the other.
struct Tones {
    /// For each tone (warm, even, harsh), how many quotations have each stance.
    private(set) var counts = [[Int]](repeating: [0, 0, 0], count: Self.order.count)
    /// Warm yet against, and harsh yet in favor, as positions in the report's quotations; most decisive first.
    private(set) var warmAgainst: [Int] = []
    private(set) var harshFavor: [Int] = []

    static let order = ["positive", "neutral", "negative"]
    static let words = ["warm", "even", "harsh"]

    /// Counts the quotations that count for a speaker; `nil` where no tone was scored.
    init?(_ report: Report) {
        // What several say as one is a quotation of each, and one tone.
        for index in Set(report.speakers.flatMap(\.counted)).sorted() {
            let quotation = report.quotations[index]
            guard let tone = quotation.sentiment.flatMap({ Self.order.firstIndex(of: $0) }),
                let stance = quotation.stance,
                let column = Stance.allCases.firstIndex(of: stance)
            else { continue }
            counts[tone][column] += 1
            if tone == 0, stance == .against { warmAgainst.append(index) }
            if tone == 2, stance == .favor { harshFavor.append(index) }
        }
        guard counts.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
        func decisive(_ a: Int, _ b: Int) -> Bool {
            let x = abs(report.quotations[a].probabilities?.net ?? 0)
            let y = abs(report.quotations[b].probabilities?.net ?? 0)
            return x != y ? x > y : a < b
        }
        warmAgainst.sort(by: decisive)
        harshFavor.sort(by: decisive)
    }
}
