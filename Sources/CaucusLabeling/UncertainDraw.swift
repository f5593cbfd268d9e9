import CaucusStance
import Foundation

/// The quotations from whose labels a model learns most: those that the program is least sure of.
///
/// Least sure is the greatest entropy of what the quotation may be: no speech of its speaker about the leader, or such speech
/// against, neutral, in favor (Settles 2009, 2.1). One article gives one quotation before any gives two, since what stands
/// together teaches the same.
public struct UncertainDraw: Sendable {
    /// Creates the draw.
    public init() {}

    /// `count` quotations of the frame, the least sure first; fewer where there are no more.
    public func drawn(_ count: Int, of frame: SampleFrame) -> [SampleFrame.Row] {
        let order = frame.rows.enumerated().map { ($0, entropy($1)) }.sorted {
            ($1.1, $0.0) < ($0.1, $1.0)
        }
        var turns: [String: Int] = [:]
        let queued = order.enumerated().map { rank, item -> (turn: Int, rank: Int, row: Int) in
            let article = frame.rows[item.0].quotation.documentID
            turns[article, default: 0] += 1
            return (turns[article] ?? 1, rank, item.0)
        }
        // The same words in another article teach nothing new.
        var seen: Set<[String]> = []
        var drawn: [SampleFrame.Row] = []
        for place in queued.sorted(by: { ($0.turn, $0.rank) < ($1.turn, $1.rank) }) {
            let row = frame.rows[place.row]
            guard drawn.count < count else { break }
            if seen.insert([row.quotation.target, row.quotation.text]).inserted {
                drawn.append(row)
            }
        }
        return drawn
    }

    private func entropy(_ row: SampleFrame.Row) -> Double {
        let outcomes = row.stances.map { $0 * row.part } + [1 - row.part]
        return outcomes.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    }
}
