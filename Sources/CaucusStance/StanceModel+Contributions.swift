import CaucusEncoder
package import CaucusFeatures
package import CaucusMatrix
package import CaucusText

/// What one feature of a passage adds to the logits.
package struct Contribution: Sendable, Equatable {
    /// The column of the feature.
    package var column: Int
    /// What it stands for: its kind and its words.
    package var name: String
    /// Its number in the passage's row.
    package var value: Double
    /// Its weight for each of the model's ``StanceModel/labels``.
    package var weights: [Double]
    /// The words it stands on, in UTF-8 bytes of the passage's text; empty where it stands on the whole.
    package var spans: [Span]

    /// What it adds to the logit of each label.
    package var amounts: [Double] { weights.map { $0 * value } }
}

extension StanceModel {
    /// What a passage adds up to before any feature is seen: one number for each of ``labels``.
    package var intercepts: [Double] { regression.intercepts }

    /// The logits of a passage, before the temperature: one number for each of ``labels``.
    package func logits(of passage: Passage) -> [Double] {
        Array(regression.logits(for: rows(for: [passage]))[row: 0])
    }

    /// What each feature of `passage` adds to the logits; with ``intercepts`` they sum to ``logits(of:)``.
    ///
    /// Largest first, by the spread of a feature's amounts over the labels.
    package func contributions(of passage: Passage) -> [Contribution] {
        let row = rows(for: [passage])
        var spans: [Int: [Span]] = [:]
        for occurrence in vectorizer.occurrences(in: passage) {
            spans[occurrence.column, default: []].append(occurrence.span)
        }
        let all = row.range(ofRow: 0).map { n in
            let column = Int(row.indices[n])
            return Contribution(
                column: column, name: name(ofColumn: column), value: Double(row.values[n]),
                weights: classes.indices.map { regression.weights[column, $0] },
                spans: Array(Set(spans[column] ?? [])).sorted())
        }
        let spread = all.map { ($0.amounts.max() ?? 0) - ($0.amounts.min() ?? 0) }
        let order = all.indices.sorted {
            spread[$0] != spread[$1] ? spread[$0] > spread[$1] : all[$0].column < all[$1].column
        }
        return order.map { all[$0] }
    }

    /// Whether a column is one of an encoder's numbers.
    func isOpinion(column: Int) -> Bool {
        encoderChecksum != nil
            && column >= vectorizer.columns + (bases.first?.classes.count ?? 0)
    }

    /// What a column stands for.
    package func name(ofColumn column: Int) -> String {
        let more = column - vectorizer.columns
        guard more >= 0 else { return vectorizer.name(ofColumn: column) }
        guard let base = bases.first, more < base.classes.count else {
            let place = more - (bases.first?.classes.count ?? 0)
            return "encoder: " + EncoderOpinion.names[min(place, EncoderOpinion.count - 1)]
        }
        let label = base.labels[min(column - vectorizer.columns, base.labels.count - 1)]
        return "\(base.provenance.name): \(label)"
    }

    /// What the model says of passages, as columns for a model that starts from it: its logits, divided by
    /// its temperature and with mean 0.
    ///
    /// The author of a post is its speaker: where `settings` read posts, it reads them as speeches.
    package func opinions(on passages: [Passage], for settings: FeatureSettings) -> SparseMatrix {
        let passages = settings.readsPosts ? passages.map(\.asSpeech) : passages
        let rows = rows(for: passages)
        let logits = regression.logits(for: rows)
        var values: [Float] = []
        for i in 0..<logits.rows {
            let mean = logits[row: i].reduce(0, +) / Double(classes.count)
            for z in logits[row: i] { values.append(Float((z - mean) / temperature)) }
        }
        return SparseMatrix(
            columns: classes.count,
            rowStarts: (0...logits.rows).map { $0 * classes.count },
            indices: (0..<logits.rows).flatMap { _ in (0..<classes.count).map { Int32($0) } },
            values: values)
    }
}
