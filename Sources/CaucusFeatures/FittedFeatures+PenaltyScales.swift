package import CaucusMatrix

/// A penalty that follows the counts: what naive Bayes knows of a column goes into the fit.
extension FittedFeatures {
    /// What the penalty of a column is divided by, as a factor of its values while a model is fitted: 1 and more
    /// for words that fall unevenly on the labels, less for those that do not.
    ///
    /// Multiplying a column by f and its fitted weight by f again is the same model under a penalty of w²/f². The
    /// rows of a fitted model stay what they were: nothing of this is in its file, or costs time in scoring.
    /// Each kind of feature keeps its size, so that C means what it meant. Numbers of the lexicon and flags are
    /// few and dense, and stay as they are, as do columns to the right of these features.
    ///
    /// - Parameter training: the rows whose labels may be looked at; all where `nil`.
    /// - Complexity: O(nonzeros + columns × classes).
    package func penaltyScales(
        _ rows: SparseMatrix, labels: [Int], classes: Int, training: [Int]? = nil
    ) -> [Float] {
        var scales = [Float](repeating: 1, count: rows.columns)
        guard let stance, terms == nil else { return scales }
        let ratios = CountRatios.factors(
            rows, columns: stance.columns, labels: labels, classes: classes, training: training,
            floor: 0.25)
        let sizes = columnSizes(rows, stance.columns)
        for space in StanceSpace.allCases {
            guard space.kind != .number else { continue }
            let columns = (0..<stance.columns).filter { stance.vocabulary.spaces[$0] == space }
            let plain = columns.reduce(0) { $0 + sizes[$1] }
            let scaled = columns.reduce(0) {
                $0 + sizes[$1] * Double(ratios[$1]) * Double(ratios[$1])
            }
            guard scaled > 0 else { continue }
            let even = Float((plain / scaled).squareRoot())
            for column in columns { scales[column] = ratios[column] * even }
        }
        return scales
    }

    /// The sum of the squares of each of the first columns.
    private func columnSizes(_ rows: SparseMatrix, _ columns: Int) -> [Double] {
        var sizes = [Double](repeating: 0, count: columns)
        for n in rows.values.indices where Int(rows.indices[n]) < columns {
            sizes[Int(rows.indices[n])] += Double(rows.values[n]) * Double(rows.values[n])
        }
        return sizes
    }
}
