package import CaucusLanguage
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
        /// What the article shows of it; `nil` where ``mention`` is `none`.
        package var evidence: TargetEvidence?

        /// Creates a resolution.
        package init(mention: TargetMention, spans: [Span]) {
            self.mention = mention
            self.spans = spans
        }
    }

    package let target: StanceTarget
    /// What finds the target's names, the user's epithets, and the given name: ``words(_:)``.
    let phrases: PhraseTable
    /// The roles of leaders.
    let roles = LeaderRoles.standard
    private let nameCount: Int
    /// What the bare surname may mean besides; `nil` where it is the target's alone.
    let sharedSurname: SharedSurname?
    private let leader: LeaderNames

    /// Creates a resolver.
    package init(target: StanceTarget) {
        self.target = target
        nameCount = target.names.count
        phrases = PhraseTable(target.names + target.epithets + [target.givenName ?? ""])
        leader = LeaderNames(target)
        sharedSurname = SharedSurname(of: target)
    }

    /// By which words a phrase of ``phrases`` means the target.
    enum Words {
        case name, epithet, givenName
    }

    func words(_ match: PhraseTable.Match) -> Words {
        if match.phrase < nameCount { return .name }
        return match.phrase < nameCount + target.epithets.count ? .epithet : .givenName
    }

    /// How the target is named in a text that stands alone, without its article.
    package func spans(in text: Reading) -> [Span] {
        let found = phrases.matches(in: text)
        let named = found.filter { words($0) == .name }.map(\.span)
        guard named.isEmpty else { return named }
        var other = found.filter { words($0) == .epithet }.map(\.span)
        if target.usesRoles {
            other += roles.phrases.matches(in: text)
                .filter { roles.standsAlone(roles.roles[$0.phrase]) }.map(\.span)
        }
        return Set(other).sorted()
    }

    /// One resolution for each quotation of `extraction`, in its order.
    ///
    /// - Parameter told: What is known of each quotation besides its own words; none where it is empty.
    package func resolutions(
        for extraction: Extraction, in document: Document, told: [Resolution?] = []
    ) -> [Resolution] {
        resolutions(
            in: ArticleView(extraction, Reading(document.text), self), told: told)
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
