public import CaucusQuotes

/// Tells whether any document names the leader in full, and which name like the leader's they have instead.
public struct NamesLikeTarget: Sendable {
    /// Whether a document has named the leader.
    public private(set) var isNamed = false
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
        for person in people {
            let speaker = Speaker(id: "", name: person.name, gender: person.gender)
            if leader.name(speaker) {
                isNamed = true
            } else if isLike(person.name), seen.insert(person.name).inserted {
                documents[person.name, default: 0] += 1
            }
        }
    }

    /// What to tell the user, or `nil`: ‘no article names "Hilary Penn"; 41 name "Hillary Penn"’.
    ///
    /// - Parameter isFound: Whether anything was found about the leader, or said by the leader, by the surname alone.
    public func note(isFound: Bool) -> String? {
        guard !isNamed else { return nil }
        let like = documents.min { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let like else { return isFound ? nil : "no article names \"\(target.name)\"" }
        let verb = like.value == 1 ? "names" : "name"
        return "no article names \"\(target.name)\"; \(like.value) \(verb) \"\(like.key)\""
    }

    /// Letters that may differ.
    private static let slips = 2

    /// Whether a name is the leader's but for a slip or two of the pen; short names are not compared, since one letter
    /// makes another of them.
    private func isLike(_ name: String) -> Bool {
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
