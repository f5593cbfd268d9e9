import CaucusQuotes
import CaucusText
import Testing

@testable import CaucusTarget

@Suite("which quotations speak of the target")
struct TargetResolverTests {
    private func resolutions(
        _ text: String, target: StanceTarget
    ) -> [(text: String, resolution: TargetResolver.Resolution)] {
        let document = Document(id: "d", text: text)
        let extraction = QuotationExtractor().extraction(of: document)
        let found = TargetResolver(target: target).resolutions(for: extraction, in: document)
        return zip(extraction.quotations, found).map { (text[$0.content], $1) }
    }

    private let ada = StanceTarget(
        name: "Ada Okello", aliases: ["the prime minister"], pronoun: .she)

    @Test func aNameIsExplicit() throws {
        let text =
            "Ada Okello spoke.\n\n“Ms. Okello’s plan is a fraud,” said Bo Lindgren, a farmer.\n"
        let first = try #require(resolutions(text, target: ada).first)
        #expect(first.resolution.mention == .explicit)
        #expect(first.resolution.spans.map { text[$0] } == ["Okello"])
    }

    @Test func aPronounNeedsTheTargetBeforeIt() throws {
        let with = "Ada Okello spoke.\n\n“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(with, target: ada).first?.resolution.mention == .pronoun)
        let without = "A dam broke.\n\n“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(without, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func aPronounOfAnotherGenderIsNotTheTarget() {
        let text = "Ada Okello spoke.\n\n“He has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func somebodyElseOfThatGenderComesBetween() {
        let text =
            "Ada Okello spoke. Mrs. Mary Hale resigned.\n\n"
            + "“She has failed us badly,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func anEpithetNeedsTheTargetInTheArticle() {
        let with =
            "Ada Okello spoke.\n\n“The boss has lost her nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(with, target: ada).first?.resolution.mention == .epithet)
        let without = "A dam broke.\n\n“The boss has lost the key,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(without, target: ada).first?.resolution.mention == TargetMention.none)
    }

    @Test func theUsersEpithetNeedsNoName() {
        let text = "“The prime minister has lost her nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == .epithet)
    }

    @Test func theSpeakersOwnPronounInIndirectSpeechIsNotTheTarget() {
        let text = "Ada Okello spoke.\n\nMary Hale said that she would close the shop for a week.\n"
        #expect(resolutions(text, target: ada).allSatisfy { $0.resolution.mention == .none })
    }

    @Test func aSurnameInsideAnotherNameIsSomebodyElse() {
        let text =
            "Ada Okello spoke.\n\n“Ben Okello is a fine baker,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention != .explicit)
    }

    @Test func anArticleThatOpensWithAPronounMeansTheLeaderNamedLater() {
        let text =
            "“She has failed us badly,” said Bo Lindgren, a farmer.\n\n"
            + "Ada Okello spoke on Monday. Okello did not answer questions.\n"
        #expect(resolutions(text, target: ada).first?.resolution.mention == .pronoun)
    }

    /// Before these people an article is not about somebody who is named once or twice.
    private let crowd =
        "Peter Roe, John Vik, Hugh Penn, Otto Lund, Karl Brandt and Paul Hale came. It rained. "

    @Test func inAnArticleAboutTheTargetThoseWhoAreOnlyQuotedArePassedOver() throws {
        func last(_ opening: String, quoting words: String) throws -> TargetMention {
            let text =
                "\(opening)Ada Okello spoke. \(words)\n\n"
                + "“She has failed us badly,” said Bo Lindgren, a farmer. Okello left.\n"
            return try #require(resolutions(text, target: ada).last).resolution.mention
        }
        let quoted = "“The dam must go,” said Mary Hale."
        #expect(try last("", quoting: quoted) == .pronoun)
        #expect(try last(crowd, quoting: quoted) == TargetMention.none)
        #expect(try last("", quoting: "Mary Hale left the hall.") == TargetMention.none)
    }

