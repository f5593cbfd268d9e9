import Foundation

/// The speakers of many documents, one entry each, merged with care.
///
/// Persons and organizations are one speaker where their full names agree: case, accents, titles and
/// punctuation apart. A person known by one name only, and a source that is only described, stay in their
/// document. A full name whose documents disagree about gender or role may be two persons: it is kept as one
/// entry that says so. Names the user has joined are never doubted.
public struct SpeakerRegister: Sendable {
    /// One speaker of the run.
    public struct Entry: Sendable, Hashable {
        /// Unique in the register: the speaker's id, with `@` and the document's where it stays in one.
        public var id: String
        /// The spelling that most documents give.
        public var name: String
        /// The role that most documents give, or `nil`.
        public var role: String?
        /// Every other name, in order.
        public var aliases: [String]
        /// How many documents quote the speaker.
        public var documents: Int
        /// How many quotations there are, nested ones apart.
        public var quotations: Int
        /// Why this may be two persons; empty where nothing says so.
        public var ambiguities: [String]
    }

    /// What has been seen of one key.
    private struct Seen {
        var id: String
        var isJoined = false
        var names: [String: Int] = [:]
        var roles: [String: Int] = [:]
        var aliases: Set<String> = []
        var documents = 0
        var quotations = 0
        var female = 0
        var male = 0
    }

    private var seen: [String: Seen] = [:]
    private let aliases: SpeakerAliases

    /// Creates an empty register; `aliases` are the names the user has joined.
    public init(aliases: SpeakerAliases = SpeakerAliases()) {
        self.aliases = aliases
    }

    /// Takes up the speakers of one document.
    ///
    /// - Complexity: O(quotations and mentions).
    public mutating func add(_ extraction: Extraction, of document: Document) {
        let genders = Self.genders(extraction)
        var counts: [String: (speaker: Speaker, quotations: Int)] = [:]
        for quotation in extraction.quotations where quotation.parent == nil {
            guard let speaker = quotation.speaker else { continue }
            let key = Self.key(speaker, document.id)
            counts[key, default: (speaker, 0)].quotations += 1
        }
        for (key, (speaker, quotations)) in counts {
            let id = key.hasPrefix("@") ? "\(speaker.id)@\(document.id)" : speaker.id
            var entry = seen[key] ?? Seen(id: id)
            // Spellings differ in what their ids keep; the first in order stays, whatever came first.
            entry.id = min(entry.id, id)
            entry.isJoined = entry.isJoined || aliases.primary(for: speaker.name) == speaker.name
            entry.names[speaker.name, default: 0] += 1
            if let role = speaker.role { entry.roles[role, default: 0] += 1 }
            entry.aliases.formUnion(speaker.aliases)
            entry.documents += 1
            entry.quotations += quotations
            if genders[speaker] == .female { entry.female += 1 }
            if genders[speaker] == .male { entry.male += 1 }
            seen[key] = entry
        }
    }

    /// The speakers, those with most quotations first.
    public var entries: [Entry] {
        seen.values.map { seen in
            let most: ([String: Int]) -> String? = { counts in
                counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
            }
            let name = most(seen.names) ?? ""
            return Entry(
                id: seen.id, name: name, role: most(seen.roles),
                aliases: seen.aliases.union(seen.names.keys).subtracting([name]).sorted(),
                documents: seen.documents, quotations: seen.quotations,
                ambiguities: seen.isJoined ? [] : Self.ambiguities(seen))
        }.sorted { (-$0.quotations, $0.name, $0.id) < (-$1.quotations, $1.name, $1.id) }
    }

    /// The register as CSV with a header; `aliases` and `ambiguous` join several by `; `.
    public var csv: [UInt8] {
        var csv = CSVWriter()
        csv.row([
            "speaker_id", "speaker", "role", "aliases", "documents", "quotations", "ambiguous",
        ])
        for entry in entries {
            csv.cell(entry.id)
            csv.cell(entry.name)
            csv.cell(entry.role)
            csv.cell(entry.aliases.joined(separator: "; "))
            csv.cell(entry.documents)
            csv.cell(entry.quotations)
            csv.cell(entry.ambiguities.joined(separator: "; "))
            csv.endRow()
        }
        return csv.taken()
    }

    /// What every speaker's mentions say of gender, where they agree.
    private static func genders(_ extraction: Extraction) -> [Speaker: Mention.Gender] {
        var genders: [Speaker: Mention.Gender] = [:]
        var doubted: Set<Speaker> = []
        for mention in extraction.mentions where mention.gender != .unknown {
            guard let entity = mention.entity, extraction.entities.indices.contains(entity) else {
                continue
            }
            let speaker = extraction.entities[entity]
            if let known = genders[speaker], known != mention.gender { doubted.insert(speaker) }
            genders[speaker] = mention.gender
        }
        return genders.filter { !doubted.contains($0.key) }
    }

    private static func ambiguities(_ seen: Seen) -> [String] {
        guard seen.documents > 1 else { return [] }
        var reasons: [String] = []
        if seen.female > 0, seen.male > 0 {
            reasons.append("gender: female in \(seen.female), male in \(seen.male) documents")
        }
        let roles = seen.roles.keys.sorted().map { (role: $0, words: words($0)) }
        for (i, a) in roles.enumerated().prefix(20) {
            let other = roles[(i + 1)...].first {
                !$0.words.isEmpty && $0.words.isDisjoint(with: a.words)
            }
            if let other, !a.words.isEmpty {
                reasons.append("role: \(a.role) or \(other.role)")
                break
            }
        }
        return reasons
    }

    /// The words of a role that mean something: two roles without a common one may be two persons.
    private static func words(_ role: String) -> Set<String> {
        let small: Set = [
            "a", "an", "and", "at", "for", "former", "in", "of", "on", "the", "to", "who",
        ]
        return Set(folded(role)).subtracting(small)
    }

    /// What makes two speakers one: the full name; a leading `@` where the speaker stays in its document.
    private static func key(_ speaker: Speaker, _ document: String) -> String {
        var words = folded(speaker.name)
        // “Transport Minister Ruth Okello”: all up to the last title, never the last word.
        if speaker.kind == .person, let title = words.dropLast().lastIndex(where: titles.contains) {
            words.removeSubrange(...title)
        }
        let isAlone = speaker.kind == .person && words.count < 2 || speaker.kind == .described
        let name = words.joined(separator: " ")
        return isAlone ? "@\(document)\u{1F}\(name)" : "\(speaker.kind.rawValue) \(name)"
    }

    /// The words in lower case without accents and punctuation.
    private static func folded(_ name: String) -> [String] {
        let plain = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        let kept = plain.filter { $0 != "." && $0 != "'" && $0 != "’" }
        return kept.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let titles: Set = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady",
        "rev", "reverend", "sen", "senator", "rep", "representative", "gov", "governor", "mayor",
        "president", "minister", "premier", "judge", "justice", "gen", "general", "col", "colonel",
        "lt", "sgt", "sergeant", "capt", "captain", "mp", "councillor", "ambassador", "secretary",
    ]
}
