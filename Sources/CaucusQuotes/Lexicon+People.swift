/// Titles, roles, groups, organizations, writings and nouns of speech.
extension Lexicon.Builder {
    mutating func addPeople() {
        add(
            [.maleTitle, .title],
            "mr messrs sir lord king prince pope fr father duke baron marquess señor monsieur herr")
        add(
            [.femaleTitle, .title],
            """
            mrs ms miss mme mlle lady dame queen princess sister madame señora baroness duchess countess marchioness frau
            """
        )
        add(
            .title,
            """
            mx canon pastor vicar deacon rector abbot chaplain dr prof sen rep gov gen lt col maj capt cmdr sgt pvt adm rev hon pres supt det insp const amb atty \
            sens reps govs drs cpl ald cllr coun justice judge chief lieutenant general colonel major captain commander sergeant \
            admiral reverend bishop archbishop cardinal rabbi imam sheikh ayatollah president senator \
            representative congressman congresswoman congressperson governor mayor minister secretary \
            chancellor premier ambassador professor doctor prime deputy vice attorney speaker councilman \
            councilwoman councillor councilor constable inspector superintendent sheriff detective officer \
            coach chairman chairwoman chairperson candidate nominee commissioner director leader spokesman \
            spokeswoman spokesperson coordinator lawmaker envoy whip treasurer comptroller sultan emir \
            president-elect vice-president governor-elect senator-elect
            """)
        addRoles()
        addGroups()
        addOrganizations()
        addNouns()
        add(
            .particle,
            "van von der den de del della di da dos du la le el al bin ibn ben ter ten af av y mac st"
        )
        add(.suffix, "jr sr ii iii iv esq phd ph.d md m.d mp mpp mla")
    }

    private mutating func addRoles() {
        add(
            .role,
            """
            spokesperson official analyst expert scholar scientist economist historian lawyer strategist \
            pollster consultant adviser advisor aide operative activist organizer author writer reporter \
            journalist editor columnist correspondent anchor host commentator pundit critic supporter opponent \
            donor fundraiser voter resident student teacher professor researcher fellow engineer physician \
            doctor nurse surgeon farmer worker employee owner executive manager president ceo cfo founder \
            co-founder chair chairman chairwoman chairperson director head chief leader deputy secretary minister senator \
            congressman congresswoman lawmaker legislator governor mayor judge justice prosecutor attorney \
            general colonel officer soldier veteran detective sheriff commissioner ambassador diplomat envoy \
            candidate nominee contender rival front-runner frontrunner challenger incumbent politician premier \
            chancellor king pope priest pastor bishop rabbi imam minister member representative delegate \
            councilman councilwoman councillor trustee treasurer coordinator specialist investigator \
            inspector agent broker banker investor trader developer designer artist musician singer actor \
            director producer filmmaker player coach athlete neighbor friend colleague ally relative cousin \
            witness victim survivor suspect defendant plaintiff person insider source staffer assistant \
            counsel advocate moderator caller viewer reader user customer retiree pensioner driver \
            carpenter accountant librarian principal superintendent dean provost whip speaker caucus-goer \
            Democrat Republican Liberal Conservative independent lobbyist mogul tycoon billionaire \
            novelist poet playwright painter sculptor architect chef cook baker butcher fisherman docker \
            plumber electrician mechanic archivist curator porter conductor pilot captain sailor skipper \
            deckhand canon deacon vicar monk nun chaplain rector abbot foreman steward shopkeeper grocer barber \
            tailor gardener janitor cleaner caretaker doorkeeper bartender waiter landlord tenant commuter \
            passenger pedestrian tourist visitor backbencher frontbencher alderman midwife miner \
            shepherd signalman typist clerk cashier translator interpreter model guide ranger \
            scientist chemist biologist physicist geologist statistician demographer psychologist \
            psychiatrist sociologist anthropologist therapist paramedic firefighter negotiator mediator \
            arbitrator auditor planner campaigner canvasser delegate steward \
            predecessor successor curate businessman businesswoman newspaper magnate star celebrity comedian chief-of-staff grandson
            """)
        add(
            [.role, .maleRole],
            """
            spokesman chairman businessman congressman councilman father son brother husband man boy uncle \
            king grandfather nephew gentleman widower salesman fireman policeman statesman clergyman
            """)
        add(
            [.role, .femaleRole],
            """
            spokeswoman chairwoman businesswoman congresswoman councilwoman mother daughter sister wife woman \
            girl aunt queen grandmother niece lady widow actress saleswoman policewoman waitress
            """)
        add(
            .rank,
            """
            former ex-president senior top chief deputy assistant associate acting interim retired longtime \
            veteran current outgoing incoming fellow lead leading late then-president managing executive \
            national state local federal unnamed anonymous vice junior principal onetime self-described
            """)
    }

