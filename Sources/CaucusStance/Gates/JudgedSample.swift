/// Quotations that coders have judged, with what the gates and the stance model say of them when they are fitted to
/// other leaders: by these the thresholds are chosen, and the errors of a count are known.
public struct JudgedSample: Sendable, Hashable {
    /// One judged quotation.
    public struct Row: Sendable, Hashable {
        /// The leader it was judged toward, by number.
        public var leader: Int
        /// The article, by number.
        public var article: Int
        /// The probability that it is speech of that speaker about the leader.
        public var pass: Double
        /// The stance model's probabilities of against, neutral, favor.
        public var stances: [Double]
        /// Whether the coders call it speech of that speaker about the leader.
        public var isRight: Bool
        /// The coders' stance, 0 against, 1 neutral, 2 favor; -1 where it is no speech about the leader.
        public var label: Int
        /// The probability that all of it and the likelier side are right; `nil` where that was not kept.
        public var right: Double?
        /// How many quotations of the whole it stands for, beside the others.
        public var weight: Double

        /// Creates a row.
        public init(
            leader: Int, article: Int, pass: Double, stances: [Double], isRight: Bool, label: Int,
            right: Double? = nil, weight: Double = 1
        ) {
            self.leader = leader
            self.article = article
            self.pass = pass
            self.stances = stances
            self.isRight = isRight
            self.label = label
            self.right = right
            self.weight = weight
        }
    }

    /// The rows; those alone that were drawn at random.
    public var rows: [Row]

    /// Creates a sample.
    public init(rows: [Row]) { self.rows = rows }
}
