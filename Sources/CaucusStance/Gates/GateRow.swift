import CaucusText

/// What is known of a candidate as the columns of ``GateModel``: each feature by its key, and by its name where
/// somebody will read it.
package struct GateRow: Sendable {
    /// A kind of feature; its name is part of the model file.
    package enum Kind: UInt8, Sendable, CaseIterable {
        case rule = 1
        case form, mention, ruleMention, cue, ruleCue, source, sourceHead, sourceLength, speakerKind
        case ruleKind, mentionWords, mentions, mentionPlace, afterMention, beforeMention
        case length, opening, ending, word, before, after, act, sure, place
        // The numbers are part of the keys in a model file; 26 was a kind once.
        case evidence = 27
        case context
    }

    /// The features that hold, by key; a feature may stand twice and counts once.
    package private(set) var keys: [UInt64] = []
    /// Their names, where they were asked for.
    package private(set) var names: [String] = []
    /// What an encoder says of the candidate, as log odds; empty where none has read it.
    package var opinion: [Float] = []
    private let keepsNames: Bool

    init(keepsNames: Bool) { self.keepsNames = keepsNames }

    /// Adds a feature whose value is a hash of words (``CaucusText/LetterFolding``) or a number.
    @inline(__always)
    mutating func add(_ kind: Kind, _ value: UInt64, _ name: @autoclosure () -> String) {
        let key = Self.mixed(value ^ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15)
        keys.append(key)
        if keepsNames { names.append("\(kind): \(name())") }
    }

    /// Adds a feature whose value is a word of ours.
    mutating func add(_ kind: Kind, _ value: String) {
        add(kind, LetterFolding.key(of: value), value)
    }

    /// Adds a feature whose value is a small number.
    mutating func add(_ kind: Kind, _ value: Int) {
        add(kind, UInt64(bitPattern: Int64(value)), "\(value)")
    }

    /// What spreads a key over all bits, one to one.
    @inline(__always)
    static func mixed(_ key: UInt64) -> UInt64 {
        var key = (key ^ key >> 30) &* 0xBF58_476D_1CE4_E5B9
        key = (key ^ key >> 27) &* 0x94D0_49BB_1331_11EB
        return key ^ key >> 31
    }
}
