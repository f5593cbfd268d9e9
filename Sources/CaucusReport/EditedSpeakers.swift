import CaucusQuotes
import CaucusStance
import CaucusTarget
import CaucusText

/// The quotations of a run with a reader's edits of its speakers, and what became of each edit.
struct EditedSpeakers {
    private(set) var quotations: [ScoredQuotation]
    private(set) var identities: [String: SpeakerIdentity]
    /// Whom the run takes for the speaker of a quotation that is another one's now, by quotation.
    private(set) var originals: [String: String] = [:]
    private(set) var merged: [SpeakerEditUse] = []
    private(set) var excluded: [SpeakerEditUse] = []
    /// Names that no speaker of the run has.
    private(set) var unknown: [Diagnostic] = []
    /// Edits that cannot be followed.
    private(set) var conflicts: [Diagnostic] = []

    /// Whom each id stands for.
    private var targets: [String: String] = [:]
    private var left: Set<String> = []

    /// - Complexity: O(quotations) where there are edits.
    init(
        _ edits: SpeakerEdits, _ quotations: [ScoredQuotation],
        _ identities: [String: SpeakerIdentity], leader: StanceTarget
    ) {
        self.quotations = quotations
        self.identities = identities
        guard !edits.isEmpty else { return }
        let names = KnownSpeakers(quotations, identities)
        for group in edits.merged { merge(group, names) }
        for name in edits.excluded { exclude(name, names) }
        apply(leader)
    }

    private mutating func merge(_ group: [SpeakerEdits.Name], _ names: KnownSpeakers) {
        let kept = names.ids(of: group[0].text)
        var ids = kept
        for name in group.dropFirst() {
            let own = names.ids(of: name.text)
            // A name of the one that is kept, as the articles have it: joined already.
            if names.isOther(name.text, of: kept) { continue }
            if own.isEmpty { note(name, names) } else { ids += own }
        }
        guard let id = names.mostQuoted(kept.isEmpty ? ids : kept) else {
            return kept.isEmpty ? note(group[0], names) : ()
        }
        if kept.isEmpty {
            note(group[0], names, because: ", which stands for \(names.name(of: id)) now")
        }
        for other in Set(ids).sorted() {
            if let known = targets.updateValue(id, forKey: other), known != id {
                conflicts.append(
                    Diagnostic(
                        group[0].place,
                        "\"\(names.name(of: other))\" is merged into \"\(names.name(of: known))\" and into "
                            + "\"\(group[0].text)\", expected one speaker"))
            }
        }
        let told = ids.map { names.identity(of: $0) }
        var identity = names.identity(of: id)
        if SpeakerAliases.key(group[0].text) != SpeakerAliases.key(identity.name),
            group[0].text != id
        {
            identity.name = group[0].text
        }
        identity.role = identity.role ?? told.lazy.compactMap(\.role).first
        let others = Set(told.flatMap { [$0.name] + $0.aliases } + identity.aliases)
        identity.aliases = others.subtracting([identity.name]).sorted()
        identities[id] = identity
        for other in Set(ids).subtracting([id]).sorted() {
            merged.append(use(of: other, names, into: id))
        }
    }

    private mutating func exclude(_ name: SpeakerEdits.Name, _ names: KnownSpeakers) {
        let ids = names.ids(of: name.text)
        if ids.isEmpty { note(name, names) }
        for id in ids {
            if let target = targets[id] {
                conflicts.append(
                    Diagnostic(
                        name.place,
                        "\"\(name.text)\" is merged (\(names.name(of: target))) and excluded, expected one of the two"
                    ))
            } else if left.insert(id).inserted {
                excluded.append(use(of: id, names, into: nil))
            }
        }
    }

    /// Notes a name that no speaker has, or that several have beside their own.
    private mutating func note(
        _ name: SpeakerEdits.Name, _ names: KnownSpeakers, because rest: String = ""
    ) {
        let several = names.bearers(of: name.text)
        guard several.count < 2 else {
            return unknown.append(
                Diagnostic(
                    name.place,
                    "\"\(name.text)\" is a name of \(several.count) speakers, "
                        + several.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ")
                        + (several.count > 3 ? " and more" : "") + ": expected one, or a speaker_id"
                ))
        }
        // A file for another corpus may hold hundreds.
        let near = unknown.count < 20 ? names.near(name.text) : []
        unknown.append(
            Diagnostic(
                name.place,
                "no speaker of the run is called \"\(name.text)\"" + rest
                    + (near.isEmpty
                        ? "" : "; near: " + near.map { "\"\($0)\"" }.joined(separator: ", "))))
    }

    private func use(of id: String, _ names: KnownSpeakers, into other: String?) -> SpeakerEditUse {
        SpeakerEditUse(
            id: id, name: names.name(of: id),
            into: other.map { identities[$0]?.name ?? names.name(of: $0) },
            intoID: other,
            quotations: names.quotations(of: id), counted: names.counted(of: id))
    }

    private mutating func apply(_ leader: StanceTarget) {
        let own = leaderTargets(leader)
        for i in quotations.indices {
            let ids = Set(quotations[i].facts.speakers.map(\.id))
            if ids.contains(where: { targets[$0] != nil }) { rename(i) }
            if !own.isEmpty, ids.contains(where: { own.contains(targets[$0] ?? $0) }),
                quotations[i].status.comesAfterLeader
            {
                quotations[i].status = .leader
            }
            if quotations[i].status == .counted, !left.isDisjoint(with: ids) {
                quotations[i].status = .excluded
            }
        }
        for id in targets.keys where targets[id] != id { identities[id] = nil }
    }

    /// Who is the leader now, where the leader is merged with others.
    private func leaderTargets(_ leader: StanceTarget) -> Set<String> {
        let resolver = TargetResolver(target: leader)
        var ids: Set<String> = []
        for quotation in quotations where quotation.status == .leader {
            let own =
                quotation.joint.isEmpty
                ? quotation.facts.speakers : quotation.joint.filter(resolver.isTarget)
            ids.formUnion(own.compactMap { targets[$0.id] })
        }
        return ids
    }

    private mutating func rename(_ i: Int) {
        let before = quotations[i].facts.speakerID ?? ""
        var facts = quotations[i].facts
        for k in facts.joint.indices {
            facts.joint[k].id = targets[facts.joint[k].id] ?? facts.joint[k].id
        }
        facts.speakerID =
            facts.joint.isEmpty
            ? targets[before] ?? before : QuotationFacts.id(ofSeveral: facts.speakers)
        quotations[i].facts = facts
        if facts.speakerID != before { originals[facts.id] = before }
    }
}

extension QuotationStatus {
    /// Whether it says less than that the leader speaks.
    fileprivate var comesAfterLeader: Bool {
        let order = Self.allCases
        guard let own = order.firstIndex(of: self), let leader = order.firstIndex(of: .leader)
        else {
            return false
        }
        return own > leader
    }
}
