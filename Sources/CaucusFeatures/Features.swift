public import CaucusMatrix
public import CaucusText

/// Learns from passages which features become columns, whatever their kind.
///
/// ``FeatureSettings`` names the kinds: terms of the text (``Vectorizer``), features of the words around
/// the target, or both; the columns of the parts stand side by side.
public struct Features: Sendable {
    /// How passages become rows.
    public var settings: FeatureSettings
    /// What says which words are good and bad.
    public var lexicon: ValenceLexicon

    /// Creates features.
    public init(_ settings: FeatureSettings, lexicon: ValenceLexicon = .builtIn) {
        self.settings = settings
        self.lexicon = lexicon
    }

    /// The features that know the columns of `passages`, and their rows.
    ///
    /// - Parameter jobs: how many cores may look for terms; the answer does not depend on it.
    /// - Complexity: O(bytes of the passages).
    public func fittedRows(
        to passages: [Passage], jobs: Int = 1
    ) throws(FeatureError) -> (features: FittedFeatures, rows: SparseMatrix) {
        let settings = try settings.validated()
        let given = passages
        let passages = settings.readsPosts ? passages.map { Post($0).passage } : passages
        var terms: FittedVectorizer?
        var stance: FittedStanceVectorizer?
        var rows: SparseMatrix?
        if settings.takesTerms {
            let fitted = try Vectorizer(settings).fittedRows(to: passages, jobs: jobs)
            terms = fitted.vectorizer
            rows = fitted.rows
        }
        if let around = settings.around {
            let fitted = try FittedStanceVectorizer.fitted(
                around, to: passages, minimumDocuments: settings.minimumDocuments,
                lexicon: lexicon)
            let more = fitted.rows(for: passages)
            stance = fitted
            rows = rows.map { $0.beside(more) } ?? more
        }
        let fitted = FittedFeatures(
            settings: settings, terms: terms, stance: stance, lexicon: lexicon)
        return (fitted, rows ?? fitted.rows(for: given))
    }
}

/// Features that know their columns.
public struct FittedFeatures: Sendable {
    /// How passages become rows.
    public let settings: FeatureSettings
    /// The terms, whose columns stand first, and the words around the target.
    var terms: FittedVectorizer?
    let stance: FittedStanceVectorizer?
    /// What says which words are good and bad.
    public let lexicon: ValenceLexicon

    /// The number of columns.
    public var columns: Int { termColumns + (stance?.columns ?? 0) }

    private var termColumns: Int { terms?.columns ?? 0 }

    /// The rows of `passages`; what has no column is left out.
    ///
    /// - Complexity: O(bytes of the passages).
    public func rows(for passages: [Passage]) -> SparseMatrix {
        let passages = settings.readsPosts ? passages.map { Post($0).passage } : passages
        guard let terms else {
            return stance?.rows(for: passages)
                ?? SparseMatrix(
                    columns: 0, rowStarts: [Int](repeating: 0, count: passages.count + 1),
                    indices: [], values: [])
        }
        let rows = terms.rows(for: passages)
        return stance.map { rows.beside($0.rows(for: passages)) } ?? rows
    }

    /// What a column stands for, for people: its kind and its words.
    public func name(ofColumn column: Int) -> String {
        if column < termColumns, let terms {
            let name = terms.name(ofColumn: column)
            return terms.isCharacters(column: column) ? "letters “\(name)”" : name
        }
        return stance?.name(ofColumn: column - termColumns) ?? ""
    }

    /// Whether a column stands for what is told besides the words (``PassageFact``).
    package func isFact(column: Int) -> Bool {
        guard let stance, column >= termColumns, column < columns else { return false }
        return stance.vocabulary.spaces[column - termColumns] == .fact
    }

    /// A place in a passage's text where a feature was seen, and how much of the feature it makes.
    public struct Occurrence: Sendable, Equatable {
        /// The column of the feature.
        public var column: Int
        /// Where it stands, in UTF-8 bytes.
        public var span: Span
        /// Its part of the feature; the parts of a column sum to at most 1.
        public var share: Double
    }

    /// Where in `passage.text` the features of the columns stand, in reading order.
    ///
    /// A feature of two words is told at each of them with half the share; what belongs to the passage as
    /// a whole stands nowhere.
    ///
    /// - Complexity: O(bytes of the passage), without the speed of ``rows(for:)``.
    public func occurrences(in passage: Passage) -> [Occurrence] {
        guard settings.readsPosts else { return places(in: passage) }
        let post = Post(passage)
        return places(in: post.passage).map { place in
            var place = place
            place.span = post.origin(of: place.span)
            return place
        }
    }

    private func places(in passage: Passage) -> [Occurrence] {
        var found: [Occurrence] = []
        if let terms {
            let places = terms.occurrences(in: passage)
            var counts: [Int: Int] = [:]
            for place in places { counts[place.column, default: 0] += 1 }
            found = places.map { place in
                Occurrence(
                    column: place.column, span: place.span,
                    share: 1 / Double(counts[place.column] ?? 1))
            }
        }
        for occurrence in stance?.occurrences(in: passage) ?? [] {
            var occurrence = occurrence
            occurrence.column += termColumns
            found.append(occurrence)
        }
        return found
    }
}
