/// Verbs by which somebody takes sides, with the words that lead to whom.
///
/// An entry is `verb words…`; entries are parted by commas. The verb is written `base`, `base/past` or
/// `base/past/participle`, where the regular forms do not serve; `+` doubles its last letter before “-ed”
/// and “-ing”. `_` stands for the target; without it the target comes last. “accuse” is met in “accused
/// the mayor of lying”, “take aim at” in “took direct aim at her”, “take _ to task” in “took her to task”.
extension ActTable {
    /// Direction, strength and entries.
    static let verbs: [(direction: Int, strength: Int, entries: String)] = [
        (
            -1, 3,
            """
            denounce, condemn, blast, slam+, lambaste, lambast, excoriate, castigate, berate, assail, pillory,
            savage, vilify, skewer, eviscerate, lacerate, scorch, bash, trash, deride, ridicule, mock, taunt,
            insult, disparage, denigrate, belittle, demean, smear, malign, deplore, decry, revile, repudiate,
            disown, impeach, sue, heckle, boo, jeer, impugn, besmirch, blister, flay, roast, torch, upbraid,
            rip+, rip+ into, tear/tore/torn into, lay/laid into, light/lit into, lash, lash out at, lash out
            against, hit/hit out at, hit/hit back at, rail against, rail at, inveigh against, fulminate against,
            thunder against, rage against, rage at, fume at, sneer at, scoff at, spit/spat at, swipe at, turn on,
            turn against, go/went/gone after, come/came/come out against, come/came/come down on, speak/spoke/spoken out against,
            campaign against, march against, protest against, demonstrate against, rally against, rise/rose/risen up against,
            vote against, vote to impeach, vote to censure, vote to convict, vote to oust, vote to remove,
            vote to condemn, rebel+ against, revolt against, mutiny against, plot+ against, testify against,
            pour scorn on, heap scorn on, pour cold water on, heap abuse on, hurl abuse at, hurl insults at,
            hurl invective at, launch attack on, launch attack against, launch broadside against, mount attack on,
            lead/led charge against, lead/led revolt against, file complaint against, file lawsuit against,
            file suit against, bring/brought suit against, file articles of impeachment against,
            introduce articles of impeachment against, table motion of no confidence in, vote no confidence in,
            express no confidence in, take/took/taken _ to task, take/took/taken _ to court, drag+ _ through,
            declare war on, wage war on, read/read _ the riot act, give/gave/given _ a failing grade,
            call _ a liar, call _ a disgrace, call _ a coward, call _ a fraud, call _ a failure,
            call _ a disaster, call _ unfit, brand _ a liar, brand _ a coward, label _ a liar, deem _ unfit,
            pronounce _ unfit, dress down, cast/cast as unfit, have/had no confidence in, lose/lost confidence in,
            lose/lost faith in, lose/lost trust in, lose/lost patience with, wash hands of, disavow, renounce, abhor,
            loathe, despise, detest, hate, have/had harsh words for, have/had sharp words for, want _ out,
            want _ gone, want _ removed, file motion against, table motion against, submit motion against,
            introduce motion against, file a no-confidence motion against, launch bid to oust,
            launch bid to unseat, regret+, rue
            """
        ),
        (
            -1, 2,
            """
            accuse, criticize, criticise, attack, rebuke, chide, scold, censure, admonish, reprimand, chastise,
            reproach, reprove, fault, blame, knock, hammer, pummel, slap+, spank, jab+, needle, pan+, lampoon,
            satirize, satirise, caricature, oppose, reject, rebuff, spurn, snub+, dismiss, denigrate, undercut/undercut/undercut,
            undermine, discredit, defy, disobey, boycott, protest, resist, fight/fought, battle, combat, bemoan, lament,
            bewail, scorn, rubbish, indict, charge, target, hound, grill, confront, distrust, mistrust, doubt,
            disapprove of, despair of, complain about, complain of, gripe about, grumble about, moan about, whine about,
            fret about, fret over, object to, take/took/taken issue with, take/took/taken exception to, take/took/taken aim at,
            take/took/taken shots at, take/took/taken a shot at, take/took/taken a swipe at, take/took/taken a dig at,
            take/took/taken a jab at, take/took/taken potshots at, take/took/taken umbrage at, find/found fault with,
            pick a fight with, pick apart, poke fun at, make/made fun of, make/made light of, poke holes in,
            bristle at, balk at, chafe at, recoil at, seethe at, push back against, push back on, push back at,
            fire back at, shoot/shot back at, strike/struck back at, strike/struck out at, snap+ at, bark at, clap+ back at,
            break/broke/broken with, break/broke/broken ranks with, break/broke/broken from, part ways with, split/split with,
            clash with, feud with, spar+ with, tangle with, quarrel with, fall/fell/fallen out with,
            disagree with, differ with, argue against, argue with, stand/stood up to, stand/stood against, run/ran/run against,
            speak/spoke/spoken against, work against, organize against, organise against, mobilize against,
            mobilise against, warn against, caution against, advise against, lobby against, side against, go/went/gone against,
            walk out on, turn back on, turn up heat on, heap blame on, place blame on, put/put blame on, blame on, lay/laid blame on,
            lay/laid blame at, pin+ blame on, point finger at, point fingers at, cast/cast doubt on, cast/cast aspersions on,
            raise doubts about, express doubts about, voice doubts about, cast/cast a vote against, withdraw/withdrew/withdrawn support from,
            withdraw/withdrew/withdrawn support for, withdraw/withdrew/withdrawn endorsement of, rescind endorsement of,
            pull endorsement of, pull support for, pull support from, drop+ support for, end support for,
            withhold/withheld support from, distance from, distance himself from, distance herself from, distance themselves from,
            distance itself from, desert, abandon, ditch, dump, defect from, resign over, quit/quit over, resign in protest at,
            resign in protest of, resign in protest over, call _ out, hold/held _ responsible, hold/held _ accountable,
            hold/held _ to account, haul _ before, serve _ with, slap+ _ with, put/put _ on notice, tell/told _ to resign,
            paint _ as, portray _ as, cast/cast _ as, brand _, tar+ _, accuse of, suspect _ of, charge _ with,
            liken _ to, dub+ _, subpoena, investigate, unseat, oust, topple, overthrow/overthrew/overthrown,
            tire of, sour on, mislead/misled, betray, sabotage, obstruct, stonewall, stymie, thwart, block, veto
            """
        ),
        (
            -1, 1,
            """
            question, challenge, contradict, dispute, contest, rebut+, refute, warn, caution, press, pressure, corner,
            tweak, tease, rib+, chuckle at, laugh at, roll eyes at, sigh at, worry about, fear, second-guess,
            correct, counter, needle, prod+, nag+, pester, provoke, threaten, pursue, scrutinize, scrutinise,
            quiz+, downplay, minimize, minimise, ignore, overlook, sidestep+, bypass, disregard, flout, query, puzzle over,
            raise concerns about, raise questions about, raise alarm about, raise eyebrows at, voice concerns about,
            voice concern about, voice concern over, express concern about, express concern over, express concerns about,
            express dismay at, express alarm at, express frustration with, vent frustration with,
            express disappointment with, express disappointment in, express regret over, express outrage over,
            express outrage at, express anger at, voice anger at, voice frustration with, voice opposition to,
            express opposition to, state opposition to, declare opposition to, express skepticism about, express scepticism about,
            take/took/taken a dim view of, demand answers from, demand an apology from, demand apology from,
            demand explanation from, seek/sought to unseat, seek/sought to oust, lead/led opposition to,
            sound alarm about, issue rebuke of, issue rebuke to, issue warning to, deliver rebuke to, deliver blow to,
            deal/dealt blow to
            """
        ),
        (
            1, 3,
            """
            endorse, praise, applaud, commend, laud, hail, extol+, acclaim, exalt, glorify, lionize, lionise, venerate,
            revere, adore, admire, salute, celebrate, toast, champion, rally behind, rally around, rally round, rally to,
            rush to defend, leap/leapt to defense of, leap/leapt to defence of, spring/sprang/sprung to defense of,
            come/came/come to defense of, come/came/come to defence of, rise/rose/risen to defense of,
            rush to defense of, jump to defense of, come/came/come to _ aid, come/came/come to _ rescue,
            come/came/come to _ defense, come/came/come to _ defence, leap/leapt to _ defense,
            leap/leapt to _ defence, rush to _ defense, rush to _ defence, jump to _ defense, jump to _ defence,
            spring/sprang/sprung to _ defense, spring/sprang/sprung to _ defence, rush to _ aid,
            have/had kind words for, have/had warm words for, throw/threw/thrown support behind,
            throw/threw/thrown weight behind, put/put weight behind, lend/lent support to, give/gave/given support to,
            give/gave/given backing to, give/gave/given blessing to, give/gave/given endorsement to, offer support to,
            offer support for, pledge support for, pledge support to, pledge allegiance to, pledge loyalty to,
            swear/swore/sworn allegiance to, swear/swore/sworn loyalty to, declare support for, voice support for,
            express support for, reaffirm support for, announce support for, state support for, signal support for,
            show support for, announce endorsement of, heap praise on, heap praise upon, lavish praise on,
            shower praise on, pour praise on, offer praise for, sing/sang/sung praises of, sing/sang/sung the praises of,
            pay/paid tribute to, pay/paid homage to, express confidence in, express full confidence in, express confidence that, voice confidence that, voice confidence in,
            declare confidence in, have/had confidence in, have/had faith in, put/put faith in, put/put trust in,
            express admiration for, express gratitude to, stand/stood by, stand/stood behind, stand/stood with,
            stand/stood up for, stick/stuck by, stick/stuck with, stick/stuck up for, vouch for, campaign for, stump for,
            canvass for, vote for, come/came/come out for, come/came/come out in support of, speak/spoke/spoken out for,
            speak/spoke/spoken up for, go/went/gone to bat for, root for, give/gave/given _ high marks,
            give/gave/given _ credit, cheer on, call _ a hero, call _ a friend, call _ a patriot, crown,
            give/gave/given standing ovation to, throw/threw/thrown arms around, cast/cast ballot for,
            cast/cast vote for, rally support for, drum+ up support for, urge voters to back, urge voters to support
            """
        ),
        (
            1, 2,
            """
            back, support, defend, welcome, cheer, thank, congratulate, compliment, credit, honor, honour, embrace,
            favor, favour, trumpet, tout, promote, trust, respect, appreciate, vindicate, exonerate, absolve, shield,
            protect, encourage, reassure, bolster, boost, buoy, validate, approve, approve of, advocate for, argue for,
            plead for, make/made case for, side with, ally with, align with, agree with, concur+ with, sympathize with,
            sympathise with, empathize with, join forces with, work alongside, fall/fell/fallen in behind, fall/fell/fallen in line behind,
            line up behind, coalesce around, coalesce behind, unite behind, unite around, close ranks around, close ranks behind,
            get/got/gotten behind, swing/swung behind, warm to, warm up to, rise/rose/risen to defend, fundraise for, fund-raise for,
            raise money for, donate to, contribute to, knock doors for, go/went/gone easy on, give/gave/given _ a boost,
            nominate, renominate, re-elect, reelect, elect, befriend, hand _ victory, lobby for, testify for, testify on behalf of,
            speak/spoke/spoken on behalf of, speak/spoke/spoken in defense of, speak/spoke/spoken in support of,
            speak/spoke/spoken in favor of, speak/spoke/spoken highly of, speak/spoke/spoken warmly of,
            speak/spoke/spoken well of, speak/spoke/spoken fondly of, campaign with, campaign alongside, campaign on behalf of,
            appear alongside, share stage with, hug+, forgive/forgave/forgiven, excuse, pardon, acquit+, clear
            """
        ),
        (
            1, 1,
            """
            acknowledge, recognize, recognise, prefer+, love, wish _ well,
            look forward to working with, hope to work with, cooperate with, look up to,
            offer congratulations to, offer condolences to, extend congratulations to, send/sent congratulations to,
            celebrate with, thank goodness for, nod to
            """
        ),
    ]

    /// Verbs that want something of or for the target: “to” and a verb, or a noun of the target's, gives the
    /// direction: “called on her to resign”, “demanded her resignation”, “urged her to run”.
    static let wishes = """
        urge, call on, call upon, call for, ask, tell/told, press, push, pressure, implore, beseech/besought,
        beg+, exhort, order, command, instruct, direct, advise, counsel, warn, remind, petition, challenge,
        dare, invite, demand, demand that, insist that, ask that, seek/sought, want, urge that, plead with,
        appeal to, appeal for, lobby, encourage, expect, force, push for, press for, campaign for, clamor for,
        clamour for, agitate for, petition for, lead/led calls for, join calls for, join call for, join chorus for,
        support calls for, back calls for, renew calls for, repeat calls for, reiterate calls for, echo calls for,
        add/added voice to calls for, amplify calls for, demand to see, recommend, propose
        """
}
