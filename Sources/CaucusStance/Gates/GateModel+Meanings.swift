public import CaucusFeatures

extension GateModel {
    /// What the kinds of its features mean, with an example each; only those that have a weight.
    ///
    /// - Complexity: O(features).
    public var meanings: [FeatureMeaning] {
        var counts: [String: Int] = [:]
        for feature in features { counts[GateFeature(feature.name).kind, default: 0] += 1 }
        return GateRow.Kind.allCases.compactMap { kind in
            counts["\(kind)"].map { count in
                let (meaning, value) = kind.meaning
                let example = "\(kind): \(value)"
                return FeatureMeaning(
                    kind: "\(kind)", count: count, meaning: meaning, example: example,
                    exampleMeaning: GateFeature(example).words)
            }
        }
    }

    /// The features that weigh most for a gate and against it, as calibrated log odds, strongest first.
    ///
    /// - Complexity: O(features · log features).
    public func strongest(
        for gate: Gate, limit: Int
    ) -> (toward: [(name: String, weight: Double)], away: [(name: String, weight: Double)]) {
        let k = Gate.allCases.firstIndex(of: gate) ?? 0
        let all = features.indices.map { (features[$0].name, Double(slopes[k] * weights[$0][k])) }
            .sorted { (-abs($0.1), $0.0) < (-abs($1.1), $1.0) }
        return (
            all.filter { $0.1 > 0 }.prefix(limit).map { $0 },
            all.filter { $0.1 < 0 }.prefix(limit).map { $0 }
        )
    }
}

extension GateRow.Kind {
    /// Every kind by its name.
    static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })

    /// What such a feature is, and the value of one.
    fileprivate var meaning: (String, String) {
        switch self {
        case .rule: ("How the speaker was found.", "leading-cue")
        case .form: ("Whether the words stand between quotation marks.", "direct")
        case .mention: ("By what kind of words the leader is meant.", "pronoun")
        case .ruleMention: ("Both at once.", "subject pronoun")
        case .cue: ("A word of the report that goes with the words: “said”.", "insisted")
        case .ruleCue: ("Such a word, and how the speaker was found.", "subject insisted")
        case .source: ("A word of those that name the speaker.", "senator")
        case .sourceHead: ("The last word of those that name the speaker.", "spokesman")
        case .sourceLength: ("How the speaker is named, and how far away.", "gap 3")
        case .speakerKind: ("What kind of speaker it is.", "organization")
        case .ruleKind:
            ("What kind of speaker it is, and how the speaker was found.", "noun person")
        case .act:
            (
                "What the speaker does by speaking (“accused”, “praised”), and how that was read.",
                "-1 3"
            )
        case .sure: ("How sure the rule was that found the speaker.", "noun 7")
        default: meaningOfWords
        }
    }

    private var meaningOfWords: (String, String) {
        switch self {
        case .mentionWords: ("A word of a role or a pronoun that means the leader.", "his")
        case .mentions: ("How many words or names mean the leader.", "2")
        case .mentionPlace: ("Where in the words the leader is.", "from the end 1")
        case .afterMention: ("The word after the leader.", "must")
        case .beforeMention: ("The word before the leader.", "against")
        case .length: ("How long the words are, by doublings.", "4")
        case .opening: ("How the words begin.", "because")
        case .ending: ("What the words end with, as the number of a letter or mark.", "63")
        case .word: ("A word of what is said.", "resign")
        case .before: ("A word of the eight before what is said.", "reporters")
        case .after: ("A word of the eight after what is said.", "spokesman")
        case .place: ("How far from the article's start the words are, by doublings.", "7")
        case .evidence:
            (
                "By which words the leader is meant, and what else the article shows of it.",
                "pronoun rivals 2"
            )
        case .context:
            (
                "What stands around words that have none for the leader, and the words themselves.",
                "own since 8 bytes"
            )
        default: ("", "")
        }
    }
}
