import CaucusReport
import CaucusStance
public import CaucusStatistics

/// How far people who labeled the same quotations agree, question by question.
public struct Agreement: Sendable {
    /// One thing that a label tells.
    public struct Question: Sendable {
        /// What is asked.
        public var name: String
        /// How many quotations two or more people answered.
        public var quotations: Int
        /// Of pairs of answers to one quotation, the share that are the same.
        public var same: Double
        /// Krippendorff's α, and the ordinal one where the answers have an order.
        public var nominal: Estimate
        public var ordinal: Estimate?
    }

    /// How far people agree on one label: whether it is given, or another one.
    public struct Label: Sendable {
        public var word: String
        /// How often it was given.
        public var count: Int
        public var alpha: Estimate
    }

    /// How far one person agrees with the others.
    public struct Coder: Sendable {
        public var name: String
        /// How many quotations the person labeled, and how many of them another one did too.
        public var labels: Int
        public var shared: Int
        /// α over the pairs of an answer of the person and one of another; `nil` without any.
        public var alpha: Estimate?
    }

    /// A quotation that people label differently.
    public struct Dispute: Sendable {
        /// The answers in the order of the file.
        public var answers: [CodedAnswer]
    }

    public private(set) var questions: [Question] = []
    public private(set) var labels: [Label] = []
    public private(set) var coders: [Coder] = []
    public private(set) var disputes: [Dispute] = []
    /// How many quotations two or more people labeled.
    public private(set) var pairable = 0

    private let level: Double
    private let seed: UInt64

    /// Compares `answers`; what people skipped is no answer.
    ///
    /// - Throws: ``CaucusStatistics/StatisticsError/nothingPairable`` where no quotation has two answers.
    public init(
        _ answers: [CodedAnswer], level: Double = 0.95, seed: UInt64 = 1
    ) throws(StatisticsError) {
        self.level = level
        self.seed = seed
        let units = Self.units(answers.filter { $0.label != .skipped })
        guard units.contains(where: { $0.count > 1 }) else { throw .nothingPairable }
        pairable = units.count { $0.count > 1 }
        for scheme in LabelQuestion.all(of: units.joined().map(\.label)) {
            if let question = question(scheme, units) { questions.append(question) }
        }
        labels = Self.words(units).map { word in
            let values = units.map { $0.map { Optional($0.label.word == word ? 1 : 0) } }
            return Label(
                word: word, count: units.joined().count { $0.label.word == word },
                alpha: alpha(.nominal, values) ?? Self.none)
        }
        coders = Set(units.joined().map(\.annotator)).sorted().map { coder($0, units) }
        disputes = units.filter { Set($0.map(\.label)).count > 1 }.map(Dispute.init)
    }

    private static let none = Estimate(value: 1, items: 0, clusters: 0, method: "")

    /// The answers to each quotation, in the order of the first.
    private static func units(_ answers: [CodedAnswer]) -> [[CodedAnswer]] {
        var places: [[String]: Int] = [:]
        var units: [[CodedAnswer]] = []
        for answer in answers {
            let place = places[answer.key] ?? units.count
            if place == units.count {
                places[answer.key] = place
                units.append([])
            }
            units[place].append(answer)
        }
        return units
    }

    /// The labels that were given: those of the page first, others by their spelling.
    private static func words(_ units: [[CodedAnswer]]) -> [String] {
        let given = Set(units.joined().map(\.label.word))
        let known = CodedLabel.all.map(\.word)
        return known.filter(given.contains) + given.subtracting(known).sorted()
    }

    private func question(_ scheme: LabelQuestion, _ units: [[CodedAnswer]]) -> Question? {
        let values = units.map { $0.map { scheme.value($0.label) } }
        guard let nominal = alpha(.nominal, values) else { return nil }
        var (same, pairs) = (0, 0)
        for unit in values.map({ $0.compactMap(\.self) }) {
            for i in unit.indices {
                for j in unit.indices where j > i {
                    pairs += 1
                    same += unit[i] == unit[j] ? 1 : 0
                }
            }
        }
        return Question(
            name: scheme.name, quotations: nominal.items,
            same: Double(same) / Double(max(pairs, 1)), nominal: nominal,
            ordinal: scheme.isOrdered ? alpha(.ordinal, values) : nil)
    }

    private func coder(_ name: String, _ units: [[CodedAnswer]]) -> Coder {
        let own = units.filter { unit in unit.contains { $0.annotator == name } }
        let numbers = Dictionary(
            uniqueKeysWithValues: Self.words(units).enumerated().map { ($1, $0) })
        var pairs: [[Int?]] = []
        for unit in own {
            guard let mine = unit.first(where: { $0.annotator == name }) else { continue }
            for other in unit where other.annotator != name {
                pairs.append([numbers[mine.label.word], numbers[other.label.word]])
            }
        }
        return Coder(
            name: name, labels: own.count, shared: own.count { $0.count > 1 },
            alpha: alpha(.nominal, pairs))
    }

    private func alpha(_ scale: KrippendorffAlpha.Scale, _ units: [[Int?]]) -> Estimate? {
        try? KrippendorffAlpha(scale).estimate(of: units, level: level, seed: seed)
    }
}

/// What a label answers, and by which value.
struct LabelQuestion {
    var name: String
    /// Whether the values have an order.
    var isOrdered = false
    /// The value of a label, or `nil` where it does not answer.
    var value: (CodedLabel) -> Int?

    /// The questions that labels answer: the gates in the order in which they are asked, the stance of what passes, and
    /// the label as a whole.
    static func all(of labels: [CodedLabel]) -> [LabelQuestion] {
        let words = Set(labels.map(\.word)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
        // Where all labels are numbers, their order is that of the numbers.
        let scores = labels.compactMap { Int($0.word) }
        let areNumbers = scores.count == labels.count
        var all = [
            LabelQuestion(name: "label", isOrdered: areNumbers) { label in
                areNumbers ? Int(label.word) : numbers[label.word]
            }
        ]
        if labels.contains(where: { if case .fails = $0 { true } else { false } }) {
            all += Gate.allCases.map(gate)
        }
        if labels.contains(where: { if case .stance = $0 { true } else { false } }) {
            all.append(
                LabelQuestion(name: "stance", isOrdered: true) { label in
                    guard case .stance(let stance) = label else { return nil }
                    return Stance.allCases.firstIndex(of: stance)
                })
        }
        return all
    }

    /// Whether a gate is passed.
    private static func gate(_ gate: Gate) -> LabelQuestion {
        return LabelQuestion(name: gate.question) { label in
            label.passes(gate).map { $0 ? 1 : 0 }
        }
    }
}
