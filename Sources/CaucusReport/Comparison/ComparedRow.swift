import CaucusStatistics

/// An outlet or a speaker, and what is said about each leader there.
struct ComparedRow: Sendable {
    /// The outlet, or the speaker's id.
    var key: String
    var name: String
    /// A cell a leader.
    var cells: [ComparedCell]
    /// The net stance toward each leader less that toward the first: `nil` for the first, and where either is not known.
    var differences: [Estimate?]

    /// How many quotations all cells hold.
    var count: Int { cells.reduce(0) { $0 + $1.count } }
    /// How many leaders have a share here.
    var known: Int { cells.count { $0.estimates != nil } }
}

/// What is said about one leader, by outlet or speaker and by steps of time.
struct ComparedGrid: Sendable {
    /// A place in the grid.
    struct Key: Hashable, Comparable {
        var row: String
        var step: Int

        static func < (a: Key, b: Key) -> Bool { (a.row, a.step) < (b.row, b.step) }
    }

    /// The rows, most quotations with a date first.
    var rows: [(key: String, name: String, count: Int)]
    var cells: [Key: ComparedCell]
}

/// How often one speaker is quoted about a leader, in one outlet or all.
struct ComparedVoice: Sendable {
    var leader: Int
    /// The outlet, or `nil` for all together.
    var outlet: String?
    var speaker: String
    var name: String
    var count: Int
    /// Of how many quotations.
    var all: Int
    /// The share, or `nil` where there are too few quotations for one.
    var share: Estimate?
}
