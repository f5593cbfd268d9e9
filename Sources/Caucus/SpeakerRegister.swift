/// The speakers of many documents, one entry each.
///
/// Who is one speaker `SpeakerDirectory` of CaucusQuotes says. A full name whose documents disagree about gender or role
/// may be two persons: it is kept as one entry that says so. Names the user has joined are never doubted.
public struct SpeakerRegister: Sendable {
    /// One speaker of the run.
    public struct Entry: Sendable, Hashable {
        /// Unique in the register: `ruth-okello`, `org:lorn-council`, `okello@DOC`.
        public var id: String
        /// The spelling that most documents give, a full name before a surname.
        public var name: String
        /// The role that most documents give, or `nil`.
        public var role: String?
        /// Every other name, in order.
        public var aliases: [String]
        /// How many documents quote the speaker.
        public var documents: Int
        /// How many quotations there are, nested ones apart; each of several who speak as one has theirs.
        public var quotations: Int
        /// Why this may be two persons; empty where nothing says so.
        public var ambiguities: [String]
    }

    /// What one or several documents say of a speaker.
    private struct Seen {
        var isJoined = false
        var called = SpeakerIdentity.Merger()
        var roles: Set<String> = []
        var documents = 0
        var quotations = 0
        var female = 0
        var male = 0

        mutating func take(_ other: Seen) {
            isJoined = isJoined || other.isJoined
            called.take(other.called)
            roles.formUnion(other.roles)
            documents += other.documents
            quotations += other.quotations
            female += other.female
            male += other.male
        }
    }

    /// By the speaker's id in its document and its gender, with one document that has it.
    private var seen: [String: (speaker: Speaker, document: String, seen: Seen)] = [:]
    private var directory: SpeakerDirectory
    private let aliases: SpeakerAliases

    /// Creates an empty register; `aliases` are the names the user has joined.
    public init(aliases: SpeakerAliases = SpeakerAliases()) {
        self.aliases = aliases
        directory = SpeakerDirectory(aliases: aliases)
    }

    /// Takes up the speakers of one document.
    ///
    /// - Complexity: O(quotations and entities).
    public mutating func add(_ extraction: Extraction, of document: Document) {
        for person in extraction.people {
            directory.addPerson(named: person.name, gender: person.gender)
        }
        var counts: [String: (speaker: Speaker, quotations: Int)] = [:]
        for quotation in extraction.quotations where quotation.parent == nil {
            var own: Set<String> = []
            for speaker in quotation.speakers {
                let id = SpeakerKey.id(of: speaker, in: document.id)
                guard own.insert(id).inserted else { continue }
                counts[id, default: (speaker, 0)].quotations += 1
            }
        }
        for (id, (speaker, quotations)) in counts {
            directory.add(speaker, quotations: quotations)
            let key = id + "\u{1F}" + speaker.gender.rawValue
            var entry = seen[key] ?? (speaker, document.id, Seen())
            entry.seen.isJoined =
                entry.seen.isJoined || aliases.primary(for: speaker.name) == speaker.name
            entry.seen.called.add(speaker)
            if let role = speaker.role { entry.seen.roles.insert(role) }
            entry.seen.documents += 1
            entry.seen.quotations += quotations
            if speaker.gender == .female { entry.seen.female += 1 }
            if speaker.gender == .male { entry.seen.male += 1 }
            seen[key] = entry
        }
    }

    /// The speakers, those with most quotations first.
    public var entries: [Entry] {
        let ids = directory.ids()
        var speakers: [String: Seen] = [:]
        for (speaker, document, seen) in seen.values {
            speakers[ids.id(of: speaker, in: document), default: Seen()].take(seen)
        }
        return speakers.map { id, seen in
            let called = seen.called.identity
            return Entry(
                id: id, name: called.name, role: called.role, aliases: called.aliases,
                documents: seen.documents, quotations: seen.quotations,
                ambiguities: seen.isJoined ? [] : Self.ambiguities(seen))
        }.sorted { (-$0.quotations, $0.name, $0.id) < (-$1.quotations, $1.name, $1.id) }
    }

    /// The joins that a person should decide.
    public var proposals: [SpeakerProposal] { directory.ids().proposals }

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

    private static func ambiguities(_ seen: Seen) -> [String] {
        guard seen.documents > 1 else { return [] }
        var reasons: [String] = []
        if seen.female > 0, seen.male > 0 {
            reasons.append("gender: female in \(seen.female), male in \(seen.male) documents")
        }
        let roles = seen.roles.sorted().map { (role: $0, words: words($0)) }
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
        return Set(NameSlug.slug(role).split(separator: "-").map(String.init)).subtracting(small)
    }
}
