/// What a word can be, as far as finding quotations needs to know; a word may be several things.
///
/// Frozen and inlinable, so that another room's `[.be, .have]` is one constant.
@frozen @usableFromInline
package struct WordClass: OptionSet, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt64
    @inlinable package init(rawValue: UInt64) { self.rawValue = rawValue }
    @inlinable init(bit: UInt64) { rawValue = 1 << bit }

    // Pronouns
    @inlinable package static var he: WordClass { WordClass(bit: 0) }
    @inlinable package static var she: WordClass { WordClass(bit: 1) }
    @inlinable package static var they: WordClass { WordClass(bit: 2) }
    @inlinable package static var first: WordClass { WordClass(bit: 3) }
    @inlinable package static var you: WordClass { WordClass(bit: 4) }
    @inlinable package static var it: WordClass { WordClass(bit: 5) }
    /// “who”, “which”, “that” as the subject of a relative clause.
    @inlinable package static var relative: WordClass { WordClass(bit: 6) }
    /// “him”, “them”, “me”.
    @inlinable package static var object: WordClass { WordClass(bit: 7) }
    /// “his”, “their”.
    @inlinable package static var possessive: WordClass { WordClass(bit: 8) }
    /// “others”, “some”, “many”, “one”, “everyone”, which stand alone as subjects.
    @inlinable package static var indefinitePronoun: WordClass { WordClass(bit: 9) }

    // Function words
    @inlinable package static var definite: WordClass { WordClass(bit: 10) }
    @inlinable package static var indefinite: WordClass { WordClass(bit: 11) }
    @inlinable package static var determiner: WordClass { WordClass(bit: 12) }
    @inlinable package static var preposition: WordClass { WordClass(bit: 13) }
    /// “and”, “or”.
    @inlinable package static var coordinator: WordClass { WordClass(bit: 14) }
    /// “but”, “because”, “while”: a clause begins or ends here.
    @inlinable package static var clauseBorder: WordClass { WordClass(bit: 15) }
    /// “that” before a clause.
    @inlinable package static var that: WordClass { WordClass(bit: 16) }
    /// “what”, “how”, “whether”.
    @inlinable package static var question: WordClass { WordClass(bit: 17) }
    @inlinable package static var be: WordClass { WordClass(bit: 18) }
    @inlinable package static var have: WordClass { WordClass(bit: 19) }
    @inlinable package static var modal: WordClass { WordClass(bit: 20) }
    @inlinable package static var doing: WordClass { WordClass(bit: 21) }
    @inlinable package static var negation: WordClass { WordClass(bit: 22) }
    @inlinable package static var adverb: WordClass { WordClass(bit: 23) }
    @inlinable package static var to: WordClass { WordClass(bit: 24) }
    /// “Monday”, “March”, “yesterday”.
    @inlinable package static var time: WordClass { WordClass(bit: 25) }
    @inlinable package static var numeral: WordClass { WordClass(bit: 26) }

    // People and organizations
    @inlinable package static var maleTitle: WordClass { WordClass(bit: 27) }
    @inlinable package static var femaleTitle: WordClass { WordClass(bit: 28) }
    /// A title before a name: “Sen.”, “president”, “professor”.
    @inlinable package static var title: WordClass { WordClass(bit: 29) }
    @inlinable package static var maleName: WordClass { WordClass(bit: 30) }
    @inlinable package static var femaleName: WordClass { WordClass(bit: 31) }
    /// “spokesman”, “analyst”: a person by what he or she does.
    @inlinable package static var role: WordClass { WordClass(bit: 32) }
    /// “officials”, “voters”.
    @inlinable package static var people: WordClass { WordClass(bit: 33) }
    /// “committee”, “university”: a word that organizations are named with.
    @inlinable package static var organization: WordClass { WordClass(bit: 34) }
    /// “poll”, “report”: writings that are quoted as sources.
    @inlinable package static var writing: WordClass { WordClass(bit: 35) }
    /// “statement”, “claim”, “promise”: a noun that a content hangs on.
    @inlinable package static var speechNoun: WordClass { WordClass(bit: 36) }
    /// “Canadian”, “Republican”.
    @inlinable package static var demonym: WordClass { WordClass(bit: 37) }
    /// “van”, “de”, “bin” inside a name.
    @inlinable package static var particle: WordClass { WordClass(bit: 38) }
    /// “Jr.”, “III” after a name.
    @inlinable package static var suffix: WordClass { WordClass(bit: 39) }
    @inlinable package static var place: WordClass { WordClass(bit: 40) }
    @inlinable package static var maleRole: WordClass { WordClass(bit: 41) }
    @inlinable package static var femaleRole: WordClass { WordClass(bit: 42) }
    /// A capitalized word that opens no name: “Then”, “However”.
    @inlinable package static var neverName: WordClass { WordClass(bit: 43) }
    /// A form of a common verb.
    @inlinable package static var verb: WordClass { WordClass(bit: 44) }
    /// “former”, “senior”, “top”: stands before roles.
    @inlinable package static var rank: WordClass { WordClass(bit: 45) }
    @inlinable package static var adjective: WordClass { WordClass(bit: 46) }
    /// “says”, “argues”, “wrote”: a form that can be finite.
    @inlinable package static var reporting: WordClass { WordClass(bit: 47) }
    /// “put”, “came”, “words”: may carry an idiom of saying, as in “as Roe put it”.
    @inlinable package static var idiom: WordClass { WordClass(bit: 48) }

    // What no list tells: the passes note it as they read (``CaucusQuotes/ClauseReading/word(_:)``).
    /// Part of a name.
    @inlinable package static var name: WordClass { WordClass(bit: 49) }
    /// Inside quotation marks, or one of them.
    @inlinable package static var quoted: WordClass { WordClass(bit: 50) }
    /// A form that can be the finite verb of a clause.
    @inlinable package static var finite: WordClass { WordClass(bit: 51) }

    /// “officials”, “spokesman”: people by what they do or are.
    @inlinable package static var person: WordClass { [.role, .people] }
    /// Any personal pronoun that can be a subject.
    @inlinable package static var subjectPronoun: WordClass {
        [.he, .she, .they, .first, .you, .it]
    }
    /// Words that no noun phrase goes across to the left.
    @inlinable package static var auxiliary: WordClass { [.be, .have, .modal, .doing] }
}
