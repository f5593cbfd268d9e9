/// Good and bad, without saying in what.
extension EnglishValence {
    static let evaluation = """
        [evaluation verb -3]
        cheapen degrade pervert spoil
        [evaluation verb -2]
        alarm appall besiege bore disenchant disillusion disturb dog+ eclipse fester haunt hound
        mire overshadow overwhelm plague reek repel+ saddle smack_of underwhelm unnerve unsettle
        [evaluation verb 1.5]
        attract benefit entertain fascinate gratify intrigue refresh suit+
        [evaluation verb 2.5]
        beautify captivate charm electrify enchant enthrall+ please satisfy
        [evaluation noun -3.5]
        abomination obscenity scourge travesty
        [evaluation noun -3]
        baloney bullshit cesspool crap curse debris drivel eyesore filth garbage hogwash
        monstrosity nuisance poison rubbish stain trash
        [evaluation noun -2.5]
        bad_faith baggage black_eye black_mark blight cliche cloud delusion detriment downside
        drawback fallacy fantasy frenzy hazard hysteria illusion instability misconception myth
        peril pitfall quackery red_flag stigma taint turbulence upheaval worst-case
        [evaluation noun -2]
        bane bitter_pill bother cesspit double_whammy farrago gut_punch gutter hassle hodgepodge
        kick_in_the_teeth kiss_of_death minefield perfect_storm powder_keg punch_in_the_gut
        quicksand race_to_the_bottom sewer slap_in_the_face ticking_time_bomb time_bomb tinderbox
        vicious_circle vicious_cycle
        [evaluation noun -1.5]
        buzzword caveat drama excuse gimmickry gossip hype mystery oddity pretext rumor rumour
        soap_opera spectacle speculation
        [evaluation noun 0.5]
        security
        [evaluation noun 1.5]
        distinction elegance fun humor humour novelty privilege rationality reward sanctuary wit
        [evaluation noun 2]
        backbone balm bastion beacon bedrock bulwark cornerstone crown_jewel elixir feather_in_cap
        linchpin lodestar panacea pillar safeguard stronghold tonic
        [evaluation noun 2.5]
        award bonus boost breath_of_fresh_air bright_spot fresh_air gift good good_faith good_news
        importance medal plus positive potential prize promise quality shot_in_the_arm
        silver_lining trophy upside value worth
        [evaluation noun 3]
        beauty gem glory godsend highlight inspiration marvel masterpiece miracle paragon
        perfection pleasure splendor treasure wonder
        [evaluation adj -4]
        abominable hellish worst
        [evaluation adj -3.5]
        awful egregious hideous horrible horrid insufferable nauseating outrageous repulsive
        revolting sickening terrible
        [evaluation adj -3]
        bad/worse/worst bone-chilling crappy cringe-worthy cringeworthy damning execrable ghastly
        god-awful godawful gross grotesque hair-raising illogical indefensible inexcusable
        infamous insidious intolerable irrational irredeemable lamentable lousy nightmarish
        notorious pernicious pitiful putrid rotten scandalous shocking sickly squalid unacceptable
        unbearable undeserved unforgivable unpardonable unspeakable unthinkable unwarranted
        woebegone wretched
        [evaluation adj -2.5]
        alarming anti-democratic bizarre bleak chilling corrosive creepy damaging dark detrimental
        dire distasteful disturbing draconian excessive frightening grim ill-fated objectionable
        ominous regrettable scary sinister terrifying tragic troubling undesirable unfortunate
        unnecessary unpleasant unreasonable unsavory unsavoury unwanted unwelcome weird worrisome
        worrying
        [evaluation adj -2]
        abrupt absurdist adverse bumpy cheap depressing dirty disconcerting discouraging
        disheartening drab drastic dreary dubious empty far-fetched filthy garish gaudy grave
        grubby hollow implausible inflated inflexible intransigent lame lopsided meaningless
        messed-up negative obstinate odd one-sided peculiar pointless precarious rigid rocky seedy
        senseless severe shabby shallow simplistic sorry stormy strange stubborn superficial
        surreal suspicious tedious thankless tiresome trivial turbulent unbelievable uncalled-for
        unconvincing undeserving undue unedifying unfavorable unfavourable unflattering unfriendly
        ungracious ungrateful unhelpful unholy unimpressive unjustified unkind unlucky unnerving
        unprecedented unremarkable unseemly unsettling untoward unyielding vacuous
        [evaluation adj -1.5]
        cumbersome hard inconvenient onerous overblown overheated overrated rough rushed sensitive
        so-called supposed tricky unconventional unexpected unusual
        [evaluation adj 1]
        clear complete engaging full natural normal simple
        [evaluation adj 2]
        acceptable accurate adequate advantageous appropriate balanced bright classic clean
        colorful convenient correct deserving fascinating fresh funny gentle humorous interesting
        intriguing justified modern original proper pure right satisfactory suitable sustainable
        timely true unforgettable unique useful valid vivid well-deserved well-earned witty
        [evaluation adj 2.5]
        adorable appealing attractive beneficial charming cute dashing desirable elegant endearing
        enviable estimable exciting first-class fruitful golden graceful handsome harmonious
        heartening heartwarming high-caliber ideal idyllic invigorating likable likeable lofty
        lovable luminous meaningful nice nourishing optimal pleasant positive prime radiant rare
        redemptive refreshing restorative rewarding rosy salutary soothing special spotless
        stainless stylish sunny superior sweet thrilling top-tier unblemished unparalleled
        untarnished uplifting valuable welcome wholesome worthy
        [evaluation adj 3]
        admirable commendable delightful fine good/better/best iconic invaluable laudable lovely
        magical memorable praiseworthy priceless stunning super tremendous
        [evaluation adj 3.5]
        amazing awesome beautiful exemplary exquisite fabulous fantastic flawless gorgeous
        incredible marvellous marvelous perfect spectacular splendid sublime terrific wonderful
        [evaluation adj 4]
        best glorious phenomenal
        [evaluation adv -2.5]
        badly/worse/worst falsely horribly poorly unfairly unjustly wrongly
        [evaluation adv -2]
        alarmingly bizarrely disturbingly inexplicably needlessly regrettably sadly tragically
        unfortunately
        [evaluation adv 1]
        correctly fairly fortunately hopefully luckily properly rightly thankfully
        [evaluation adv 2.5]
        admirably brilliantly finely magnificently well/better/best wonderfully
        """
}
