import CCaucus
import Foundation
import Testing

/// Fitting, predicting and explaining.
@Suite(.onCallersThread) struct ModelCallTests {
    private static func bytes(_ cell: ArrowTable.Cell?) -> [UInt8] {
        if case .bytes(let bytes)? = cell { bytes } else { [] }
    }

    @Test func aFittedModelPredictsByItsBytes() throws {
        let options = CTable([("features", ["plain"]), ("folds", ["0"]), ("c", ["10"])])
        let fit = try #require(Calls.fit(Samples.examples(), options).table)
        #expect(fit.names.first == "model" && fit.formats.first == "Z")
        #expect(fit["c"] == [.number(10)] && fit["converged"] == [.integer(1)])
        let model = Self.bytes(fit["model"].first)
        let given = Samples.options("model_bytes", model)
        let found = try #require(
            Calls.predict(Samples.examples(6, labeled: false), given).table)
        #expect(found.names == ["p_against", "p_neutral", "p_favor"] && found.rows == 6)
        let shares = found.names.map { found.numbers($0) }
        for row in 0..<6 {
            #expect(abs(shares[0][row] + shares[1][row] + shares[2][row] - 1) < 1e-12)
            let most = shares.indices.max { shares[$0][row] < shares[$1][row] }
            #expect(most == [0, 2, 1][row % 3], "texts that it learned from")
        }
        for place in [0, 9, model.count / 2, model.count - 1] {
            var damaged = model
            damaged[place] ^= 0x55
            let answer = Calls.predict(
                Samples.examples(1, labeled: false), Samples.options("model_bytes", damaged))
            #expect(answer.code == 65, "byte \(place)")
        }
        #expect(
            Calls.predict(Samples.examples(1), Samples.options("model_bytes", [])).code == 65)
    }

    @Test func theBuiltInModelExplainsOneText() throws {
        let options = CTable([("model", ["stance-en-2"])])
        let found = try #require(
            Calls.explain(Samples.examples(1, labeled: false), options).table)
        let json = try #require(found.texts("json").first.flatMap { $0 })
        let record = try JSONSerialization.jsonObject(with: Data(json.utf8))
        #expect((record as? [String: Any])?.isEmpty == false)
        let two = Calls.explain(Samples.examples(2, labeled: false), options)
        #expect(two.code == 64 && two.message == "found 2 examples, expected 1")
    }

    @Test func aModelThatIsNotThereIsNamedWithThoseThatAre() {
        let answer = Calls.predict(Samples.examples(1), CTable([("model", ["/nowhere/m"])]))
        #expect(answer.code == 66 && answer.message?.contains("stance-en-2") == true)
        #expect(Calls.predict(Samples.examples(1), CTable([("model", ["/tmp"])])).code == 66)
    }

    @Test func examplesThatTeachNothingAreRefused() {
        let options = CTable([("features", ["plain"]), ("folds", ["0"])])
        func fit(_ columns: [(String, [String?])]) -> CAnswer {
            Calls.fit(CTable(columns), options)
        }
        #expect(fit([("text", ["a b", "c d"]), ("label", ["favor", "favor"])]).code == 65)
        #expect(fit([("text", ["a b", "c d"]), ("label", ["favor", "perhaps"])]).code == 65)
        #expect(fit([("text", ["a b", "c d"]), ("label", ["favor", nil])]).code == 65)
        #expect(fit([("text", [nil, "c d"]), ("label", ["favor", "against"])]).code == 65)
        let heavy = [
            ("weight", ["-1", "1"]), ("text", ["a b", "c d"]), ("label", ["favor", "against"]),
        ]
        #expect(fit(heavy).code == 65)
    }
}
