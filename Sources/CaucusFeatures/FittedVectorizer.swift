public import CaucusMatrix

/// A vectorizer that knows its columns.
public struct FittedVectorizer: Sendable {
    /// How passages become rows.
    public let settings: FeatureSettings
    let vocabulary: Vocabulary
    let scales: [Float]
    private let readers = ReaderPool()

    /// The number of columns.
    public var columns: Int { vocabulary.count }

    init(_ settings: FeatureSettings, _ vocabulary: Vocabulary) {
        self.init(settings, vocabulary, scales: vocabulary.scales(settings))
    }

    init(_ settings: FeatureSettings, _ vocabulary: Vocabulary, scales: [Float]) {
        self.settings = settings
        self.vocabulary = vocabulary
        self.scales = scales
    }

    /// The term of a column: words joined by a space, or characters with a space at a word's edge.
    public func name(ofColumn column: Int) -> String {
        precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
        return String(decoding: vocabulary.name(of: column), as: UTF8.self)
    }

    /// Whether a column is a run of characters rather than words.
    public func isCharacters(column: Int) -> Bool {
        TermKey.kind(vocabulary.keys[column]) == .characters
    }

    /// The rows of `passages`; terms without a column are left out.
    ///
    /// What was found in a chunk of text is remembered for the next call, up to some tens of megabytes.
    ///
    /// - Complexity: O(bytes of the passages).
    public func rows(for passages: [Passage]) -> SparseMatrix {
        let reader = readers.take(self)
        defer { readers.give(reader) }
        for passage in passages { passage.withBytes(settings) { reader.value.add($0) } }
        let bound = reader.value.sequences.bound(reader.value.terms)
        var starts = [Int](repeating: 0, count: passages.count + 1)
        var values: [Float] = []
        let indices = [Int32](unsafeUninitializedCapacity: bound) { indices, written in
            values = [Float](unsafeUninitializedCapacity: bound) { values, valuesWritten in
                starts.withUnsafeMutableBufferPointer { starts in
                    guard let i = indices.baseAddress, let v = values.baseAddress,
                        let s = starts.baseAddress
                    else { return }
                    reader.value.write(
                        settings, RowTarget(indices: i, values: v, capacity: bound), s)
                }
                valuesWritten = starts[passages.count]
            }
            written = starts[passages.count]
        }
        return SparseMatrix(
            trusting: columns, rowStarts: starts, indices: indices, values: values)
    }
}
