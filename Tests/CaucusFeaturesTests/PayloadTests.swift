import CaucusFeatures
import CaucusText
import Testing

@Suite("Saved vocabularies")
struct PayloadTests {
    @Test(arguments: ["plain", "masked", "tweets"])
    func aSavedVectorizerAnswersAlike(name: String) throws {
        let settings = try #require(FeatureSettings(named: name))
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: oddSentences)
        let payload = vectorizer.payload
        for idf in [payload.idf, []] {
            let again = try FittedVectorizer(
                settings: settings, idf: idf, vocabulary: payload.vocabulary)
            #expect(again.rows(for: oddSentences) == rows)
            #expect(again.payload == payload)
        }
    }

    @Test func everyTruncationIsRefused() throws {
        let vocabulary = try Vectorizer(.plain).fitted(to: oddSentences).payload.vocabulary
        for count in 0..<vocabulary.count {
            #expect(throws: FeatureError.self) {
                try FittedVectorizer(
                    settings: .plain, vocabulary: Array(vocabulary.prefix(count)))
            }
        }
    }

    @Test func aChangedByteNeverCrashes() throws {
        let vocabulary = try Vectorizer(.plain).fitted(to: oddSentences).payload.vocabulary
        for place in vocabulary.indices {
            for change: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
                var damaged = vocabulary
                damaged[place] ^= change
                let read = try? FittedVectorizer(settings: .plain, vocabulary: damaged)
                if let read { #expect(read.rows(for: oddSentences).rows == oddSentences.count) }
            }
        }
    }

    @Test func factorsOfAnotherVocabularyAreRefused() throws {
        let payload = try Vectorizer(.plain).fitted(to: oddSentences).payload
        #expect(throws: FeatureError.self) {
            try FittedVectorizer(settings: .plain, idf: [1], vocabulary: payload.vocabulary)
        }
        var factors = payload.idf
        factors[3] = .nan
        let reason = "a factor is no number below a million"
        #expect(throws: FeatureError.damagedVocabulary(reason: reason)) {
            try FittedVectorizer(
                settings: .plain, idf: factors, vocabulary: payload.vocabulary)
        }
    }
}
