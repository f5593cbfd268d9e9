/// What is told of how the article means the leader (`TargetEvidence`).
extension GateFeature {
    /// “meant by a pronoun: named 2 to 3 words before”.
    var ofEvidence: String? {
        let (first, rest) = parted(value)
        if first == "named", let size = Int(rest) { return Self.named(size) }
        guard let by = Self.kinds[first] else { return nil }
        if rest.isEmpty { return "the leader is \(by)" }
        return (Self.facts[rest] ?? number(in: rest)).map { "the leader is \(by): \($0)" }
    }

    /// What stands around words that have none for the leader.
    var ofSurroundings: String? {
        let (first, rest) = parted(value)
        let (number, what) = parted(rest)
        if rest == "others", let count = Int(first) {
            return count == 0
                ? "without a word for the leader, nobody else is named"
                : "without a word for the leader, \(Self.atMost(count, 3)) others are named"
        }
        switch (first, what) {
        case _ where rest.isEmpty: return "“\(value)” is said, without a word for the leader"
        case ("since", "paragraphs"):
            return Int(number).map { Self.away($0, "paragraph", "before") }
        case ("until", "paragraphs"):
            return Int(number).map { Self.away($0, "paragraph", "after") }
        case ("since", "bytes"):
            return Int(number).map { "the leader was named \(Self.letters($0)) before" }
        case ("own", _):
            let (number, _) = parted(what)
            return Int(number).map {
                "the speaker last spoke of the leader \(Self.letters($0)) before"
            }
        case ("before", _), ("after", _):
            return Self.neighbors[rest].map { "the quotation \(first) it is \($0)" }
        case ("rule", _):
            return "without a word for the leader, the speaker is "
                + QuotationFacts.words(ofRule: rest)
        case ("form", _): return "without a word for the leader, it is \(rest) speech"
        case ("source", _): return "the words for the speaker name the leader"
        case ("said", _): return "the speaker is told to speak of the leader"
        case ("another", _): return "the words for the speaker do not name the leader"
        default: return nil
        }
    }

    private func parted(_ text: String) -> (first: String, rest: String) {
        guard let space = text.firstIndex(of: " ") else { return (text, "") }
        return (String(text[..<space]), String(text[text.index(after: space)...]))
    }

    /// A fact with a number: `rivals 2`.
    private func number(in fact: String) -> String? {
        let (name, digits) = parted(fact)
        guard let number = Int(digits) else { return nil }
        switch name {
        case "words":
            return number < 0
                ? "not named before" : "named \(Self.doublings(number)) words before"
        case "sentences": return Self.since(number)
        case "others": return "\(Self.atMost(number, 4)) other people are named since the name"
        case "rivals": return "\(Self.atMost(number, 3)) of those named since may be meant as well"
        case "mentions": return "in \(Self.atMost(number, 4)) places"
        case "named": return Self.named(number)
        case "share":
            return number >= 10
                ? "no other person is named in the article"
                : "\(10 * number) to \(10 * number + 9) % of the names in the article are the leader's"
        case "beside":
            return "\(Self.atMost(number, 3)) others may be meant in the sentence of the name"
        default: return nil
        }
    }

    private static func named(_ size: Int) -> String {
        "the article names the leader \(doublings(size)) times"
    }

    private static func since(_ sentences: Int) -> String {
        switch sentences {
        case ..<0: "not named before"
        case 0: "named in the same sentence"
        default: "named \(atMost(sentences, 5)) sentences before"
        }
    }

    private static func away(_ number: Int, _ what: String, _ side: String) -> String {
        switch number {
        case ..<0: "the leader is not named \(side)"
        case 0: "the leader is named \(side) in the same \(what)"
        default: "the leader is named \(atMost(number, 4)) \(what)s \(side)"
        }
    }

    private static func letters(_ size: Int) -> String {
        size < 0 ? "never" : size == 12 ? "2048 or more letters" : doublings(size) + " letters"
    }

    private static let kinds = [
        "fullName": "named in full", "titledSurname": "named by title and surname",
        "surname": "named by surname", "givenName": "named by given name",
        "alias": "named by another name", "role": "meant by a role",
        "userEpithet": "meant by words of the user's", "pronoun": "meant by a pronoun",
        "possessive": "meant by “his”, “her” or “their”", "address": "addressed as “you”",
        "context": "meant without a word",
    ]

    private static let facts = [
        "quoted": "between quotation marks", "reported": "without quotation marks",
        "around": "in the report around the words", "agrees": "the gender agrees",
        "differs": "the gender differs", "unknown": "no gender tells",
        "speaker agrees": "the speaker has that gender, too",
        "speaker differs": "the speaker has another gender",
        "speaker unknown": "the speaker's gender is not known, or does not matter",
        "namesake": "the article names another person of that surname",
        "named in full": "the article names the leader in full",
        "office told": "the article gives the leader that office",
        "label": "the name only says whose somebody is (“Marwick supporters”)",
    ]

    private static let neighbors = [
        "ownAbout": "about the leader, by the same speaker", "about": "about the leader",
        "target": "the leader's own", "other": "not about the leader", "none": "none",
    ]
}
