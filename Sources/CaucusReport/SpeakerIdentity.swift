import CaucusQuotes
import CaucusStance

/// One name, role and list of aliases for a speaker whom several articles describe.
struct SpeakerIdentity {
    let name: String
    let role: String?
    let aliases: [String]
    let kind: Speaker.Kind

    /// Merges what articles say of one speaker: the name and the role given most often, all other names in
    /// alphabetical order.
    init(_ speakers: [Speaker]) {
        var names: [String: Int] = [:]
        var roles: [String: Int] = [:]
        var others: Set<String> = []
        var kinds: [Speaker.Kind: Int] = [:]
        for speaker in speakers {
            names[speaker.name, default: 0] += 1
            if let role = speaker.role { roles[role, default: 0] += 1 }
            others.formUnion(speaker.aliases)
            kinds[speaker.kind, default: 0] += 1
        }
        others.formUnion(names.keys)
        let best = names.max { a, b in
            (a.value, a.key.utf8.count, b.key) < (b.value, b.key.utf8.count, a.key)
        }
        let name = best?.key ?? ""
        self.name = name
        role = roles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        aliases = Self.distinct(others.filter { $0.lowercased() != name.lowercased() })
        kind =
            kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .person
    }

    /// Names that differ by more than upper case: of “Ms. Vail” and “MS. VAIL” the one with small letters.
    private static func distinct(_ names: Set<String>) -> [String] {
        var best: [String: String] = [:]
        for name in names {
            let key = name.lowercased()
            if let known = best[key], known >= name { continue }
            best[key] = name
        }
        return best.values.sorted()
    }

    /// Whether the speaker is the leader: by full name or by an alias the user gave.
    func isTarget(_ target: StanceTarget) -> Bool {
        guard kind == .person else { return false }
        let own = name.lowercased()
        return own == target.name.lowercased() || target.aliases.contains { $0.lowercased() == own }
            || aliases.contains { $0.lowercased() == target.name.lowercased() }
    }
}
