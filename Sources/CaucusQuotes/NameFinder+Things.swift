import CaucusText

/// Capitalized words that are nobody's name: offices, things, words of captions.
extension NameFinder {
    /// Whether a word of captions and of buttons stands at `i`, which is part of no name: “Getty Images Jane Roe”,
    /// “Slideshow”, “Pinterest Ann Tull”.
    func isCaptionWord(_ i: Int) -> Bool {
        let key = reading.words[i].key
        if Self.captionWords.contains(key) { return true }
        guard Self.networks.contains(key) else { return false }
        return [i - 1, i + 1].contains {
            reading.words.indices.contains($0) && Self.networks.contains(reading.words[$0].key)
        }
    }

    /// Buttons for sharing that stand side by side: “Facebook Twitter Email”.
    private static let networks = KeySet(
        "facebook twitter instagram pinterest whatsapp linkedin reddit email")

    private static let captionWords = KeySet(
        """
        images photos slideshow caption enlarge pinterest whatsapp advertisement hide replay \
        toggle subscribe staff getty embed livestream
        """)

    /// Verbs of headlines in capitals, which end a name: “Roe Makes Room”.
    static let headlineVerbs = KeySet(
        """
        makes takes gets gives goes says wants needs tells asks warns urges slams blasts rips hits \
        wins loses faces sees seeks pushes rejects signs sends leads leaves meets plans keeps \
        holds speaks testifies resigns announces denies defends accuses threatens refuses vows \
        admits claims becomes brings
        """)

    /// What a capital alone makes no name of: “the President”, “the Secretary of the board”.
    static let officesAlone = KeySet(
        """
        president secretary director chief chairman chairwoman chairperson senator governor \
        minister congressman congresswoman representative commissioner ambassador chancellor \
        premier superintendent spokesman spokeswoman spokesperson vice deputy attorney coordinator \
        treasurer comptroller lawmaker leader candidate nominee
        """)

    /// “Mrs May”: a word that opens no name is one after “Mr” or “Mrs”.
    func isMonthAsName(_ i: Int) -> Bool {
        guard i > 0, i < reading.words.count else { return false }
        let (title, word) = (reading.words[i - 1], reading.words[i])
        return title.has([.maleTitle, .femaleTitle]) && title.isCapitalized && word.isCapitalized
            && word.kind == .word && word.has([.time, .modal]) && !Self.weekdays.contains(word.key)
    }

    static let weekdays = KeySet("monday tuesday wednesday thursday friday saturday sunday")

    /// “Justice Department”, “King Center”: a title before such a word is the name of an organization.
    func namesOrganization(_ i: Int, in paragraph: Range<Int>) -> Bool {
        i + 1 < paragraph.upperBound && Self.organizations.contains(reading.words[i + 1].key)
    }

    private static let organizations = KeySet(
        """
        department departments ministry office bureau committee commission council agency \
        association university college institute company group foundation center centre court \
        party league museum library
        """)

    /// Whether the “and” at `i` joins two of an agency's fields: “Customs and Border Protection”, “Health and Human
    /// Services”.
    func joinsFields(_ i: Int, _ hasOrganization: Bool) -> Bool {
        let (before, after) = (reading.words[i - 1], reading.words[i + 1])
        guard before.isCapitalized, after.isCapitalized else { return false }
        if Self.fields.contains(before.key), Self.fields.contains(after.key) { return true }
        return hasOrganization && Self.programs.contains(before.key)
            && Self.programs.contains(after.key)
    }

    private static let programs = KeySet("medicare medicaid")

    private static let fields = KeySet(
        """
        customs border immigration health human services housing urban oversight reform government \
        energy commerce science sciences technology space arts banking ways means control \
        prevention food drug agriculture labor labour education workforce homeland security \
        intelligence foreign relations affairs finance budget rules transportation infrastructure \
        environment environmental natural resources works veterans business entrepreneurship \
        alcohol tobacco firearms explosives citizenship enforcement welfare pensions industry \
        trade culture media sport children families equality research development engineering \
        medicine evaluation statistics information privacy records archives fish wildlife \
        fisheries parks recreation oceanic atmospheric
        """)

    /// Whether a name ends like that of a thing or an event, or is a state in short: “Second Amendment”, “Cold War”,
    /// “Election Day”, “Liberalism”, “Minn.”; not “Jane Day”.
    func isThing(_ mention: NameMention) -> Bool {
        let first = reading.words[mention.name.lowerBound]
        let last = mention.name.upperBound - 1
        guard mention.name.count > 1 else {
            if Self.states.contains(first.key) { return first.shape.contains(.abbreviated) }
            return Self.thingsAlone.contains(first.key)
                || first.end - first.start > 5
                    && (reading.endsLike(last, "ism") || reading.endsLike(last, "tion")
                        || reading.endsLike(last, "ship"))
        }
        // “Codifying Roe”, “Tracking Penn”: a heading.
        let isHeading =
            mention.name.count == 2 && first.has(.verb) && first.form.contains(.gerund)
        return !first.has([.maleName, .femaleName])
            && (isHeading || Self.things.contains(reading.words[last].key))
    }

    private static let things = KeySet(
        """
        amendment act war wars bowl marathon day eve cup games olympics constitution treaty \
        agreement accord accords doctrine election elections primary primaries caucuses debate \
        debates syndrome disease virus pandemic phenomenon era revolution crisis scandal massacre \
        hurricane base tower towers building plaza hotel casino resort stadium arena ocean sea \
        gulf coast desert forest peninsula strait straits canal creek falls highway freeway \
        parkway boulevard mount rebellion riots shutdown amendments declaration rights politics
        """)

    private static let thingsAlone = KeySet(
        """
        constitution bible koran quran torah obamacare trumpcare medicare medicaid brexit covid \
        christmas easter thanksgiving halloween ramadan amendment internet web
        """)

    private static let states = KeySet(
        """
        minn calif fla mich wis ill ind mass conn ore wash colo ariz tex okla tenn ky va pa n.c \
        s.c n.j n.y n.h d.c w.va ala ark del ga kan la md miss mo mont neb nev n.d s.d n.m vt wyo \
        r.i
        """)
}
