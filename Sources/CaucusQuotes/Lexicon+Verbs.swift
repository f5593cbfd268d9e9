/// Verbs that report what somebody says, thinks or wants, by class.
///
/// A line of the lists: `base`, or `base/past`, or `base/past/participle`; `+` doubles the last letter
/// before “-ed” and “-ing”; `*` marks a verb whose base and “-s” form is as often a noun.
extension Lexicon.Builder {
    mutating func addVerbs() {
        for (verb, words) in Self.reportingVerbs {
            for word in words.split(whereSeparator: \.isWhitespace) { add(verb, verb: word) }
        }
        add(.verb, Self.otherVerbs)
        add(.idiom, Self.idioms)
    }

    private mutating func add(_ verb: VerbClass, verb entry: Substring) {
        let noun: VerbForm = entry.last == "*" ? .noun : []
        let doubled = entry.contains("+")
        let parts = entry.filter { $0 != "*" && $0 != "+" }.split(separator: "/").map(String.init)
        let base = parts[0]
        let silent = base.last == "e" && base.dropLast().last != "e"
        let consonantY = base.last == "y" && !"aeiou".contains(base.dropLast().last ?? "a")
        let stem =
            doubled
            ? base + String(base.suffix(1)) : silent ? String(base.dropLast()) : base
        let regular = consonantY ? base.dropLast() + "ied" : stem + "ed"
        let past = parts.count > 1 ? parts[1] : regular
        let participle = parts.count > 2 ? parts[2] : past
        let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
        let third = consonantY ? base.dropLast() + "ies" : hisses ? base + "es" : base + "s"
        add(verb, VerbForm.base.union(noun), base)
        add(verb, VerbForm.third.union(noun), third)
        add(verb, .past, past)
        add(verb, .participle, participle)
        add(verb, .gerund, stem + "ing")
    }

    private static let reportingVerbs: [(VerbClass, String)] = [
        (
            .say,
            """
            say/said add announce declare explain note remark* comment* observe reply* respond answer* state* \
            mention proclaim exclaim joke* quip+ recount relate recall reiterate repeat* emphasize emphasise \
            stress* report* testify specify elaborate continue conclude interject opine muse clarify \
            pronounce signal* volunteer disclose stipulate preach lecture* quote* recite affirm attest \
            profess theorize theorise hypothesize speculate reason* summarize gripe* grumble* snap+ \
            mutter whisper* shout* yell* scream* cry blurt bellow intone deadpan retort* counter* rejoin \
            chime crow boast* brag+ rave complain lament* gush vent fume sneer scoff grouse moan
            """
        ),
        (
            .claim,
            """
            argue claim* contend insist assert maintain allege charge* suggest imply hint* posit submit+ \
            surmise reckon protest* object* intimate
            """
        ),
        (
            .tell,
            """
            tell/told inform assure remind notify brief* convince persuade reassure alert* teach/taught \
            caution* warn advise counsel* instruct
            """
        ),
        (
            .write,
            "write/wrote/written tweet* post* blog+ text* email* e-mail* retweet* scrawl pen+ author*"
        ),
        (
            .think,
            """
            think/thought believe feel/felt suspect* assume consider imagine guess* suppose figure* \
            regard* view* judge* presume contemplate deem perceive envision speculate ponder reflect \
            interpret rate*
            """
        ),
        (
            .know,
            """
            know/knew/known learn realize realise understand/understood remember forget/forgot/forgotten \
            recognize recognise appreciate recollect
            """
        ),
        (.want, "want hope* wish* prefer+ yearn aspire desire* love* hate* like* dislike*"),
        (
            .expect,
            "expect predict anticipate forecast/forecast* estimate* project* foresee/foresaw/foreseen bet/bet* calculate"
        ),
        (.fear, "fear* worry* doubt* dread* regret+ lament* agonize bemoan"),
        (
            .promise,
            "promise* pledge* vow* threaten offer* swear/swore/sworn guarantee* commit+ volunteer"
        ),
        (
            .decide,
            """
            decide plan+* agree refuse decline* seek/sought intend choose/chose/chosen opt resolve* \
            determine vote* try attempt* consent* aim* hesitate push* fight/fought* struggle* disagree \
            concur+ prepare
            """
        ),
        (.ask, "ask wonder* question* inquire query* press* quiz+ poll*"),
        (
            .urge,
            """
            urge* demand* propose recommend order* request* encourage direct implore beg+ plead exhort invite* \
            advocate* command* instruct pressure* lobby* call* petition* require mandate* appeal* challenge* \
            prompt* forbid/forbade/forbidden ban+* allow permit+* compel+
            """
        ),
        (
            .deny,
            """
            deny reject dismiss dispute* refute rebut+ disavow renounce repudiate contradict question* \
            downplay brush shrug+ ignore rebuff* disown contest*
            """
        ),
        (
            .admit,
            "admit+ acknowledge concede confess confirm grant* accept disclose reveal divulge verify apologize apologise"
        ),
        (
            .praise,
            """
            praise* applaud commend hail welcome thank* tout congratulate celebrate laud extol+ salute* \
            compliment* cheer* honor* credit* admire trumpet* promote embrace* thank*
            """
        ),
        (
            .criticize,
            """
            criticize criticise condemn blast* slam+ attack* accuse denounce blame* mock ridicule* decry rip+ \
            assail bash lambaste deride chide rebuke* fault* hit/hit* knock* scold castigate pillory \
            excoriate chastise berate skewer trash* disparage demonize malign insult* belittle taunt* tease* \
            savage* hammer* target* pan+ rail slap+* deplore admonish indict bemoan
            """
        ),
        (
            .support,
            """
            support* back* endorse favor* favour* oppose defend champion* approve disapprove advocate* \
            espouse champion* second* resist trust* distrust* sympathize side
            """
        ),
        (
            .describe,
            """
            describe call* label* brand* portray characterize characterise depict refer+ compare cast/cast* \
            dub+ liken define identify term* paint* equate deem style* hail bill* frame*
            """
        ),
        (
            .discuss,
            """
            discuss mention* cite reference* address* raise* highlight* underscore detail* outline* echo* \
            stress* invoke quote* talk* speak/spoke/spoken debate* allude articulate convey present* \
            explain express* voice* unveil propose publish release* issue* publicize spell/spelled* \
            point* elaborate reference* touch
            """
        ),
        (
            .show,
            """
            show/showed/shown* indicate suggest demonstrate reveal imply prove/proved/proven illustrate \
            mean/meant document* signal*
            """
        ),
        (
            .find,
            """
            find/found* see/saw/seen hear/heard conclude determine notice* discover read/read* \
            detect realize witness* observe gather
            """
        ),
        (.seem, "seem appear sound* look*"),
        (
            .manner,
            """
            laugh* smile* nod+* sigh* grin+* begin/began/begun open* go/went/gone start* agree \
            sob+ weep/wept shrug+ wink* offer* finish* pause* interrupt sing/sang/sung chant* roar* pray \
            read/read* chuckle giggle
            """
        ),
    ]

