import CaucusActs
import CaucusLearning
import CaucusMatrix
import CaucusStance
import Foundation

/// How likely what was read as an act is speech of its source, by how it was read: a logistic regression on every judged
/// quotation that was found by its act alone, calibrated on those that were drawn at random.
struct ActFit {
    private let level: Double
    private let weights: [Double]
    private let rows: [(name: String, weight: Double)]
    private let counts: [String: Int]
    private let acts: Int

    /// A row of the table that found fewer acts has no weight of its own: its kind tells.
    private static let leastActs = 15

    init(_ examples: Examples) throws {
        let rows = examples.rows.filter { $0.found.act != nil }
        counts = Dictionary(grouping: rows, by: { $0.found.actRow ?? "" }).mapValues(\.count)
        let names = counts.filter { $1 >= Self.leastActs }.keys.sorted()
        let columns = ActTraits.all.count + names.count
        func matrix(_ rows: [Examples.Row]) -> SparseMatrix {
            var (starts, indices): ([Int], [Int32]) = ([0], [])
            for row in rows {
                for (i, trait) in ActTraits.all.enumerated()
                where row.found.act?.contains(trait.trait) == true {
                    indices.append(Int32(i))
                }
                if let i = names.firstIndex(of: row.found.actRow ?? "") {
                    indices.append(Int32(ActTraits.all.count + i))
                }
                starts.append(indices.count)
            }
            return SparseMatrix(
                columns: columns, rowStarts: starts, indices: indices,
                values: [Float](repeating: 1, count: indices.count))
        }
        func isRight(_ row: Examples.Row) -> Bool { row.label.isSpeech && row.isSpeaker }
        let model = try LogisticRegression(c: 1).fitted(
            to: matrix(rows), labels: rows.map { isRight($0) ? 1 : 0 }, classes: 2)
        let drawn = rows.filter { $0.weight > 0 }
        let odds = model.logits(for: matrix(drawn))
        let (slope, offset) = try GateTrainer.line(
            drawn.indices.map { odds[$0, 1] - odds[$0, 0] }, drawn.map(isRight),
            drawn.map(\.weight))
        level = slope * (model.intercepts[1] - model.intercepts[0]) + offset
        func weight(_ column: Int) -> Double {
            slope * (model.weights[column, 1] - model.weights[column, 0])
        }
        weights = ActTraits.all.indices.map(weight)
        self.rows = names.enumerated().map { ($1, weight(ActTraits.all.count + $0)) }
        acts = rows.count
        print(
            "\(rows.count) acts, \(rows.count(where: isRight)) of them right; \(drawn.count) drawn at random, "
                + "\(drawn.count(where: isRight)) right")
    }

    /// The source that holds the weights, with two decimals.
    var source: String {
        func digits(_ number: Double) -> String { String(format: "%.2f", number) }
        let lines = zip(ActTraits.all, weights).map { trait, weight in
            "        \(digits(weight)),  // \(trait.name)"
        }
        let rowLines = rows.map { row in
            "        (\"\(row.name)\", \(digits(row.weight))),  // \(counts[row.name] ?? 0) acts"
        }
        return """
            /// The weights of how an act was read: a logistic regression on \(acts) acts in news articles that
            /// language models judged. Made by `make act-weights`; do not edit by hand.
            extension ActTraits {
                /// The log odds of an active verb with the target's name as its object.
                static let level = \(digits(level))
                /// In the order of ``all``.
                static let weights: [Double] = [
            \(lines.joined(separator: "\n"))
                ]
                /// What the row of the table adds, of rows with \(Self.leastActs) acts and more.
                static let rows: [(name: String, weight: Double)] = [
            \(rowLines.joined(separator: "\n"))
                ]
            }

            """
    }
}
