import CaucusLanguage
import CaucusQuotes
import CaucusTarget
import CaucusText
import Testing

@testable import CaucusActs

@Suite("speech acts toward the target")
struct SpeechActTests {
    /// One act as found: which way, and who.
    struct Found: Equatable {
        var direction: Int
        var speaker: String
        var text: String
        var quotation: Quotation
        var act: SpeechAct
    }

    private static let ada = StanceTarget(
        name: "Ada Okello", aliases: ["the prime minister"], pronoun: .she)

    private func acts(
        in text: String, target: StanceTarget = ada, words: WordLists = .standard
    ) -> [Found] {
        let document = Document(id: "d", text: text)
        let acts = TargetResolver(target: target)
            .acts(
                in: QuotationExtractor(words: words).reading(of: document), by: ActTable(words))
        return zip(acts.extraction.quotations, acts.clauses).compactMap { quotation, clause in
            guard let clause else { return nil }
            return Found(
                direction: clause.act.direction, speaker: quotation.speaker?.name ?? "",
                text: text[quotation.content], quotation: quotation, act: clause.act)
        }
    }

    private static let opening = "Ada Okello has led the Harbor Party since the spring.\n\n"

    struct Case: CustomTestStringConvertible, Sendable {
        var sentence: String
        var direction: Int
        var speaker: String

        init(_ direction: Int, _ speaker: String, _ sentence: String) {
            self.sentence = sentence
            self.direction = direction
            self.speaker = speaker
        }

        var testDescription: String { sentence }
    }

