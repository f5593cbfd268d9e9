import CaucusStance
import CaucusStatistics

/// Two runs of one leader on the same quotations.
struct ModelPair: Sendable {
    let first: ComparedLeader
    let second: ComparedLeader
    /// The quotations that count in both, as positions in each.
    let own: [Int]
    let other: [Int]
    /// How many count in one alone.
    let onlyFirst: Int
    let onlySecond: Int
    /// How often both give one answer: over all of them, where “not sure” is an answer, and over those that both give a
    /// stance.
    let sameAnswer: Estimate?
    let sameStance: Estimate?

    init(_ first: ComparedLeader, _ second: ComparedLeader, level: Double) {
        self.first = first
        self.second = second
        let places = Dictionary(
            second.counted.map { (second.own.quotations[$0].id, $0) },
            uniquingKeysWith: { a, _ in a })
        let pairs = first.counted.compactMap { i in
            places[first.own.quotations[i].id].map { (i, $0) }
        }
        (own, other) = (pairs.map(\.0), pairs.map(\.1))
        onlyFirst = first.counted.count - pairs.count
        onlySecond = second.counted.count - pairs.count
        func same(_ pairs: [(Int, Int)]) -> Estimate? {
            guard pairs.count >= Report.fewestListed else { return nil }
            return ClusteredShare(level: level).estimate(
                of: pairs.map {
                    first.own.quotations[$0].stance == second.own.quotations[$1].stance
                },
                clusters: pairs.map {
                    first.joint.clusters.cluster(of: first.own.quotations[$0.0].documentID)
                })
        }
        sameAnswer = same(pairs)
        sameStance = same(
            pairs.filter {
                first.own.quotations[$0].stance != nil && second.own.quotations[$1].stance != nil
            })
    }

    /// The first model's measure over the shared quotations less the second's.
    func difference(_ measure: Measure) -> Estimate? {
        guard let a = first.influences(own, measure), let b = second.influences(other, measure)
        else { return nil }
        return ClusteredDifference(
            level: first.own.options.level, bounds: measure.bounds,
            method: "difference on the same quotations: joint sandwich, clustered by article"
        ).estimate(a, less: b, items: own.count)
    }

    /// How many of the shared quotations have which two answers; `nil` is “not sure”.
    func count(_ a: Stance?, _ b: Stance?) -> Int {
        zip(own, other).count {
            first.own.quotations[$0].stance == a && second.own.quotations[$1].stance == b
        }
    }

    /// What the two are called: by their models, or where these are alike by their runs.
    var names: (first: String, second: String) {
        first.run.model == second.run.model
            ? (first.run.id, second.run.id) : (first.run.model, second.run.model)
    }
}

extension ModelPair {
    /// All answers, “not sure” last.
    static let answers: [Stance?] = Stance.allCases + [nil]
}
