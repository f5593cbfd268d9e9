extension StanceSpace {
    /// What the names of its columns mean.
    func meaning(count: Int) -> FeatureMeaning {
        let (meaning, example, says) = words
        return FeatureMeaning(
            kind: title, count: count, meaning: meaning, example: "\(title): \(example)",
            exampleMeaning: says)
    }

    /// What such a feature is; the words of one, and what they say.
    private var words: (meaning: String, example: String, says: String) {
        switch self {
        case .word: ("A word of the text.", "resign", "“resign” is in the text")
        case .near:
            (
                "The first five letters of a word, worth more the nearer it is to the leader.",
                "resig", "“resign” or “resigned” is near the leader"
            )
        case .sided:
            (
                "The same, before the leader or after.", "<right> resig",
                "“resign” or “resigned” comes after the leader"
            )
        case .valence:
            (
                "What the list of good and bad words says of a word, and where it is.",
                "<bad> <here> <right>", "a bad word comes after the leader, in the same clause"
            )
        case .flag:
            (
                "Something that holds of the text as a whole.", "<question>",
                "the text ends with a question mark"
            )
        case .beside:
            (
                "The word or the two words right beside the leader.", "<right> must go",
                "“must go” comes right after the leader"
            )
        case .between:
            (
                "Words between speaker and leader, the first five letters or the whole; which of the two comes "
                    + "first is told.",
                "<speakerFirst> prais",
                "“praise” or “praised” is between the speaker and the leader"
            )
        case .speaker:
            (
                "What the speaker does: words after the speaker, and beside.",
                "<speakerFirst> criti <does>",
                "“criticized” is the first word of weight after the speaker"
            )
        case .polarBetween:
            (
                "What the list of good and bad words says of a word before, between or after speaker and leader.",
                "<speakerFirst> <here> <bad>", "a bad word is between the speaker and the leader"
            )
        case .identity: ("A word of the leader's name.", "marwick", "the leader is called Marwick")
        default: wordsOfSpeeches
        }
    }

    /// The same of what only speeches have, and of what is told besides.
    private var wordsOfSpeeches: (meaning: String, example: String, says: String) {
        switch self {
        case .pattern:
            (
                "How a speech is built: small words as they are, the others by their kind.",
                "<he> <does> <denied>", "“she didn't”"
            )
        case .closing:
            (
                "The first five letters of a word in the last sentence, or after its last “but”.",
                "resig",
                "“resign” or “resigned” is in the end"
            )
        case .closingPattern:
            (
                "How the end of a speech is built.", "not <bad>",
                "“not bad” is in the last sentence, or after its last “but”"
            )
        case .closingValence:
            (
                "What the list of good and bad words says of a word, in the end or before it.",
                "<end> <bad>", "a bad word is in the last sentence"
            )
        case .denied:
            (
                "The first five letters of a word, and whether a negation comes before it.",
                "<denied> trust", "“trust” comes after “not”, “never” or “nobody”"
            )
        case .piece:
            (
                "The first or the last letters of a word.", "<end> less",
                "a word ends with “less”: “heartless”"
            )
        default:
            (
                "What the article tells besides the words: what the speaker does by speaking, and what kind of "
                    + "speaker it is.",
                "<against2>",
                "the article says that the speaker “criticized” or “attacked” the leader"
            )
        }
    }
}

extension StanceCode {
    /// What it stands for in the name of a feature.
    var meaning: String {
        switch self {
        case .good3: "a very good word (“hero”)"
        case .good2: "a good word (“careful”)"
        case .good1: "a slightly good word (“important”)"
        case .bad1: "a slightly bad word (“slow”)"
        case .bad2: "a bad word (“boring”)"
        case .bad3: "a very bad word (“traitor”)"
        case .good: "a good word"
        case .bad: "a bad word"
        case .notGood: "a good word after a negation"
        case .notBad: "a bad word after a negation"
        case .left: "before the leader, or the speaker; beside <possessive>: the speaker's"
        case .right: "after the leader, or the speaker; beside <possessive>: the leader's"
        case .here: "in the leader's clause; or between speaker and leader"
        case .elsewhere: "in another clause than the leader"
        case .close: "near the leader, worth more the nearer"
        case .nearest: "the nearest such word on its side"
        case .nearestWithin3: "the nearest such word on its side, at most three words away"
        case .quoted: "between quotation marks"
        case .all: "anywhere; after <here>: there is no such word"
        case .before: "before speaker and leader"
        case .after:
            "after speaker and leader; or the second or third word of weight after the speaker"
        case .speakerFirst: "the speaker comes before the leader"
        case .targetFirst: "the leader comes before the speaker"
        default: meaningOfFlags
        }
    }

    private var meaningOfFlags: String {
        switch self {
        case .pronoun: "the leader is a pronoun"
        case .possessive: "something is theirs: “Marwick's”, “her”"
        case .speaks: "the leader is beside a word of saying"
        case .inQuotes: "the leader is between quotation marks"
        case .first: "the leader is in the first third of the text; twice: its first word"
        case .middle: "the leader is in the middle third of the text"
        case .last: "the leader is in the last third of the text"
        case .passive: "in the passive: “was blamed”"
        case .noTarget: "the leader is not in the text"
        case .noSpeaker: "the speaker is not in the text"
        case .sameClause: "speaker and leader are in one clause"
        case .adjacent: "speaker and leader are side by side"
        case .short: "a short text, or few words between speaker and leader"
        case .medium: "a text, or a distance, between <short> and <long>"
        case .long: "a long text, or many words between speaker and leader"
        case .several: "the leader is mentioned more than once"
        case .question: "the text ends with a question mark"
        case .negated: "after a negation"
        case .does: "what is done: the verb, or a word that is not denied"
        case .sum: "how good or bad the words are together"
        default: meaningOfPatterns
        }
    }

    private var meaningOfPatterns: String {
        switch self {
        case .amount: "a number"
        case .thing: "another word"
        case .doing: "a word in -ing"
        case .did: "a word in -ed"
        case .manner: "a word in -ly"
        case .many: "a word in -s"
        case .he: "he or she"
        case .him: "him or her"
        case .his: "his or hers"
        case .denied: "a negation: “not”, “never”"
        case .start: "the first letters"
        case .end: "the last letters; or the last sentence"
        case .opening: "before the last sentence"
        case .against1: "the article tells of a mild act against the leader (“questioned”)"
        case .against2: "the article tells of an act against the leader (“criticized”)"
        case .against3: "the article tells of a plain act against the leader (“denounced”)"
        case .favor1: "the article tells of a mild act in the leader's favor (“acknowledged”)"
        case .favor2: "the article tells of an act in the leader's favor (“defended”)"
        case .favor3: "the article tells of a plain act in the leader's favor (“praised”)"
        case .turned: "a negation turns the act: “never criticized”"
        case .told: "somebody else's act is told"
        case .organization: "the speaker is an organization"
        case .described: "the speaker is only described: “a senior aide”"
        default:
            ValenceCategory(rawValue: rawValue - Self.category0.rawValue).map {
                "the word is one of the list's “\($0.name)”"
            } ?? "a word of no list"
        }
    }
}
