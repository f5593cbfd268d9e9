/// Honesty, decency, hatred of groups.
extension EnglishValence {
    static let morality = """
        [morality verb -3.5]
        abuse corrupt desecrate exploit lie/lied molest rape
        [morality verb -3]
        backstab betray connive debase deceive discriminate dishonor dishonour double-cross dupe
        fearmonger gaslight/gaslit manipulate mislead/misled oppress pander plot scapegoat scheme
        victimise victimize
        [morality verb -2.5]
        appease backpedal backtrack buy/bought_off coddle conceal cover_up demagogue disrespect
        dissemble distort exaggerate fan+_the_flames flip-flop+ fudge grandstand/grandstanded
        hide/hid/hidden line_pockets mischaracterize misrepresent misstate pay/paid_lip_service
        pay/paid_off peddle play_games play_politics poison_the_well pretend prevaricate
        pull_strings renege sell/sold_out spin/spun stereotype stoke stoop
        throw/threw/thrown_under_the_bus twist waffle whitewash
        [morality verb -2]
        abandon boast bow_to brag+ break/broke/broken_promise cave cherry-pick condescend desert
        dodge duck embellish equivocate flaunt forsake/forsook/forsaken gloat grovel ignore
        ingratiate insinuate kowtow lecture neglect patronise patronize posture preen
        sensationalize sidestep+ swagger toady walk_back
        [morality verb -1.5]
        apologise apologize confess
        [morality verb -1]
        admit+ concede regret+
        [morality verb -0.5]
        acknowledge
        [morality verb 1.5]
        own_up repent
        [morality verb 2.5]
        atone keep/kept_promises keep/kept_word put/put_country_first redeem respect
        tell/told_the_truth uphold/upheld
        [morality noun -4]
        anti-semite anti-semitism antisemitism atrocity bigot bigotry depravity despot dictator
        evil fascism fascist monster nazi nazism neo-nazi predator racism racist sadist
        sexual_predator tyrant white_supremacist white_supremacy xenophobe
        [morality noun -3.5]
        abuser authoritarian authoritarianism betrayer brute bully charlatan conman coward
        cowardice cruelty deceit deception demagogue despotism dictatorship dirtbag homophobia
        hypocrisy hypocrite immorality islamophobia liar lie misogynist misogyny molester
        narcissism narcissist oppression oppressor psychopath racial_slur scoundrel scumbag
        sellout sexism sexist shame sociopath thug treachery turncoat turpitude tyranny villain
        xenophobia
        [morality noun -3]
        adulterer adultery arrogance asshole backstabber bastard bias callousness charade cheater
        con creep creepiness crookedness debauchery demagoguery discrimination disgrace dishonesty
        dishonor dishonour disinformation disrespect double_standard duplicity ego egomaniac
        exploitation extremism extremist fabrication falsehood fanatic farce fear-mongering
        fearmongering filthiness gaslighting greed hubris immaturity indecency indignity
        inequality infidelity injustice insensitivity intolerance jerk manipulation megalomaniac
        mendacity misinformation mistress opportunism opportunist pandering perversion pervert
        philanderer prejudice prick propaganda race-baiter race-baiting radicalism rat
        scaremongering scum selfishness sham sleaze sleazebag slimeball smokescreen snake vanity
        vulgarity weasel womanizer zealot
        [morality noun -2.5]
        arm-twisting backroom_deal blowhard bluster boasting braggart conceit crocodile_tears
        crony cult distortion dog-whistle dog_whistle double-dealing doublespeak doublethink
        egotism elite elitism elitist entitlement evasion exaggeration favoritism favouritism
        flip-flop flip-flopper gimmick half-truth henchman/henchmen hyperbole ideologue
        influence_peddling lackey lip_service loudmouth minion misstatement nativism nativist pawn
        pettiness ploy political_theater political_theatre puppet revolving_door rhetoric
        scapegoat scheme secrecy self-dealing self-enrichment spin stooge stunt swamp
        sweetheart_deal sycophant toady untruth virtue-signaling vote-buying vulgarian
        whataboutism yes-man/yes-men
        [morality noun -1.5]
        double-talk grandstanding innuendo insinuation machination politicking populism populist
        posturing talking_points
        [morality noun 1.5]
        birthright church civil_rights faith family_values freedom_of_speech heritage human_rights
        prayer religion tradition values
        [morality noun 2]
        accountability candor candour charity civility duty empathy equality freedom liberty
        maturity modesty respectability responsibility sacrifice transparency
        [morality noun 3]
        authenticity character compassion conscience fairness generosity gentleman/gentlemen grace
        humanity humility kindness loyalty moral_authority moral_clarity moral_compass morality
        nobility principle role_model sincerity statesman/statesmen stateswoman/stateswomen
        straight_shooter tolerance truth truth-teller truthfulness
        [morality noun 3.5]
        bravery courage decency dignity honesty honor honour integrity patriot patriotism
        selflessness valor valour virtue
        [morality noun 4]
        hero heroism saint
        [morality adj -4]
        barbaric depraved despicable diabolical evil fascist heinous inhuman inhumane monstrous
        nazi racist sadistic satanic tyrannical vile
        [morality adj -3.5]
        abhorrent amoral anti-semitic antisemitic appalling bigoted contemptible cowardly cruel
        deceitful deplorable despotic dictatorial disgraceful disgusting dishonest homophobic
        hypocritical immoral islamophobic loathsome misogynist misogynistic narcissistic odious
        predatory reprehensible repugnant ruthless sexist shameful sociopathic unconscionable
        unethical unscrupulous xenophobic
        [morality adj -3]
        anti-american arrogant authoritarian autocratic backstabbing blasphemous bogus callous
        crude deceptive discriminatory dishonorable dishonourable disrespectful duplicitous
        extremist false fanatical fear-mongering greedy hate-filled hateful heartless indecent
        insensitive intolerant lewd manipulative mendacious misleading money-grubbing obscene
        offensive oppressive phoney phony power-hungry prejudiced race-baiting radical repressive
        sacrilegious selfish shambolic shameless sleazy sordid soulless two-faced two-timing
        un-american unfair unjust unpatriotic unprincipled untrue untrustworthy untruthful
        unworthy vulgar
        [morality adj -2.5]
        alt-right baseless biased boorish bullying conceited condescending conniving crass cynical
        debunked demagogic devious discredited disingenuous egotistical elitist entitled evasive
        extreme fabricated fake far-left far-right groundless improper inappropriate insincere
        nationalist nativist nepotistic opportunistic patronising patronizing petty pompous rude
        scheming secretive self-interested self-serving shady shifty slick slimy sly smug sneaky
        spoiled tacky tasteless unbecoming uncivil undignified unfounded vain
        [morality adj -2]
        aloof boastful bombastic brash calculating cocky elusive exaggerated flamboyant haughty
        hyperbolic misguided murky opaque opportunist out-of-touch partisan politically_motivated
        politicized privileged unproven unrepentant unsubstantiated
        [morality adj 1]
        accountable
        [morality adj 1.5]
        apologetic contrite devout earnest even-handed evenhanded faithful frank impartial mature
        nonpartisan open outspoken plainspoken religious remorseful straightforward traditional
        [morality adj 2.5]
        authentic candid civil down-to-earth fair forthright genuine gracious honest-to-god humane
        just modest relatable respectful responsible reverent tolerant transparent
        [morality adj 3]
        altruistic big-hearted compassionate conscientious decent dignified ethical fair-minded
        gallant generous humble kind magnanimous moral patriotic righteous sincere trustworthy
        truthful valiant
        [morality adj 3.5]
        brave courageous heroic honest honorable honourable incorruptible noble principled saintly
        selfless upright virtuous
        [morality word -2.5]
        behind_closed_doors hand_in_glove in_bed_with out_of_touch two-tiered
        """
}
