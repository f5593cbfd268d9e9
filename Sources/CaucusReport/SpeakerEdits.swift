public import CaucusQuotes
public import CaucusText

/// Which speakers a reader of a report takes for one, and which the reader leaves out.
///
/// Names are compared without case and accents.
public struct SpeakerEdits: Sendable, Hashable {
    /// A name as it was given, and where.
    public struct Name: Sendable, Hashable {
        public var text: String
        public var place: Place

        /// Creates a name.
        public init(_ text: String, at place: Place) {
            self.text = text
            self.place = place
        }

        var key: String { SpeakerAliases.key(text) }
    }

    /// Names that are one speaker's each, the first of them the one to keep; empty where they went into others.
    private var groups: [[Name]] = []
    /// The group of every name, by its key.
    private var groupOf: [String: Int] = [:]
    /// Speakers who are left out.
    public private(set) var excluded: [Name] = []

    /// Names that are one speaker's each, the first of them the one to keep.
    public var merged: [[Name]] { groups.filter { !$0.isEmpty } }

    /// Knows no edits.
    public init() {}

    /// Whether there is nothing to do.
    public var isEmpty: Bool { groupOf.isEmpty && excluded.isEmpty }

    /// Takes names for one speaker's, the first of them the one to keep.
    ///
    /// Lines may build on each other: with “B, C” and “A, B” all three are A.
    public mutating func merge(_ names: [Name]) throws(SpeakerEditsError) {
        guard let first = names.first else { return }
        for name in names where !excluded.isEmpty {
            if let other = excluded.first(where: { $0.key == name.key }) {
                throw .mergedAndExcluded(name, other: other)
            }
        }
        let own = groupOf[first.key] ?? groups.endIndex
        if own == groups.endIndex { groups.append([]) }
        add([first], to: own)
        for name in names.dropFirst() where name.key != first.key {
            guard let other = groupOf[name.key] else {
                add([name], to: own)
                continue
            }
            let isKept = groups[other][0].key == name.key
            if other == own {
                if isKept { throw .cycle(first, name, other: groups[own][0]) }
            } else if isKept {
                add(groups[other], to: own)
                groups[other] = []
            } else {
                throw .twoSpeakers(name, kept: first, other: groups[other][0])
            }
        }
    }

    private mutating func add(_ names: [Name], to group: Int) {
        for name in names where groupOf.updateValue(group, forKey: name.key) != group {
            groups[group].append(name)
        }
    }

    /// Leaves a speaker out.
    public mutating func exclude(_ name: Name) throws(SpeakerEditsError) {
        if let group = groupOf[name.key],
            let other = groups[group].first(where: { $0.key == name.key })
        {
            throw .mergedAndExcluded(other, other: name)
        }
        if !excluded.contains(where: { $0.key == name.key }) { excluded.append(name) }
    }

    /// The merged names for who reads articles.
    public var aliases: SpeakerAliases {
        var aliases = SpeakerAliases()
        for names in merged {
            aliases.add(primary: names[0].text, aliases: names.dropFirst().map(\.text))
        }
        return aliases
    }
}

/// Why edits of speakers contradict each other.
public enum SpeakerEditsError: Error, CustomStringConvertible {
    /// A name is another one's of two speakers.
    case twoSpeakers(SpeakerEdits.Name, kept: SpeakerEdits.Name, other: SpeakerEdits.Name)
    /// Two names are each to be kept in place of the other.
    case cycle(SpeakerEdits.Name, SpeakerEdits.Name, other: SpeakerEdits.Name)
    /// A speaker is merged and left out.
    case mergedAndExcluded(SpeakerEdits.Name, other: SpeakerEdits.Name)

    /// One line: the place, what was found and what would be right.
    public var description: String {
        switch self {
        case .twoSpeakers(let name, let kept, let other):
            "\(name.place): \"\(name.text)\" stands for \"\(kept.text)\" and for \"\(other.text)\" "
                + "(\(other.place)), expected one speaker"
        case .cycle(let first, let name, let other):
            "\(first.place): \"\(name.text)\" is merged into \"\(first.text)\", and the other way round at "
                + "\(other.place), expected one of the two to be kept"
        case .mergedAndExcluded(let name, let other):
            "\(other.place): \"\(name.text)\" is merged (\(name.place)) and excluded (\(other.place)), "
                + "expected one of the two"
        }
    }
}
