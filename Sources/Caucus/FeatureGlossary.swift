/// What `caucus inspect MODEL --features` prints: what the names of a model's features mean.
public struct FeatureGlossary: Sendable {
    private let name: String
    private let meanings: [FeatureMeaning]
    private let signs: [FeatureSign]

    /// Creates the glossary of a stance or sentiment model.
    public init(_ model: StanceModel) {
        name = model.provenance.name
        meanings = model.meanings
        signs = model.signs
    }

    /// Creates the glossary of gates.
    public init(_ gates: GateModel) {
        name = gates.provenance.name
        meanings = gates.meanings
        signs = []
    }

    /// The glossary for people, in Markdown, without the end of the last line.
    public var text: String {
        let kinds = meanings.map { meaning in
            """
            - \(meaning.kind) (\(meaning.count)): \(meaning.meaning)
              `\(meaning.example)`: \(meaning.exampleMeaning)
            """
        }
        let list = """
            # Features of \(name.onOneLine)

            Names as they are printed: the kind of the feature, a colon, and its words. Behind each kind is how many such \
            features the model weighs; below it, one of them.

            \(kinds.joined(separator: "\n"))
            """
        guard !signs.isEmpty else { return list }
        return list + "\n\n## Signs in the names\n\n"
            + signs.map { "- `\($0.sign)`: \($0.meaning)" }.joined(separator: "\n")
    }

    /// The glossary as one line of JSON.
    public var json: String {
        var line = JSONWriter()
        line.object { line in
            line.member("name", name)
            line.key("features")
            line.array(meanings) { line, meaning in
                line.object { line in
                    line.member("kind", meaning.kind)
                    line.member("count", meaning.count)
                    line.member("meaning", meaning.meaning)
                    line.member("example", meaning.example)
                    line.member("example_meaning", meaning.exampleMeaning)
                }
            }
            line.key("signs")
            line.array(signs) { line, sign in
                line.object { line in
                    line.member("sign", sign.sign)
                    line.member("meaning", sign.meaning)
                }
            }
        }
        return line.text
    }
}
