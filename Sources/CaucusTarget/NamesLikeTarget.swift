public import CaucusQuotes

/// Tells how many documents name the leader in full, and which name like the leader's they have instead.
public struct NamesLikeTarget: Sendable {
    /// How many documents name the leader.
    private var named = 0
    private let target: StanceTarget
    private let leader: LeaderNames
    private let letters: [Character]
    /// How many documents name somebody whose name is like the leader's.
    private var documents: [String: Int] = [:]

    /// Creates a count of nothing.
    public init(_ target: StanceTarget) {
        self.target = target
        leader = LeaderNames(target)
        letters = Array(target.name.lowercased())
    }

    /// Takes in the people whom a document names in full.
    public mutating func read(_ people: [NamedPerson]) {
        var seen: Set<String> = []
        var isNamed = false
        for person in people {
            let speaker = Speaker(id: "", name: person.name, gender: person.gender)
            if leader.name(speaker) {
                isNamed = true
            } else if isLike(person.name), seen.insert(person.name).inserted {
                documents[person.name, default: 0] += 1
            }
        }
        if isNamed { named += 1 }
    }

    /// By how many times more documents another name must be had, for the leader's to be a slip.
    private static let manyTimes = 10

    /// What to tell the user, or `nil`: ‘no article names "Hilary Penn"; 41 name "Hillary Penn"’.
    ///
    /// - Parameter isFound: Whether anything was found about the leader, or said by the leader, by the surname alone.
    public func note(isFound: Bool) -> String? {
        let like = documents.min { ($1.value, $0.key) < ($0.value, $1.key) }
        let own = Self.names(named) + " \"\(target.name)\""
        if let like, like.value >= Self.manyTimes * named {
            return own + "; \(like.value) \(like.value == 1 ? "names" : "name") \"\(like.key)\""
        }
        return named > 0 || isFound ? nil : own
    }

    /// “no article names”, “3 articles name”.
    private static func names(_ count: Int) -> String {
        count == 0 ? "no article names" : count == 1 ? "1 article names" : "\(count) articles name"
    }

    /// Letters that may differ.
    private static let slips = 2

    /// Whether a name is the leader's but for a slip or two of the pen; short names are not compared, since one letter
    /// makes another of them.
    private func isLike(_ name: String) -> Bool {
        // Cheap, since it is asked for everybody: hardly anybody's name is as long, with the same first or last letter.
        guard abs(name.utf8.count - target.name.utf8.count) <= 2 * Self.slips,
            name.utf8.first == target.name.utf8.first || name.utf8.last == target.name.utf8.last
        else { return false }
        let other = Array(name.lowercased())
        guard min(letters.count, other.count) >= 8, abs(letters.count - other.count) <= Self.slips,
            letters.first == other.first || letters.last == other.last
        else { return false }
        return Self.distance(letters, other) <= Self.slips
    }

    /// How many letters are to be changed, put in or left out to make one word of the other.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var corner = row[0]
            row[0] = i + 1
            for j in b.indices {
                let change = corner + (a[i] == b[j] ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(change, corner + 1, row[j] + 1)
            }
        }
        return row[b.count]
    }
}
