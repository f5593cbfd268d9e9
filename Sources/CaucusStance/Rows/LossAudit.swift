/// How many documents and quotations of a run got how far: nothing is lost without being counted.
public struct LossAudit: Sendable, Hashable, Codable {
    /// The documents of the run, those that were left out among them.
    public var documents: Int
    /// Documents that stopped the program and were left out.
    public var crashed: Int
    /// How many quotations have each status.
    public var counts: [QuotationStatus: Int]

    /// Creates an audit.
    public init(documents: Int = 0, crashed: Int = 0, counts: [QuotationStatus: Int] = [:]) {
        self.documents = documents
        self.crashed = crashed
        self.counts = counts
    }

    /// Counts the quotations of a run.
    public init(counting quotations: some Sequence<ScoredQuotation>, documents: Int, crashed: Int) {
        self.init(documents: documents, crashed: crashed)
        for quotation in quotations { counts[quotation.status, default: 0] += 1 }
    }

    /// All quotations.
    public var quotations: Int { counts.values.reduce(0, +) }
    /// Those with a speaker, nested ones apart.
    public var attributed: Int { left(after: .noSpeaker) }
    /// Those of others than the leader that speak of the leader.
    public var aboutTarget: Int { left(after: .notAbout) }
    /// Those whose probabilities are clear enough to count.
    public var scored: Int { left(after: .lowMargin) }
    /// Those that count.
    public var counted: Int { counts[.counted] ?? 0 }

    /// How many quotations have a status that comes after `last` in the order of the reasons.
    public func left(after last: QuotationStatus) -> Int {
        guard let place = QuotationStatus.allCases.firstIndex(of: last) else { return 0 }
        return QuotationStatus.allCases[(place + 1)...].reduce(0) { $0 + (counts[$1] ?? 0) }
    }
}