    private mutating func addGroups() {
        add(
            .people,
            """
            officials analysts experts critics supporters opponents voters residents students teachers \
            researchers scientists economists historians scholars lawyers attorneys strategists pollsters \
            consultants advisers advisors aides operatives activists organizers advocates reporters journalists \
            editors columnists commentators pundits lawmakers legislators senators congressmen governors mayors \
            judges justices prosecutors officers soldiers veterans police authorities investigators agents \
            diplomats leaders members delegates candidates rivals politicians conservatives liberals \
            progressives moderates independents evangelicals christians muslims jews catholics americans \
            democrats republicans insiders staffers sources people men women parents families workers employees \
            farmers doctors nurses executives investors traders bankers donors fundraisers protesters \
            demonstrators witnesses neighbors friends colleagues allies users readers viewers respondents \
            participants spokesmen backers detractors fans skeptics observers representatives relatives \
            taxpayers citizens immigrants refugees migrants blacks whites hispanics latinos millennials seniors \
            players rebels militants terrorists tories whigs mps ministers presidents ambassadors \
            commissioners directors producers owners businesses companies firms groups organizations \
            surrogates loyalists partisans faithful electorate public audience crowd crowds majority minority \
            neighbours solicitors barristers councillors backbenchers frontbenchers peers campaigners commuters \
            passengers tenants landlords shopkeepers miners dockers fishermen sailors pilots drivers tourists visitors \
            pensioners retirees survivors victims bystanders onlookers detectives firefighters paramedics medics midwives \
            surgeons physicians psychologists psychiatrists biologists chemists physicists engineers architects \
            designers developers publishers authors writers artists musicians actors singers novelists poets \
            translators interpreters clerks plumbers electricians mechanics builders growers ranchers brewers bakers \
            butchers chefs waiters bartenders roommates classmates teammates flatmates housemates coworkers co-workers \
            bosses managers customers clients patients pupils tenants homeowners landowners motorists cyclists \
            administration government campaign camp team staff cabinet panel jury media press
            """)
    }

    private mutating func addOrganizations() {
        add(
            .organization,
            """
            department committee party university college institute institution association federation union \
            council commission agency bureau office ministry senate congress parliament house court board \
            company corporation corp inc co ltd llc group foundation center centre league society service \
            administration campaign news press times post journal herald tribune gazette magazine network \
            radio television tv channel bank fund trust club church school academy hospital force army navy \
            police guard coalition alliance caucus conference authority organization organisation project \
            program chamber partners network network's media reuters cnn nbc abc cbs msnbc bbc cbc ctv ap \
            pbs npr fbi cia nsa pentagon kremlin gop dnc rnc nato un eu who imf fed google facebook twitter \
            microsoft apple amazon politico bloomberg breitbart newsmax observer guardian telegraph globe star mail \
            daily weekly review register sun standard democrats republicans liberals conservatives greens tories \
            labour ndp airlines motors systems industries enterprises holdings laboratories studios records \
            cooperative collective consortium syndicate survey orchestra theatre theater museum library bookshop \
            entertainment technologies associates brothers sons pac aclu nra naacp unicef interpol opec
            """)
        add(
            .demonym,
            """
            american canadian british french german italian spanish russian chinese japanese mexican cuban \
            iranian iraqi israeli palestinian syrian turkish saudi egyptian indian pakistani afghan korean \
            ukrainian polish greek irish scottish english welsh european african asian australian brazilian \
            republican democratic democrat liberal conservative muslim christian jewish catholic evangelical \
            hispanic latino islamic soviet western eastern northern southern midwestern arab kurdish swedish \
            norwegian danish dutch belgian swiss austrian hungarian czech romanian portuguese vietnamese \
            filipino texan californian new-yorker sunni shiite tory labour
            """)
        add(
            .place,
            """
            america canada britain england scotland wales ireland france germany italy spain russia china japan \
            mexico cuba iran iraq israel palestine syria turkey egypt india pakistan afghanistan korea ukraine \
            poland greece europe africa asia australia brazil washington london paris moscow beijing berlin \
            ottawa toronto montreal vancouver ontario quebec alberta york chicago boston texas florida ohio \
            california iowa nevada virginia carolina georgia pennsylvania michigan wisconsin minnesota \
            colorado arizona utah oregon hampshire vermont maine massachusetts connecticut delaware maryland \
            jersey alabama mississippi louisiana arkansas tennessee kentucky missouri oklahoma kansas \
            nebraska dakota montana wyoming idaho alaska hawaii indiana illinois miami atlanta dallas houston \
            philadelphia detroit cleveland brooklyn manhattan brussels geneva vienna rome madrid tehran \
            baghdad kabul jerusalem damascus libya benghazi yemen lebanon jordan
            """)
    }

    private mutating func addNouns() {
        add(
            .writing,
            """
            poll polls survey surveys report reports study studies article articles document documents letter \
            letters memo memos email emails e-mail e-mails book books ad ads advertisement statement statements \
            editorial column story stories headline newspaper newspapers website blog tweet tweets post \
            message messages review analysis data research figures results records transcript video indictment \
            lawsuit complaint affidavit ruling bill law constitution filing filings plan budget resolution \
            account accounts estimates numbers polling statistics evidence surveyors caption sign banner \
            posters press-release release magazine journal dossier audit
            """)
        add(
            .speechNoun,
            """
            statement claim claims assertion assertions allegation allegations argument arguments suggestion \
            belief beliefs view views opinion opinions idea notion fear fears hope hopes concern concerns worry worries \
            promise promises pledge pledges vow threat threats warning warnings prediction predictions \
            announcement decision decisions demand demands request requests call calls plea appeal proposal \
            proposals plan plans question questions criticism criticisms complaint complaints accusation \
            accusations charge charges report reports rumor rumors speculation suspicion suspicions doubt \
            doubts contention insistence admission confession acknowledgment denial rejection support \
            opposition endorsement praise condemnation attack attacks remarks comments comment remark \
            declaration conclusion finding findings assessment estimate estimates expectation expectations \
            desire wish intention effort efforts attempt attempts commitment refusal assurance assurances \
            perception impression theory sense thought thoughts feeling feelings conviction consensus \
            recommendation advice order orders invitation message reminder indication sign signs evidence \
            lie lies joke jokes testimony account narrative
            """)
    }
}
