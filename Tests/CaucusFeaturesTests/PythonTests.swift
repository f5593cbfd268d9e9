import CaucusFeatures
import Foundation
import Testing

/// Random texts give the columns and numbers that scikit-learn gives.
@Suite("Agreement with scikit-learn on random texts")
struct PythonTests {
    private static let script = """
        import json, sys
        from sklearn.feature_extraction.text import TfidfVectorizer
        job = json.load(sys.stdin)
        settings = job["settings"]
        settings["ngram_range"] = tuple(settings["ngram_range"])
        settings["max_df"] = float(settings["max_df"])
        v = TfidfVectorizer(**settings)
        x = v.fit_transform(job["texts"]).tocsr()
        names = v.get_feature_names_out()
        print(json.dumps([{names[j].encode().hex(): x.data[n] for n in range(x.indptr[i], x.indptr[i + 1])
            for j in [x.indices[n]]} for i in range(x.shape[0])]))
        """

    private struct Job: Encodable {
        var settings: [String: Value]
        var texts: [String]
    }

    private enum Value: Encodable {
        case text(String)
        case truth(Bool)
        case number(Double)
        case whole(Int)
        case range(Int, Int)

        func encode(to encoder: any Encoder) throws {
            var single = encoder.singleValueContainer()
            switch self {
            case .text(let value): try single.encode(value)
            case .truth(let value): try single.encode(value)
            case .number(let value): try single.encode(value)
            case .whole(let value): try single.encode(value)
            case .range(let low, let high): try single.encode([low, high])
            }
        }
    }

    private static func python() -> String? {
        let names = [ProcessInfo.processInfo.environment["CAUCUS_PYTHON"], "python3"]
        return names.compactMap(\.self).first { name in
            (try? run(name, ["-c", "import sklearn"], input: Data()))?.code == 0
        }
    }

    private static func run(
        _ name: String, _ arguments: [String], input: Data
    ) throws -> (code: Int32, output: Data) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("caucus-\(UUID().uuidString).json")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let (output, handle) = (Pipe(), try FileHandle(forReadingFrom: file))
        process.standardInput = handle
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, data)
    }

    /// What scikit-learn calls the settings.
    private static func arguments(_ settings: FeatureSettings) -> [String: Value] {
        var arguments: [String: Value] = [
            "min_df": .whole(settings.minimumDocuments), "max_df": .number(settings.maximumShare),
            "sublinear_tf": .truth(settings.counting == .sublinear),
            "binary": .truth(settings.counting == .binary),
            "use_idf": .truth(settings.weighsByRarity),
        ]
        if let words = settings.words {
            arguments["ngram_range"] = .range(words.shortest, words.longest)
        } else if let characters = settings.characters {
            arguments["analyzer"] = .text("char_wb")
            arguments["ngram_range"] = .range(characters.shortest, characters.longest)
        }
        return arguments
    }

    private static let cases: [FeatureSettings] = [
        FeatureSettings(name: "words"),
        FeatureSettings(name: "pairs only", words: .init(2, 2), minimumDocuments: 1),
        FeatureSettings(name: "triples", words: .init(1, 3), counting: .raw),
        FeatureSettings(
            name: "binary", words: .init(1, 1), counting: .binary, weighsByRarity: false),
        FeatureSettings(name: "characters", words: nil, characters: .init(3, 5)),
        FeatureSettings(
            name: "short", words: nil, characters: .init(1, 2), minimumDocuments: 3,
            counting: .raw),
        FeatureSettings(
            name: "long", words: nil, characters: .init(6, 9), minimumDocuments: 1,
            counting: .binary),
    ]

    private static func hexadecimal(_ text: String) -> String {
        text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(
        .enabled(
            if: PythonTests.python() != nil,
            "needs a Python that imports scikit-learn; set CAUCUS_PYTHON"),
        arguments: PythonTests.cases)
    func everyColumnAndNumberIsTheSame(settings: FeatureSettings) throws {
        let python = try #require(Self.python())
        for seed: UInt64 in [1, 2] {
            var texts = RandomTexts(seed: seed)
            let passages = texts.passages(300)
            let job = Job(settings: Self.arguments(settings), texts: passages.map(\.text))
            let answer = try Self.run(
                python, ["-c", Self.script], input: try JSONEncoder().encode(job))
            try #require(answer.code == 0)
            let expected = try JSONDecoder().decode([[String: Double]].self, from: answer.output)
            let (vectorizer, rows) = try Vectorizer(settings).fittedRows(to: passages)
            for (i, expected) in expected.enumerated() {
                // By bytes: strings are equal where composed and decomposed letters are.
                var found: [String: Float] = [:]
                for n in rows.range(ofRow: i) {
                    let name = vectorizer.name(ofColumn: Int(rows.indices[n]))
                    found[Self.hexadecimal(name)] = rows.values[n]
                }
                #expect(Set(found.keys) == Set(expected.keys), "row \(i): \(passages[i].text)")
                for (name, value) in expected {
                    // A few roundings to Float of a number up to some tens.
                    #expect(
                        abs(Double(found[name] ?? .infinity) - value) <= 1e-6 * max(1, value),
                        "\(name)")
                }
            }
        }
    }
}
