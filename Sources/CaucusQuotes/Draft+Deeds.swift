import CaucusText

/// What somebody does, or may think, rather than says.
extension Draft {
    /// Whether a cue's content is a deed, or a thought that nobody is said to have.
    func isDeed(_ cue: Cue, _ content: Range<Int>) -> Bool {
        if cue.pattern == .noun { return isUnowned(cue, content) }
        guard cue.pattern == .verb else { return false }
        let head = scene.reading.words[cue.head]
        if cue.complement == .infinitive || scene.reading.words[content.lowerBound].has(.to),
            Self.deeds.contains(head.key)
        {
            return true
        }
        // “published a memoir on Thursday that spends 380 pages on her”, “maintained a lead in May”, “wrote speeches”
        if cue.complement == .phrase, Self.works.contains(head.key) { return true }
        // “They praised Roe”: an act, whose whole clause tells it; nothing that was said.
        if cue.complement == .phrase, ContentFeature(cue.verb) == .attitude, isName(content) {
            return true
        }
        // “appeared on the show”
        if cue.verb == .seem, cue.complement == .phrase || cue.complement == .preposition {
            return true
        }
        return isImagined(cue)
    }

    /// “Roe”, “Jane Roe”, “her”
    private func isName(_ content: Range<Int>) -> Bool {
        let mention = scene.phrases.names.mentionOfWord[content.lowerBound]
        return content.count == 1
            || mention >= 0
                && content.allSatisfy { scene.phrases.names.mentionOfWord[$0] == mention }
    }

    /// “There is a sign that it works”, “his efforts to sell the port”.
    private func isUnowned(_ cue: Cue, _ content: Range<Int>) -> Bool {
        let key = scene.reading.words[cue.head].key
        if Self.efforts.contains(key) { return scene.reading.words[content.lowerBound].has(.to) }
        return cue.source == nil && Self.signs.contains(key)
    }

    /// “if voters believe it is late”, “one might think it is late”: a thought that is only possible.
    private func isImagined(_ cue: Cue) -> Bool {
        guard let source = cue.source, !cue.isShared, !Resolver.isSpeech(cue.verb),
            source.words.lowerBound < cue.head
        else { return false }
        let before = source.words.lowerBound - 1
        // “Asked whether she blamed Roe, she left”
        if before >= 0, ContentFeature(cue.verb) == .attitude,
            Self.whether.contains(scene.reading.words[before].key)
        {
            return true
        }
        if before >= 0, Self.suppositions.contains(scene.reading.words[before].key) {
            return !followsQuestion(before)
        }
        return !cue.isNegated
            && cue.words.dropLast().contains {
                Self.possible.contains(scene.reading.words[$0].key)
            }
    }

    /// “asked if he believed it was late”, but not “was asked if he believed it was late”: looks at 14 words.
    private func followsQuestion(_ i: Int) -> Bool {
        let words = scene.reading.words
        let start = max(scene.reading.sentence(of: i).lowerBound, i - 14)
        return Range(from: start, to: i).contains {
            words[$0].verb == .ask && ($0 == 0 || !words[$0 - 1].has(.be))
        }
    }

    /// “tried to leave”, “seems to work”: verbs that tell with “to” what is done.
    private static let deeds = KeySet(
        """
        try tries tried trying prove proves proved proven struggle struggles struggled struggling seem seems \
        seemed seeming appear appears decide decides decided deciding attempt attempts attempted vote votes \
        voted voting allow allows allowed allowing manage manages managed managing continue continues \
        continued continuing begin begins began start starts started speak speaks spoke talk talks talked \
        prompt prompts prompted prompting require requires required requiring compel compels compelled \
        permit permits permitted fight fights fought fighting prepare prepares prepared preparing opt opts \
        opted opting help helps helped helping work works worked working move moves moved moving aspire \
        aspires aspired compare compared
        """)

    private static let works = KeySet(
        """
        publish publishes published publishing release releases released issue issues issued unveil unveils unveiled \
        maintain maintains maintained maintaining assume assumes assumed assuming continue continues continued \
        continuing reflect reflects reflected reflecting write writes wrote writing hear hears heard hearing \
        prepare prepares prepared preparing
        """
    )

    private static let efforts = KeySet(
        "effort efforts decision decisions attempt attempts ability")

    private static let signs = KeySet(
        """
        sign signs indication indications sense notion impression argument plan suspicion doubt \
        feeling belief expectation expectations
        """)

    private static let suppositions = KeySet("if unless")
    private static let whether = KeySet("whether if")
    private static let possible = KeySet("could might may can")
}
