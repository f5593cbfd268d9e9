import CaucusText

/// How sure it is that a label names somebody who can speak.
enum LabelEvidence: Int, Comparable {
    /// “UPDATE:”, “LONDON:”, “Winner:”: nobody.
    case none
    /// A name that nothing else tells to be one: “STRIKE:”, “Penn:”; enough where it comes again.
    case weak
    /// “ORLA PENN, HOST:”, “Mr. Tull:”, “Jane Penn:”.
    case strong

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Whom labels name.
extension LabelReader {
    private var names: EntityTable { phrases.names }

    /// The mention that a label names: “Peter Tull” of “The Minister for Ports (Peter Tull)”, or -1.
    func mention(of label: LineLabel) -> Int {
        for i in core(label.name).reversed() {
            let mention = Int(names.mentionOfWord[i])
            guard mention >= 0 else { continue }
            let name = names.mentions[mention].name
            // “The Speaker” alone, of an office that goes on: “The Speaker of Northport”.
            guard label.name.contains(name.lowerBound) else { continue }
            if !isOffice(label) || isName(label, mention) { return mention }
        }
        guard label.role.count > 2, word(label.role.lowerBound).kind == .openBracket else {
            return -1
        }
        let inside = label.role.lowerBound + 1
        let mention = Int(names.mentionOfWord[inside])
        guard isOffice(label), mention >= 0, names.mentions[mention].kind == .person else {
            return -1
        }
        return mention
    }

    /// The words that name who speaks, with the name among them.
    func source(of label: LineLabel) -> NounPhrase {
        var source = phrases.headed(label.name)
        let mention = mention(of: label)
        if mention >= 0 { source.mention = mention }
        return source
    }

    /// Whether a word for an office is the name of somebody: “King:” where John King is named.
    private func isName(_ label: LineLabel, _ mention: Int) -> Bool {
        label.name.count == 1 && names.mentions[mention].kind == .person && isKnownInFull(mention)
    }

    /// “The Minister for Ports”, “Mr Speaker”, “UNIDENTIFIED MALE”, “Dispatcher”: what somebody is, and no name.
    func isOffice(_ label: LineLabel) -> Bool {
        let name = label.name
        guard !word(name.lowerBound).has(.definite) || name.count < 2 else {
            return name.contains { word($0).has([.role, .title, .people]) || isCaller($0) }
        }
        return name.allSatisfy {
            word($0).has([.role, .title, .people, .rank, .demonym]) && !word($0).has(.maleName)
                || isCaller($0) || word($0).kind == .number || !word($0).isCapitalized
        }
    }

    private func isCaller(_ i: Int) -> Bool { Self.callers.contains(word(i).key) }

    /// Words for people who are heard and not named.
    private static let callers = KeySet(
        """
        unidentified unknown male female man woman boy girl child speaker voice voiceover dispatcher \
        operator interviewer interviewee moderator host co-host anchor announcer narrator presenter court \
        witness juror clerk chair crowd audience panelist panellist questioner heckler protester passerby \
        hon members member some several mr madam deputy reporter the other white black hispanic asian elderly \
        young older
        """)

    /// What tells that a label names somebody.
    func evidence(of label: LineLabel) -> LabelEvidence {
        if label.kind != .name { return .strong }
        let name = label.name
        let mention = mention(of: label)
        let known = mention >= 0 ? names.mentions[mention] : nil
        let named = known?.whole ?? name.lowerBound..<name.lowerBound
        let first = word(name.lowerBound)
        let hasGivenName =
            (known?.name.count ?? 0) > 1
            && word(known?.name.lowerBound ?? 0).has([.maleName, .femaleName])
        let isKnown = known?.kind == .person && isKnownInFull(mention)
        // “National Journal” is no heading.
        let isOutlet =
            known?.kind == .organization && word(name.upperBound - 1).has(.organization)
        let isSurely = hasGivenName || isKnown || isOutlet && name.count > 1
        if name.contains(where: { isHeading($0) && !(isSurely && named.contains($0)) }) {
            return .none
        }
        // “THE SPEAKER GETS A CHALLENGE:”
        if label.isShouted, name.dropFirst().contains(where: { isOfSentence($0) }) { return .none }
        // “Round 1:”
        if name.dropFirst().contains(where: { word($0).kind == .number }), !isOffice(label) {
            return .none
        }
        // “THE FUTURE:”, but “THE POST:”
        if first.has(.definite), !isOffice(label),
            !name.contains(where: { word($0).has(.organization) })
        {
            return .none
        }
        if isOffice(label), !isKnown { return officeEvidence(label, mention) }
        // “LONDON”, “NEW YORK”, but “Jordan” where he is named in full.
        if known?.kind == .place && entityKind(mention) != .person { return .none }
        if known?.titled != true,
            name.allSatisfy({ word($0).has([.place, .demonym, .time, .numeral]) }),
            known == nil || entityCount(mention) < 2
        {
            return .none
        }
        if known == nil, !label.isShouted { return .none }
        if known?.titled == true || hasGivenName { return .strong }
        if first.has(.title), name.count > 1 { return .strong }
        if word(label.start).kind == .other, label.isShouted, isCaptioned(label) { return .strong }
        if hasOffice(label) { return .strong }
        if isKnown { return .strong }
        return .weak
    }

