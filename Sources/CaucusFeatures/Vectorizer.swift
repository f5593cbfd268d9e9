public import CaucusMatrix

/// Learns which terms become columns.
public struct Vectorizer: Sendable {
    /// How passages become rows.
    public var settings: FeatureSettings

    /// Creates a vectorizer.
    public init(_ settings: FeatureSettings) { self.settings = settings }

    /// The vectorizer that knows the terms of `passages`.
    ///
    /// - Parameter jobs: how many cores may work at it; the answer does not depend on it.
    public func fitted(
        to passages: [Passage], jobs: Int = 1
    ) throws(FeatureError) -> FittedVectorizer {
        try fittedRows(to: passages, jobs: jobs).vectorizer
    }

    /// The vectorizer that knows the terms of `passages`, and their rows, in one reading.
    ///
    /// - Parameter jobs: how many cores may work at it; the answer does not depend on it.
    /// - Complexity: O(bytes of the passages).
    public func fittedRows(
        to passages: [Passage], jobs: Int = 1
    ) throws(FeatureError) -> (vectorizer: FittedVectorizer, rows: SparseMatrix) {
        try CountedTerms(passages, try settings.validated(), jobs: jobs).fitted()
    }

    /// The same, with parts as small as a test needs them.
    package func fittedRows(
        to passages: [Passage], jobs: Int, smallestPart: Int
    ) throws(FeatureError) -> (vectorizer: FittedVectorizer, rows: SparseMatrix) {
        try CountedTerms(
            passages, try settings.validated(), jobs: jobs, smallestPart: smallestPart
        ).fitted()
    }
}
