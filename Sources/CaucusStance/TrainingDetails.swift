import CaucusFeatures
import CaucusMatrix
public import CaucusStatistics
import CaucusText

/// Where a model does well and where not: its calibrated out-of-fold answers, by parts of the training data.
public struct TrainingDetails: Sendable, Codable {
    /// The answers to some of the examples.
    public struct Part: Sendable, Codable {
        /// What the examples share.
        public var name: String
        /// How many there are.
        public var examples: Int
        /// The mean F1 of the labels that occur.
        public var macroF1: Double
        /// The share of right answers.
        public var accuracy: Estimate
    }

    /// Foretold probabilities against observed shares, with the band of a calibrated model.
    public var calibration: CalibrationCurve
    /// The answers by target, the most frequent ones.
    public var targets: [Part]
    /// The answers by how the text tells what was said.
    public var forms: [Part]
    /// The answers by what may make a text hard, hardest first.
    public var traits: [Part]
    /// The features that spoke most for the wrong answer in the worst errors.
    public var misleading: [String]

    /// Targets of the table, and how many examples each must have.
    private static let mostTargets = 8
    private static let leastExamples = 30
    /// Errors whose reasons are summed up.
    private static let worst = 100

    /// The details of a model's out-of-fold answers, a column a class of the model.
    ///
    /// - Parameter unraised: the same answers for the examples' own shares of labels, which calibration is
    ///   measured with.
    /// - Complexity: O(examples + parts × 1,000 × groups); some tenths of a second for 20,000 examples.
    init(
        _ model: StanceModel, _ probabilities: Matrix, _ unraised: Matrix,
        _ encoded: EncodedExamples, _ examples: [LabeledExample], _ passages: [Passage],
        seed: UInt64
    ) {
        calibration = CalibrationCurve(
            probabilities: unraised, labels: encoded.labels, seed: seed)
        let answers = probabilities.largestColumns
        func parts(_ named: [(String, [Int])]) -> [Part] {
            named.filter { $0.1.count >= Self.leastExamples }.map { name, rows in
                // No interval of the macro-F1: those of so many parts would cost more than the fit.
                Part(
                    name: name, examples: rows.count,
                    macroF1: Metrics.macroF1(
                        of: rows.map { answers[$0] }, labels: rows.map { encoded.labels[$0] },
                        classes: encoded.classes.count),
                    accuracy: Estimate(
                        shareOf: rows.map { encoded.labels[$0] == answers[$0] },
                        groups: rows.map { encoded.groups[$0] }, seed: seed))
            }
        }
        let named = Dictionary(grouping: examples.indices) { examples[$0].target ?? "" }
        let frequent = named.filter { !PassageTraits.isPronoun($0.key) && !$0.key.isEmpty }
            .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        targets = parts(frequent.prefix(Self.mostTargets).map { ($0.key, $0.value) })
        let traitsOf = passages.map(PassageTraits.init)
        forms = parts(
            PassageTraits.Form.allCases.map { form in
                (form.rawValue, traitsOf.indices.filter { traitsOf[$0].form == form })
            })
        traits = parts(
            PassageTraits.Kind.allCases.map { kind in
                (kind.rawValue, traitsOf.indices.filter { traitsOf[$0].kinds.contains(kind) })
            }
        ).sorted { ($0.accuracy.value, $0.name) < ($1.accuracy.value, $1.name) }
        misleading = Self.misleading(model, probabilities, encoded.labels, passages)
    }

