import CCaucus
import Testing

/// Options that mean nothing end a call, and the line says what would.
@Suite(.onCallersThread) struct OptionTests {
    private static let takers: [(name: String, call: @Sendable (CTable?) -> CAnswer)] = [
        ("read", { Calls.read($0) }), ("extract", { Calls.extract(Samples.documents(), $0) }),
        ("score", { Calls.score(Samples.documents(), $0) }), ("store", { Calls.store($0) }),
        ("report", { Calls.report(nil, $0) }),
        ("estimate", { Calls.estimate(Samples.quotations(), nil, $0) }),
        (
            "identities",
            { Calls.identities(CTable([("name", ["A"]), ("gender", ["female"])]), $0) }
        ),
        ("agreement", { Calls.agreement(CTable([("unit", ["a"]), ("label", ["x"])]), $0) }),
        ("fit", { Calls.fit(Samples.examples(), $0) }),
        ("predict", { Calls.predict(Samples.examples(3, labeled: false), $0) }),
        ("explain", { Calls.explain(Samples.examples(1, labeled: false), $0) }),
        ("regress", { RegressionCallTests.fitted(options: $0) }),
        ("vectorizer", { Calls.vectorizer(Samples.examples(), $0) }),
        ("vectorize", { Calls.vectorize(Samples.examples(3, labeled: false), $0) }),
        ("feature_names", { Calls.featureNames($0) }),
    ]

    @Test(arguments: takers.indices) func anUnknownOneIsNamed(taker: Int) {
        let answer = Self.takers[taker].call(CTable([("colour", ["red"])]))
        #expect(
            answer.code == 64 && answer.message?.hasPrefix("found option colour; expected ") == true
        )
    }

    @Test(arguments: takers.indices) func optionsAreOneRow(taker: Int) {
        let answer = Self.takers[taker].call(CTable([("seed", ["1", "2"])]))
        #expect(answer.code == 64 && answer.message == "found 2 rows of options; expected 1")
    }

    /// Values that the option of a function does not take.
    private static let odd: [(taker: String, option: String, values: [String])] = [
        ("read", "format", ["", "wordperfect"]), ("read", "dates", ["american"]),
        ("extract", "aliases", ["", "Ann", "[1]", #"[["Ann", " "]]"#, #"[["A","B"],["C","B"]]"#]),
        ("score", "targets", ["", "[", "targets: []", "targets: 7"]),
        ("store", "table", ["", "people"]),
        ("estimate", "level", ["", "0", "0.5", "1", "nan", "-0.9", "1e400"]),
        ("estimate", "unit", ["word"]),
        ("estimate", "seed", ["-1", "1.5", "18446744073709551616"]),
        ("estimate", "by", ["color"]), ("agreement", "scale", ["interval"]),
        ("agreement", "order", ["x", #"{"x": 1}"#]), ("agreement", "level", ["2"]),
        ("fit", "features", ["", "bags"]), ("fit", "c", ["0", "-1", "inf", "nan", "1e13"]),
        ("fit", "folds", ["-1", "1", "1001", "five"]), ("fit", "seed", ["x"]),
        ("fit", "start_from", ["nobody"]), ("regress", "c", ["0"]), ("regress", "dense", ["2"]),
        ("regress", "class_count", ["1", "100001", ""]), ("regress", "gap", ["0", "1"]),
        ("regress", "iterations", ["0"]), ("vectorizer", "features", ["bags", "tweets"]),
    ]

    @Test(arguments: odd.indices) func aValueThatMeansNothingIsToldWithWhatWould(n: Int) throws {
        let (name, option, values) = Self.odd[n]
        let taker = try #require(Self.takers.first { $0.name == name })
        for value in values {
            let answer = taker.call(CTable([(option, [value])]))
            #expect([64, 65].contains(answer.code), "\(name) \(option) \(value)")
            #expect(
                answer.message?.contains(option) == true || option == "targets",
                "\(answer.message ?? "")")
        }
    }

    @Test func whatACallNeedsIsAskedFor() {
        #expect(Calls.read(CTable([("format", ["txt"])])).message == "found no option path")
        #expect(Calls.score(Samples.documents()).message == "found no option targets")
        #expect(Calls.store(nil).message == "found no option table")
        #expect(Calls.store(CTable([("table", ["runs"])])).message == "found no option store")
        #expect(Calls.report(nil).message == "found no option store")
        #expect(
            Calls.predict(Samples.examples(1, labeled: false), nil).message
                == "found no option model or model_bytes")
        #expect(Calls.featureNames(nil).message == "found no option state")
    }
}
