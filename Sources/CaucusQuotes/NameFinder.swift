import CaucusLanguage
import CaucusText

/// A name as it stands in the text.
struct NameMention: Sendable {
    /// With titles before it: “former Gov. Jane Roe”.
    var whole: Range<Int>
    /// The name alone: “Jane Roe”.
    var name: Range<Int>
    var kind: Kind
    var gender: Gender
    /// Whether a title or honorific stands before it.
    var titled: Bool
    /// The entity it belongs to, or -1 until resolved.
    var entity = -1

    enum Kind: UInt8 { case person, organization, place }
}

/// What a name, a title or a role tells about gender.
enum Gender: UInt8, Sendable {
    case unknown, male, female
    /// “Mx.”: goes by “they”.
    case neutral

    func agrees(with other: Gender) -> Bool {
        self == .unknown || other == .unknown || self == other
    }

    /// The gender as users see it.
    var shown: Mention.Gender {
        switch self {
        case .unknown, .neutral: .unknown
        case .male: .male
        case .female: .female
        }
    }
}

/// Finds names by shape, titles, given names and the words organizations are named with.
struct NameFinder {
    let reading: Reading
    private(set) var mentions: [NameMention] = []

    init(_ reading: Reading) {
        self.reading = reading
        mentions.reserveCapacity(reading.capitalized.count / 2 + 4)
        // Names and titles open with a capital.
        var free = 0
        for i in reading.capitalized.lazy.map(Int.init)
        where i >= free && (reading.canBeName(i) || startsTitle(i)) {
            let paragraph = reading.paragraphs[reading.paragraph(of: i)]
            guard let mention = mention(at: i, in: paragraph) else { continue }
            mentions.append(mention)
            free = max(mention.whole.upperBound, i + 1)
        }
    }

    private func startsTitle(_ i: Int) -> Bool {
        let word = reading.words[i]
        return word.kind == .word && word.isCapitalized
            && word.has([.title, .maleTitle, .femaleTitle])
    }

    private func isSentenceStart(_ i: Int) -> Bool {
        let start = reading.sentence(of: i).lowerBound
        return i == start || (i == start + 1 && !reading.words[start].isWord)
    }

    /// The name that starts at `i`, or `nil` where the capital only opens a sentence.
    private func mention(at i: Int, in paragraph: Range<Int>) -> NameMention? {
        guard !isHeadlineVerb(i, in: paragraph), !isOfficeAlone(i), !isCaptionWord(i) else {
            return nil
        }
        var start = i
        var gender = Gender.unknown
        var titled = false
        while start < paragraph.upperBound, isTitle(start, in: paragraph),
            !namesOrganization(start, in: paragraph)
        {
            let classes = reading.words[start].classes
            if !classes.isDisjoint(with: [.maleTitle, .maleRole]) { gender = .male }
            if !classes.isDisjoint(with: [.femaleTitle, .femaleRole]) { gender = .female }
            if reading.words[start].key == Self.mx { gender = .neutral }
            titled = true
            start += 1
        }
        guard start < paragraph.upperBound,
            reading.canBeName(start)
                || titled && (opensWithParticle(start, in: paragraph) || isMonthAsName(start))
        else { return nil }
        if !titled && isSentenceStart(start) && opensOnly(start, in: paragraph) { return nil }
        let end = nameEnd(from: start, in: paragraph)
        // “Mr. and Mrs. Roe”
        if end == i + 1, reading.words[i].has([.maleTitle, .femaleTitle]),
            reading.words[i].shape.contains(.abbreviated)
        {
            return nil
        }
        if let title = innerTitle(start..<end) {
            // “Harbor Minister Jane Roe”: the name starts after the title.
            start = title + 1
            titled = true
            if reading.words[title].has([.maleTitle, .maleRole]) { gender = .male }
            if reading.words[title].has([.femaleTitle, .femaleRole]) { gender = .female }
        } else if !titled, let name = nameAfterOffice(start..<end) {
            start = name
            titled = true
        } else if !titled, opensWithShout(start..<end) {
            start += 1
        }
        if end == start + 1, Self.officesAlone.contains(reading.words[start].key) { return nil }
        var mention = NameMention(
            whole: i..<end, name: start..<end, kind: .person, gender: gender, titled: titled)
        classify(&mention)
        return mention
    }

