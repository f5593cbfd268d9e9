package import CaucusStance
public import CaucusStatistics

/// The shares of the three stances in a set of quotations, and their net, each with its interval.
public struct StanceEstimates: Sendable, Hashable, Codable {
    /// The share of quotations against the target.
    public var against: Estimate
    /// The share of neutral quotations.
    public var neutral: Estimate
    /// The share of quotations in favor of the target.
    public var favor: Estimate
    /// `favor − against`, from −1 to 1.
    public var net: Estimate
    /// The share of what counts that is what it is counted as, by hand labels; `nil` where none was asked, or they correct
    /// nothing. The other numbers are then of these.
    public var part: Estimate?

    /// The estimates of `rows`, or `nil` without rows; corrected by hand labels where there are enough.
    init?(_ rows: [CountedRow], level: Double) {
        let share = RowMean(level: level, bounds: 0...1)
        let difference = RowMean(level: level, bounds: -1...1)
        guard
            let against = share.estimate(rows, { $0.against }),
            let neutral = share.estimate(rows, { $0.neutral }),
            let favor = share.estimate(rows, { $0.favor }),
            let net = difference.estimate(rows, { $0.net })
        else { return nil }
        self.against = against
        self.neutral = neutral
        self.favor = favor
        self.net = net
        if rows.contains(where: { $0.part < 1 || ($0.label?.total ?? 1) < 1 }) {
            part = share.share(rows) { $0.total }
        }
    }

    /// The estimate of one stance.
    package subscript(_ stance: Stance) -> Estimate {
        switch stance {
        case .against: against
        case .neutral: neutral
        case .favor: favor
        }
    }

    /// The stance with the greatest share; ties go to neutral, then to against.
    package var leading: Stance {
        let order: [Stance] = [.neutral, .against, .favor]
        return order.max { self[$0].value < self[$1].value } ?? .neutral
    }
}

extension StanceEstimates {
    /// The shares with what judged quotations about other leaders tell of such shares put in; the same where nothing is
    /// known.
    ///
    /// The three go on summing to 1, and the net is the difference of two of them.
    func corrected(by errors: ShareErrors?) -> StanceEstimates {
        guard let errors else { return self }
        let method =
            "corrected by \(errors.quotations) judged quotations about \(errors.leaders) other leaders"
        let moves = errors.moves(of: [against, neutral, favor].map(\.value))
        var corrected = self
        corrected.against = errors.against.corrected(
            against, by: moves[0], bounds: 0...1, method: method)
        corrected.neutral = errors.neutral.corrected(
            neutral, by: moves[1], bounds: 0...1, method: method)
        corrected.favor = errors.favor.corrected(
            favor, by: moves[2], bounds: 0...1, method: method)
        corrected.net = errors.net.corrected(
            net, by: moves[2] - moves[0], bounds: -1...1, method: method)
        return corrected
    }
}
