import CaucusMatrix
import CaucusText

/// The features of the words around a target, as columns.
struct FittedStanceVectorizer: Sendable {
    let settings: StanceSettings
    let vocabulary: StanceVocabulary
    let lexicon: ValenceLexicon

    /// The number of columns.
    var columns: Int { vocabulary.count }

    private init(
        _ settings: StanceSettings, _ vocabulary: StanceVocabulary, _ lexicon: ValenceLexicon
    ) {
        self.settings = settings
        self.vocabulary = vocabulary
        self.lexicon = lexicon
    }

    /// The vectorizer that was saved.
    init(
        _ settings: StanceSettings, payload: [UInt8], lexicon: ValenceLexicon
    ) throws(FeatureError) {
        self.init(settings, try StanceVocabulary(payload: payload), lexicon)
    }

    /// What ``init(_:payload:lexicon:)`` reads.
    var payload: [UInt8] { vocabulary.payload }

    /// The vectorizer of the features that enough of `passages` share.
    static func fitted(
        _ settings: StanceSettings, to passages: [Passage], minimumDocuments: Int,
        lexicon: ValenceLexicon
    ) throws(FeatureError) -> FittedStanceVectorizer {
        var reader = StanceReader(settings, lexicon: lexicon)
        var counter = StanceCounter()
        for passage in passages {
            reader.read(passage)
            counter.add(reader)
        }
        let vocabulary = counter.vocabulary(minimumDocuments: minimumDocuments)
        guard vocabulary.count > 0 else {
            throw .emptyVocabulary(documents: passages.count, minimumDocuments: minimumDocuments)
        }
        return FittedStanceVectorizer(settings, vocabulary, lexicon)
    }

    /// The rows of `passages`.
    ///
    /// - Complexity: O(bytes of the passages + columns).
    func rows(for passages: [Passage]) -> SparseMatrix {
        var reader = StanceReader(settings, lexicon: lexicon)
        var writer = StanceRowWriter(vocabulary)
        for passage in passages {
            reader.read(passage)
            writer.add(reader.entries)
        }
        return writer.matrix()
    }

    /// What a column stands for: the kind of feature, then its words.
    func name(ofColumn column: Int) -> String {
        let name = String(decoding: vocabulary.name(of: column).dropFirst(), as: UTF8.self)
        return "\(vocabulary.spaces[column].title): \(name)"
    }

    /// The words that features stand on; see ``FittedFeatures/occurrences(in:)``.
    func occurrences(in passage: Passage) -> [FittedFeatures.Occurrence] {
        var reader = StanceReader(settings, lexicon: lexicon)
        reader.read(passage)
        var sums: [Int32: Double] = [:]
        for entry in reader.entries {
            sums[vocabulary.column(entry.key), default: 0] += Double(entry.value)
        }
        var found: [FittedFeatures.Occurrence] = []
        for entry in reader.entries {
            let column = vocabulary.column(entry.key)
            guard column >= 0, let sum = sums[column] else { continue }
            let tokens = [entry.token, entry.other].filter { $0 >= 0 }
            for token in tokens {
                let token = reader.tokens[Int(token)]
                found.append(
                    .init(
                        column: Int(column), span: Span(Int(token.start), Int(token.end)),
                        share: Double(entry.value) / sum / Double(tokens.count)))
            }
        }
        return found.sorted { ($0.span, $0.column) < ($1.span, $1.column) }
    }
}
