import CaucusFeatures
import CaucusMatrix
import Testing

@Suite("Hashing and count ratios")
struct HashingTests {
    @Test func withManyColumnsHashedRowsHaveTheInnerProductsOfPlainOnes() throws {
        var settings = FeatureSettings.plain
        settings.minimumDocuments = 1
        settings.weighsByRarity = false
        let plain = try Vectorizer(settings).fittedRows(to: oddSentences).rows.dense
        let hashed = try HashingVectorizer(settings, bits: 22).rows(for: oddSentences)
        #expect(hashed.nonzeros == SparseMatrix(plain).nonzeros)
        for a in 0..<4 {
            var sparse: [Int32: Float] = [:]
            for n in hashed.range(ofRow: a) { sparse[hashed.indices[n]] = hashed.values[n] }
            for b in 0..<4 {
                let dot = hashed.range(ofRow: b).reduce(Float(0)) {
                    $0 + hashed.values[$1] * (sparse[hashed.indices[$1]] ?? 0)
                }
                let exact = zip(plain[row: a], plain[row: b]).reduce(0) { $0 + $1.0 * $1.1 }
                // Sums of some two hundred Floats; two hundred terms rarely meet in 2²² columns.
                #expect(abs(Double(dot) - exact) < 1e-5)
            }
        }
    }

    @Test func fewColumnsAreAllowedAndNoneOutsideThem() throws {
        let rows = try HashingVectorizer(.plain, bits: 10).rows(for: oddSentences)
        #expect(rows.columns == 1024 && rows.rows == 4)
        for i in 0..<4 {
            let columns = rows.range(ofRow: i).map { rows.indices[$0] }
            #expect(Set(columns).count == columns.count)
        }
        #expect(throws: FeatureError.badSetting(name: "bits", value: "40")) {
            try HashingVectorizer(.plain, bits: 40)
        }
    }
}
