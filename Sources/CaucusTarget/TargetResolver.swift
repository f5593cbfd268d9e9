package import CaucusQuotes
package import CaucusText

/// Tells which quotations of a document speak of a target, and by which words.
///
/// By name or alias (explicit); by a role or nickname where the article speaks of the target (epithet);
/// by a pronoun whose nearest fitting antecedent is the target (pronoun).
///
/// An article that never names the target costs one search for its names and the user's epithets: all else
/// (``ArticleView``) is found out when a rule first asks for it.
package struct TargetResolver: Sendable {
    /// How a quotation speaks of the target.
    package struct Resolution: Sendable, Equatable {
        /// By which kind of words.
        package var mention: TargetMention
        /// The words, as bytes of the document's text; empty where ``mention`` is `none`.
        package var spans: [Span]
        /// How likely the quotation speaks of the target, from 0 to 1.
        package var confidence = 0.0
        /// What the article shows of it; `nil` where ``mention`` is `none`.
        package var evidence: TargetEvidence?

        /// Creates a resolution.
        package init(mention: TargetMention, spans: [Span], confidence: Double = 0) {
            self.mention = mention
            self.spans = spans
            self.confidence = confidence
        }
    }

    package let target: StanceTarget
    let names: PhraseMatcher
    /// The roles of leaders.
    let roles = LeaderRoles.standard
    let userEpithets: PhraseMatcher
    let givenName: PhraseMatcher
    /// What the bare surname may mean besides; `nil` where it is the target's alone.
    let sharedSurname: SharedSurname?
    let pronouns: [(pronoun: StanceTarget.Pronoun, matcher: PhraseMatcher)]
    /// The pronouns that a speech act may reach the target by.
    let clausePronouns: [(gender: Mention.Gender, matcher: PhraseMatcher)]
    private let leader: LeaderNames

    /// Creates a resolver.
    package init(target: StanceTarget) {
        self.target = target
        names = PhraseMatcher(target.names, inAnySpelling: true)
        leader = LeaderNames(target)
        sharedSurname = SharedSurname(of: target)
        userEpithets = PhraseMatcher(target.epithets, inAnySpelling: true)
        givenName = PhraseMatcher([target.givenName ?? ""], inAnySpelling: true)
        pronouns = Self.pronouns
        clausePronouns = Self.clausePronouns
    }

    private static let pronouns: [(pronoun: StanceTarget.Pronoun, matcher: PhraseMatcher)] = [
        (.he, PhraseMatcher(["he", "him", "his", "himself"])),
        (.she, PhraseMatcher(["she", "her", "hers", "herself"])),
        (.they, PhraseMatcher(["they", "them", "their", "theirs", "themself"])),
    ]
    private static let clausePronouns: [(gender: Mention.Gender, matcher: PhraseMatcher)] = [
        (.male, PhraseMatcher(["he", "him", "his"])),
        (.female, PhraseMatcher(["she", "her"])),
    ]

    /// How the target is named in a text that stands alone, without its article.
    package func spans(in text: String) -> [Span] {
        let named = names.matches(in: text).map(\.span)
        guard named.isEmpty else { return named }
        let common = target.usesRoles ? roles.alone.matches(in: text) : []
        let found = userEpithets.matches(in: text) + common
        return Set(found.map(\.span)).sorted()
    }

    /// One resolution for each quotation of `extraction`, in its order.
    ///
    /// - Parameter told: What is known of each quotation besides its own words; none where it is empty.
    package func resolutions(
        for extraction: Extraction, in document: Document, told: [Resolution?] = []
    ) -> [Resolution] {
        var text = document.text
        return text.withUTF8 { bytes in
            resolutions(in: ArticleView(extraction, bytes, self), told: told)
        }
    }

    /// Whether a speaker of the article is the target (``LeaderNames``).
    package func isTarget(_ speaker: Speaker) -> Bool { leader.name(speaker) }

    /// Whether somebody else has the target's surname.
    func isNamesake(_ speaker: Speaker) -> Bool { leader.isNamesake(speaker) }

    /// Whether the target speaks in a quotation, alone or as one of several.
    package func isTargetSpeaking(in quotation: Quotation) -> Bool {
        if quotation.isJoint { return quotation.speakers.contains(where: isTarget) }
        return quotation.speaker.map(isTarget) ?? false
    }
}
