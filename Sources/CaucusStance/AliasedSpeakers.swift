public import CaucusQuotes
public import CaucusText

extension Extraction {
    /// The same extraction with the speakers a user has joined under the name the user gave.
    ///
    /// The user's word wins over the text: whatever spelling of a speaker the aliases know, its fullest name,
    /// another name or the words that stand as a quotation's source, makes it the primary's. A source that was
    /// only described, and one whose speaker was not found, is the primary's as well.
    ///
    /// - Complexity: O(speakers and quotations).
    public func renamed(by aliases: SpeakerAliases, in document: Document) -> Extraction {
        guard !aliases.primaries.isEmpty else { return self }
        var joined = JoinedSpeakers(aliases)
        for speaker in entities { joined.note(speaker) }
        for quotation in quotations { joined.note(quotation.speaker) }
        var result = self
        result.entities = entities.map { joined.speaker($0) ?? $0 }
        for i in quotations.indices {
            let quotation = quotations[i]
            if let known = quotation.speaker, let speaker = joined.speaker(known) {
                result.quotations[i].speaker = speaker
            } else if quotation.isJoint {
                let several = quotation.speakers.map { joined.speaker($0) ?? $0 }
                // Both may be one person's names.
                if Set(several).count > 1 {
                    result.quotations[i].speakers = several
                } else {
                    result.quotations[i].speaker = several[0]
                }
            } else if quotation.speaker == nil || quotation.speaker?.kind == .described,
                let source = quotation.source, let speaker = joined.speaker(document.text[source])
            {
                result.quotations[i].speaker = speaker
            }
        }
        var first: [Speaker: Int] = [:]
        for (i, entity) in result.entities.enumerated() where first[entity] == nil {
            first[entity] = i
        }
        for i in mentions.indices {
            guard let entity = mentions[i].entity, entity < entities.count,
                result.entities[entity] != entities[entity]
            else { continue }
            result.mentions[i].entity = first[result.entities[entity]]
        }
        return result
    }
}

/// The speakers of one document that a user has joined, one for each primary name.
private struct JoinedSpeakers {
    private let aliases: SpeakerAliases
    private var speakers: [String: Speaker] = [:]

    init(_ aliases: SpeakerAliases) {
        self.aliases = aliases
    }

    private func primary(of speaker: Speaker) -> String? {
        if let primary = aliases.primary(for: speaker.name) { return primary }
        for name in speaker.aliases {
            if let primary = aliases.primary(for: name), !isOther(speaker, than: primary) {
                return primary
            }
        }
        return nil
    }

    /// Whether a speaker's own full name says that it is another of the surname: “Ann Penn, Penn” does not make
    /// Orla Penn, whom her article calls Penn, Ann Penn.
    private func isOther(_ speaker: Speaker, than primary: String) -> Bool {
        let (own, joined) = (PersonName(speaker.name), PersonName(primary))
        return own.isFull && joined.isFull && own.core == joined.core && !own.isOne(with: joined)
    }

    /// Takes up what the document says of a joined speaker.
    mutating func note(_ speaker: Speaker?) {
        guard let speaker, let primary = primary(of: speaker) else { return }
        var joined = speakers[primary] ?? Self.speaker(named: primary)
        joined.role = joined.role ?? speaker.role
        if joined.gender == .unknown { joined.gender = speaker.gender }
        if speaker.kind == .organization { joined.kind = .organization }
        for name in [speaker.name] + speaker.aliases
        where name != primary && !joined.aliases.contains(name) {
            joined.aliases.append(name)
        }
        speakers[primary] = joined
    }

    /// The joined speaker that stands for `speaker`, or `nil` where the user has not named it.
    func speaker(_ speaker: Speaker) -> Speaker? {
        primary(of: speaker).flatMap { speakers[$0] }
    }

    /// The joined speaker that the words of a source name, or `nil`.
    func speaker(_ source: String) -> Speaker? {
        aliases.primary(for: source).map { speakers[$0] ?? Self.speaker(named: $0) }
    }

    private static func speaker(named name: String) -> Speaker {
        Speaker(id: NameSlug.slug(name), name: name)
    }
}