    /// The features whose sum over the worst errors favors the wrong answer most.
    private static func misleading(
        _ model: StanceModel, _ probabilities: Matrix, _ labels: [Int], _ passages: [Passage]
    ) -> [String] {
        let answers = probabilities.largestColumns
        let wrong = labels.indices.filter { answers[$0] != labels[$0] }
            .sorted { (probabilities[$0, labels[$0]], $0) < (probabilities[$1, labels[$1]], $1) }
        var sums: [Int: Double] = [:]
        for i in wrong.prefix(worst) {
            let row = model.rows(for: [passages[i]])
            for n in row.range(ofRow: 0) {
                let column = Int(row.indices[n])
                let weights = model.regression.weights
                let gain = weights[column, answers[i]] - weights[column, labels[i]]
                sums[column, default: 0] += Double(row.values[n]) * gain
            }
        }
        return sums.filter { $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(8).map { model.name(ofColumn: $0.key) }
    }
}

/// What may make a passage hard to read, as far as its letters tell.
struct PassageTraits {
    /// How the text tells what was said of the target.
    enum Form: String, CaseIterable {
        case inside = "the target is named inside quotation marks"
        case beside = "quotation marks, the target outside of them"
        case without = "no quotation marks"
    }

    /// What may be hard.
    enum Kind: String, CaseIterable {
        case pronoun = "the target is a pronoun"
        case absent = "the target is not named"
        case negation = "a negation"
        case contrast = "a contrast (but, although, while …)"
        case question = "a question"
        case wish = "a wish or a condition (should, would, if …)"
        case long = "more than 40 words"
        case short = "fewer than 10 words"
    }

    let form: Form
    let kinds: [Kind]

    init(_ passage: Passage) {
        let bytes = Array(passage.text.utf8)
        let words = passage.text.lowercased().split { !($0.isLetter || $0 == "'" || $0 == "’") }
            .map { String($0).replacing("’", with: "'") }
        let marks = Self.quoted(bytes)
        let first = passage.targets.first
        form =
            marks.isEmpty
            ? .without
            : marks.contains { span in first.map(span.contains) ?? true } ? .inside : .beside
        let target = first.map { span in
            passage.text[span.clamped(to: bytes.count)].lowercased()
        }
        var kinds: [Kind] = []
        if let target, Self.isPronoun(target) { kinds.append(.pronoun) }
        if target == nil { kinds.append(.absent) }
        let known = Set(words)
        if words.contains(where: { Self.negations.contains($0) || $0.hasSuffix("n't") }) {
            kinds.append(.negation)
        }
        if !known.isDisjoint(with: Self.contrasts) { kinds.append(.contrast) }
        if passage.text.contains("?") { kinds.append(.question) }
        if !known.isDisjoint(with: Self.wishes) { kinds.append(.wish) }
        if words.count > 40 { kinds.append(.long) }
        if words.count < 10 { kinds.append(.short) }
        self.kinds = kinds
    }

    /// The stretches between double marks, straight or curly.
    private static func quoted(_ bytes: [UInt8]) -> [Span] {
        var spans: [Span] = []
        var open: Int?
        var i = 0
        while i < bytes.count {
            let isCurly =
                i + 2 < bytes.count && bytes[i] == 0xE2 && bytes[i + 1] == 0x80
                && (bytes[i + 2] == 0x9C || bytes[i + 2] == 0x9D)
            guard isCurly || bytes[i] == 0x22 else {
                i += 1
                continue
            }
            if let start = open { spans.append(Span(start, i)) }
            open = open == nil ? i : nil
            i += isCurly ? 3 : 1
        }
        if let start = open { spans.append(Span(start, bytes.count)) }
        return spans
    }

    static func isPronoun(_ word: String) -> Bool { pronouns.contains(word.lowercased()) }

    private static let pronouns: Set<String> = [
        "he", "him", "his", "she", "her", "hers", "they", "them", "their", "it", "its", "who",
        "himself", "herself", "themselves",
    ]
    private static let negations: Set<String> = [
        "not", "no", "never", "nobody", "nothing", "neither", "nor", "none", "cannot", "without",
    ]
    private static let contrasts: Set<String> = [
        "but", "although", "though", "despite", "however", "while", "whereas", "yet", "instead",
    ]
    private static let wishes: Set<String> = [
        "should", "would", "could", "if", "unless", "must", "ought", "wish", "hope", "let's",
    ]
}
