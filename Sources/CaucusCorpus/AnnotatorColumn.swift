/// A column that holds the labels of one person: `label_ann1`, `annotator_1`, `coder 2 stance`.
struct AnnotatorColumn: Sendable, Hashable {
    /// What the column is called.
    var name: String
    /// What the person is called.
    var annotator: String

    /// The columns of people's labels among `names`, in order; none where fewer than two look like it.
    ///
    /// `label_NAME` and `stance_NAME` come first; only where there are none, `annotator_1` may be a label and not the name
    /// of the person who gave `label_1`.
    static func all(in names: [String]) -> [AnnotatorColumn] {
        let labels = names.compactMap { name in
            ending(of: name).map { AnnotatorColumn(name: name, annotator: $0) }
        }
        if labels.count > 1 { return labels }
        let people = names.compactMap { name in
            numbered(name).map { AnnotatorColumn(name: name, annotator: $0) }
        }
        return people.count > 1 ? people : []
    }

    /// The columns among `names` that are called after a label each, as `label_favor` and `label_against` with 1 and 0 in
    /// them; none where fewer than two are.
    static func ofLabels(in names: [String]) -> [String] {
        let found = names.filter { rest(of: $0).map(LabelSpellings.isLabelLike) ?? false }
        return found.count > 1 ? found : []
    }

    private static let stems = ["label", "stance"]
    private static let people = [
        "annotator", "annotater", "ann", "coder", "rater", "labeler", "labeller", "judge",
        "reviewer", "person",
    ]
    /// What stands after `label_` and is no person.
    private static let others: Set = [
        "id", "ids", "name", "text", "confidence", "conf", "score", "scores", "prob",
        "probability", "source", "date", "time", "by", "note", "notes", "comment", "comments",
        "reason", "type", "set", "count", "model", "pred", "predicted", "prediction", "gold",
        "final", "raw", "encoded", "int", "num", "start", "end", "agreement",
    ]

    /// `ann1` of `label_ann1`, or `nil`.
    private static func ending(of name: String) -> String? {
        rest(of: name).flatMap {
            others.contains($0.lowercased()) || LabelSpellings.isLabelLike($0) ? nil : $0
        }
    }

    /// What stands after `label_`, or `nil`.
    private static func rest(of name: String) -> String? {
        let small = name.lowercased()
        for stem in stems {
            guard small.hasPrefix(stem) else { continue }
            let rest = name.dropFirst(stem.count)
            let person = rest.drop(while: isBorder)
            // `label1` too, but not `labeled`.
            guard !person.isEmpty, person.count < rest.count || isNumber(rest) else { continue }
            return String(person)
        }
        return nil
    }

    /// `annotator_1` of `annotator_1`, `Annotator 1` and `annotator_1_label`, or `nil`.
    private static func numbered(_ name: String) -> String? {
        var small = name.lowercased()[...]
        for stem in stems where small.hasSuffix(stem) && small.count > stem.count {
            small = small.dropLast(stem.count)
            while let last = small.last, isBorder(last) { small.removeLast() }
        }
        let number = String(small.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        guard !number.isEmpty else { return nil }
        var word = small.dropLast(number.count)
        while let last = word.last, isBorder(last) { word.removeLast() }
        guard people.contains(String(word)) else { return nil }
        return String(small)
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }

    private static func isBorder(_ letter: Character) -> Bool {
        letter == "_" || letter == "-" || letter == "." || letter == " " || letter == ":"
    }
}