    @Test func aPronounReachesPastPeopleOfAnotherGenderAlone() throws {
        func last(quoting name: String) throws -> TargetMention {
            let text =
                "\(crowd)Ada Okello spoke.\n\n“The dam must go,” said \(name), a nurse.\n\n"
                + "“She has failed us badly,” said Bo Lindgren, a farmer. Okello left.\n"
            return try #require(resolutions(text, target: ada).last).resolution.mention
        }
        #expect(try last(quoting: "Peter Hale") == .pronoun)
        #expect(try last(quoting: "Mary Hale") == TargetMention.none)
    }

    @Test func aPronounReachesPastTwoStrangersAtMost() throws {
        func last(_ people: String) throws -> TargetMention {
            let text =
                "Ada Okello spoke to \(people).\n\n"
                + "“She has failed us badly,” said Bo Lindgren, a farmer. Okello left.\n"
            return try #require(resolutions(text, target: ada).last).resolution.mention
        }
        #expect(try last("Xoan Vosk and Ruvo Tarn") == .pronoun)
        #expect(try last("Xoan Vosk, Ruvo Tarn and Oxi Brell") == TargetMention.none)
    }

    @Test func pastAStrangerAPronounReachesBackFiveSentences() throws {
        func last(_ sentences: Int) throws -> TargetMention {
            let rain = String(repeating: "It rained on the old town. ", count: sentences)
            let text =
                "Ada Okello spoke to Xoan Vosk. \(rain)\n\n"
                + "“She has failed us badly,” said Bo Lindgren, a farmer. Okello left.\n"
            return try #require(resolutions(text, target: ada).last).resolution.mention
        }
        #expect(try last(4) == .pronoun)
        #expect(try last(5) == TargetMention.none)
    }

    @Test func aPronounReachesBackEightSentencesUnlessTheArticleIsAboutTheTarget() throws {
        func last(_ opening: String, _ sentences: Int) throws -> TargetMention {
            let rain = String(repeating: "It rained on the old town. ", count: sentences)
            let text =
                "\(opening)Ada Okello spoke. \(rain)\n\n"
                + "“She has failed us badly,” said Bo Lindgren, a farmer. Okello left.\n"
            return try #require(resolutions(text, target: ada).last).resolution.mention
        }
        #expect(try last(crowd, 7) == .pronoun)
        #expect(try last(crowd, 8) == TargetMention.none)
        #expect(try last("", 8) == .pronoun)
    }

