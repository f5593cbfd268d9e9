/// What a speaker is called whom several articles describe: one name, one role and the other names.
public struct SpeakerIdentity: Sendable, Hashable, Codable {
    /// The full name given most often; where no article gives one, the name.
    public var name: String
    /// The role given most often, or `nil`.
    public var role: String?
    /// All other names, in alphabetical order.
    public var aliases: [String]
    /// The kind given most often.
    public var kind: Speaker.Kind

    /// Creates an identity.
    public init(name: String, role: String? = nil, aliases: [String] = [], kind: Speaker.Kind) {
        self.name = name
        self.role = role
        self.aliases = aliases
        self.kind = kind
    }

    /// Merges what articles say of one speaker.
    public init(_ speakers: some Sequence<Speaker>) {
        var merger = Merger()
        for speaker in speakers { merger.add(speaker) }
        self = merger.identity
    }

    /// What articles have said of one speaker so far.
    package struct Merger: Sendable {
        /// The only speaker so far: most are told by one article, and then there is nothing to count.
        private var only: Speaker?
        private var names: [String: Int] = [:]
        private var roles: [String: Int] = [:]
        private var kinds: [Speaker.Kind: Int] = [:]
        private var others: Set<String> = []

        /// Nothing has been said.
        package init() {}

        /// Takes up what one article says.
        package mutating func add(_ speaker: Speaker) {
            if only == nil, names.isEmpty {
                only = speaker
                return
            }
            countOnly()
            count(speaker)
        }

        private mutating func countOnly() {
            guard let speaker = only else { return }
            only = nil
            count(speaker)
        }

        private mutating func count(_ speaker: Speaker) {
            names[speaker.name, default: 0] += 1
            if let role = speaker.role { roles[role, default: 0] += 1 }
            others.formUnion(speaker.aliases)
            kinds[speaker.kind, default: 0] += 1
        }

        /// Takes up what has been said elsewhere.
        package mutating func take(_ other: Merger) {
            if let speaker = other.only { return add(speaker) }
            countOnly()
            names.merge(other.names, uniquingKeysWith: +)
            roles.merge(other.roles, uniquingKeysWith: +)
            kinds.merge(other.kinds, uniquingKeysWith: +)
            others.formUnion(other.others)
        }

        /// The name, role and kind given most often; of names given equally often the longest, then the first in
        /// order.
        package var identity: SpeakerIdentity {
            if let only {
                let others = only.aliases.filter { $0.lowercased() != only.name.lowercased() }
                return SpeakerIdentity(
                    name: only.name, role: only.role,
                    aliases: others.isEmpty ? [] : Self.distinct(Set(others)), kind: only.kind)
            }
            // “Ruth Okello”, though most articles say “Okello”.
            let full = names.filter { PersonName($0.key).isFull }
            let name =
                (full.isEmpty ? names : full).max { a, b in
                    (a.value, a.key.utf8.count, b.key) < (b.value, b.key.utf8.count, a.key)
                }?.key ?? ""
            let others = others.union(names.keys).filter { $0.lowercased() != name.lowercased() }
            return SpeakerIdentity(
                name: name, role: roles.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key,
                aliases: Self.distinct(others),
                kind: kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
                    ?? .person)
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
    }
}
