import CaucusLanguage
@_spi(HashTable) package import CaucusText

/// The pronouns that a leader goes by, as `leader-roles.txt` lists them.
enum LeaderPronoun: String, BitwiseCopyable {
    case he, she, they, you

    var gender: Mention.Gender {
        self == .he ? .male : self == .she ? .female : .unknown
    }

    /// The pronoun whose form a word is.
    static let forms = forms { _ in true }
    /// Those that a speech act may reach the leader by: “himself” is whoever acts.
    static let reached = forms { !$0.fields.contains("own") }

    private static func forms(where isMeant: (WordGroup) -> Bool) -> HashTable<LeaderPronoun> {
        var forms = HashTable<LeaderPronoun>(room: 4)
        for group in English.groups(of: .leaderRoles)
        where group.name == "pronoun" && isMeant(group) {
            for word in group.words {
                guard let pronoun = LeaderPronoun(rawValue: group.fields[1]) else { continue }
                forms.updateValue(pronoun, forKey: LetterFolding.key(of: word))
            }
        }
        return forms
    }
}

extension TargetResolver.ArticleView {
    /// The places of a pronoun's forms in a stretch.
    func pronouns(in span: Span, of wanted: [LeaderPronoun], reached: Bool = false) -> [Span] {
        let forms = reached ? LeaderPronoun.reached : LeaderPronoun.forms
        return reading.words[reading.word(at: span.start)...].prefix { $0.end <= span.end }
            .compactMap { word in
                guard let pronoun = forms[word.key], wanted.contains(pronoun) else { return nil }
                return Span(Int(word.start), Int(word.end))
            }
    }

    /// The pronoun that the word at a byte is a form of, or `nil`.
    func pronoun(at start: Int) -> LeaderPronoun? {
        let i = reading.word(at: start)
        guard i < reading.words.count, reading.words[i].start == start else { return nil }
        return LeaderPronoun.forms[reading.words[i].key]
    }

    /// The gender that the pronoun at a byte tells; unknown for “they”, and where there is none.
    package func pronounGender(at start: Int) -> Mention.Gender {
        pronoun(at: start)?.gender ?? .unknown
    }
}
