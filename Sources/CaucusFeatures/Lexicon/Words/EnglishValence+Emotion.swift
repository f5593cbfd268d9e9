/// What people feel.
extension EnglishValence {
    static let emotion = """
        [emotion verb -3]
        abhor+ despise detest dread hate horrify loathe resent terrify
        [emotion verb -2.5]
        agonise agonize anguish begrudge cry disgust dislike dismay envy fear frighten grieve
        panic/panicked sadden scare sob+ upset/upset weep/wept
        [emotion verb -2]
        aggravate agitate bark bewail bother brood cringe despair distress erupt exasperate fret+
        frown glare groan growl holler miff moan recoil roll_eyes rue scowl scream
        shake/shook/shaken_head shame shout shudder snap+ snarl storm_out sulk tremble trouble vex
        wallow whimper whine wince worry yell
        [emotion verb -1.5]
        baffle bewilder mystify perplex puzzle shock sigh smirk snicker stun+ surprise suspect
        tire wonder_whether
        [emotion verb 1.5]
        amuse calm care chuckle giggle grin+ marvel relax wish
        [emotion verb 2.5]
        beam enjoy excite hope laugh relish savor savour smile
        [emotion verb 3]
        delight elate exult rejoice thrill
        [emotion noun -3]
        agony anguish despair disgust dread hate heartbreak misery torment
        [emotion noun -2.5]
        alarm angst anxiety bitterness despondency disillusionment dismay dissatisfaction envy
        exasperation fear frustration grief indignation jealousy outburst panic sadness sorrow
        tantrum temper
        [emotion noun -2]
        annoyance apathy apprehension cynicism disbelief discomfort displeasure distress gloom
        impatience insecurity irritation loneliness malaise nervousness paranoia pessimism regret
        remorse stress tears unease worry
        [emotion noun 1.5]
        amusement anticipation calm curiosity eagerness sentiment serenity tranquility
        [emotion noun 2.5]
        cheerfulness contentment enthusiasm excitement exuberance fondness gladness hope laughter
        optimism relief satisfaction smile zeal
        [emotion noun 3]
        bliss delight ecstasy elation euphoria happiness joy passion pride
        [emotion adj -3]
        appalled despondent devastated disgusted distraught heartbreaking heartbroken horrified
        miserable suicidal terrified tormented traumatized
        [emotion adj -2.5]
        afraid anguished anxious ashamed dejected depressed desperate disappointed disillusioned
        dismayed displeased dissatisfied envious fearful fed-up frantic frenzied frightened gloomy
        hysterical jealous mad morose mournful panicked panicky paranoid pessimistic sad scared
        sullen tearful unhappy upset
        [emotion adj -2]
        agitated alarmed annoyed apathetic cold concerned cranky defensive detached distressed
        embarrassed exhausted flustered grumpy impatient indifferent insecure irritable irritated
        lonely moody nervous rattled regretful shaken sheepish shocked stressed stunned
        uncomfortable uneasy wary weary worried
        [emotion adj -1]
        baffled cautious perplexed puzzled reluctant surprised
        [emotion adj 1.5]
        amused amusing comfortable curious emotional lighthearted playful relaxed serene
        [emotion adj 2.5]
        buoyant cheerful eager excited exuberant fond glad heartened hopeful merry optimistic
        pleased proud relieved satisfied upbeat
        [emotion adj 3]
        blissful delighted ecstatic elated euphoric happy joyful joyous jubilant overjoyed
        passionate thrilled
        [emotion word -2.5]
        at_wits_end fed_up gut-wrenching heart-wrenching in_tears sick_and_tired sick_of tired_of
        """
}
