import CaucusMatrix

/// Labeled examples that a model answered before it had seen them: what it said, and what was right.
///
/// A model file keeps a sample of its training rows with their calibrated out-of-fold probabilities, so that
/// whoever has the file can draw its calibration, its confusions, and correct shares for its known errors,
/// without the examples themselves.
public struct HeldOutSample: Sendable, Hashable {
    /// One example.
    public struct Row: Sendable, Hashable {
        /// A calibrated probability a label, in the order of ``StanceTask/labels``.
        public var probabilities: [Float]
        /// The label, as a position in ``StanceTask/labels``.
        public var label: Int
        /// The article, story or text it stands in; rows of one group are not independent.
        public var group: Int
    }

    /// The most rows a model file keeps: 40 KB.
    public static let most = 2000

    /// The rows, in the order of the training data.
    public let rows: [Row]

    /// Draws at most ``most`` of the rows, as many of each label as there are, evenly spread over the data.
    ///
    /// - Parameters:
    ///   - probabilities: a row an example, a column a class.
    ///   - labels: the class of each row.
    ///   - classes: what each class is in the task's labels.
    init(probabilities: Matrix, labels: [Int], groups: [Int], classes: [Int], task: StanceTask) {
        let members = classes.indices.map { k in labels.indices.filter { labels[$0] == k } }
        var chosen: [Int] = []
        var left = Self.most
        // The rarest first: what they leave goes to the others.
        let order = classes.indices.sorted { (members[$0].count, $0) < (members[$1].count, $1) }
        for (i, k) in order.enumerated() {
            let count = min(left / (classes.count - i), members[k].count)
            chosen += (0..<count).map { members[k][$0 * members[k].count / count] }
            left -= count
        }
        rows = chosen.sorted().map { i in
            var row = [Float](repeating: 0, count: task.labels.count)
            for (k, label) in classes.enumerated() { row[label] = Float(probabilities[i, k]) }
            return Row(probabilities: row, label: classes[labels[i]], group: groups[i] & 0xFF_FFFF)
        }
    }

    /// The rows of the file's tensor, or `nil` where it is not one of such rows.
    init?(_ tensor: TensorFile.Tensor, task: StanceTask) {
        let width = task.labels.count
        guard tensor.shape.count == 2, tensor.shape[1] == width + 2,
            tensor.shape[0] <= Self.most
        else { return nil }
        var rows: [Row] = []
        for start in stride(from: 0, to: tensor.values.count, by: width + 2) {
            let row = Array(tensor.values[start..<(start + width)])
            let (label, group) = (tensor.values[start + width], tensor.values[start + width + 1])
            guard row.allSatisfy({ (0...1).contains($0) }), abs(row.reduce(0, +) - 1) < 1e-3,
                (0..<Float(width)).contains(label), label == label.rounded(),
                (0...0x1p24).contains(group), group == group.rounded()
            else { return nil }
            rows.append(Row(probabilities: row, label: Int(label), group: Int(group)))
        }
        self.rows = rows
    }

    /// Probabilities, label and group of each row, as float32.
    var tensor: TensorFile.Tensor {
        TensorFile.Tensor(
            shape: [rows.count, (rows.first?.probabilities.count ?? 0) + 2],
            values: rows.flatMap { $0.probabilities + [Float($0.label), Float($0.group)] })
    }
}
