import CaucusStance

/// How many articles and quotations got how far, and what was lost at each step: one set of numbers for the page,
/// the text and `report.json`, all of them sums of ``CaucusStance/LossAudit/counts``.
struct LossSteps {
    /// A step with what was lost on the way to it.
    struct Step {
        var name: String
        var count: Int
        var losses: [Loss] = []
    }

    /// Articles or quotations lost for one reason, with the first few of them: positions in the report's documents,
    /// quotations or diagnostics.
    struct Loss {
        enum Kind { case record, article, quotation }
        var kind: Kind
        var reason: String
        var count: Int
        var samples: [Int]
    }

    let steps: [Step]

    /// The most samples of a loss.
    private static let most = 3

    /// What is left after each step, by the reasons that it takes away: all but ``QuotationStatus/counted`` in their
    /// order.
    private static let reasons: [(step: String, lost: [QuotationStatus])] = [
        ("speech, not inside another", [.crashed, .notSpeech, .nested]),
        ("with a speaker", [.noSpeaker]),
        ("by others than the leader", [.leader]),
        ("about the leader", [.notAbout]),
        ("long enough", [.tooShort]),
        ("clear enough to count", [.lowMargin]),
        ("counted", [.reprint, .repeated, .excluded, .filtered]),
    ]

    init(_ report: Report) {
        steps = Self.articles(report) + Self.quotations(report)
    }

    private static func articles(_ report: Report) -> [Step] {
        let quoting = Set(report.quotations.map(\.documentID))
        let isLeftOut = { (i: Int) in report.faults[report.documents[i].id] != nil }
        let without = report.documents.indices.filter {
            !quoting.contains(report.documents[$0].id)
        }
        func losses(_ kind: Loss.Kind, _ reason: String, _ positions: [Int]) -> [Loss] {
            positions.isEmpty
                ? []
                : [
                    Loss(
                        kind: kind, reason: reason, count: positions.count,
                        samples: Array(positions.prefix(most)))
                ]
        }
        return [
            Step(
                name: "articles read", count: report.documents.count,
                losses: losses(
                    .record, "records or files with a fault, passed over or mended",
                    Array(0..<report.recordDiagnostics))),
            Step(
                name: "articles with a quotation", count: report.documents.count - without.count,
                losses: losses(
                    .article, "left out: reading them stopped the program",
                    without.filter(isLeftOut))
                    + losses(
                        .article, "no quotation found", without.filter { !isLeftOut($0) })),
        ]
    }

    private static func quotations(_ report: Report) -> [Step] {
        var samples: [QuotationStatus: [Int]] = [:]
        for (i, quotation) in report.quotations.enumerated()
        where samples[quotation.status, default: []].count < most {
            samples[quotation.status, default: []].append(i)
        }
        var left = report.audit.quotations
        var steps = [Step(name: "quotations found", count: left)]
        for (name, lost) in reasons {
            let losses = lost.compactMap { status -> Loss? in
                guard let count = report.audit.counts[status], count > 0 else { return nil }
                return Loss(
                    kind: .quotation, reason: status.reason, count: count,
                    samples: samples[status] ?? [])
            }
            left -= losses.reduce(0) { $0 + $1.count }
            steps.append(Step(name: name, count: left, losses: losses))
        }
        return steps
    }
}
