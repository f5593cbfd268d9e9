/// The classes by the names that the lists of words and the patterns of acts give them.
extension WordClass {
    /// The union of the classes of `names`; a name that none has adds nothing.
    package init(names: [String]) {
        self = names.reduce(into: []) { $0.formUnion(Self.byName[$1] ?? []) }
    }

    /// Whether a class has the name.
    static func isName(_ name: String) -> Bool { byName[name] != nil }

    private static let byName: [String: WordClass] = [
        "he": .he,
        "she": .she,
        "they": .they,
        "first": .first,
        "you": .you,
        "it": .it,
        "relative": .relative,
        "object": .object,
        "possessive": .possessive,
        "indefinite-pronoun": .indefinitePronoun,
        "definite": .definite,
        "indefinite": .indefinite,
        "determiner": .determiner,
        "preposition": .preposition,
        "coordinator": .coordinator,
        "clause-border": .clauseBorder,
        "that": .that,
        "question": .question,
        "be": .be,
        "have": .have,
        "modal": .modal,
        "doing": .doing,
        "negation": .negation,
        "adverb": .adverb,
        "to": .to,
        "time": .time,
        "numeral": .numeral,
        "male-title": .maleTitle,
        "female-title": .femaleTitle,
        "title": .title,
        "male-name": .maleName,
        "female-name": .femaleName,
        "role": .role,
        "people": .people,
        "organization": .organization,
        "writing": .writing,
        "speech-noun": .speechNoun,
        "demonym": .demonym,
        "particle": .particle,
        "suffix": .suffix,
        "place": .place,
        "male-role": .maleRole,
        "female-role": .femaleRole,
        "never-name": .neverName,
        "verb": .verb,
        "rank": .rank,
        "adjective": .adjective,
        "reporting": .reporting,
        "idiom": .idiom,
        "name": .name,
        "quoted": .quoted,
        "finite": .finite,
        "person": .person,
        "subject-pronoun": .subjectPronoun,
        "auxiliary": .auxiliary,
    ]
}

extension VerbClass {
    /// The class that the list of verbs calls `name`, or `nil`.
    package init?(name: String) {
        guard name != "none", let found = Self.byName[name] else { return nil }
        self = found
    }

    /// The classes by their names, each of which is dear to spell.
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
