public import CaucusStance
import CaucusStatistics

/// The quotations that a sample is drawn from: those of one or several runs, with their documents.
public struct SampleFrame: Sendable {
    /// One of them.
    public struct Row: Sendable {
        /// The quotation and what the run says of it.
        public var quotation: ScoredQuotation
        /// Its document, or `nil` where the run does not know it.
        public var document: DocumentSummary?
        /// The name of the run.
        public var run: String

        /// The likeliest stance; ties go to against, then to neutral.
        var leading: Stance {
            guard let p = quotation.probabilities else { return .neutral }
            if p.against >= p.neutral, p.against >= p.favor { return .against }
            return p.neutral >= p.favor ? .neutral : .favor
        }

        /// How likely the row is what it is counted as; 1 where no gate was asked.
        var part: Double { min(max(quotation.gates?.all ?? 1, 0), 1) }

        /// How likely each stance is, in the order of ``Stance/allCases``.
        var stances: [Double] {
            guard let p = quotation.probabilities else { return [0, 1, 0] }
            return [p.against, p.neutral, p.favor].map { min(max($0, 0), 1) }
        }
    }

    /// The quotations, run by run in the order of their documents.
    public private(set) var rows: [Row] = []

    /// Creates an empty frame.
    public init() {}

    /// Adds those quotations of a run that `belongs` tells: for shares those that count.
    public mutating func add(
        _ quotations: [ScoredQuotation], of documents: [DocumentSummary], run: RunDescription,
        where belongs: (ScoredQuotation) -> Bool
    ) {
        let known = Dictionary(documents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        for quotation in quotations where belongs(quotation) {
            rows.append(
                Row(
                    quotation: quotation, document: known[quotation.documentID], run: run.id))
        }
    }
}

extension SampleFrame {
    /// How wide the intervals will be once `counts` of the quotations are labeled, by the program's own probabilities.
    public func power(
        _ design: SampleDesign, counts: [Int], level: Double
    ) -> [SamplePower] {
        var clusters: [String: Int] = [:]
        let items = rows.map { row in
            let next = clusters.count
            let cluster = clusters[row.quotation.documentID, default: next]
            clusters[row.quotation.documentID] = cluster
            return LabelPower.Item(
                part: row.part, probabilities: row.stances, cluster: cluster)
        }
        return counts.filter { $0 < rows.count }.map { count in
            let drawing = design.probabilities(rows, count: count)
            func widths(_ values: [Double]) -> (corrected: Double, alone: Double)? {
                LabelPower(values: values, level: level).halfWidths(items, drawing)
            }
            return SamplePower(
                count: count, against: widths([1, 0, 0]), favor: widths([0, 0, 1]),
                net: widths([-1, 0, 1]))
        }
    }
}

/// Half the widths of intervals to expect of so many labels.
public struct SamplePower: Sendable {
    /// How many labels.
    public var count: Int
    /// Of the share against, of the one in favor, and of the net stance: with the program's answers beside the labels, and
    /// of the labels alone; `nil` where no interval can be told.
    public var against: (corrected: Double, alone: Double)?
    public var favor: (corrected: Double, alone: Double)?
    public var net: (corrected: Double, alone: Double)?
}
