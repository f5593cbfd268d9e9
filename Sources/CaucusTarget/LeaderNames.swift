import CaucusQuotes
import CaucusText

/// The names by which an article speaks of the leader.
///
/// A speaker is the leader by the full name, with more or fewer middle names, initials or a form of the given name
/// (“Joseph R. Biden Jr.” for “Joe Biden”); by a name that the user gave; and by the surname alone, since an
/// article that gives the surname to somebody else knows that person by a full name.
struct LeaderNames: Sendable {
    /// The leader's name and the user's others, taken apart.
    private let names: [PersonName]
    /// The same as they are written, in any spelling (``spelling(_:)``).
    private let spellings: Set<UInt64>
    /// The last words of all these names: whoever's name ends in another is somebody else.
    private let lastWords: KeySet
    private let gender: Mention.Gender

    init(_ target: StanceTarget) {
        let surname = target.surname
        let given = target.names.filter { $0 != surname || $0 == target.name }
        names = given.map { PersonName($0) }.filter { !$0.surname.isEmpty }
        spellings = Set(given.map { Self.spelling($0) })
        lastWords = KeySet(keys: target.names.map { Self.lastWord(of: $0) })
        gender =
            switch target.pronoun {
            case .he: .male
            case .she: .female
            case .they: .unknown
            case nil: PersonName(target.name).givenGender
            }
    }

    /// Whether a speaker of the article is the leader.
    ///
    /// - Complexity: O(bytes of the last words of the names) for nearly everybody; of the names for who may be it.
    func name(_ speaker: Speaker) -> Bool {
        guard speaker.kind == .person else { return false }
        return mean(speaker.name, isBareEnough: true, speaker.gender)
            || speaker.aliases.contains { mean($0, isBareEnough: false, speaker.gender) }
    }

    /// Whether somebody of the article is another of the leader's surname.
    func isNamesake(_ speaker: Speaker) -> Bool {
        speaker.kind == .person && lastWords.contains(Self.lastWord(of: speaker.name))
            && !name(speaker)
    }

    private func mean(_ written: String, isBareEnough: Bool, _ gender: Mention.Gender) -> Bool {
        guard lastWords.contains(Self.lastWord(of: written)) else { return false }
        if spellings.contains(Self.spelling(written)) { return true }
        let name = PersonName(written)
        if name.isFull { return names.contains { $0.isOne(with: name) } }
        guard isBareEnough else { return false }
        let told = gender == .unknown ? name.gender : gender
        if told != .unknown, self.gender != .unknown, told != self.gender { return false }
        return names.contains { $0.mayBear(name) }
    }

    /// The key of a name in whatever spelling: letters without case and accents, its words one space apart.
    private static func spelling(_ name: String) -> UInt64 {
        var key = LetterFolding.seed
        var isGap = false
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x20, 0xA0, 0x202F: isGap = key != LetterFolding.seed
            default:
                if isGap { key = LetterFolding.extend(key, with: 0x20) }
                isGap = false
                let isHyphen = scalar.value == 0x2011 || scalar.value == 0x2010
                key = LetterFolding.extend(key, with: isHyphen ? 0x2D : scalar.value)
            }
        }
        return key
    }

    /// The key of the last word that is no “Jr.”.
    private static func lastWord(of name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { name in
            var end = name.count
            while true {
                var start = end
                while start > 0, name[start - 1] != 0x20, !isWideSpace(before: start, in: name) {
                    start -= 1
                }
                let key = key(of: UnsafeBufferPointer(rebasing: name[start..<end]))
                guard start > 0, PersonName.isSuffix(key) else { return key }
                end = name[start - 1] == 0x20 ? start - 1 : start - 2
            }
        }
    }

    /// Whether a space that does not break stands before byte `i`.
    @inline(__always)
    private static func isWideSpace(before i: Int, in name: UnsafeBufferPointer<UInt8>) -> Bool {
        i > 1 && name[i - 1] == 0xA0 && name[i - 2] == 0xC2
    }

    /// The key of a word without its stops and commas, its hyphens plain.
    private static func key(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        func extend(_ key: UInt64, _ scalar: UInt32) -> UInt64 {
            switch scalar {
            case 0x2E, 0x2C: key
            case 0x2010, 0x2011: LetterFolding.extend(key, with: 0x2D)
            default: LetterFolding.extend(key, with: scalar)
            }
        }
        if word.allSatisfy({ $0 < 0x80 }) {
            return word.reduce(LetterFolding.seed) { extend($0, UInt32($1)) }
        }
        return String(decoding: word, as: UTF8.self).unicodeScalars.reduce(LetterFolding.seed) {
            extend($0, $1.value)
        }
    }
}
