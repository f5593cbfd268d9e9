import CaucusFeatures
import CaucusText
import Testing

@testable import CaucusStance

@Suite("contributions")
struct ContributionTests {
    private var examples: [LabeledExample] { StanceModelTests.examples }

    private func check(_ model: StanceModel) throws {
        for passage in PassageMaker.passages(of: examples) {
            let logits = model.logits(of: passage)
            var sum = model.intercepts
            for contribution in model.contributions(of: passage) {
                for (k, amount) in contribution.amounts.enumerated() { sum[k] += amount }
                #expect(contribution.spans.allSatisfy { $0.end <= passage.text.utf8.count })
                #expect(!contribution.name.isEmpty)
            }
            // The tolerance; doubles over some hundred products of floats.
            #expect(zip(sum, logits).allSatisfy { abs($0 - $1) < 1e-6 })
        }
    }

    @Test(arguments: FeatureSettings.names) func contributionsSumToTheLogits(name: String) throws {
        let features = try #require(FeatureSettings(named: name))
        try check(StanceTrainer(features: features, folds: 0).trained(on: examples).model)
    }

    @Test func aModelThatStartsFromAnotherHoldsItAndAnswersAlike() throws {
        let base = try StanceTrainer(folds: 0, name: "first").trained(on: examples).model
        let few = Array(examples[..<30])
        let model = try StanceTrainer(folds: 3, base: base).trained(on: few).model
        try check(model)
        let loaded = try StanceModel(bytes: model.encoded())
        let passages = PassageMaker.passages(of: examples)
        #expect(loaded.probabilities(for: passages) == model.probabilities(for: passages))
        #expect(try loaded.encoded() == model.encoded())
        let names = model.contributions(of: passages[0]).map(\.name)
        #expect(names.contains("first: favor"))
        #expect(throws: TrainingError.nestedBase("model")) {
            try StanceTrainer(base: model).trained(on: few)
        }
    }
}