    /// Whether a title stands here with a capitalized word of a name after it.
    private func isTitle(_ i: Int, in paragraph: Range<Int>) -> Bool {
        let word = reading.words[i]
        guard word.kind == .word, word.has([.title, .maleTitle, .femaleTitle, .people]),
            i + 1 < paragraph.upperBound
        else { return false }
        // “Senators Jane Roe and Otto Penn”, not “Presidents Day”.
        if word.has(.people), !word.has([.title, .maleTitle, .femaleTitle]) {
            return Self.titlesOfSeveral.contains(word.key)
                && reading.words[i + 1].has([.maleName, .femaleName])
        }
        let next = reading.words[i + 1]
        if opensWithParticle(i + 1, in: paragraph) || isMonthAsName(i + 1) { return true }
        return next.kind == .word && next.isCapitalized && !next.shape.contains(.clitic)
            && (!next.has(.neverName) || next.has(.title))
    }

    /// “van den Berg” after “Ms.”, “al-Farouk” after “Mr.”: a particle in small letters before a name.
    private func opensWithParticle(_ i: Int, in paragraph: Range<Int>) -> Bool {
        if reading.opensWithArticle(i) { return true }
        var next = i
        while next < i + 2, next < paragraph.upperBound, reading.words[next].has(.particle),
            !reading.words[next].isCapitalized
        {
            next += 1
        }
        return next > i && next < paragraph.upperBound && reading.canBeName(next)
            && reading.words[i + 1].shape.contains(.spaceBefore)
    }

    /// The last title inside a run of capitalized words that a personal name follows, or `nil`.
    private func innerTitle(_ run: Range<Int>) -> Int? {
        let first = reading.words[run.lowerBound]
        guard run.count > 2, !first.has([.maleName, .femaleName]) || first.has(.place) else {
            return nil
        }
        var title = -1
        for i in run.dropLast() {
            // A role that is no title (“Pollster Jane Roe”) needs a whole name after it.
            let isRole = reading.words[i].has(.role) && run.upperBound - i > 2
            if isRole || i > run.lowerBound && reading.words[i].has(.title) { title = i }
        }
        guard title >= 0, !reading.words[title].has(.particle) else { return nil }
        let isName = (title + 1..<run.upperBound).allSatisfy {
            !reading.words[$0].has([.organization, .role, .preposition, .demonym])
                || reading.words[$0].has(.particle)
        }
        return isName ? title : nil
    }

    /// Whether a capitalized word at the start of a sentence is a common word rather than a name.
    private func opensOnly(_ i: Int, in paragraph: Range<Int>) -> Bool {
        let word = reading.words[i]
        let nextIsName = i + 1 < paragraph.upperBound && reading.canBeName(i + 1)
        if nextIsName { return word.has(.verb) && !word.has([.maleName, .femaleName]) }
        if word.has([.maleName, .femaleName, .place]) { return false }
        if word.has([
            .verb, .people, .role, .adverb, .adjective, .rank, .writing, .speechNoun, .demonym,
        ]) {
            return !(word.has(.organization) && word.shape.contains(.allCapitals))
        }
        return reading.endsLike(i, "ly") || reading.endsLike(i, "ing")
    }

    /// One past the last word of the name that starts at `start`.
    private func nameEnd(from start: Int, in paragraph: Range<Int>) -> Int {
        var end = start + 1
        var hasOrganization = reading.words[start].has(.organization)
        while end < paragraph.upperBound, end - start < 12 {
            let word = reading.words[end]
            if opensAnother(end, after: start, in: paragraph) { break }
            guard word.kind == .word, !word.shape.contains(.clitic) else {
                if word.kind == .comma, end + 1 < paragraph.upperBound,
                    reading.words[end + 1].has(.suffix), reading.words[end + 1].isCapitalized
                {
                    end += 2
                    continue
                }
                if let surname = afterNickname(end, from: start, in: paragraph) {
                    end = surname + 1
                    continue
                }
                if joinsPluralPossessive(end, in: paragraph) {
                    end += 1
                    continue
                }
                break
            }
            if word.isCapitalized && (!word.has(.neverName) || continuesAsName(end, from: start))
                || reading.opensWithArticle(end)
            {
                if word.has(.organization) { hasOrganization = true }
                end += 1
            } else if let further = joined(end, hasOrganization: hasOrganization, in: paragraph) {
                end = further
            } else {
                break
            }
        }
        return end
    }

    /// The apostrophe of “Teachers' Federation”, where a word organizations are named with follows.
    private func joinsPluralPossessive(_ i: Int, in paragraph: Range<Int>) -> Bool {
        let word = reading.words[i]
        guard word.kind == .singleStraight || word.kind == .singleClose,
            !word.shape.contains(.spaceBefore), word.shape.contains(.spaceAfter),
            reading.endsLike(i - 1, "s"), i + 1 < paragraph.upperBound
        else { return false }
        let next = reading.words[i + 1]
        return next.isCapitalized && next.has(.organization)
    }

