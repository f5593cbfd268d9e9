package import CaucusMatrix
package import CaucusStatistics
public import CaucusText

/// Labeled examples as numbers: classes, groups and weights.
package struct EncodedExamples: Sendable {
    /// The labels that occur, as positions in the task's labels, ascending.
    package let classes: [Int]
    /// One class a row, as a position in ``classes``.
    package let labels: [Int]
    /// One group a row; examples without a group stand alone.
    package let groups: [Int]
    /// One weight a row.
    package let weights: [Double]
    /// Examples a label of the task.
    package let labelCounts: [Int]
    private let task: StanceTask

    /// The number of groups.
    package var groupCount: Int { (groups.max() ?? -1) + 1 }

    /// Encodes examples.
    ///
    /// - Throws: ``TrainingError`` where a label is missing or outside the task, or fewer than two occur.
    package init(_ examples: [LabeledExample], task: StanceTask) throws(TrainingError) {
        let positions = try Self.positions(examples, task)
        let classes = Set(positions).sorted()
        guard classes.count > 1 else {
            throw .singleClass(label: task.labels[classes[0]], examples: examples.count)
        }
        self.task = task
        self.classes = classes
        labels = positions.map { position in classes.firstIndex(of: position) ?? 0 }
        labelCounts = task.labels.indices.map { label in positions.count { $0 == label } }
        groups = Self.groups(of: examples)
        weights = examples.map(\.weight)
    }

    /// The label of each example, as a position in the task's labels.
    ///
    /// - Throws: ``TrainingError`` where there is no example, or one with no label of the task.
    package static func positions(
        _ examples: [LabeledExample], _ task: StanceTask
    ) throws(TrainingError) -> [Int] {
        guard !examples.isEmpty else { throw .noExamples }
        var positions: [Int] = []
        positions.reserveCapacity(examples.count)
        for example in examples {
            guard let label = example.label else {
                throw .missingLabel(place: example.place, expected: task.labels)
            }
            guard let position = task.index(of: label) else {
                throw .unknownLabel(label, place: example.place, expected: task.labels)
            }
            positions.append(position)
        }
        return positions
    }

    /// The groups of examples, those that share a text joined: it must not stand on both sides of a fold.
    package static func groups(of examples: [LabeledExample]) -> [Int] {
        var parents: [Int] = []
        func root(_ group: Int) -> Int {
            var group = group
            while parents[group] != group { group = parents[group] }
            return group
        }
        var byText: [String: Int] = [:]
        let own = numbered(examples.map(\.group))
        parents = Array(0...(own.max() ?? 0))
        for (example, group) in zip(examples, own) {
            guard let known = byText[example.text].map(root) else {
                byText[example.text] = group
                continue
            }
            let here = root(group)
            parents[max(known, here)] = min(known, here)
        }
        return numbered(own.map { String(root($0)) })
    }

    /// Numbers the names in the order they first occur; `nil` is a group of its own each time.
    package static func numbered(_ names: [String?]) -> [Int] {
        var numbers: [String: Int] = [:]
        var next = 0
        return names.map { name in
            if let name, let number = numbers[name] { return number }
            if let name { numbers[name] = next }
            next += 1
            return next - 1
        }
    }

    /// The share of each class on every row: the answer of somebody who reads nothing.
    package func priorProbabilities() -> Matrix {
        let shares = classes.indices.map { k in
            Double(labels.count { $0 == k }) / Double(labels.count)
        }
        return Matrix(
            rows: labels.count, columns: classes.count,
            values: labels.flatMap { _ in shares })
    }

    /// Metrics of probabilities that have a column a class that occurs.
    package func metrics(_ probabilities: Matrix, seed: UInt64) -> Metrics {
        Metrics(
            probabilities: probabilities, labels: labels, groups: groups,
            interest: task.interest(among: classes), seed: seed)
    }
}

/// Why examples cannot make a model.
public enum TrainingError: Error, Equatable, CustomStringConvertible {
    /// There is nothing to learn from.
    case noExamples
    /// Every example carries the same label.
    case singleClass(label: String, examples: Int)
    /// A label that the task does not have.
    case unknownLabel(String, place: Place, expected: [String])
    /// A model to start from that itself started from another.
    case nestedBase(String)
    /// An example without a label.
    case missingLabel(place: Place, expected: [String])
    /// However few examples are answered, more than this share may be answered wrongly.
    case errorOutOfReach(maximumError: Double, examples: Int)

    /// Whether the examples are fine and only a bound that was asked for cannot be kept.
    public var isUnmetGate: Bool {
        if case .errorOutOfReach = self { true } else { false }
    }

    /// What was found and what would be right, in lower case.
    public var description: String {
        switch self {
        case .noExamples: "cannot fit: no labeled examples"
        case .singleClass(let label, let examples):
            "cannot fit: all \(examples) examples are labeled \(label); "
                + "a model needs at least two labels"
        case .unknownLabel(let label, let place, let expected):
            "\(place): found label \"\(label.prefix(40))\", "
                + "expected \(expected.joined(separator: ", "))"
        case .nestedBase(let name):
            "cannot start from \(name): it started from another model; expected one that did not"
        case .missingLabel(let place, let expected):
            "\(place): found no label, expected \(expected.joined(separator: ", "))"
        case .errorOutOfReach(let maximumError, let examples):
            "cannot keep the error among answered at \(maximumError): even the surest of \(examples) "
                + "held-out examples may be wrong more often; expected more labels or a larger error"
        }
    }
}