    @Test func aPronounOfIndirectSpeechIsTheSpeakersUnlessTheTargetIsNamedSince() throws {
        func last(_ text: String) throws -> TargetMention {
            let target = StanceTarget(name: "Harold Quimby")
            return try #require(resolutions(text, target: target).last).resolution.mention
        }
        #expect(
            try last("Harold Quimby lost, and Peter Hale said he would close the mill for a week.")
                == TargetMention.none)
        #expect(
            try last(
                "Peter Hale attacked Harold Quimby, saying he would close the mill for a week.")
                == .pronoun)
    }

    @Test func theNameThatTheUserGivesTellsTheGender() throws {
        func mention(_ word: String) -> TargetMention? {
            let target = StanceTarget(name: "Mary Okello")
            let text =
                "Okello spoke.\n\n“\(word) has failed us badly,” said Bo Lindgren, a farmer.\n"
            return resolutions(text, target: target).first?.resolution.mention
        }
        #expect(mention("She") == .pronoun)
        #expect(mention("He") == TargetMention.none)
    }

    @Test func theGivenNameAloneIsTheTargetUnlessSomebodyElseBearsIt() {
        let words = "“Ada has lost her nerve again,” said Bo Lindgren, a farmer.\n"
        let alone = "Ada Okello spoke.\n\n" + words
        #expect(resolutions(alone, target: ada).first?.resolution.mention == .explicit)
        let shared = "Ada Okello spoke. Ada Brandt listened.\n\n" + words
        #expect(resolutions(shared, target: ada).first?.resolution.spans != [Span(20, 23)])
        let longer =
            "Ada Okello spoke.\n\n“Ada Street has lost its nerve,” said Bo Lindgren, a farmer.\n"
        #expect(resolutions(longer, target: ada).first?.resolution.mention != .explicit)
    }

    @Test func anOfficeOfTheTargetsAloneIsAnEpithet() {
        let governor = StanceTarget(name: "Ada Okello")
        let words = "\n\n“The governor has lost our trust,” said Bo Lindgren, a farmer.\n"
        let own = "Governor Ada Okello spoke." + words
        #expect(resolutions(own, target: governor).first?.resolution.mention == .epithet)
        let taken = "Governor Ada Okello spoke. Governor Mary Hale listened." + words
        #expect(resolutions(taken, target: governor).first?.resolution.mention != .epithet)
    }

    @Test func particlesBelongToTheSurname() {
        #expect(StanceTarget(name: "Ilse van der Meer").surname == "van der Meer")
        #expect(StanceTarget(name: "John Hale Jr.").surname == "Hale")
        #expect(StanceTarget(name: "Adele").surname == "Adele")
    }

    private func mention(_ words: String, after text: String, of name: String) -> TargetMention? {
        resolutions(text + "\n\n" + words, target: StanceTarget(name: name)).last?.resolution
            .mention
    }

    @Test(arguments: [
        ("Sean O'Malley", "Sean O’Malley", "“O’Malley has failed us,” said Bo Lindgren."),
        (
            "Ilse van der Meer", "Ilse van der Meer",
            "“Van der Meer has failed us,” said Bo Lindgren."
        ),
        (
            "Ilse van der Meer", "Ilse van der Meer",
            "“Mrs. van der Meer is weak,” said Bo Lindgren."
        ),
        ("Javier Ortuño", "Javier Ortuno", "“Ortuno has failed us,” said Bo Lindgren."),
        ("Javier Ortuno", "Javier Ortuño", "“Ortuño has failed us,” said Bo Lindgren."),
        ("Helen Clark", "HELEN CLARK", "“CLARK has failed us,” said Bo Lindgren."),
        ("Mette Lund-Hale", "Mette Lund-Hale", "“Lund\u{2011}Hale has failed,” said Bo Lindgren."),
    ])
    func aNameIsFoundInTheSpellingsOfNewspapers(name: String, opening: String, words: String) {
        #expect(mention(words, after: opening + " spoke.", of: name) == .explicit)
    }

    @Test(arguments: ["Helen Clark", "Helen Scott", "Ada Okello"])
    func theTargetTakesNoStanceTowardThemself(name: String) {
        let surname = name.split(separator: " ")[1]
        let words = "“Nobody has done more than \(name),” \(surname) said."
        #expect(mention(words, after: "Mayor \(name) spoke.", of: name) == TargetMention.none)
    }

    @Test func thePronounsOfTheArticleTellTheGender() {
        let he = "“He is a liar,” said Bo Lindgren."
        let opening = "Chancellor Xoan Vosk met the cabinet. She flew to Paris at noon."
        #expect(mention(he, after: opening, of: "Xoan Vosk") == TargetMention.none)
        let she = "“She is a liar,” said Bo Lindgren."
        #expect(mention(she, after: opening, of: "Xoan Vosk") == .pronoun)
    }

    @Test(arguments: [
        "The leader of the opposition is a fool", "The president of our union is a crook",
        "The prime minister of Sweden is a liar", "A prime minister must be honest",
        "The chancellor has failed us",
    ])
    func aRoleOfSomebodyElseIsNotTheTarget(words: String) {
        let opening = "Prime Minister Ada Okello spoke."
        let said = "“\(words),” said Bo Lindgren."
        #expect(mention(said, after: opening, of: "Ada Okello") == TargetMention.none)
    }

    @Test(arguments: [
        ("Chief Minister", "The chief minister has failed us"),
        ("Prime Minister", "The PM is weak"),
        ("Prime Minister", "The Prime Minister has failed us"),
        ("President", "Mr. President, you have failed us"),
        ("Mayor", "The mayor of this city has failed us"),
    ])
    func anOfficeIsTheTargets(title: String, words: String) {
        let said = "“\(words),” said Bo Lindgren."
        let found = mention(said, after: "\(title) Ada Okello spoke.", of: "Ada Okello")
        #expect(found == .epithet)
    }

    @Test func aFormerHolderDoesNotTakeTheOffice() {
        let opening = "Former president Mary Hale spoke of her successor, Ada Okello."
        let said = "“The president has betrayed us,” said Bo Lindgren."
        #expect(mention(said, after: opening, of: "Ada Okello") == .epithet)
    }

    @Test func theBossOfANurseIsNotTheTarget() {
        let opening = "Prime Minister Ada Okello presented the budget."
        let nurse = "“My boss is a heartless man,” said Bo Lindgren, a nurse."
        #expect(mention(nurse, after: opening, of: "Ada Okello") == TargetMention.none)
        let aide = "“My boss is a decent soul,” said Bo Lindgren, an aide to Okello."
        #expect(mention(aide, after: opening, of: "Ada Okello") == .epithet)
    }

    @Test func severalPeopleAreNotHe() {
        let text = "Harold Quimby spoke. Critics said he had lied to the town about the mill."
        #expect(mention(of: "Harold Quimby", in: text) == .pronoun)
        let one = text.replacing("Critics", with: "Peter Hale")
        #expect(mention(of: "Harold Quimby", in: one) == TargetMention.none)
        let stranger = text.replacing("spoke.", with: "spoke. Xoan Vosk left.")
        #expect(mention(of: "Harold Quimby", in: stranger) == TargetMention.none)
    }

    @Test func theLeadersOwnWordsAreNotAboutTheLeader() {
        let text = "Harold Quimby last week said he would close the mill for a month."
        #expect(mention(of: "Harold Quimby", in: text) == TargetMention.none)
        let senator = "Senator Harold Quimby of Lowfen said he would close the mill for a month."
        #expect(mention(of: "Harold Quimby", in: senator) == TargetMention.none)
    }

    @Test func whoIsNamedOnceAmongManyIsHardlyHe() {
        let words = "Harold Quimby spoke. “He lied to us,” said Bo Lindgren."
        #expect(mention(of: "Harold Quimby", in: words) == .pronoun)
        let many =
            "Mary Hale, Jane Penn, Ann Roe and Ida Vik left the hall. It rained on the town. "
            + words
        #expect(mention(of: "Harold Quimby", in: many) == TargetMention.none)
        #expect(mention(of: "Harold Quimby", in: many + " Quimby left.") == .pronoun)
    }

    @Test func whoIsNamedAfterTwoOthersOfTheGenderIsHardlyHe() {
        let words = " spoke. “He lied to us,” said Bo Lindgren. Quimby left."
        #expect(
            mention(of: "Harold Quimby", in: "Peter Hale and Harold Quimby" + words) == .pronoun)
        let after = "Peter Hale, John Roe and Harold Quimby" + words
        #expect(mention(of: "Harold Quimby", in: after) == TargetMention.none)
    }

    @Test func whomTheSpeakerHasNamedIsHe() {
        let text =
            "“Peter Hale lied,” said Jane Penn, who advised Harold Quimby. “And he knew it well.”"
        #expect(mention(of: "Harold Quimby", in: text) == TargetMention.none)
        let other = text.replacing("Peter Hale lied", with: "It was a lie")
        #expect(mention(of: "Harold Quimby", in: other) == .pronoun)
    }

    @Test func withoutRolesTheUsersOwnAreKept() {
        func mention(_ words: String, roles: Bool) -> TargetMention? {
            let target = StanceTarget(
                name: "Ada Okello", aliases: ["the iron baker"], usesRoles: roles)
            let text = "President Ada Okello spoke. “\(words) lied to us,” said Bo Lindgren."
            return resolutions(text, target: target).last?.resolution.mention
        }
        #expect(mention("The president", roles: true) == .epithet)
        #expect(mention("The president", roles: false) == TargetMention.none)
        #expect(mention("The iron baker", roles: false) == .epithet)
        #expect(mention("Okello", roles: false) == .explicit)
    }

    /// By what the last quotation means a leader who is named alone.
    private func mention(of name: String, in text: String) -> TargetMention? {
        resolutions(text, target: StanceTarget(name: name)).last?.resolution.mention
    }
}