    static let active: [Case] = [
        .init(-1, "Hugh Lindgren", "Hugh Lindgren accused Okello of hiding the bill."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren criticized Ms. Okello's handling of the flood."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren slammed the Okello government on Tuesday."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren called on her to resign."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren demanded Okello's resignation."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren urged Ada Okello to step down."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren voted against Okello's plan for the port."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren has broken with Okello over the toll."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren took direct aim at Okello in his speech."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren took Okello to task over the budget."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren lashed out at the prime minister on Friday."),
        .init(
            -1, "Hugh Lindgren", "Hugh Lindgren rejected Okello's claim that the toll was needed."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren blamed the shortage on Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren cast doubt on Okello's promise."),
        .init(-1, "Hugh Lindgren", "On Monday Hugh Lindgren blasted Okello and her ministers."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren pushed back against Okello's proposal."),
        .init(-1, "critics", "Unnamed critics denounced her."),
        .init(-1, "Republican lawmakers", "Republican lawmakers attacked the prime minister."),
        .init(-1, "Two aides", "Two aides questioned Okello's judgment."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren, a farmer from the east, mocked Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren, who owns a mill, ridiculed Okello in public."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren met reporters and then condemned Okello."),
        .init(
            -1, "Hugh Lindgren", "Hugh Lindgren left the hall early, accusing Okello of bad faith."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren is suing Okello over the dike."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren repeatedly and loudly booed Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren vowed to fight Okello's tax."),
        .init(-1, "Harbor Workers Union", "The Harbor Workers Union denounced Okello's wage bill."),
        .init(1, "Mary Hale", "Mary Hale praised Okello's handling of the strike."),
        .init(1, "Mary Hale", "Mary Hale endorsed Ada Okello for a second term."),
        .init(1, "Mary Hale", "Mary Hale threw her full support behind Okello."),
        .init(1, "Mary Hale", "Mary Hale defended Okello against the charges."),
        .init(1, "Mary Hale", "Mary Hale stood by the prime minister."),
        .init(1, "Mary Hale", "Mary Hale thanked Okello for the new school."),
        .init(1, "Mary Hale", "Mary Hale came to the defense of Okello."),
        .init(1, "Mary Hale", "Mary Hale heaped praise on Okello."),
        .init(1, "Mary Hale", "Mary Hale urged Okello to run again."),
        .init(1, "Mary Hale", "Mary Hale applauded Ben Roe and Ada Okello."),
        .init(1, "Mary Hale", "Mary Hale sided with Okello in the quarrel."),
        .init(1, "Mary Hale", "Mary Hale paid tribute to Okello at the dinner."),
        .init(1, "Mary Hale", "Mary Hale congratulated Okello and promised help."),
        .init(1, "Mary Hale", "Mary Hale said little and praised Okello all the same."),
    ]

    static let passive: [Case] = [
        .init(1, "Mary Hale", "Okello was praised by Mary Hale for the new bridge."),
        .init(-1, "Hugh Lindgren", "Ada Okello has been sharply criticized by Hugh Lindgren."),
        .init(-1, "Hugh Lindgren", "Okello, accused by Hugh Lindgren of waste, stayed at home."),
        .init(-1, "Hugh Lindgren", "Okello drew criticism from Hugh Lindgren over the toll."),
        .init(-1, "farmers", "Okello came under fire from farmers on Monday."),
        .init(1, "Mary Hale", "Okello won the backing of Mary Hale."),
        .init(1, "Mary Hale", "Okello's plan was applauded by Mary Hale."),
        .init(1, "voters", "Okello received a warm ovation from voters."),
    ]

    static let nominal: [Case] = [
        .init(-1, "Hugh Lindgren", "Hugh Lindgren's criticism of Okello filled the page."),
        .init(1, "Mary Hale", "Mary Hale's endorsement of Ada Okello came late."),
        .init(-1, "Hugh Lindgren", "In a stinging rebuke of Okello, Hugh Lindgren left the board."),
        .init(1, "Mary Hale", "Mary Hale voiced support for Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren renewed his attacks on Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren launched a bitter attack on the prime minister."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren is highly critical of Okello."),
        .init(1, "Mary Hale", "Mary Hale is proud of Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren was angry at Okello."),
    ]

    static let turned: [Case] = [
        .init(-1, "Hugh Lindgren", "Hugh Lindgren refused to endorse Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren never praised Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren did not support Okello's bill."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren no longer backs Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren withdrew his endorsement of Okello."),
        .init(1, "Mary Hale", "Mary Hale stopped short of criticizing Okello."),
        .init(1, "Mary Hale", "Mary Hale declined to condemn Okello."),
        .init(1, "Mary Hale", "Mary Hale did not blame Okello for the flood."),
        .init(1, "Mary Hale", "Mary Hale condemned the attack on Okello."),
        .init(1, "Mary Hale", "Mary Hale dismissed criticism of Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren praised Okello's critics."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren left without praising Okello."),
        .init(1, "Mary Hale", "Mary Hale urged Okello not to resign."),
    ]

    static let defended: [Case] = [
        .init(1, "Mary Hale", "Mary Hale rejected calls for Okello to resign."),
        .init(1, "Mary Hale", "Mary Hale dismissed claims that Okello had lied."),
        .init(1, "Mary Hale", "Mary Hale denied that Okello had cheated."),
        .init(1, "Mary Hale", "Mary Hale called the accusations against Okello lies."),
        .init(1, "Mary Hale", "Mary Hale scoffed at criticism of Okello."),
        .init(1, "Mary Hale", "Mary Hale denounced critics of Okello."),
        .init(1, "Mary Hale", "Mary Hale opposed the impeachment of Okello."),
        .init(1, "Mary Hale", "Mary Hale leapt to Okello's defence."),
        .init(1, "Mary Hale", "Mary Hale criticized the press for attacking Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren backed calls for Okello to step down."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren praised Ben Roe for standing up to Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren backed Ben Roe over Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren condemned Okello's attack on the judge."),
    ]

    static let named: [Case] = [
        .init(-1, "Hugh Lindgren", "Hugh Lindgren called Okello incompetent."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren considers Okello weak."),
        .init(1, "Mary Hale", "Mary Hale described Okello as brave."),
        .init(1, "Mary Hale", "Mary Hale called Okello a hero."),
        .init(-1, "Hugh Lindgren", "Okello faced accusations of theft from Hugh Lindgren."),
        .init(-1, "Hugh Lindgren", "Okello was urged by Hugh Lindgren to resign."),
        .init(-1, "Hugh Lindgren", "Okello faces calls from Hugh Lindgren to step down."),
        .init(-1, "Hugh Lindgren", "Criticism of Okello came from Hugh Lindgren."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren had harsh words for Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren was scathing about Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren wants Okello out."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren filed a no-confidence motion against Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren, accusing Okello of theft, left the hall."),
        .init(1, "Mary Hale", "Mary Hale was full of praise for Okello."),
        .init(-1, "Hugh Lindgren", "Hugh Lindgren said he had lost confidence in Okello."),
        .init(-1, "Mary Hale", "Mary Hale said she had no confidence in Okello."),
    ]

    @Test(arguments: active + passive + nominal + turned + defended + named)
    func anActIsFoundWithItsSourceAndSide(_ given: Case) throws {
        let found = acts(in: Self.opening + given.sentence)
        let act = try #require(found.first { $0.direction != 0 }, "\(found)")
        #expect(act.direction == given.direction, "\(act)")
        #expect(act.speaker.contains(given.speaker), "\(act)")
        #expect(found.count { $0.direction != 0 } == 1, "\(found)")
    }

    /// Sentences in which nobody acts toward the target.
    static let negatives = [
        "Okello accused Hugh Lindgren of hiding the bill.",
        "Okello praised the farmers of the east.",
        "Ada Okello defended the title she won in the spring.",
        "Okello blasted the opposition on Monday.",
        "Okello voted against the plan.",
        "Okello endorsed Mary Hale.",
        "Okello defended herself on the radio.",
        "Hugh Lindgren accused Mary Hale while Okello watched.",
        "Hugh Lindgren accused Ben Roe of lying, and Okello left.",
        "Hugh Lindgren met Okello on Monday.",
        "Hugh Lindgren succeeded Okello as mayor.",
        "Hugh Lindgren works for Okello.",
        "Hugh Lindgren watched Okello leave the hall.",
        "Mary Hale told the board that Okello would arrive at noon.",
        "Mary Hale praised Okello's daughter, who plays the flute.",
        "Mary Hale thanked Okello's driver.",
        "Mary Hale criticized an aide to Okello.",
        "The team defended the title in front of Okello.",
        "The chef praised the soup that Okello had sent back.",
        "Hugh Lindgren attacked the hill before Okello woke.",
        "A fine was charged to the office where Okello works.",
        "The charge of the battery amused Okello.",
        "Support from the beams held the roof above Okello.",
        "The wall backs onto the garden of the house that Okello owns.",
        "Okello drew a map from memory.",
        "Okello won the race from the start.",
        "Okello faced a long day from dawn.",
        "Okello received a letter from Mary Hale.",
        "Okello was met by Mary Hale at the station.",
        "Okello was born by the sea.",
        "The critic wrote about a play that Okello had seen.",
        "“Lindgren attacked Okello,” the sign read.",
        "The prime minister blamed the weather.",
        "The prime minister, who praised the crew, flew home.",
        "She thanked the nurses.",
        "She called on the board to resign.",
        "Her criticism of Hugh Lindgren was brief.",
        "Okello's attack on Hugh Lindgren surprised the room.",
        "Okello renewed her attacks on the press.",
        "Okello is proud of the bridge.",
        "Okello is critical of Hugh Lindgren.",
        "Ben Okello was praised by Mary Hale.",
        "Mary Hale asked when Okello would speak.",
        "Mary Hale condemned the storm. Okello slept.",
        "Mary Hale might endorse Okello.",
        "Mary Hale may call on Okello to resign.",
        "If Mary Hale endorses Okello, the vote is over.",
        "Mary Hale was expected to endorse Okello.",
        "Mary Hale would have praised Okello.",
        "Did Mary Hale accuse Okello of theft?",
        "Mary Hale declined to say whether she backed Okello.",
        "Mary Hale called Okello on Monday.",
        "Mary Hale praised Okello Street.",
        "Mary Hale attacked the Okello family.",
        "Mary Hale fired a clerk for attacking Okello.",
    ]

    @Test(arguments: negatives)
    func whereNobodyActsTowardTheTargetThereIsNoAct(_ sentence: String) {
        let found = acts(in: Self.opening + sentence).filter { $0.direction != 0 }
        #expect(found.isEmpty, "\(found)")
    }

    @Test func theContentGoesFromTheVerbToTheEndOfItsComplement() throws {
        let text =
            Self.opening + "Hugh Lindgren took Okello to task over the toll, but he stayed."
        let act = try #require(acts(in: text).first)
        #expect(act.text == "took Okello to task over the toll")
        #expect(act.quotation.rule == "speech-act")
        #expect(act.quotation.form == .indirect)
        #expect(act.quotation.cue.map { text[$0] } == "took")
        #expect(act.quotation.source.map { text[$0] } == "Hugh Lindgren")
    }

    @Test func aQuotationWhoseCueIsTheActKeepsItsOneRow() throws {
        let text = Self.opening + "Hugh Lindgren accused Okello of “a cheap and shabby trick.”"
        let document = Document(id: "d", text: text)
        let reading = QuotationExtractor().reading(of: document)
        let acts = TargetResolver(target: Self.ada).acts(in: reading)
        #expect(acts.clauses.compactMap(\.self).count == 1)
        #expect(acts.extraction.quotations.count == max(1, reading.extraction.quotations.count))
    }

    @Test func theExtractionItselfStaysAsItIs() {
        let text = Self.opening + "Mary Hale endorsed Okello. “It is late,” said Ben Roe, a baker."
        let document = Document(id: "d", text: text)
        let extractor = QuotationExtractor()
        #expect(
            extractor.reading(of: document).extraction.quotations
                == extractor.extraction(of: document).quotations)
    }

    @Test func aSourceHasTheIdOfItsOtherQuotations() throws {
        let text =
            Self.opening + "“It is late,” said Mary Hale, a baker. Hale endorsed Okello on Monday."
        let act = try #require(acts(in: text).first)
        #expect(act.quotation.speaker?.id == "mary-hale")
    }

    @Test func aPronounOfSomebodyElseIsNotTheTarget() {
        let text = Self.opening + "Mrs. Mary Hale resigned. Hugh Lindgren accused her of theft."
        #expect(acts(in: text).isEmpty)
    }

    @Test func everyOneOfSeveralSourcesIsCredited() {
        let found = acts(in: Self.opening + "Hugh Lindgren, Ben Roe and Mary Hale praised Okello.")
        #expect(Set(found.map(\.speaker)) == ["Hugh Lindgren", "Ben Roe", "Mary Hale"])
        #expect(found.allSatisfy { $0.direction == 1 })
        #expect(Set(found.map(\.text)).count == 3)
    }

    @Test func whoTellsOfAnothersActDoesNone() throws {
        let text = Self.opening + "Mary Hale said Ben Roe had accused Okello of lying."
        let found = acts(in: text)
        let told = try #require(found.first { $0.speaker == "Mary Hale" })
        #expect(told.act == .reported)
        let own = try #require(found.first { $0.speaker == "Ben Roe" })
        #expect(own.direction == -1)
        #expect(own.quotation.confidence < 0.8)
    }

    /// Which way a quotation's own words go, as the scorer resolves it.
    private func contentActs(in text: String) -> [SpeechAct?] {
        let document = Document(id: "d", text: Self.opening + text)
        let reading = QuotationExtractor().reading(of: document)
        let resolver = TargetResolver(target: Self.ada)
        var acts = resolver.acts(in: reading)
        let resolutions = resolver.resolutions(
            for: acts.extraction, in: document, told: acts.resolutions)
        acts.findInContents(resolutions, reading, by: .standard)
        return acts.clauses.map { $0?.act }
    }

    @Test(arguments: [
        (-1, "it was time for Okello to go"),
        (-1, "it is time for Okello to take his last bow"), (1, "Okello must not resign"),
        (1, "Okello should stay"), (-1, "Okello must go"), (1, "Okello had done nothing wrong"),
        (-1, "the city would be better off without Okello"), (-1, "Okello was the worst mayor"),
        (1, "Okello's resignation would be a disaster"), (1, "critics of Okello were fools"),
        (-1, "the town deserves better than Okello"),
        (-1, "she is not sure Okello can win back the trust of the town"),
    ])
    func aSpeakersOwnWordsAreAnAct(direction: Int, words: String) {
        let found = contentActs(in: "Mary Hale said \(words).").compactMap(\.self)
        #expect(found.map(\.direction) == [direction])
    }

    @Test func aFirstPersonActInQuotationMarksIsTheSpeakers() {
        let found = contentActs(in: "“I have lost confidence in Okello,” said Mary Hale, a baker.")
        #expect(found.compactMap(\.self).map(\.direction) == [-1])
        let others = contentActs(in: "“Nobody attacked Okello,” said Mary Hale, a baker.")
        #expect(others.compactMap(\.self).isEmpty)
    }

    /// Issue 14: what a user adds is found, and wins over what the lists say.
    @Test func aUsersActsAreFoundWithTheirFileAlone() throws {
        let words = try WordLists(
            adding: [
                (
                    "mine.txt",
                    Array(
                        """
                        [verb against 2]
                        zing drag+_through
                        [verb favor 2]
                        zing slam+
                        [noun against 2: of]
                        zinger
                        [noun favor 2: of for]
                        criticism
                        """.utf8)
                )
            ])
        for (sentence, added, builtIn) in [
            ("Hugh Lindgren zinged Okello over the tolls.", -1, nil),
            ("Hugh Lindgren's zinger of Okello was brief.", -1, nil),
            ("Hugh Lindgren slammed Okello on Monday.", 1, -1),
            ("Hugh Lindgren's criticism of Okello was brief.", 1, -1),
            ("Hugh Lindgren praised Okello on Monday.", 1, 1),
        ] as [(String, Int, Int?)] {
            let text = Self.opening + sentence
            #expect(acts(in: text, words: words).map(\.direction) == [added], "\(sentence)")
            #expect(acts(in: text).map(\.direction) == (builtIn.map { [$0] } ?? []), "\(sentence)")
        }
    }

    @Test func everyVerbOfTheTableHasItsForms() {
        let forms = ActTable.forms(of: "deny")
        #expect(forms[LetterFolding.key(of: "denied")] == [.past, .participle])
        #expect(ActTable.forms(of: "slam+")[LetterFolding.key(of: "slamming")] == .gerund)
        #expect(ActTable.standard.frames.count > 500)
    }

    @Test(arguments: ["", "Okello", "Okello ", "accused Okello", "Okello’s", "her her her\n\nher"])
    func hostileTextsDoNoHarm(_ text: String) {
        #expect(acts(in: Self.opening + text).count <= 1)
        #expect(acts(in: text).allSatisfy { $0.direction == 0 || !$0.text.isEmpty })
    }
}
