import CaucusMatrix
import Testing

@testable import CaucusStance

/// What a model file keeps of its cross-validation.
@Suite struct HeldOutSampleTests {
    @Test func aTrainedModelKeepsItsHeldOutRowsAndItsFileGivesThemBack() throws {
        let model = try StanceTrainer(folds: 3).trained(on: StanceModelTests.examples).model
        let sample = try #require(model.heldOut)
        #expect(sample.rows.count == 60)
        #expect(sample.rows.allSatisfy { abs($0.probabilities.reduce(0, +) - 1) < 1e-5 })
        #expect(try StanceModel(bytes: model.encoded()).heldOut == sample)
        let gold = try #require(model.gold)
        #expect(gold.items.count { $0.label == .favor } == 20)
        // Trained on as many of each label: nothing is put in for pairs, and the shares are a third each.
        #expect(gold.shares.allSatisfy { abs($0 - 1.0 / 3) < 1e-12 })
        #expect(gold.margin == DocumentScorer.leastMargin && gold.examples == 60)
    }

    @Test func withoutFoldsNothingIsKeptAndTheFileIsReadAllTheSame() throws {
        let model = try StanceTrainer(folds: 0).trained(on: StanceModelTests.examples).model
        #expect(model.heldOut == nil && model.gold == nil)
        #expect(try StanceModel(bytes: model.encoded()).heldOut == nil)
    }

    @Test func aLargeTrainingSetIsDrawnFromWithTheRareLabelsWhole() {
        let labels = (0..<9000).map { $0 % 10 == 0 ? 0 : $0 % 100 == 1 ? 2 : 1 }
        let probabilities = Matrix(
            rows: labels.count, columns: 3, values: labels.flatMap { _ in [0.2, 0.3, 0.5] })
        let sample = HeldOutSample(
            probabilities: probabilities, labels: labels, groups: Array(labels.indices),
            classes: [0, 1, 2], task: .stance)
        #expect(sample.rows.count == HeldOutSample.most)
        #expect(sample.rows.count { $0.label == 2 } == 90)
        // 1,910 are left for two labels: 900 and 955 at most; the common label takes what the other leaves.
        #expect(sample.rows.count { $0.label == 0 } == 900)
        #expect(sample.rows.count { $0.label == 1 } == 1010)
        #expect(HeldOutSample(sample.tensor, task: .stance) == sample)
    }

    @Test(arguments: [
        [0.2, 0.3, 0.5, 3, 0], [0.2, 0.3, 0.5, 1e30, 0], [0.2, 0.3, 0.5, -1, 0],
        [0.2, 0.3, 0.6, 1, 0], [1.2, -0.2, 0, 1, 0], [0.2, 0.3, 0.5, 0.5, 0],
        [0.2, 0.3, 0.5, 1, 3e7],
    ])
    func rowsThatAreNoProbabilitiesAndLabelsAreRefused(values: [Float]) {
        let tensor = TensorFile.Tensor(shape: [1, 5], values: values)
        #expect(HeldOutSample(tensor, task: .stance) == nil)
    }
}
