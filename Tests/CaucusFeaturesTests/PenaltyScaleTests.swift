import CaucusMatrix
import CaucusText
import Testing

@testable import CaucusFeatures

@Suite("penalties that follow the counts")
struct PenaltyScaleTests {
    private let passages = [
        "a good plan", "a good plan", "a good day", "a sorry plan", "a sorry plan", "a sorry day",
    ].map { Passage(text: $0) }
    private let labels = [0, 0, 0, 1, 1, 1]

    private func fitted() throws -> (features: FittedFeatures, rows: SparseMatrix) {
        try Features(.stance).fittedRows(to: passages)
    }

    @Test func aWordOfOneLabelIsSparedBeforeAWordOfBoth() throws {
        let (features, rows) = try fitted()
        let scales = features.penaltyScales(rows, labels: labels, classes: 2)
        let named = Dictionary(
            uniqueKeysWithValues: scales.indices.map { (features.name(ofColumn: $0), scales[$0]) })
        let sorry = try #require(named["word: sorry"])
        let plan = try #require(named["word: plan"])
        #expect(sorry > 1 && plan < 1)
        // The floor and some log 4 against the floor and next to nothing.
        #expect(sorry > 4 * plan)
        // Numbers of the lexicon stay as they are.
        let numbers = named.filter { $0.key.hasPrefix("lexicon") }
        #expect(!numbers.isEmpty && numbers.values.allSatisfy { $0 == 1 })
    }

    @Test func eachKindOfFeatureKeepsItsSize() throws {
        let (features, rows) = try fitted()
        let stance = try #require(features.stance)
        let scaled = rows.scaled(
            by: features.penaltyScales(rows, labels: labels, classes: 2))
        func size(_ matrix: SparseMatrix, _ space: StanceSpace) -> Double {
            matrix.values.indices.reduce(0) { sum, n in
                let value = Double(matrix.values[n])
                return stance.vocabulary.spaces[Int(matrix.indices[n])] == space
                    ? sum + value * value : sum
            }
        }
        for space in [StanceSpace.word, .near, .valence] {
            // Sums of some dozen floats.
            #expect(abs(size(scaled, space) / size(rows, space) - 1) < 1e-5)
        }
    }

    @Test func labelsOfHeldOutRowsDoNotMatter() throws {
        let (features, rows) = try fitted()
        let training = [0, 1, 3, 4]
        let one = features.penaltyScales(rows, labels: labels, classes: 2, training: training)
        let other = features.penaltyScales(
            rows, labels: [0, 0, 1, 1, 1, 0], classes: 2, training: training)
        #expect(one == other)
        #expect(one != features.penaltyScales(rows, labels: labels, classes: 2))
    }

    @Test func columnsBesideTheFeaturesAndTermsStay() throws {
        let (features, rows) = try fitted()
        let wider = rows.beside(
            SparseMatrix(
                columns: 1, rowStarts: Array(0...6), indices: [Int32](repeating: 0, count: 6),
                values: [1, 1, 1, -1, -1, -1]))
        let scales = features.penaltyScales(wider, labels: labels, classes: 2)
        #expect(scales.count == rows.columns + 1 && scales.last == 1)
        let plain = try Features(.plain).fittedRows(to: passages)
        #expect(
            plain.features.penaltyScales(plain.rows, labels: labels, classes: 2)
                .allSatisfy { $0 == 1 })
    }

    @Test func onlyFeaturesOfWordsAroundATargetHaveThem() {
        #expect(FeatureSettings.stance.hasPenaltyScales)
        for settings in [FeatureSettings.plain, .masked, .tweets, .lexicon] {
            #expect(!settings.hasPenaltyScales)
        }
    }
}
