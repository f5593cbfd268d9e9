package import CaucusMatrix

extension FittedFeatures {
    /// The same features, their terms scaled by how unevenly they fall on the labels, too, and the rows as
    /// these features make them. Features that do not ask for it (``FeatureSettings/weighsByCountRatios``) stay.
    ///
    /// - Parameters:
    ///   - rows: rows of these features; columns to the right of the terms are left as they are.
    ///   - labels: a class in `0..<classes` for each row.
    ///   - training: the rows whose labels may be looked at, all where `nil`: held-out labels must not
    ///     reach the factors.
    /// - Complexity: O(nonzeros + columns × classes).
    package func weighed(
        _ rows: SparseMatrix, labels: [Int], classes: Int, training: [Int]? = nil
    ) -> (features: FittedFeatures, rows: SparseMatrix) {
        guard settings.weighsByCountRatios, let terms else { return (self, rows) }
        let factors = CountRatios.factors(
            rows, columns: terms.columns, labels: labels, classes: classes, training: training)
        var weighed = self
        weighed.terms = FittedVectorizer(
            terms.settings, terms.vocabulary, scales: zip(terms.scales, factors).map { $0 * $1 })
        guard settings.normalizes else { return (weighed, rows.scaled(by: factors)) }
        let isWord = (0..<terms.columns).map { !terms.isCharacters(column: $0) }
        return (weighed, rows.scaled(by: factors).normalized(blocks: isWord))
    }
}

extension SparseMatrix {
    /// The rows with their first columns multiplied by `factors`.
    package func scaled(by factors: [Float]) -> SparseMatrix {
        var values = values
        for n in values.indices where Int(indices[n]) < factors.count {
            values[n] *= factors[Int(indices[n])]
        }
        return SparseMatrix(
            trusting: columns, rowStarts: rowStarts, indices: indices, values: values)
    }

    /// The rows with their first columns, which are of two kinds, scaled to length 1 a kind.
    fileprivate func normalized(blocks: [Bool]) -> SparseMatrix {
        var values = values
        for i in 0..<rows {
            var squares: (Float, Float) = (0, 0)
            for n in range(ofRow: i) where Int(indices[n]) < blocks.count {
                let square = values[n] * values[n]
                if blocks[Int(indices[n])] { squares.0 += square } else { squares.1 += square }
            }
            let scales = (
                squares.0 > 0 ? 1 / squares.0.squareRoot() : 0,
                squares.1 > 0 ? 1 / squares.1.squareRoot() : 0
            )
            for n in range(ofRow: i) where Int(indices[n]) < blocks.count {
                values[n] *= blocks[Int(indices[n])] ? scales.0 : scales.1
            }
        }
        return SparseMatrix(
            trusting: columns, rowStarts: rowStarts, indices: indices, values: values)
    }
}