    private func officeEvidence(_ label: LineLabel, _ mention: Int) -> LabelEvidence {
        // “The Minister for Ports (Peter Tull):”, “Mr Speaker:”
        if mention >= 0 { return .strong }
        let first = word(label.name.lowerBound)
        let isFormal = first.has([.definite, .title]) || first.key == Self.madam || label.isShouted
        return label.name.count > 1 && isFormal ? .strong : .weak
    }

    private static let madam = LetterFolding.key(of: "madam")

    /// “>> PENN:” in captions.
    private func isCaptioned(_ label: LineLabel) -> Bool {
        reading.bytes[Int(word(label.start).start)] == UInt8(ascii: ">")
    }

    /// Whether “, HOST”, “ (Northport) (Lab)” follows the name.
    private func hasOffice(_ label: LineLabel) -> Bool {
        guard let first = label.role.first else { return false }
        if word(first).kind == .openBracket { return true }
        return label.role.contains { word($0).has([.role, .title, .organization]) || isCaller($0) }
            || label.isShouted
    }

    private func entityKind(_ mention: Int) -> NameMention.Kind? {
        let entity = names.mentions[mention].entity
        return entity < 0 ? nil : names.entities[entity].kind
    }

    private func entityCount(_ mention: Int) -> Int {
        guard mention >= 0 else { return 0 }
        let entity = names.mentions[mention].entity
        return entity < 0 ? 0 : names.entities[entity].countInFull
    }

    /// Whether the person is named in full and elsewhere too.
    private func isKnownInFull(_ mention: Int) -> Bool {
        let entity = names.mentions[mention].entity
        guard entity >= 0 else { return false }
        return names.entities[entity].name.count > 1 && names.entities[entity].count > 1
    }

    /// Whether a word of a label says that it is a heading, a link or a direction: “UPDATE”, “WHAT THEY PLAN”.
    func isHeading(_ i: Int) -> Bool {
        let word = word(i)
        if Self.headings.contains(word.key) { return true }
        return word.isCapitalized && word.has([.question, .auxiliary, .subjectPronoun, .negation])
            && !word.has([.time, .maleName, .femaleName])
    }

    private func isOfSentence(_ i: Int) -> Bool {
        let word = word(i)
        if word.has([.determiner, .auxiliary]) { return !word.has([.time, .maleName]) }
        return word.has(.verb) && word.isCapitalized && word.form.contains(.third)
            && !word.has([.role, .title, .people, .maleName, .femaleName])
    }

    private static let headings = KeySet(
        """
        text graphic graphics caption captions subtitle chyron screen on-screen headline headlines update \
        updates updated breaking developing alert live latest news just watched watch watching read reading \
        listen see click view play replay share follow subscribe sign register download join donate buy \
        contact email phone tel website facebook twitter instagram youtube related recommended more most \
        earlier next previous also photo photos photograph photographs photographer picture pictures image \
        images video videos footage audio gallery slideshow slide illustration map chart infographic table \
        credit credits source sources courtesy copyright note notes editor's editors editor’s correction \
        corrections clarification disclaimer disclosure warning spoiler trigger transcript transcripts \
        summary synopsis overview background context analysis opinion editorial comment commentary column \
        review reviews preview profile feature features report reports reporting story stories article \
        articles series podcast episode part chapter section page volume issue issues topic topics tags tag \
        category categories filed keywords claim claims fact facts fact-check verdict rating ruling truth \
        myth myths reality answer answers question questions problem problems solution solutions reason \
        reasons result results score scores scoreboard weather forecast traffic sport sports business \
        politics world national local entertainment travel health science technology tech culture arts \
        lifestyle markets money economy crime education immigration energy climate prices price strike \
        strikes poll polls polling vote votes voting election elections ballot turnout results date dates \
        time times venue location locations place where when what who why how address tickets ticket doors \
        admission cost costs fee fees total totals status winner winners loser losers pros cons best worst \
        before after then now first second third last finally today tonight tomorrow yesterday highs lows \
        home away record records plan plans goal goals step steps tip tips lesson lessons bottom line key \
        takeaway takeaways highlights highlight flashback exclusive special advertisement sponsored \
        promotion quote quotes quick poll editor contributing contributors written edited produced \
        directed starring cast crew music lyrics ingredients method serves makes age born died education \
        occupation hometown height weight salary party subject re from to bcc attachment attn ps fyi \
        memo statement statements release announcement obituary obituaries letter letters blog notebook \
        diary calendar agenda schedule programme program timeline history explainer primer guide factbox \
        faq q&a poll trending check outlook snags roundup round coverage photos: reaction reactions advice bio biography genre director \
        developer platform publisher studio network length group groups position positions name names event events theme \
        aim pictured clockwise left right above below top
        """)
}
