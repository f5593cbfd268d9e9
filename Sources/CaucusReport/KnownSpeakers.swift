import CaucusQuotes
import CaucusStance
import CaucusText

/// The speakers of a run by what they are called.
struct KnownSpeakers {
    private var identities: [String: SpeakerIdentity]
    private var all: [String: Int] = [:]
    private var countedOnes: [String: Int] = [:]
    /// The ids of those who are called so, and of those who are called so as well, by the name's key.
    private var named: [String: [String]] = [:]
    private var alsoNamed: [String: [String]] = [:]

    init(_ quotations: [ScoredQuotation], _ identities: [String: SpeakerIdentity]) {
        var told: [String: [Speaker]] = [:]
        for quotation in quotations {
            for speaker in quotation.facts.speakers {
                all[speaker.id, default: 0] += 1
                if quotation.status == .counted { countedOnes[speaker.id, default: 0] += 1 }
                if identities[speaker.id] == nil { told[speaker.id, default: []].append(speaker) }
            }
        }
        self.identities = told.mapValues { SpeakerIdentity($0) }
        for id in all.keys.sorted() {
            if let identity = identities[id] { self.identities[id] = identity }
            guard let identity = self.identities[id] else { continue }
            let key = Self.key(identity.name)
            named[key, default: []].append(id)
            for alias in Set(identity.aliases.map(Self.key)) where alias != key {
                alsoNamed[alias, default: []].append(id)
            }
        }
    }

    /// A name in lower case, without accents, apostrophes and full stops: “Jen O’Malley” is “Jen O'Malley”.
    private static func key(_ name: String) -> String {
        let slug = NameSlug.slug(name)
        return slug.isEmpty ? SpeakerAliases.key(name) : slug.replacing("-", with: " ")
    }

    func identity(of id: String) -> SpeakerIdentity {
        identities[id] ?? SpeakerIdentity(name: id, kind: .person)
    }

    func name(of id: String) -> String { identity(of: id).name }
    func quotations(of id: String) -> Int { all[id] ?? 0 }
    func counted(of id: String) -> Int { countedOnes[id] ?? 0 }

    /// Everybody who is called so or has this id; where nobody is, the one who is called so as well. Empty where that is
    /// nobody, or not one.
    func ids(of name: String) -> [String] {
        if all[name] != nil { return [name] }
        let key = Self.key(name)
        if let own = named[key] { return own }
        let others = alsoNamed[key] ?? []
        return others.count == 1 ? others : []
    }

    /// Whether it is one more name of some of these speakers, and nobody's own.
    func isOther(_ name: String, of ids: [String]) -> Bool {
        let key = Self.key(name)
        return named[key] == nil && (alsoNamed[key] ?? []).contains { ids.contains($0) }
    }

    /// The names of those who are called so as well.
    func bearers(of name: String) -> [String] {
        (alsoNamed[Self.key(name)] ?? []).map { self.name(of: $0) }
    }

    func mostQuoted(_ ids: [String]) -> String? {
        ids.min {
            (-counted(of: $0), -quotations(of: $0), $0) < (
                -counted(of: $1), -quotations(of: $1), $1
            )
        }
    }

    /// Up to three names that may be meant, nearest first.
    func near(_ name: String) -> [String] {
        let bearers = named.merging(alsoNamed) { own, _ in own }
        let weights = bearers.mapValues { ids in ids.reduce(0) { $0 + quotations(of: $1) } }
        return NearNames.of(Self.key(name), among: weights).map { key in
            mostQuoted(bearers[key] ?? []).map { spelling(of: key, by: $0) } ?? key
        }
    }

    /// How the one with this id spells the name of this key.
    private func spelling(of key: String, by id: String) -> String {
        let identity = identity(of: id)
        return ([identity.name] + identity.aliases).first { Self.key($0) == key } ?? identity.name
    }
}
