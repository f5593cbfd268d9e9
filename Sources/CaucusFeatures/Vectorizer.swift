public import CaucusMatrix

/// Learns which terms become columns.
public struct Vectorizer: Sendable {
    /// How passages become rows.
    public var settings: FeatureSettings

    /// Creates a vectorizer.
    public init(_ settings: FeatureSettings) { self.settings = settings }

    /// The vectorizer that knows the terms of `passages`.
    public func fitted(to passages: [Passage]) throws(FeatureError) -> FittedVectorizer {
        let counter = try counted(passages)
        return try selection(of: counter, documents: passages.count).vectorizer
    }

    /// The vectorizer that knows the terms of `passages`, and their rows, in one reading.
    ///
    /// - Complexity: O(bytes of the passages).
    public func fittedRows(
        to passages: [Passage]
    ) throws(FeatureError) -> (vectorizer: FittedVectorizer, rows: SparseMatrix) {
        let counter = try counted(passages)
        let (vectorizer, columns) = try selection(of: counter, documents: passages.count)
        columns.withUnsafeBufferPointer { columns in
            guard let map = columns.baseAddress else { return }
            counter.value.terms.renumber(by: map)
            counter.value.sequences.renumberGrams(by: map)
        }
        let stored = vectorizer.vocabulary.documentFrequencies.reduce(0) { $0 + Int($1) }
        let rows = counter.value.sequences.rows(
            settings, counter.value.terms, columns: vectorizer.columns, scales: vectorizer.scales,
            bound: stored)
        return (vectorizer, rows)
    }

    private func counted(_ passages: [Passage]) throws(FeatureError) -> Held<TermCounter> {
        let settings = try settings.validated()
        let bytes = passages.reduce(0) { $0 + $1.text.utf8.count }
        let counter = Held(TermCounter(settings, expectedBytes: bytes))
        for passage in passages { passage.withBytes(settings) { counter.value.add($0) } }
        return counter
    }

    /// The vectorizer over the terms that enough and not too many passages share, and the column of
    /// every term, -1 where it has none.
    private func selection(
        of counter: Held<TermCounter>, documents: Int
    ) throws(FeatureError) -> (vectorizer: FittedVectorizer, columns: [Int32]) {
        let most = Double(documents) * settings.maximumShare
        var kept: [Int32] = []
        let (uses, allKeys) = (counter.value.table.uses.base, counter.value.table.keys.base)
        for term in 0..<counter.value.table.count {
            let frequency = Int(uses[term].documents)
            if frequency >= settings.minimumDocuments, Double(frequency) <= most {
                kept.append(Int32(term))
            }
        }
        guard !kept.isEmpty else {
            throw .emptyVocabulary(
                documents: documents, minimumDocuments: settings.minimumDocuments)
        }
        let keys = kept.map { allKeys[Int($0)] }
        let frequencies = kept.map { uses[Int($0)].documents }
        let order = ColumnOrder.order(keys: keys, frequencies: frequencies) { a, b in
            counter.value.table.name(of: Int(kept[a])).lexicographicallyPrecedes(
                counter.value.table.name(of: Int(kept[b])))
        }
        var columns = [Int32](repeating: -1, count: counter.value.table.count)
        var names: [UInt8] = []
        var starts = [0]
        names.reserveCapacity(kept.count * 8)
        starts.reserveCapacity(kept.count + 1)
        for (column, place) in order.enumerated() {
            let term = Int(kept[Int(place)])
            columns[term] = Int32(column)
            counter.value.table.appendName(of: term, to: &names)
            starts.append(names.count)
        }
        let vocabulary = Vocabulary(
            names: names, starts: starts, keys: order.map { keys[Int($0)] },
            documentFrequencies: order.map { frequencies[Int($0)] }, documents: documents)
        return (FittedVectorizer(settings, vocabulary), columns)
    }
}
