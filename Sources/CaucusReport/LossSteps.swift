import CaucusStance

/// Why a quotation counts nowhere, the first reason that holds.
enum LossReason: Int, CaseIterable {
    case noSpeaker, otherSubject, nested, short, closeCall, notScored, leader, reprint

    /// The reason of one quotation, or `nil` where it counts.
    init?(_ quotation: ScoredQuotation, leaders: Set<String>) {
        if quotation.speaker == nil {
            self = .noSpeaker
        } else if quotation.mention == .none {
            self = .otherSubject
        } else if quotation.abstention == .nested {
            self = .nested
        } else if quotation.abstention == .tooShort || quotation.abstention == .empty {
            self = .short
        } else if quotation.abstention == .lowMargin {
            self = .closeCall
        } else if quotation.stance == nil || quotation.probabilities == nil
            || quotation.abstention != nil
        {
            self = .notScored
        } else if quotation.speakerKey.map(leaders.contains) == true {
            self = .leader
        } else if quotation.duplicateOf != nil {
            self = .reprint
        } else {
            return nil
        }
    }

    /// What a report says of it, after a number.
    var words: String {
        switch self {
        case .noSpeaker: "the article does not tell who speaks"
        case .otherSubject: "not about the leader"
        case .nested: "inside another quotation"
        case .short: "fewer than three words"
        case .closeCall: "too close to call: the two likeliest stances are nearly even"
        case .notScored: "not scored"
        case .leader: "the leader’s own words"
        case .reprint: "reprints of a quotation that counts"
        }
    }

    /// What `report.json` calls it.
    var key: String {
        switch self {
        case .noSpeaker: "no_speaker"
        case .otherSubject: "not_about_target"
        case .nested: "nested"
        case .short: "too_short"
        case .closeCall: "low_margin"
        case .notScored: "not_scored"
        case .leader: "leader"
        case .reprint: "reprint"
        }
    }
}

/// How many articles and quotations got how far, and what was lost at each step: one set of numbers for the page,
/// the text and `report.json`.
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
    /// By ``LossReason``.
    let lost: [Int]

    /// The most samples of a loss.
    private static let most = 3

    init(_ report: Report) {
        var lost = LossReason.allCases.map { _ in 0 }
        var samples = LossReason.allCases.map { _ in [Int]() }
        for (i, quotation) in report.quotations.enumerated() {
            guard let reason = LossReason(quotation, leaders: report.leaderKeys) else { continue }
            lost[reason.rawValue] += 1
            if samples[reason.rawValue].count < Self.most { samples[reason.rawValue].append(i) }
        }
        func loss(_ reason: LossReason) -> Loss? {
            let n = lost[reason.rawValue]
            return n == 0
                ? nil
                : Loss(
                    kind: .quotation, reason: reason.words, count: n,
                    samples: samples[reason.rawValue])
        }
        let quoting = Set(report.quotations.map(\.documentID))
        let silent = report.documents.indices.filter { !quoting.contains(report.documents[$0].id) }
        let faults = report.recordDiagnostics
        var steps = [
            Step(
                name: "articles read", count: report.audit.documents,
                losses: faults == 0
                    ? []
                    : [
                        Loss(
                            kind: .record,
                            reason: "records or files with a fault, passed over or mended",
                            count: faults, samples: Array(0..<min(faults, Self.most)))
                    ]),
            Step(
                name: "articles with a quotation", count: report.documents.count - silent.count,
                losses: silent.isEmpty
                    ? []
                    : [
                        Loss(
                            kind: .article, reason: "no quotation found", count: silent.count,
                            samples: Array(silent.prefix(Self.most)))
                    ]),
            Step(name: "quotations found", count: report.quotations.count),
        ]
        var left = report.quotations.count
        func add(_ name: String, _ reasons: [LossReason]) {
            left -= reasons.reduce(0) { $0 + lost[$1.rawValue] }
            steps.append(Step(name: name, count: left, losses: reasons.compactMap(loss)))
        }
        add("with a speaker", [.noSpeaker])
        add("about the leader", [.otherSubject])
        add("whole and long enough", [.nested, .short])
        add("given a stance", [.closeCall, .notScored])
        add("by others than the leader", [.leader])
        add("counted", [.reprint])
        self.steps = steps
        self.lost = lost
    }

    /// How many quotations were left after the given reasons and all before.
    func count(after reason: LossReason, of quotations: Int) -> Int {
        quotations - lost[...reason.rawValue].reduce(0, +)
    }
}