    /// A function word that is a name after a given name: “Theresa May”, “Al Will”.
    private func continuesAsName(_ i: Int, from start: Int) -> Bool {
        reading.words[i - 1].has([.maleName, .femaleName]) && i == start + 1
            && reading.words[i].has([.time, .modal])
    }

    /// One past a particle or “of” and the capitalized word it joins to the name, or `nil`.
    private func joined(_ i: Int, hasOrganization: Bool, in paragraph: Range<Int>) -> Int? {
        let word = reading.words[i]
        guard i + 1 < paragraph.upperBound else { return nil }
        let next = reading.words[i + 1]
        if word.has(.particle), reading.canBeName(i + 1) { return i + 2 }
        // “Maria del Mar”: a month or a day is a name between a particle and a further name.
        if word.has(.particle), next.isCapitalized, next.has(.time), i + 2 < paragraph.upperBound,
            reading.canBeName(i + 2)
        {
            return i + 2
        }
        if word.has(.particle), next.has(.particle), i + 2 < paragraph.upperBound,
            reading.canBeName(i + 2)
        {
            return i + 3
        }
        if word.key == Self.and, joinsFields(i, hasOrganization) { return i + 2 }
        guard hasOrganization, !word.isCapitalized else { return nil }
        let text = reading.words[i].key
        guard text == Self.of || text == Self.forWord || text == Self.on || text == Self.and else {
            return nil
        }
        if reading.canBeName(i + 1) && text != Self.and && text != Self.on { return i + 2 }
        if text == Self.on || text == Self.and {
            return reading.canBeName(i + 1) && next.has(.organization) ? i + 2 : nil
        }
        if next.has(.definite), i + 2 < paragraph.upperBound, reading.canBeName(i + 2) {
            return i + 3
        }
        return nil
    }

    private static let titlesOfSeveral = KeySet(
        "senators representatives congressmen governors mayors presidents ministers justices judges ambassadors"
    )
    private static let mx = LetterFolding.key(of: "mx")
    static let of = LetterFolding.key(of: "of")
    private static let forWord = LetterFolding.key(of: "for")
    private static let on = LetterFolding.key(of: "on")
    static let and = LetterFolding.key(of: "and")

    /// “in Oram”, “Tanner Street”, “ORAM —” at the start of a paragraph.
    private func standsLikeAPlace(_ mention: NameMention) -> Bool {
        let first = mention.whole.lowerBound
        let end = mention.name.upperBound
        if mention.name.count > 1, Self.placeNouns.contains(reading.words[end - 1].key) {
            return true
        }
        let paragraph = reading.paragraphs[reading.paragraph(of: first)]
        if first == paragraph.lowerBound, end < paragraph.upperBound,
            reading.words[end].kind == .dash, reading.words[first].shape.contains(.allCapitals)
        {
            return true
        }
        return first > paragraph.lowerBound
            && Self.placeWords.contains(reading.words[first - 1].key)
    }

    private static let placeWords = KeySet("in at near")
    private static let placeNouns = KeySet(
        """
        street avenue road lane square bridge county river lake island islands port bay valley hill hills park \
        station airport mountain mountains beach village district province heights harbor harbour bypass
        """)

    private func classify(_ mention: inout NameMention) {
        let first = reading.words[mention.name.lowerBound]
        let last = reading.words[mention.name.upperBound - 1]
        if mention.gender == .unknown {
            if first.has(.maleName) && !first.has(.femaleName) { mention.gender = .male }
            if first.has(.femaleName) && !first.has(.maleName) { mention.gender = .female }
        }
        if mention.titled { return }
        if isThing(mention) {
            mention.kind = .place
            mention.gender = .unknown
            return
        }
        let given = first.has([.maleName, .femaleName])
        let organizational = mention.name.contains { reading.words[$0].has(.organization) }
        let joinedBySmallWord = mention.name.contains {
            !reading.words[$0].isCapitalized && reading.words[$0].has([.preposition, .coordinator])
                && !reading.words[$0].has(.particle)
        }
        let acronym =
            mention.name.count == 1 && first.shape.contains(.allCapitals) && !first.has(.maleName)
            && !reading.isShouted
        if !given && organizational || joinedBySmallWord || acronym {
            mention.kind = .organization
        } else if !given, standsLikeAPlace(mention) {
            mention.kind = .place
        } else if mention.name.allSatisfy({ reading.words[$0].has([.place, .demonym, .adjective]) })
        {
            mention.kind = .place
        } else if !given
            && (first.has([.adjective, .demonym, .place]) || last.has([.time, .people]))
        {
            mention.kind = .organization
        }
        if given && organizational && mention.name.count > 2 && last.has(.organization) {
            mention.kind = .organization
        }
        if mention.kind != .person { mention.gender = .unknown }
    }
}