    /// Words of idioms of saying: “as Roe put it”, “in her words”, “came the reply”, “shot back”, “took to Twitter”.
    private static let idioms = """
        words put puts came comes went goes ran runs follows followed fired fires shot shoots hit hits weighed \
        weighs chimed chimes chipped chips jumped jumps cut cuts broke breaks butted butts piped pipes took takes
        """

    /// Common verbs that are no cues, so that noun phrases end at them.
    private static let otherVerbs = """
        made make makes making took take takes taking taken got get gets getting gotten gave give gives giving \
        given came come comes coming left leave leaves leaving put puts putting kept keep keeps keeping held \
        hold holds holding brought bring brings bringing became become becomes becoming ran run runs running \
        won win wins winning lost lose loses losing led lead leads leading met meet meets meeting paid pay pays \
        paying sent send sends sending stood stand stands standing used use uses using worked work works \
        working helped help helps helping served serve serves serving passed pass passes passing turned turn \
        turns turning moved move moves moving played play plays playing happened happen happens happening \
        changed change changes changing lived live lives living built build builds building grew grow grows \
        growing fell fall falls falling rose rise rises rising sat sit sits sitting spent spend spends spending \
        stopped stop stops stopping created create creates creating joined join joins joining remained remain \
        remains remaining failed fail fails failing received receive receives receiving faced face faces facing \
        included include includes including followed follow follows following launched launch arrived arrive \
        visited visit killed kill died die dies dying broke break breaks breaking broken cut cuts caught catch \
        drew draw drawn drove drive driven flew fly fought hired hire fired fire elected elect voted nominated \
        appointed appoint resigned resign stepped step walked walk ended end ends signed sign signs signing \
        rode ride rides riding ridden wore wear wears wearing worn slept sleep sleeps woke wake shook shake threw \
        throw thrown swam ate eat eats eaten drank drink hid hide hidden bore borne beat beaten blew blown froze \
        frozen hung hang lent lend laid lay lit rang ring shot shoot shut sank sink slid split spread stole stolen \
        struck stuck swept tore torn wound won waited wait waits carried carry carries attended attend attends \
        owned own owns belonged belong watched watch wants lost missed miss started finished returned return \
        weigh weighs weighed chip chips chipped pipe pipes piped butt butts butted jump jumps jumped \
        bought buy sold sell closed close needs need needed needing let lets tried tries
        """
}
