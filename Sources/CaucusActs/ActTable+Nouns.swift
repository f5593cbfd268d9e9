/// Nouns and adjectives by which somebody takes sides, and nouns that turn a verb's direction round.
extension ActTable {
    /// Nouns of acts with the words that lead to the target: “criticism of”, “support for”.
    static let nouns: [(direction: Int, strength: Int, words: String, leads: String)] = [
        (
            -1, 3,
            """
            attack attacks assault assaults broadside broadsides tirade tirades diatribe diatribes rant rants salvo
            salvos condemnation denunciation denunciations repudiation rebellion revolt mutiny lawsuit lawsuits suit
            takedown onslaught barrage contempt disdain scorn hatred fury invective smear smears insult insults vitriol
            """,
            "on upon of against for at toward towards"
        ),
        (
            -1, 2,
            """
            criticism criticisms critique critiques rebuke rebukes reproach reprimand censure disapproval opposition
            complaint complaints accusation accusations allegation allegations charge charges swipe swipes jab jabs dig
            digs shot shots potshots barb barbs anger outrage frustration frustrations dissatisfaction displeasure
            disappointment disgust dismay distrust mistrust impatience exasperation rejection defiance campaign protest
            protests fight feud quarrel grievance grievances objections objection resistance resentment animosity
            antipathy hostility ire wrath unhappiness no-confidence ridicule mockery backlash unease
            """,
            "of on at against with toward towards to over about in"
        ),
        (
            -1, 1,
            "concern concerns doubt doubts misgivings reservations skepticism scepticism worry worries warning warnings",
            "about over of with to regarding"
        ),
        (
            1, 3,
            """
            endorsement endorsements praise acclaim support backing adulation admiration applause tribute tributes
            ovation loyalty allegiance devotion enthusiasm confidence faith trust gratitude affection
            """,
            "of for to in behind toward towards"
        ),
        (
            1, 2,
            """
            defense defence approval appreciation respect sympathy encouragement commendation congratulations thanks
            advocacy embrace blessing compliments
            """,
            "of for to toward towards"
        ),
    ]

    /// Verbs that carry a noun's act from their subject: “voiced support for”, “renewed her attacks on”.
    static let carriers = """
        voice, express, offer, give/gave/given, launch, mount, deliver, issue, level, show, declare, announce,
        reiterate, repeat, pledge, renew, make/made, lead/led, join, reaffirm, intensify, step+ up, escalate,
        throw/threw/thrown, lend/lent, file, bring/brought, direct, aim, fire, hurl, unleash, air, state, signal,
        add/added, sharpen, ramp up, ratchet up, keep/kept up, continue, begin/began/begun, start, feel/felt, share,
        have/had, harbor, harbour, hold/held, take/took/taken, post, tweet, write/wrote/written, publish, pen+,
        stage, organize, organise, register, vent, telegraph, extend, offer up, double down on, stand/stood by, defend,
        justify, explain, maintain, restate, underline, underscore, emphasize, stress, send/sent, whip+ up, stoke
        """

    /// Verbs that take a noun's act back: “withdrew her endorsement of”.
    static let withdrawals = """
        withdraw/withdrew/withdrawn, rescind, revoke, retract, drop+, pull, end, lose/lost, withhold/withheld, refuse,
        abandon, reconsider, suspend, cancel, reverse, regret+, disavow, soften, tone down, mute, apologize for
        """

    /// Verbs by which an act comes to the target as their subject: “drew criticism from”, “came under fire from”.
    static let receivers = """
        draw/drew/drawn, face, receive, win/won, earn, get/got/gotten, attract, gain, secure, enjoy, have/had, suffer,
        weather, endure, provoke, spark, prompt, trigger, elicit, invite, meet/met, meet/met with, come/came/come under,
        come/came/come in for, take/took/taken, garner, collect, pick up, land, run/ran/run into, encounter, hear/heard,
        lose/lost, retain, keep/kept, generate, evoke, incur+
        """

    /// Further nouns of acts that only come to the target: “fire from”, “the wrath of”.
    static let receivedNouns: [(direction: Int, strength: Int, words: String)] = [
        (
            -1, 3,
            "fire scorn boos jeers flak heat condemnation fury attack attacks scathing drubbing"
        ),
        (
            -1, 2,
            "pushback blowback backlash criticism scrutiny brickbats scolding dressing-down catcalls"
        ),
        (
            1, 3,
            "cheers plaudits kudos accolades applause ovation bouquets endorsement endorsements nod"
        ),
        (1, 2, "marks compliments welcome reception embrace"),
    ]

