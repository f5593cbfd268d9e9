import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusFeatures

@Suite("terms scaled by labels")
struct CountRatioTests {
    private let passages = [
        "good plan", "good plan", "good day", "bad plan", "bad plan", "bad day",
    ].map { Passage(text: $0) }
    private let labels = [0, 0, 0, 1, 1, 1]

    private func settings(words: Bool = true) -> FeatureSettings {
        var settings = FeatureSettings(
            name: "words", words: .init(1, 1), characters: words ? nil : .init(2, 3),
            weighsByRarity: !words)
        settings.weighsByCountRatios = true
        return settings
    }

    @Test func aTermOfOneClassOutweighsATermOfBoth() throws {
        let (features, rows) = try Features(settings()).fittedRows(to: passages)
        let factors = CountRatios.factors(rows, columns: 4, labels: labels, classes: 2)
        let named = Dictionary(
            uniqueKeysWithValues: (0..<4).map { (features.name(ofColumn: $0), factors[$0]) })
        // The floor, and the logarithm of (3 + 1) / (0 + 1): the totals are equal.
        #expect(abs((named["good"] ?? 0) - 0.5 - 1.386294) < 1e-5)
        #expect(named["plan"] == 0.5)
    }

    @Test func rowsOfTheFitAreThoseOfTheFeatures() throws {
        for words in [true, false] {
            let (fitted, rows) = try Features(settings(words: words)).fittedRows(to: passages)
            let (features, weighed) = fitted.weighed(rows, labels: labels, classes: 2)
            let again = features.rows(for: passages).dense.values
            // Floats scaled in another order.
            for (a, b) in zip(weighed.dense.values, again) { #expect(abs(a - b) < 1e-5) }
            let saved = features.payload
            let loaded = try FittedFeatures(
                settings: features.settings, termScales: features.termScales
            ) { name in saved.first { $0.name == name }?.bytes }
            #expect(loaded.rows(for: passages) == features.rows(for: passages))
        }
    }

    @Test func labelsOfHeldOutRowsDoNotMatter() throws {
        let (fitted, rows) = try Features(settings()).fittedRows(to: passages)
        let training = [0, 1, 3, 4]
        let one = fitted.weighed(rows, labels: labels, classes: 2, training: training)
        let other = fitted.weighed(
            rows, labels: [0, 0, 1, 1, 1, 0], classes: 2, training: training)
        #expect(one.rows == other.rows)
        #expect(one.rows != fitted.weighed(rows, labels: labels, classes: 2).rows)
    }

    @Test func featuresThatDoNotAskStayAsTheyAre() throws {
        let (fitted, rows) = try Features(.plain).fittedRows(to: passages)
        #expect(fitted.weighed(rows, labels: labels, classes: 2).rows == rows)
        #expect(fitted.termScales.isEmpty)
    }

    @Test func aUsersLexiconIsSavedWithTheFeatures() throws {
        let lexicon = try ValenceLexicon(
            reading: Array("plankish\t-3\tconflict\nplan\t0\n".utf8), named: "own.txt")
        var settings = FeatureSettings.lexicon
        settings.minimumDocuments = 1
        let texts = ["a plankish thing", "good thing", "bad thing"].map { Passage(text: $0) }
        let (features, rows) = try Features(settings, lexicon: lexicon).fittedRows(to: texts)
        let saved = features.payload
        #expect(saved.contains { $0.name == "lexicon" })
        let loaded = try FittedFeatures(settings: settings) { name in
            saved.first { $0.name == name }?.bytes
        }
        #expect(loaded.rows(for: texts) == rows)
        #expect(loaded.rows(for: texts) != (try Features(settings).fittedRows(to: texts).rows))
        let plain = try Features(settings).fittedRows(to: texts).features
        #expect(!plain.payload.contains { $0.name == "lexicon" })
        #expect(throws: FeatureError.self) {
            try FittedFeatures(settings: settings) { name in
                name == "lexicon" ? [1, 2, 3] : saved.first { $0.name == name }?.bytes
            }
        }
    }
}
