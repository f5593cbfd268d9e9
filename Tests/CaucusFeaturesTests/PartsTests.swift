import CaucusFeatures
import CaucusMatrix
import Testing

@Suite("Vectorizing in parts, and beside other columns")
struct PartsTests {
    private static let settings: [FeatureSettings] = [
        .plain, FeatureSettings(name: "triples", words: .init(1, 3), minimumDocuments: 3),
        FeatureSettings(
            name: "characters", words: nil, characters: .init(2, 4), maximumShare: 0.4,
            counting: .binary),
    ]

    @Test(arguments: PartsTests.settings)
    func theNumberOfJobsChangesNothing(settings: FeatureSettings) throws {
        var texts = RandomTexts(seed: 7)
        let passages = texts.passages(400)
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: passages)
        for jobs in [2, 3, 8] {
            let other = try Vectorizer(settings).fittedRows(
                to: passages, jobs: jobs, smallestPart: 1)
            #expect(other.rows == rows, "\(jobs) jobs")
            #expect(other.vectorizer.payload == vectorizer.payload, "\(jobs) jobs")
        }
    }

    @Test(arguments: PartsTests.settings)
    func randomTextsAreReadAlikeAloneTogetherAndAgain(settings: FeatureSettings) throws {
        var texts = RandomTexts(seed: 11)
        let passages = texts.passages(200)
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: passages)
        #expect(vectorizer.rows(for: passages) == rows)
        // What the first call remembered must not show in the second one.
        #expect(vectorizer.rows(for: passages) == rows)
        for i in stride(from: 0, to: 200, by: 7) {
            #expect(vectorizer.rows(for: [passages[i]]) == rows.rows(at: [i]))
        }
        let payload = vectorizer.payload
        let saved = try FittedVectorizer(settings: settings, vocabulary: payload.vocabulary)
        #expect(saved.rows(for: passages) == rows && saved.payload == payload)
    }

    @Test func denseColumnsStandBesideTheTerms() throws {
        let (vectorizer, rows) = try Vectorizer(.plain).fittedRows(to: oddSentences)
        var dense = Matrix(rows: 4, columns: 2)
        for i in 0..<4 { dense[i, 1] = Double(i) + 0.5 }
        let both = rows.beside(SparseMatrix(dense))
        #expect(both.columns == vectorizer.columns + 2 && both.nonzeros == rows.nonzeros + 4)
        #expect(both.dense[2, vectorizer.columns + 1] == 2.5)
    }

    @Test(arguments: 18...22)
    func hashedRowsAreTheSameAloneAndTogether(bits: Int) throws {
        var texts = RandomTexts(seed: 3)
        let passages = texts.passages(20)
        let vectorizer = try HashingVectorizer(.plain, bits: bits)
        let rows = vectorizer.rows(for: passages)
        #expect(rows.columns == 1 << bits && rows.values.allSatisfy(\.isFinite))
        for i in 0..<20 { #expect(vectorizer.rows(for: [passages[i]]) == rows.rows(at: [i])) }
    }
}
