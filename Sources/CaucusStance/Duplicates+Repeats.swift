extension Duplicates {
    /// Fewer words than this may stand in two sentences by chance.
    private static let leastContained = 4
    /// How many quotations of one speaker in one article each other one is compared with.
    private static let comparisonsWithin = 32

    /// Joins quotations of one speaker in one article whose words are the same, or of which one contains the other's.
    ///
    /// - Returns: the positions of those that were joined so.
    static func joinRepeated(
        _ candidates: [Candidate], _ text: (Int) throws -> String, _ groups: inout Groups
    ) rethrows -> Set<Int> {
        var joined: Set<Int> = []
        var start = 0
        while start < candidates.count {
            var end = start + 1
            while end < candidates.count, candidates[end].document == candidates[start].document {
                end += 1
            }
            if end - start > 1 {
                let speakers = Dictionary(grouping: start..<end) { candidates[$0].speaker }
                for members in speakers.values where members.count > 1 {
                    try joinRepeated(members, text, &groups, &joined)
                }
            }
            start = end
        }
        return joined
    }

    private static func joinRepeated(
        _ members: [Int], _ text: (Int) throws -> String, _ groups: inout Groups,
        _ joined: inout Set<Int>
    ) rethrows {
        let words = try members.map { (member: $0, words: Fingerprint.words(of: try text($0))) }
        // The longest first: what contains comes before what is contained.
        let order = words.sorted { ($1.words.count, $0.member) < ($0.words.count, $1.member) }
        var leaders: [(member: Int, words: [UInt64])] = []
        for one in order {
            if let leader = leaders.first(where: { contains($0.words, one.words) }) {
                groups.join(leader.member, one.member)
                joined.formUnion([leader.member, one.member])
            } else if leaders.count < comparisonsWithin {
                leaders.append(one)
            }
        }
    }

    /// Whether the words of `part` are all of those of `whole`, or enough of them in one piece.
    private static func contains(_ whole: [UInt64], _ part: [UInt64]) -> Bool {
        if whole == part { return true }
        guard part.count >= leastContained, part.count < whole.count else { return false }
        return (0...(whole.count - part.count)).contains { start in
            whole[start] == part[0]
                && whole[start..<(start + part.count)].elementsEqual(part)
        }
    }
}
