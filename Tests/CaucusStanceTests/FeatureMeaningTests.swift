import CaucusFeatures
import CaucusTestSupport
import CaucusText
import Foundation
import Testing

@testable import CaucusStance

@Suite("what the names of features mean")
struct FeatureMeaningTests {
    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: SharedPaths.root.appendingPathComponent("Models/" + path)))
    }

    private static func gates() throws -> GateModel {
        try GateModel(bytes: bytes("gates-en-1/gates-en-1.safetensors"))
    }

    @Test func everyFeatureOfTheGatesIsToldInWords() throws {
        for feature in try Self.gates().features {
            // Acts had a sureness once.
            if feature.name.hasPrefix("act: sure ") { continue }
            #expect(GateFeature(feature.name).words != feature.name, "\(feature.name)")
        }
    }

    @Test func everyKindHasAnExampleOfItsOwn() throws {
        let gates = try Self.gates()
        let stance = try StanceModel(bytes: Self.bytes("stance-en-2/stance-en-2.safetensors"))
        for meanings in [gates.meanings, stance.meanings] {
            #expect(Set(meanings.map(\.kind)).count == meanings.count)
            for meaning in meanings {
                #expect(meaning.example.hasPrefix(meaning.kind + ": "))
                #expect(!meaning.meaning.isEmpty && !meaning.exampleMeaning.isEmpty)
                #expect(meaning.exampleMeaning != meaning.example, "\(meaning.example)")
            }
        }
        #expect(gates.meanings.reduce(0) { $0 + $1.count } == gates.features.count)
        #expect(gates.meanings.count == GateRow.Kind.allCases.count)
        #expect(stance.meanings.reduce(0) { $0 + $1.count } == stance.vectorizer.columns)
    }

    /// A sign without a meaning would be a code word in the explanation.
    @Test func everySignOfANameIsTold() throws {
        let stance = try StanceModel(bytes: Self.bytes("stance-en-2/stance-en-2.safetensors"))
        let told = Set(stance.signs.map(\.sign))
        #expect(told.count == stance.signs.count)
        #expect(stance.signs.allSatisfy { !$0.meaning.isEmpty })
        for column in 0..<stance.vectorizer.columns {
            let name = stance.vectorizer.name(ofColumn: column)
            let words = name.split(separator: ": ", maxSplits: 1).last ?? ""
            for sign in words.split(separator: " ") where sign.hasPrefix("<") && sign.count > 1 {
                #expect(told.contains(String(sign)), "\(name)")
            }
        }
    }

    @Test func aModelOfTermsNamesThemToo() throws {
        let examples = (0..<24).map { i in
            LabeledExample(
                id: "\(i)", text: i % 2 == 0 ? "She let us down" : "She stood by us",
                label: i % 2 == 0 ? "against" : "favor")
        }
        let model = try StanceTrainer(features: .plain, folds: 0).trained(on: examples).model
        #expect(model.meanings.map(\.kind) == ["no kind", "letters"])
        #expect(model.signs.isEmpty)
    }

    @Test(arguments: [
        ("evidence: pronoun rivals 3", "3 or more of those named since may be meant as well"),
        ("evidence: surname words -1", "the leader is named by surname: not named before"),
        ("evidence: named 3", "the article names the leader 4 to 7 times"),
        ("mentionPlace: from the end 1", "it ends with the words for the leader"),
        ("sourceLength: gap 0", "right beside"), ("ending: 63", "“?”"),
        ("cue: ", "no word of saying"),
        ("act: -1 3", "plainly against the leader"),
        ("context: before ownAbout", "the quotation before"),
        ("context: before", "“before” is said"), ("word: :", "“:” is said"),
        ("opening: small", "a small letter"), ("fog: thick", "fog: thick"),
    ])
    func aFeatureIsToldInWords(name: String, words: String) {
        #expect(GateFeature(name).words.contains(words), "\(GateFeature(name).words)")
    }

    @Test func theCardListsWhatWeighsMost() throws {
        let gates = try Self.gates()
        let card = gates.card
        #expect(card.contains("Checksum: `\(gates.checksum)`"))
        for gate in Gate.allCases {
            let found = gates.strongest(for: gate, limit: 3)
            #expect(found.toward.count == 3 && found.away.count == 3)
            #expect(found.toward[0].weight >= found.toward[1].weight && found.toward[2].weight > 0)
            #expect(found.away[0].weight <= found.away[1].weight && found.away[2].weight < 0)
            #expect(card.contains("`\(found.away[0].name)`"))
        }
    }
}
