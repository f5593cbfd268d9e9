import CaucusMatrix
public import CaucusStance
import CaucusStatistics

/// How quotations are drawn for labels, each with a known probability.
///
/// The whole is read by the program first, which is cheap, and a part of it by people: sampling in two phases (Neyman
/// 1938). What the program says of a quotation may therefore raise its chance, and never bends a share, since the chance
/// is known.
public struct SampleDesign: Sendable, Hashable {
    /// What the draw is spread over evenly: as many of each speaker, however often quoted; `nil` for every quotation alike.
    public var by: SampleKey?
    /// What the draw keeps the proportions of.
    public var strata: [SampleKey]
    /// Whether half of the draw goes to the sides that are rare, or `nil` for where one of them is.
    public var isTwoPhase: Bool?
    /// What the draw depends on beside the quotations.
    public var seed: UInt64

    /// A side is rare below this share of the quotations: of 100 labels fewer than ten would fall to it, and a
    /// correction asks for ten.
    static let rare = 0.1

    /// Creates a design; the default draws every quotation with the same probability.
    public init(
        by: SampleKey? = nil, strata: [SampleKey] = [], isTwoPhase: Bool? = nil, seed: UInt64 = 1
    ) {
        self.by = by
        self.strata = strata
        self.isTwoPhase = isTwoPhase
        self.seed = seed
    }

    /// The sides that few quotations take, by the likeliest stance; those that none takes are not among them.
    public func rareSides(_ frame: SampleFrame) -> [Stance] { rareSides(frame.rows) }

    private func rareSides(_ rows: [SampleFrame.Row]) -> [Stance] {
        guard isTwoPhase != false else { return [] }
        return [Stance.against, .favor].filter { side in
            let count = rows.count { $0.leading == side }
            return count > 0
                && (isTwoPhase == true || Double(count) < Self.rare * Double(rows.count))
        }
    }

    /// How likely each row is to be drawn.
    func probabilities(_ rows: [SampleFrame.Row], count: Int) -> DrawingProbabilities {
        let groups = rows.map { by?.value(of: $0) ?? "" }
        let sizes = groups.reduce(into: [String: Double]()) { $0[$1, default: 0] += 1 }
        // As many of each group, or one of each row: together 1.
        let shares = groups.map {
            by == nil
                ? 1 / Double(rows.count) : 1 / (sizes[$0] ?? 1) / Double(sizes.count)
        }
        let sides = rareSides(rows)
        guard !sides.isEmpty else { return DrawingProbabilities(weights: shares, count: count) }
        let sizesOfSides = sides.map { side in Double(rows.count { $0.leading == side }) }
        let weights = zip(rows, shares).map { row, share -> Double in
            guard let side = sides.firstIndex(of: row.leading) else { return share / 2 }
            return share / 2 + 1 / sizesOfSides[side] / Double(sides.count) / 2
        }
        return DrawingProbabilities(weights: weights, count: count)
    }

    /// The rows that are drawn, each with its probability, in random order: those who stop early have labeled a
    /// sample still.
    public func drawn(
        _ count: Int, of frame: SampleFrame
    ) -> [(row: SampleFrame.Row, probability: Double)] {
        let probabilities = probabilities(frame.rows, count: count)
        var random = SplitMix(seed: seed)
        let order = order(frame.rows, &random)
        let drawn = probabilities.drawn(in: order, start: random.unit())
        return drawn.shuffled(using: &random).map { (frame.rows[$0], probabilities.values[$0]) }
    }

    /// The rows in random order, those of one stratum and one group together; strata and groups are in random order too.
    private func order(_ rows: [SampleFrame.Row], _ random: inout SplitMix) -> [Int] {
        // A run is a stratum always: every leader gets labels.
        let keys = rows.map { row in
            [[row.run] + strata.map { $0.value(of: row) }, by.map { [$0.value(of: row)] } ?? []]
        }
        var ranks: [[String]: UInt64] = [:]
        for (i, key) in keys.enumerated() {
            for depth in key.indices where ranks[path(key, i, depth)] == nil {
                ranks[path(key, i, depth)] = random.next()
            }
        }
        let places = rows.indices.map { i in
            (keys[i].indices.map { ranks[path(keys[i], i, $0)] ?? 0 }, random.next())
        }
        return rows.indices.sorted { a, b in
            for (x, y) in zip(places[a].0, places[b].0) where x != y { return x < y }
            return (places[a].1, a) < (places[b].1, b)
        }
    }

    /// What names a stratum, or a group within it.
    private func path(_ key: [[String]], _ row: Int, _ depth: Int) -> [String] {
        key[...depth].flatMap { $0 + ["\u{1F}"] }
    }
}
