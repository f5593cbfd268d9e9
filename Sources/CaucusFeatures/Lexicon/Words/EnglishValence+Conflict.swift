/// Attack, blame, quarrel.
extension EnglishValence {
    static let conflict = """
        [conflict verb -4]
        crucify dehumanise dehumanize demonise demonize eviscerate savage vilify
        [conflict verb -3.5]
        assail berate besmirch castigate defame denigrate denounce disembowel disgrace excoriate
        lambast lambaste malign pillory revile rip+ shred+ smear tear/tore/torn_into trash
        [conflict verb -3]
        accuse attack bash belittle blast boo call_out censure chastise condemn decry demean
        deride discredit disparage fire_back_at go/went/gone_after hammer heckle humiliate impugn
        insult jeer lash_out libel lie_about mock pile_on rail_against rebuke reprimand reproach
        repudiate ridicule scathe scoff scold scorn skewer slam+ slander sneer
        take/took/taken_to_task taunt tear/tore/torn_apart turn_against upbraid vandalize
        vituperate
        [conflict verb -2.5]
        accost admonish alienate anger antagonise antagonize badger blame boycott
        browbeat/browbeat/browbeaten bully chide criticise criticize defy deplore disavow disown
        enrage fault harass hit/hit_out hold/held_accountable infuriate intimidate knock
        lay/laid_into menace offend outrage poke_fun protest provoke rebel+ rebuff reject revolt
        shun+ snub+ spurn take/took/taken_a_swipe take/took/taken_aim target threaten
        [conflict verb -2]
        annoy avenge balk bemoan bicker block brawl bristle butt_heads carp clamp_down clash
        complain confront contradict crack_down derail deter+ disagree disapprove dispute disrupt
        dissent dissuade distrust divide face_off fall/fell/fallen_out feud fire_back foil
        frustrate fume gripe grumble hamper hinder hit/hit_back hobble impede interrupt irk
        irritate lament lock_horns mistrust needle object obstruct oppose polarise polarize
        push_back quarrel quibble rage rail rankle rant rebut+ refute resist retaliate seethe
        spar+ spat+ squabble stonewall stymie subvert thwart troll undercut/undercut vent
        [conflict verb -1.5]
        brush_off cast/cast_doubt caution collide contend counter deflect demand deny dismiss
        disobey doubt downplay drag+_feet encroach grill haggle interfere intrude meddle poke
        press pressure question retort scrutinise scrutinize shrug+_off shut/shut_down warn
        [conflict verb -1]
        argue call_on challenge claim compare debate differ face fight/fought force insist prompt
        raise_eyebrows raise_questions react react_to respond_to rival stop+
        [conflict noun -3.5]
        bloodbath character_assassination condemnation defamation demonisation demonization
        denunciation diatribe hatchet_job hatred hit_job libel mudslinging slander smear takedown
        tirade venom vilification vitriol witch_hunt
        [conflict noun -3]
        accusation acrimony animosity antipathy attack betrayal bombast broadside censure contempt
        enmity firestorm furor furore fury hostility insult invective loathing malice mockery
        onslaught outcry outrage put-down putdown rancor rancour rebuke reprimand revulsion
        ridicule scorn slur spite uproar wrath
        [conflict noun -2.5]
        adversary anger barb blame boycott broadsides bullying clash conflict confrontation
        criticism crossfire defiance discord divisiveness enemy/enemies fault feud foe grievance
        grudge harassment infighting insurrection intimidation ire jab menace mutiny
        nemesis/nemeses polarisation polarization provocation rage rebellion rebuff rejection
        reproach resentment retaliation retribution revenge revolt showdown sniping snub strife
        swipe threat uprising vendetta
        [conflict noun -2]
        antagonist battle blowback brawl clampdown crackdown critic demonstration demonstrator
        denial derision detractor disagreement disapproval discontent disdain dispute dissension
        dissent dissenter dissident distrust feuding filibuster flak food_fight fracas friction
        gridlock hardball hardliner heckler holdout interference meddling mistrust objection
        obstruction obstructionism opponent opposition protest protester protestor pushback
        quarrel resistance rift rival row sabotage schism spat split squabble stalemate stand-off
        standoff tension troll uphill_battle war_of_words
        [conflict noun -1.5]
        brinkmanship brinksmanship contention controversy debate dismissal doubt hard_line
        jockeying line_in_the_sand partisanship pressure question rivalry sceptic scepticism
        scrutiny skeptic skepticism tribalism ultimatum/ultimatums warning
        [conflict noun -1]
        comment fallout fight impetus reaction refusal remark response
        [support noun 0.5]
        troops youth
        [conflict adj -3]
        abusive acrimonious blistering caustic contemptuous demeaning derogatory disdainful
        disparaging insulting malicious poisonous rancorous savage scathing scornful spiteful
        vengeful venomous vicious vindictive vitriolic withering
        [conflict adj -2.5]
        angry antagonistic bellicose belligerent bitter combative confrontational defiant divisive
        enraged furious hostile incendiary incensed inflammatory irate livid mean mean-spirited
        menacing mutinous nasty outraged pugnacious rancid rebellious testy threatening toxic ugly
        [conflict adj -2]
        accusatory adversarial aggrieved argumentative beleaguered besieged contentious critical
        disapproving disgruntled dismissive dissenting divided embattled embittered exasperated
        fiery fractious fractured harsh heated indignant obstructionist polarising polarizing
        quarrelsome resentful retaliatory sarcastic sardonic sharp-tongued shrill strident
        [conflict adj -1.5]
        aggressive blunt bruising contested controversial curt disputed hard-line hardline opposed
        sceptical skeptical stern tense terse thorny unapologetic
        [conflict adj -0.5]
        pointed
        [conflict word -2]
        against anti-government anti-trump at_loggerheads at_odds in_opposition in_the_crosshairs
        under_fire up_in_arms versus
        [conflict word -1.5]
        amid despite in_spite_of what_about
        """
}
