/// A feature of the gates, which a ``GateRow`` names by its kind and its value: `opening: because`.
struct GateFeature {
    /// How the opinion of an encoder is called, which is no feature of a row.
    static let encoder = "encoder"

    let kind: String
    let value: String

    /// The feature of a name.
    init(_ name: String) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        kind = String(parts[0])
        value = parts.count > 1 ? String(parts[1].dropFirst(parts[1].first == " " ? 1 : 0)) : ""
    }

    /// What it says of a quotation, for a reader: “it begins with “because””; the name where nothing is known of it.
    var words: String {
        if kind == Self.encoder { return "the sentences as a whole, as the encoder reads them" }
        guard let known = GateRow.Kind.named[kind] else { return "\(kind): \(value)" }
        let words =
            switch known {
            case .rule, .form, .mention, .ruleMention, .sure, .act: ofReading(known)
            case .cue, .ruleCue, .source, .sourceHead, .sourceLength, .speakerKind, .ruleKind:
                ofSource(known)
            case .mentionWords, .mentions, .mentionPlace, .afterMention, .beforeMention:
                ofMention(known)
            case .length, .opening, .ending, .word, .before, .after, .place: ofContent(known)
            case .evidence: ofEvidence
            case .context: ofSurroundings
            }
        return words ?? "\(kind): \(value)"
    }

    /// The first word of the value and the rest.
    private var split: (first: String, rest: String) {
        guard let space = value.firstIndex(of: " ") else { return (value, "") }
        return (String(value[..<space]), String(value[value.index(after: space)...]))
    }

    private func ofReading(_ kind: GateRow.Kind) -> String? {
        let (first, rest) = split
        let rule = QuotationFacts.words(ofRule: first)
        switch kind {
        case .rule: return "the speaker is \(rule)"
        case .form: return Self.forms[value]
        case .mention: return Self.mentions[value].map { "the leader is \($0)" }
        case .ruleMention:
            return Self.mentions[rest].map { "the speaker is \(rule), and the leader \($0)" }
        case .sure:
            return Int(rest).map {
                "the speaker is \(rule), which was \(10 * $0) to \(10 * $0 + 9) % sure"
            }
        default: break
        }
        if let kind = Self.constructions[first], !rest.isEmpty, Self.mentions[rest] == nil {
            return "what the speaker does is \(kind), by the construction “\(rest)”"
        }
        if let trait = Self.traits[value] { return "what the speaker does is \(trait)" }
        if let strength = Int(rest), let side = Self.sides[first] {
            let acts = ["", "mildly ", "", "plainly "]
            return "what the speaker does by speaking is "
                + (acts.indices.contains(strength) ? acts[strength] : "") + side
        }
        return Self.mentions[rest].map {
            "the speaker is \(rule), and the one it is done to is \($0)"
        }
    }

    private func ofSource(_ kind: GateRow.Kind) -> String? {
        let (first, rest) = split
        switch kind {
        case .cue:
            return value.isEmpty
                ? "no word of saying goes with it" : "the words of saying have “\(value)”"
        case .ruleCue:
            return "the words of saying have “\(rest)”, and the speaker is "
                + QuotationFacts.words(ofRule: first)
        case .source: return "the speaker's words have “\(value)”"
        case .sourceHead: return "the speaker's words end with “\(value)”"
        case .speakerKind: return Self.speakers[value].map { "the speaker is \($0)" }
        case .ruleKind:
            return Self.speakers[rest].map {
                "the speaker is \($0) and \(QuotationFacts.words(ofRule: first))"
            }
        default: break
        }
        if value == "-1" { return "no words name the speaker" }
        if let count = Int(value) { return "\(Self.atMost(count, 6)) words name the speaker" }
        if first == "gap" {
            return Int(rest).map {
                $0 == 0
                    ? "the speaker is named right beside it"
                    : "the speaker is named \(Self.doublings($0)) letters away"
            }
        }
        guard first == "capital" || first == "small" else { return nil }
        return "the speaker's words begin with a \(first) letter, and the speaker is "
            + QuotationFacts.words(ofRule: rest)
    }

    private func ofMention(_ kind: GateRow.Kind) -> String? {
        let (first, rest) = split
        switch kind {
        case .mentionWords: return "“\(value)” is among the words for the leader"
        case .mentions:
            return Int(value).map { "\(Self.atMost($0, 4)) words or names mean the leader" }
        case .afterMention: return "“\(value)” follows the words for the leader"
        case .beforeMention: return "“\(value)” comes before the words for the leader"
        default: break
        }
        if value == "outside" { return "the words for the leader are outside of it" }
        if let count = Int(value) {
            return "\(Self.atMost(count, 8)) words come before those for the leader"
        }
        if value.hasPrefix("from the end "), let count = Int(value.dropFirst(13)) {
            return count == 1
                ? "it ends with the words for the leader"
                : "the words for the leader are \(Self.atMost(count, 6)) words from its end"
        }
        guard let count = Int(first), rest.hasPrefix("words ") else { return nil }
        return Self.mentions[String(rest.dropFirst(6))].map {
            "the leader is \($0), in \(count) \(count == 1 ? "word" : "words")"
        }
    }

    private func ofContent(_ kind: GateRow.Kind) -> String? {
        switch kind {
        case .length: return Int(value).map { "it has \(Self.doublings($0)) words" }
        case .opening:
            return value == "capital" || value == "small"
                ? "it begins with a \(value) letter" : "it begins with “\(value)”"
        case .ending: return Int(value).map { "it ends with \(Self.letter($0))" }
        case .word: return "“\(value)” is said"
        case .before: return "“\(value)” comes shortly before it"
        case .after: return "“\(value)” comes shortly after it"
        default:
            return Int(value).map { "it begins after \(Self.doublings($0)) words of the article" }
        }
    }

    /// A last byte, without its highest bit: the marks that are longer end as no letter does.
    private static func letter(_ byte: Int) -> String {
        switch byte {
        case 0x19, 0x1D: "a closing quotation mark"
        case 0x14, 0x13: "a dash"
        case 0x26: "“…”"
        case 0x21...0x7E: "“\(Character(Unicode.Scalar(UInt8(byte))))”"
        default: "a mark"
        }
    }

    /// A number where the largest stands for all above.
    static func atMost(_ number: Int, _ most: Int) -> String {
        number < most ? "\(number)" : "\(number) or more"
    }

    /// What a scale of doublings holds: 0, 1, 2 to 3, 4 to 7.
    static func doublings(_ size: Int) -> String {
        guard size > 1, size < 62 else { return "\(max(size, 0))" }
        return "\(1 << (size - 1)) to \((1 << size) - 1)"
    }

    private static let forms = [
        "direct": "it is between quotation marks",
        "mixed": "it is partly between quotation marks",
        "indirect": "it has no quotation marks",
    ]

    private static let mentions = [
        "explicit": "named", "pronoun": "meant by a pronoun",
        "epithet": "meant by a role or a nickname", "context": "meant without a word",
    ]

    private static let speakers = [
        "person": "a person with a name", "organization": "an organization",
        "described": "only described", "several": "several who speak as one",
        "nobody": "not told",
    ]

    private static let sides = [
        "-1": "against the leader", "0": "neither for nor against the leader",
        "1": "in the leader's favor",
    ]

    private static let traits = [
        "passive": "in the passive (“was praised by Roe”)",
        "received": "what the leader gets (“drew praise from Roe”)",
        "noun": "a noun (“Roe's criticism of”)", "adjective": "an adjective (“was critical of”)",
        "owned": "about something of the leader's (“criticized her plan”)",
        "shared": "a verb among several of one subject", "promised": "only what would be done",
        "weak": "told on a long way round", "unnamed": "done to somebody who is not named",
        "unlisted": "done by a plural that no list has (“loyalists”)",
        "hearsay": "told by somebody else",
        "infinitive": "an infinitive (“plans to praise”)",
        "gerund": "a verb in -ing (“without praising her”)",
    ]
    /// What rows of the table of acts hang on.
    private static let constructions = [
        "verb": "a verb", "gerund": "a verb in -ing after another verb",
        "passive": "in the passive",
        "received": "what the leader gets", "noun": "a noun", "adjective": "an adjective",
        "content": "in the words themselves",
    ]
}