    /// Adjectives that tell a stance with the words that lead to the target: “critical of”, “proud of”.
    static let adjectives: [(direction: Int, strength: Int, words: String, leads: String)] = [
        (
            -1, 2,
            """
            critical dismissive scornful contemptuous disdainful distrustful mistrustful wary skeptical sceptical
            suspicious resentful intolerant tired weary ashamed afraid fearful disapproving
            """,
            "of"
        ),
        (-1, 3, "scathing damning withering scornful contemptuous vitriolic", "about of on"),
        (1, 3, "effusive glowing", "about"),
        (
            -1, 2,
            """
            angry furious livid upset unhappy frustrated disappointed disgusted dissatisfied displeased disillusioned
            impatient irritated annoyed incensed outraged infuriated enraged appalled dismayed exasperated disenchanted
            fed-up irate
            """,
            "at with by in over about"
        ),
        (-1, 2, "opposed hostile antagonistic resistant averse", "to toward towards"),
        (
            -1, 1, "concerned worried alarmed uneasy troubled nervous doubtful uncertain unsure",
            "about by with at"
        ),
        (1, 3, "supportive proud full-of-praise appreciative admiring", "of"),
        (1, 3, "loyal devoted committed indebted", "to"),
        (1, 2, "grateful thankful", "to for"),
        (1, 2, "enthusiastic excited bullish", "about"),
        (1, 2, "sympathetic friendly faithful", "to toward towards with"),
        (1, 2, "impressed pleased happy satisfied delighted thrilled", "by with at"),
        (1, 2, "confident", "in"),
        (1, 1, "fond", "of"),
    ]

    /// What a noun of the target's, or one that leads to the target, does to the direction of the verb before
    /// it: “demanded his resignation” is against him, “condemned the attack on him” is not.
    static let turners = """
        resignation ouster ousting removal departure exit impeachment defeat downfall demise arrest prosecution
        expulsion suspension firing dismissal sacking recall indictment conviction imprisonment censure overthrow
        critics critic opponents opponent rivals rival challenger challengers opposition foes foe enemies enemy
        detractors detractor accuser accusers adversary adversaries attacker attackers haters successor replacement
        attack attacks assault assaults criticism criticisms smear smears lawsuit lawsuits suit probe probes
        investigation investigations inquiry inquiries charges allegations accusations accusation insult insults
        witch-hunt rebellion revolt revolts protest protests protesters protestors demonstrators impeachers threats
        threat plot plots coup defection backlash
        """

    /// Those of ``turners`` that are somebody's doing: “his attack” is his own, “the attack on him” is not.
    static let deeds = """
        attack attacks assault assaults smear smears lawsuit lawsuits suit charges allegations accusations accusation
        insult insults rebellion revolt revolts protest protests threats threat plot plots criticism criticisms
        """

    /// People who are against somebody: whoever calls them fools is not.
    static let opponents = """
        critics critic opponents opponent rivals rival foes foe enemies enemy detractors detractor accusers accuser
        adversaries adversary attackers attacker haters
        """

    /// People around the target, whom an act may well mean instead: no act toward the target is read.
    static let others = """
        wife husband son sons daughter daughters father mother brother sister family parents children child kids aide
        aides staff staffer staffers spokesman spokeswoman spokesperson adviser advisers advisor advisors lawyer lawyers
        attorney attorneys friend friends ally allies supporter supporters voter voters fan fans donor donors nominee
        nominees pick predecessor predecessors deputy deputies colleague colleagues counterpart counterparts
        niece nephew cousin uncle aunt in-law son-in-law neighbor neighbors client clients wing base backers backer
        home hometown country state city constituents victims victim employees employee co-workers boyfriend girlfriend
        """

    /// Words by which somebody wants something of somebody: “calls for her to go”, “demands that he stay”.
    static let pleas = """
        call calls demand demands appeal appeals plea pleas request requests pressure suggestion suggestions proposal
        proposals push bid bids motion motions petition petitions
        """

    /// Words for what is said of somebody; the clause after “that” tells which way.
    static let claims = """
        claim claims allegation allegations accusation accusations suggestion suggestions rumour rumours rumor rumors
        report reports charge charges insinuation insinuations speculation assertion assertions talk notion idea view
        """

    /// Those of ``claims`` that are against somebody whatever they say.
    static let accusations =
        "allegation allegations accusation accusations charge charges insinuation insinuations"

    /// Verbs by which somebody says that a thing is not so; and verbs that call somebody something: “called her a liar”, “described her as brave”; without “as” those
    /// of the second list need it.
    static let denials = "deny"
    static let naming =
        "call, label, brand, dub+, consider, deem, pronounce, declare, find/found, think/thought"
    static let namingAs = """
        describe, regard, see/saw/seen, view, portray, paint, depict, denounce, condemn, dismiss, deride, hail,
        praise, ridicule, mock, blast, slam+, laud, lambaste, characterize, characterise, criticize, criticise,
        decry, castigate, pillory, label, brand, dub+, cast/cast, tar+, reject, attack
        """

    /// What somebody is asked to do who is to go.
    static let leaving = """
        resign quit step go leave withdraw exit retire depart vacate stand bow abdicate drop pull recuse apologize
        apologise stop retract relent surrender concede reconsider drop
        """

    /// What somebody is asked to do who is to stay or to win.
    static let staying = "run stay remain return lead continue serve win"

    /// Nouns that a wish turns against the target: “demanded her resignation”, “called for his apology”.
    static let unfriendlyWishes = """
        resignation ouster ousting removal departure exit impeachment defeat downfall arrest prosecution expulsion
        suspension firing dismissal sacking recall indictment conviction imprisonment censure overthrow head apology
        tax records testimony replacement
        """

    /// Nouns that a wish makes for the target.
    static let friendlyWishes = """
        re-election reelection return release nomination confirmation reinstatement election candidacy victory
        """
}
