/// How well something is done, and by whom.
extension EnglishValence {
    static let competence = """
        [competence verb -3.5]
        botch bungle destroy devastate ruin sabotage wreck
        [competence verb -3]
        blow/blew/blown_it blunder choke collapse crash crash_and_burn cripple
        drive_into_the_ground drop+_the_ball fail flop+ flounder foul_up fumble implode mess_up
        mishandle mismanage run/ran/run_amok screw_up self-destruct squander
        [competence verb -2.5]
        backfire beat/beat_around_the_bush bite/bit_off_more come/came/come_under_fire
        come/came/come_up_short cross_the_line crumble decline deteriorate eat/ate_crow
        eat/ate_his_words embarrass endanger erode fall/fell/fallen_apart fall/fell/fallen_short
        fall/fell_behind fall/fell_flat fall/fell_from_grace falter flail fritter
        go/went/gone_wrong go/went_off_the_rails go/went_too_far hang/hung_by_a_thread
        hit/hit_a_wall imperil jeopardise jeopardize kick_the_can lose/lost lose/lost_control
        lose/lost_ground lose/lost_the_plot lose/lost_touch mar+ miscalculate misfire misjudge
        misread/misread miss_the_boat miss_the_mark misspeak/misspoke/misspoken overreach
        pass_the_buck put/put_foot_in_mouth run/ran/run_aground run/ran_out_of_steam
        run/ran_out_of_time shoot/shot_himself shoot/shot_in_the_foot sit/sat_on_hands
        spin/spun_out_of_control spiral squabble_over stagnate stain struggle stumble sully taint
        tarnish throw/threw_in_the_towel underestimate undermine unravel+ waste weaken worsen
        [competence verb -2]
        babble backslide/backslid blink bow_out buckle bumble capitulate cave_in cede complicate
        concede_defeat confuse dawdle disappoint dither drift drone fizzle flinch flub+ fold
        forget/forgot/forgotten garble goof hesitate lag+ languish loiter lower malfunction
        meander misallocate misapply mismatch misplace miss misstep+ mistake/mistook/mistaken
        mistime misunderstand/misunderstood muddle muff overestimate overlook overplay overpromise
        overreact oversell/oversold overshoot/overshot overthink/overthought ramble relent retreat
        sink/sank/sunk slip+ slump sputter stall stutter surrender trail underdeliver underfund
        underperform underrate vacillate waver
        [competence verb -1.5]
        abort cancel delay duck_out grapple limp plateau postpone punt retract reverse scramble
        scrap+ shrink/shrank/shrunk stray suffer suspend wrestle
        [competence verb 0.5]
        fund
        [competence verb 1]
        approve commit+ enact establish implement launch lead/led learn manage organise organize
        pass plan pledge promise sign tighten vow work
        [competence verb 1.5]
        look_forward move_forward stay_the_course
        [competence verb 2]
        accelerate adapt attain build/built complete create deserve earn ease energise energize
        equip+ expand expedite fulfil+ fulfill grow/grew/grown hold/held_the_line
        make/made_progress make/made_strides merit mobilise mobilize motivate navigate negotiate
        outline pave_the_way perform prepare progress pull_off rebuild/rebuilt recover
        set/set_the_record stand/stood_firm stand/stood_tall step+_up tackle
        take/took/taken_charge upgrade
        [competence verb 2.5]
        advance bounce_back break/broke_the_mold broker carry_the_day come/came_out_on_top elevate
        enhance enrich fix gain get/got_the_job_done heal hold/held_her_own hold/held_his_own
        improve innovate keep/kept_cool level_the_playing_field modernise modernize outmaneuver
        outwit+ pass_the_test pioneer raise_the_bar rebound reform repair resolve restore revive
        secure simplify solve stabilise stabilize stay_on_message steal/stole_the_show streamline
        strengthen surge turn_the_corner turn_the_tide unify weather_the_storm win/won_over
        win/won_the_day
        [competence verb 3]
        accomplish ace achieve break/broke/broken_through clinch dazzle deliver exceed flourish
        get/got_things_done hit/hit_a_home_run impress knock_it_out_of_the_park make/made_history
        outperform overcome/overcame/overcome prosper rescue revitalise revitalize
        rise/rose/risen_to_the_occasion save soar succeed surpass thrive transform turn_around
        vanquish win/won wow
        [competence verb 3.5]
        conquer excel+ master outshine/outshone prevail revolutionise revolutionize shine/shone
        triumph
        [competence noun -4]
        catastrophe debacle
        [competence noun -3.5]
        buffoon clown clown_show collapse disaster dumpster_fire dunce failure fiasco fool idiot
        imbecile incompetence ineptitude laughing_stock laughingstock meltdown moron train_wreck
        trainwreck
        [competence noun -3]
        absurdity albatross basket_case blunder boondoggle botch bungling calamity chaos circus
        crisis/crises demise dereliction disarray downfall dysfunction embarrassment empty_suit
        flop folly foolishness idiocy ignorance insanity joke lame_duck loser lost_cause lunacy
        madhouse madness mayhem mess mismanagement negligence nightmare non-starter nonsense
        nonstarter paper_tiger quagmire recklessness ruin screw-up screwup shambles stupidity
        turmoil wreck
        [competence noun -2.5]
        achilles_heel amateur backfire backlash blemish can_of_worms comedy_of_errors confusion
        credibility_gap dead_duck dead_end decline defeat deficit_of_trust deterioration
        downward_spiral drubbing erosion error failing flaw free_fall freefall gaffe growing_pains
        house_of_cards humiliation inaction indecision inexperience last_resort last_straw
        liability lightweight loss lost_opportunity miscalculation miscue mishap misjudgment
        missed_opportunity misstep mistake neglect neophyte novice own_goal pandora's_box
        pipe_dream pushover rout setback shellacking shortcoming sitting_duck slippery_slope
        sore_loser spent_force stagnation stumble stumbling_block tailspin trouncing underachiever
        uphill_climb wake-up_call weakness white_elephant wimp wing_and_a_prayer
        [competence noun -2]
        about-face absence also-ran anticlimax backlog blind_spot bottleneck bumbling burden
        capitulation complacency deadlock delay difficulties difficulty disadvantage
        disappointment disorder disorganization distraction disunity dud fatigue flip flub
        forgetfulness foul-up frailty glitch goof handicap has-been headache hiccup hurdle impasse
        inability inattention incapacity incompatibility ineffectiveness inefficiency inertia lack
        lapse lemon letdown lethargy lightning_rod misunderstanding mix-up muddle myopia obstacle
        omission outcast oversight paralysis pariah problem retreat reversal short-sightedness
        sideshow slip slip-up slump snag surrender trouble u-turn underdog underperformance
        unpreparedness vacuum void washout woe
        [competence noun -1.5]
        attempt question_mark wishful_thinking
        [competence noun -1]
        bump challenge concern dilemma gamble hesitation limitation risk uncertainty
        [competence noun -0.5]
        issue
        [competence noun 0.5]
        chance future rights
        [competence noun 1]
        energy expert judgement judgment
        [competence noun 2]
        ambition benefit capability clarity contender credential dealmaker focus foothold growth
        headway heavyweight initiative innovation know-how legacy momentum opportunity pragmatism
        pragmatist preparedness problem-solver professional qualification readiness reform
        reformer reputation statecraft statesmanship stride upgrade veteran
        [competence noun 2.5]
        ability advantage asset boon charisma charm comeback confidence credibility cure diligence
        discipline dream_team effectiveness efficiency eloquence experience favorite favourite
        finesse fix front-runner front_runner frontrunner gain gravitas grit improvement
        intelligence merit poise professionalism progress prosperity rebound recovery remedy
        renaissance resolve revival safe_pair_of_hands skill solution stability stamina
        steady_hand strong_suit tenacity track_record turnaround
        [competence noun 3]
        accomplishment achievement acumen champion competence determination expertise feat
        foresight game-changer game_changer icon ingenuity innovator intellect landmark leadership
        legend milestone perseverance pioneer powerhouse prodigy prowess resilience rising_star
        savvy shrewdness star strength success superstar talent victory virtuoso vision win winner
        wisdom
        [competence noun 3.5]
        breakthrough brilliance excellence giant greatness home_run landslide luminary
        masterstroke mastery slam_dunk tour_de_force trailblazer visionary
        [competence noun 4]
        genius mastermind triumph
        [competence adj -4]
        abysmal calamitous catastrophic disastrous ruinous unhinged
        [competence adj -3.5]
        atrocious clueless delusional demented deranged dreadful dumb hapless horrendous idiotic
        imbecilic incompetent inept insane moronic pathetic stupid unfit woeful
        [competence adj -3]
        absurd asinine bankrupt botched broken buffoonish bumbling bungled careless chaotic
        childish clownish crazy crippling dismal doomed dysfunctional embarrassing erratic failed
        failing feckless feeble foolhardy foolish gutless hopeless humiliating ignorant
        ill-advised ill-conceived ill-equipped ill-informed ill-prepared impotent inane incoherent
        ineffective ineffectual infantile irresponsible juvenile laughable loony ludicrous
        negligent nonsensical nutty petulant preposterous reckless ridiculous rudderless senile
        short-sighted shortsighted spineless tone-deaf toothless uninformed unprepared unqualified
        unstable useless wacky weak worthless wrong-headed wrongheaded
        [competence adj -2.5]
        absent-minded addled amateurish awkward battered beatable befuddled bewildered bruised
        cack-handed clumsy confused counterproductive crippled defeated defective deficient
        dim-witted disappointing disorganised disorganized disoriented doddering faulty flawed
        forgetful half-baked half-hearted halfhearted ham-fisted ham-handed hasty helpless
        hidebound hot-headed hotheaded immature impetuous impractical impulsive inadequate
        inexperienced insufficient irrelevant lackluster lacklustre lazy lily-livered long-winded
        losing lost mealy-mouthed mediocre mercurial messy mistaken naive obsolete outdated
        outgunned outmatched over-the-hill paralyzed past-it poor powerless rash scatterbrained
        shaky sloppy slow-witted stale subpar tarnished thin-skinned tired tongue-tied
        trigger-happy underwhelming undisciplined unelectable uninspired uninspiring unpopular
        unpresidential unproductive unrealistic unserious unsteady unsuccessful unsure
        unsustainable untenable unworkable volatile vulnerable washed-up weak-kneed weakened
        wishy-washy wobbly wrong
        [competence adj -2]
        accident-prone ailing ambiguous bland boring confusing contradictory convoluted difficult
        dull error-prone frail frustrated gaffe-prone haphazard hesitant inconsistent indecisive
        lethargic limp low-energy moribund overmatched overwhelmed problematic robotic sluggish
        stagnant stalled stiff timid troubled troublesome unclear uneven unorthodox unpredictable
        unready untested vague wavering wooden
        [competence adj -1.5]
        costly doubtful late limited missing narrow premature risky slow struggling unable
        uncertain unlikely untimely unwilling
        [competence adj 0.5]
        quick tough
        [competence adj 1]
        centrist early engaged important major moderate new senior serious significant
        [competence adj 2]
        able adaptable agile ambitious apt articulate attentive calm careful coherent collected
        composed consistent constructive cool favored favoured firm fit flexible healthy leading
        lively measured methodical meticulous nimble notable noteworthy practical pragmatic
        prestigious professional prominent promising proven ready realistic renowned responsive
        solid sound strategic tactical up-and-coming viable workable
        [competence adj 2.5]
        authoritative battle-tested bold can-do clear-eyed clear-headed clever commanding
        compelling confident creative credible dedicated deft dependable determined dexterous
        diligent disciplined dynamic efficient electable energetic enterprising experienced
        far-sighted farsighted focused forward-looking hands-on hard-nosed hard-working
        hardworking industrious influential innovative insightful knowledgeable level-headed
        levelheaded no-nonsense organised organized perceptive persistent persuasive poised
        powerful prepared productive proficient prosperous prudent qualified quick-witted rational
        reasonable reliable resolute respected robust seasoned self-assured self-made self-reliant
        sensible sharp-minded stable steady steely sure-footed surefooted thoughtful thriving
        tough-minded unflappable unshakable unstoppable vibrant vigorous well-informed well-known
        well-liked well-prepared well-qualified well-read
        [competence adj 3]
        accomplished adept astute brainy capable charismatic competent decisive distinguished
        effective electrifying eloquent eminent excellent fearless first-rate formidable gifted
        great historic illustrious impressive indomitable inspiring intelligent invincible
        landmark monumental presidential resilient savvy shrewd skilful skilled skillful smart
        statesmanlike strong successful talented tenacious tireless top-notch transformational
        transformative victorious winning wise world-class
        [competence adj 3.5]
        extraordinary ground-breaking groundbreaking inspirational legendary masterly remarkable
        stellar sterling superb towering triumphant unmatched unrivaled
        [competence adj 4]
        brilliant exceptional magnificent masterful outstanding peerless visionary
        [competence word -2.5]
        asleep_at_the_switch asleep_at_the_wheel at_a_loss behind_the_curve dead_in_the_water
        dead_on_arrival down_the_drain in_deep_trouble in_denial in_disarray in_free_fall
        in_hot_water in_over_head in_ruins in_shambles in_tatters in_trouble missing_in_action
        not_up_to off_the_rails on_life_support on_the_brink on_the_defensive on_the_ropes
        on_thin_ice out_of_control out_of_her_depth out_of_his_depth out_of_ideas under_water
        up_to_no_good
        [competence word -1]
        left_behind off_course
        [competence word 0.5]
        forward
        [competence word 1.5]
        ahead moving_forward on_course up_front
        [competence word 2.5]
        above_the_fray ahead_of_the_curve at_the_helm cool_under_pressure in_command in_good_shape
        in_the_lead on_a_roll on_point on_top on_track second_to_none up_to_the_job up_to_the_task
        """
}
