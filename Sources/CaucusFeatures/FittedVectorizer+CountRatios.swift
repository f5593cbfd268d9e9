public import CaucusMatrix
import Foundation

extension FittedVectorizer {
    /// The same columns, scaled by how unevenly their terms fall on the labels instead of by rarity.
    ///
    /// The factor of a term is the log ratio of its share among the documents of a class to its share
    /// among the others, each count raised by `smoothing` (Wang & Manning 2012); of several classes the
    /// one where it is largest in size. Only the size matters: a linear model with a symmetric penalty
    /// finds the sign.
    ///
    /// - Parameters:
    ///   - rows: the rows of the documents the labels belong to.
    ///   - labels: a class in `0..<classes` for each row. Give training rows only: held-out labels
    ///     must not reach the factors.
    public func weighedByCountRatios(
        rows: SparseMatrix, labels: [Int], classes: Int, smoothing: Double = 1
    ) -> FittedVectorizer {
        precondition(rows.columns == columns, "\(rows.columns) columns for \(columns)")
        precondition(rows.rows == labels.count, "\(rows.rows) rows, \(labels.count) labels")
        var counts = [Double](repeating: smoothing, count: columns * classes)
        for i in 0..<rows.rows {
            for n in rows.range(ofRow: i) {
                counts[Int(rows.indices[n]) * classes + labels[i]] += 1
            }
        }
        var totals = [Double](repeating: 0, count: classes)
        for n in counts.indices { totals[n % classes] += counts[n] }
        let total = totals.reduce(0, +)
        let factors = (0..<columns).map { j in
            let here = counts[(j * classes)..<((j + 1) * classes)]
            let sum = here.reduce(0, +)
            var most = 0.0
            for (k, count) in here.enumerated() {
                let inside = count / totals[k]
                let outside = (sum - count) / (total - totals[k])
                most = max(most, abs(log(inside / outside)))
            }
            return Float(most)
        }
        return FittedVectorizer(settings, vocabulary, scales: factors)
    }
}
