import CaucusFeatures
import CaucusMatrix
import CaucusText
import Testing

/// Sentences made for these tests, with capitals, marks and letters that lower case treats specially;
/// the expected numbers are scikit-learn 1.9.1's for them, rounded to six digits.
let oddSentences = [
    "The boss won't YIELD, the boss said; Ægir's ship sailed.",
    "ΣΟΦΟΣ İzmir ΟΔΟΣ: a naïve Ægir sailed\u{A0}the sea",
    "x I a\u{2003}sea, the boss_2 said 12 ships",
    "²³ ½ naïve İzmir's ΣΟΦΟΣ e\u{301}tude étude cafe\u{301}",
].map { Passage(text: $0) }

/// The numbers of one row by the names of their columns.
func named(
    _ rows: SparseMatrix, row: Int, _ vectorizer: FittedVectorizer
) -> [String: Float] {
    var result: [String: Float] = [:]
    for n in rows.range(ofRow: row) {
        result[vectorizer.name(ofColumn: Int(rows.indices[n]))] = rows.values[n]
    }
    return result
}

@Suite("Vectorizer")
struct VectorizerTests {
    /// Half a unit of the sixth digit, plus the rounding of Float.
    private let tolerance: Float = 6e-7

    private func expect(_ found: [String: Float], _ expected: [String: Float]) {
        #expect(Set(found.keys) == Set(expected.keys))
        for (name, value) in expected {
            #expect(abs((found[name] ?? .infinity) - value) < tolerance, "\(name)")
        }
    }

    @Test func wordsMatchScikitLearn() throws {
        let settings = FeatureSettings(name: "words")
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: oddSentences)
        #expect(vectorizer.columns == 8 && rows.nonzeros == 17)
        expect(
            named(rows, row: 0, vectorizer),
            ["said": 0.452727, "sailed": 0.452727, "the": 0.620575, "ægir": 0.452727])
        expect(
            named(rows, row: 1, vectorizer),
            [
                "naïve": 0.387625, "sailed": 0.387625, "sea": 0.387625, "the": 0.313816,
                "zmir": 0.387625, "ægir": 0.387625, "σοφος": 0.387625,
            ])
        expect(
            named(rows, row: 3, vectorizer),
            ["naïve": 0.57735, "zmir": 0.57735, "σοφος": 0.57735])
    }

    @Test func charactersMatchScikitLearn() throws {
        let settings = FeatureSettings(name: "characters", words: nil, characters: .init(3, 5))
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: oddSentences)
        #expect(vectorizer.columns == 85 && rows.nonzeros == 179)
        let first = named(rows, row: 0, vectorizer)
        #expect(abs((first[" bo"] ?? 0) - 0.21146) < tolerance)
        #expect(abs((first[" said"] ?? 0) - 0.124892) < tolerance)
        let second = named(rows, row: 1, vectorizer)
        #expect(abs((second[" i̇zm"] ?? 0) - 0.128143) < tolerance)
        #expect(abs((second[" a "] ?? 0) - 0.128143) < tolerance)
        // Sums over rows of some 50 numbers, each rounded to Float.
        for (i, sum) in [Float(6.556267), 7.981559, 5.267921, 6.480741].enumerated() {
            #expect(abs(rows.values[rows.range(ofRow: i)].reduce(0, +) - sum) < 1e-5)
        }
    }

    @Test func rawCountsOfThreeWordsMatchScikitLearn() throws {
        let settings = FeatureSettings(
            name: "trigrams", words: .init(1, 3), minimumDocuments: 1, counting: .raw,
            weighsByRarity: false, normalizes: false)
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: oddSentences)
        #expect(vectorizer.columns == 69 && rows.nonzeros == 78)
        let first = named(rows, row: 0, vectorizer)
        #expect(first["the"] == 2 && first["boss"] == 2 && first["the boss won"] == 1)
        #expect(named(rows, row: 3, vectorizer)["σοφος tude étude"] == 1)
        #expect(named(rows, row: 1, vectorizer)["σοφος zmir οδος"] == 1)
    }

    @Test func plainOnTheTimingSentencesHasScikitLearnsShape() throws {
        guard let passages = try timingPassages("sentences-5k") else { return }
        let (vectorizer, rows) = try Vectorizer(.plain).fittedRows(to: passages)
        #expect(vectorizer.columns == 62_711 && rows.nonzeros == 1_285_940)
        #expect(vectorizer.rows(for: Array(passages.prefix(500))) == rows.rows(at: Array(0..<500)))
    }

    @Test(arguments: ["plain", "masked", "tweets"])
    func oneByOneEqualsAllAtOnce(name: String) throws {
        let settings = try #require(FeatureSettings(named: name))
        let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: oddSentences)
        #expect(vectorizer.rows(for: oddSentences) == rows)
        for (i, passage) in oddSentences.enumerated() {
            #expect(vectorizer.rows(for: [passage]) == rows.rows(at: [i]))
        }
        #expect(try Vectorizer(settings).fitted(to: oddSentences).rows(for: oddSentences) == rows)
    }

    @Test func theOrderOfThePassagesDoesNotMatter() throws {
        let (vectorizer, rows) = try Vectorizer(.plain).fittedRows(to: oddSentences)
        let (other, reversed) = try Vectorizer(.plain).fittedRows(to: oddSentences.reversed())
        #expect(other.payload == vectorizer.payload)
        for i in oddSentences.indices {
            #expect(
                named(rows, row: i, vectorizer)
                    == named(reversed, row: oddSentences.count - 1 - i, other))
        }
    }

    @Test func unknownWordsGiveAnEmptyRow() throws {
        let vectorizer = try Vectorizer(FeatureSettings(name: "words")).fitted(to: oddSentences)
        let rows = vectorizer.rows(for: [Passage(text: ""), Passage(text: "zyzzyva \u{2028} q")])
        #expect(rows.rows == 2 && rows.nonzeros == 0)
    }

    @Test func passagesThatShareNothingAreRefused() {
        #expect(throws: FeatureError.emptyVocabulary(documents: 2, minimumDocuments: 2)) {
            try Vectorizer(.plain).fitted(to: [Passage(text: "one"), Passage(text: "")])
        }
        #expect(throws: FeatureError.emptyVocabulary(documents: 0, minimumDocuments: 2)) {
            try Vectorizer(.plain).fitted(to: [])
        }
    }

    @Test func impossibleSettingsAreRefused() {
        let settings = FeatureSettings(name: "odd", words: .init(2, 1))
        #expect(throws: FeatureError.badSetting(name: "words", value: "2–1")) {
            try Vectorizer(settings).fitted(to: oddSentences)
        }
    }

    @Test func maximumShareDropsWhatNearlyEverybodySays() throws {
        var settings = FeatureSettings(name: "words")
        settings.maximumShare = 0.5
        let vectorizer = try Vectorizer(settings).fitted(to: oddSentences)
        let names = (0..<vectorizer.columns).map { vectorizer.name(ofColumn: $0) }
        #expect(!names.contains("the") && names.contains("sea"))
    }

    @Test func aLongRunWithoutSpacesIsReadToo() throws {
        let long = String(repeating: "ab", count: 50_000)
        let settings = FeatureSettings(name: "long", characters: .init(3, 9), minimumDocuments: 1)
        let rows = try Vectorizer(settings).fittedRows(to: [Passage(text: long)]).rows
        // The word, two inner runs of each of 7 lengths, and two at the edges of each.
        #expect(rows.nonzeros == 1 + 7 * 4)
    }
}
