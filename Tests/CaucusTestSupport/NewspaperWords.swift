/// The words of ``NewspaperText``, by kind.
enum NewspaperWords {
    static func list(_ words: String) -> [String] {
        words.split(separator: ",").map { entry in
            entry.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Verbs, nouns and adjectives of taking sides, in the forms by which rules tell them apart.
    static let verbs = list(
        """
        accuse, accused, accusing, accuses, praise, praised, praising, praises, criticized, criticizing, criticizes,
        denounced, denouncing, slammed, blasted, endorsed, endorsing, endorse, endorses, backed, backing, backs, supported,
        supporting, support, defended, defending, thanked, rejected, rejecting, dismissed, dismissing, denied, denying,
        disputing, disputed, questioned, challenged, challenging, called, calling, calls, called on, calling for, urged,
        urging, urges, demanded, demanding, asked, told, wants, wanted, warned, took aim at, took, taking, take, to take,
        task, took her to task, drew, drawing, faced, facing, received, won, earned, lost, losing, came under, came to, aid,
        withdrew, withdrawing, pulled, dropped, voiced, voicing, expressed, expressing, launched, renewed, emphasized,
        chose, choosing, appeared, appears, refused to, declined to, failed to, stopped short of, stop, instead of,
        lost confidence in, has confidence in, have faith in, voted against, vote for, broke with, turned on, stood by,
        rallied behind, described, describing, described as, branded, labeled, portrayed, dubbed, considers, deemed,
        gave, giving, gave her credit, throw support behind, pour scorn on, resign, to resign, resigned, step down, go,
        to go, must go, should stay, quit, remain, stay, trust, trusts, hate, oust, to oust, impeach, lie, lied, lying
        """)
    static let nouns = list(
        """
        criticism of, criticism, attacks on, assault on, assaults on, praise for, support for, opposition to, endorsement of,
        rebuke of, a rebuke of, confidence in, resignation, re-election, handling of, record, plan, plans, policy, campaign,
        critics of, opponents of, supporters of, allies of, calls for, calls, demands, pleas, claims that, the claim that,
        allegations that, accusations of, chorus of, wave of, full of, a storm of, cheers from, fire from, under fire from,
        the wrath of, contempt for, doubts about, concerns about, thanks to, tribute to, a liar, a hero, a disgrace,
        a coward, a friend, nothing wrong, better than, better off without, time for, time to take a walk, war on
        """)
    static let adjectives = list(
        """
        critical of, scathing about, angry at, angry with, proud of, loyal to, supportive of, wary of, tired of, unfit, brave,
        weak, corrupt, strong, honest, disappointed in, opposed to, confident in, determined to, ready to, keen to, able to
        """)
    static let acts = [verbs, nouns, adjectives]

    static let names = list(
        """
        Penn, Tull, Penn and Tull, Ruth Okello, Okello, Hugh Lindgren, Lindgren, Piers Dorn, Mr. Dorn, Mrs. Vik, Ms. Okello,
        Sen. Brace, Senator Brace, Gov. Farrow, Desmond Farrow, Dr. A. B. Moss, Moss, the Lorn Council, the Harbor Party,
        Senate, the Senate, Democrats, Republicans, Congress, Lorn, St. Anne, O'Dell, d'Arcy, van der Meer, Jr., Quill's,
        Ada Quill, MacBride, UNP, U.N.P., Élise Brûlé, Łukasz Ż., Ødegård, Сергей Волков, ALL CAPS NAME
        """)
    static let pronouns = list(
        "he, she, him, her, his, hers, they, them, their, it, its, I, we, my, our, himself, herself, who, whom, you"
    )
    static let saying = list(
        """
        said, says, say, saying, told, told reporters, added, wrote, tweeted, asked, replied, according to, argued, insisted,
        claimed, admitted, announced, noted, stated, believes, thinks, thought, knows, feared, expects, promised, vowed
        """)
    static let stops = [".", ".", ".", ".", "!", "?", "…", "...", ".”", ";", ":", "", ",", "?!"]
    static let breaks = [
        "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", " ", " ", "\n\n\n", "\u{2028}", "\n \n", "\n- ",
        "\n* ", "", "\t", "\n\u{A0}\n",
    ]
    static let spaces = ["\u{A0}", "  ", "\t", "\n", "\u{2009}", "\u{200B}", "\r\n", ""]
    static let marksAlone = [
        ",", ",", ",", ",", "-", "–", "—", "--", ";", ":", "(", ")", "[", "]", "/", "'", "’", "\"",
        "“", "”", "‘", "’", "«", "»", "…", "*", "&", ", and", ", but", "...", ".", "?", "'s", "’s",
        ",,", "- - -", "\u{200F}", "\u{93}", "😀", "%", "$", "@", "#tag", "http://example.org/a",
    ]
    static let marks: [(open: String, close: String)] = [
        ("“", "”"), ("“", "”"), ("\"", "\""), ("'", "'"), ("‘", "’"), ("«", "»"), ("``", "''"),
        ("„", "“"), ("(", ")"), ("“", "\""),
    ]
    static let closeMarks: Set<Unicode.Scalar> = [
        ",", ".", ";", ":", ")", "]", "”", "’", "»", "…", "?", "!", "'", "%",
    ]
    static let openMarks: Set<Unicode.Scalar> = ["(", "[", "“", "‘", "«", "„", "`", "\n"]

    static let of: [NewspaperText.Kind: [String]] = [
        .saying: saying, .act: verbs, .noun: nouns, .adjective: adjectives, .pronoun: pronouns,
        .preposition: list(
            """
            of, for, in, on, at, by, to, with, from, about, against, over, under, than, without, as, after, before, behind,
            like, despite, among, into, up, out, off, down, toward, between, because of, instead
            """),
        .conjunction: list(
            "and, and, or, but, nor, while, although, if, unless, whether, because, when, that, so, yet, as"
        ),
        .mark: marksAlone,
        .determiner: list(
            "the, the, a, an, this, that, these, some, any, no, every, both, many, more, most, all, several, another"
        ),
        .auxiliary: list(
            """
            is, was, were, are, be, been, being, has, have, had, do, does, did, will, would, can, could, may, might, must,
            should, 's, 'd, 'll, 've, has been, was being, would have, ought to, needs to
            """),
        .adverb: list(
            "sharply, never, only, also, again, not only, just, often, publicly, now, then, still, ever, too, hardly"
        ),
        .time: list(
            "on Monday, Tuesday, this week, last year, in May, earlier, today, yesterday, at noon, since 2031"
        ),
        .thing: list(
            "bill, port, toll, budget, flood, school, law, tax, plan, deal, vote, idea, city, way, war, speech, letter"
        ),
        .people: list(
            """
            critics, voters, senators, a senator, a spokesman, officials, teachers, the teachers' union, nurses, those, others,
            some, everybody, nobody, the mayor, a professor, two lawmakers, dozens of lawmakers, police, aides, fools
            """),
        .negation: list(
            "not, n't, never, no, no longer, nobody, neither, nothing, without, cannot, won't"),
        .relative: list("who, which, that, whose, whom, where, what"),
        .number: ["2", "1,200", "3.5", "2031", "50-50", "$4", "12th", "1st", "two", "dozens"],
    ]

    static let kinds: [NewspaperText.Kind] =
        NewspaperText.Kind.allCases + [
            .leader, .leader, .leader, .name, .name, .mark, .conjunction,
        ]

    /// Kinds of words in the order of sentences that rules are written for.
    static let patterns: [[NewspaperText.Kind]] = [
        [.name, .act, .leader, .preposition, .thing],
        [.name, .auxiliary, .negation, .act, .leader, .mark, .saying, .name],
        [.act, .leader, .thing, .mark, .name, .conjunction, .name, .act],
        [.preposition, .noun, .leader, .adverb, .mark, .name, .conjunction, .name, .act],
        [.leader, .auxiliary, .act, .preposition, .name, .conjunction, .name],
        [.leader, .act, .noun, .name, .mark, .relative, .saying, .pronoun, .act, .pronoun],
        [.name, .saying, .relative, .pronoun, .auxiliary, .act, .noun, .leader],
        [.name, .mark, .name, .conjunction, .name, .act, .leader],
        [.pronoun, .auxiliary, .adjective, .leader, .conjunction, .act, .pronoun, .time],
        [.noun, .leader, .act, .preposition, .name, .time],
        [.name, .act, .name, .preposition, .act, .leader],
        [.name, .act, .noun, .leader, .conjunction, .act, .pronoun, .preposition, .thing],
        [.leader, .auxiliary, .determiner, .adjective, .thing],
        [.people, .relative, .act, .leader, .auxiliary, .people],
        [.pronoun, .auxiliary, .time, .preposition, .leader, .act],
        [.conjunction, .name, .act, .leader, .mark, .name, .auxiliary, .negation, .act],
        [.name, .mark, .determiner, .people, .mark, .act, .adverb, .leader],
        [.leader, .act, .mark, .act, .leader, .mark, .conjunction, .name, .conjunction, .name],
        [
            .pronoun, .act, .leader, .preposition, .determiner, .noun, .leader, .mark, .saying,
            .people,
        ],
        [.saying, .name, .mark, .leader, .auxiliary, .act, .number, .thing],
    ]
}
